"""Run with `python -m ensdesk`."""

import sys

from ensdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
