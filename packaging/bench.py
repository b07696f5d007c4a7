"""Measures what ensdesk promises about speed and memory, as ratios, and prints the table.

python3 packaging/bench.py          everything
python3 packaging/bench.py papers   one part, or several (`--help` names them)
"""

import sys

from asked import read
from inside import run
from places import ROOT

PARTS = sorted(
    path.stem.removeprefix("bench_") for path in ROOT.glob("tests/benchmarks/bench_*.py")
)

if __name__ == "__main__":
    sys.exit(run("tests.benchmarks", *read(__doc__, *PARTS)))
