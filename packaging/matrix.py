"""Every page in all sizes, themes and screens, and in longer words: `python3 packaging/matrix.py`.

It takes about twenty minutes, and ends with 1 when a page has a fault.
"""

import sys

from asked import read
from inside import run

if __name__ == "__main__":
    read(__doc__)
    sys.exit(run("tests.ui.every_page"))
