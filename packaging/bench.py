"""Measures what ensdesk promises about speed and memory, as ratios, and prints the table.

python3 packaging/bench.py          everything
python3 packaging/bench.py papers   one part: start, opening, pages, papers, sheets, charts, sizes,
                                    search, doubles, merge, looks
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the benchmarks in the program's own environment."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that was started once is measured
    called = [str(python), "-m", "tests.benchmarks", *sys.argv[1:]]
    return subprocess.call(called, cwd=ROOT, env=surroundings)


if __name__ == "__main__":
    sys.exit(main())
