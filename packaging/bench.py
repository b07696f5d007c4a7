"""Measures what ensdesk promises about speed and memory, as ratios, and prints the table.

python3 packaging/bench.py          everything
python3 packaging/bench.py papers   one part: start, opening, pages, papers, sheets, charts, sizes,
                                    search, doubles, merge, looks
"""

import sys

from inside import run

if __name__ == "__main__":
    sys.exit(run("tests.benchmarks", *sys.argv[1:]))
