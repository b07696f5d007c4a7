"""Every page in all sizes, themes and screens, and in longer words: `python3 packaging/matrix.py`.

It takes about twenty minutes, and ends with 1 when a page has a fault.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the audit in the program's own environment."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    own = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(python), "-m", "tests.ui.every_page"], cwd=ROOT, env=own)


if __name__ == "__main__":
    sys.exit(main())
