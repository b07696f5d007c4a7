"""What each journey costs, with mouse, keys and fingers: `python3 packaging/journeys.py`.

It takes about two minutes, and ends with 1 when a number is not held.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Take the journeys in the program's own environment."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    own = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(python), "-m", "tests.whole.journeys"], cwd=ROOT, env=own)


if __name__ == "__main__":
    sys.exit(main())
