"""Looks at the real program from outside, before a release: `python3 packaging/faults.py visit`.

visit    a whole visit under strace: files, arguments, sockets, memory (Linux, root)
kill     a folder whose program is killed: what was acknowledged is there (`--long`: 10,000 times)
printer  a sheet through a real CUPS that has no network (Linux, cups and strace)
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOKS = ("visit", "printer", "kill")


def main() -> int:
    """Take the looks that are named, or all of them; return 0 when each kept its promise."""
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    more = [word for word in sys.argv[1:] if word.startswith("--")]
    wanted = [word for word in sys.argv[1:] if word not in more] or list(LOOKS)
    if not set(wanted) <= set(LOOKS):
        print("Je connais : " + ", ".join(LOOKS))
        return 2
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    codes = [
        subprocess.call([str(python), "-m", f"tests.faults.{look}", *more], cwd=ROOT, env=own)
        for look in wanted
    ]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
