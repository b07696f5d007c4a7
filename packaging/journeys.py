"""What each journey costs, with mouse, keys and fingers: `python3 packaging/journeys.py`.

It takes about two minutes, and ends with 1 when a number is not held.
"""

import sys

from asked import read
from inside import run

if __name__ == "__main__":
    read(__doc__)
    sys.exit(run("tests.whole.journeys"))
