"""Shakes the real program, before a release: `python3 packaging/faults.py [NAME…] [--long]`.

visit    a whole visit under strace: files, arguments, sockets, memory (Linux, root)
centre   a visitor of a centre comes and goes, in every way: nothing is left (Linux, root)
printer  a sheet through a real CUPS that has no network (Linux, cups and strace)
kill     a program that is killed at random moments
power    a power cut: what was not synced is kept, dropped or torn (Linux, a C compiler)
failing  a disk on which each change fails in turn (Linux, a C compiler)
places   full, closed, thrown away, exFAT: one sentence, nothing lost (Linux, root, exfat-fuse)
openers  a second program on a folder that is open: told in no time, it changes nothing
model    two people, two computers, any order of steps: nothing is lost but what was erased
drill    a folder, a header, a database is gone: the 12 words and the double bring all of it back
fuzz     every reader of bytes from elsewhere, changed by chance (`--long`: atheris, Linux)
hostile  wicked papers and ZIPs brought in; escapes from the process that reads them (Linux)
injection  markup, formulas, commands: text out is text in
damage   files with a bit turned, a sector emptied, a page of another place, an end cut off

Each one has controls, the program with a rule broken: they must be caught. `--long` takes the size
for a release, hours in all. Everything that was found stands in one table at the end.
"""

import os
import subprocess
import sys

from asked import read
from places import PYTHON, ROOT

LOOKS = (
    "visit", "centre", "printer", "kill", "power", "failing", "places", "openers", "model", "drill",
    "damage", "fuzz", "hostile", "injection",
)  # fmt: skip


def main() -> int:
    """Take the looks that are named, or all of them; return 0 when each kept its promise."""
    words = read(__doc__, *LOOKS, long=True)
    if not PYTHON.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    more = [word for word in words if word == "--long"]
    wanted = [word for word in words if word not in more] or list(LOOKS)
    codes, table = [], list[str]()
    for look in wanted:
        print(f"— {look}", flush=True)
        code, lines = take(look, more)
        codes.append(code)
        table += lines or [f"| | {look} | | | {'ok' if code == 0 else 'WRONG'} |"]
    print("\n| promise | what | how often | found | |\n|---|---|---|---|---|")
    print("\n".join(table))
    return int(any(codes))


def take(look: str, more: list[str]) -> tuple[int, list[str]]:
    """Show what a look says; return how it ended, and its lines of the table."""
    own = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [str(PYTHON), "-m", f"tests.faults.{look}", *more]
    table = []
    with subprocess.Popen(
        command, cwd=ROOT, env=own, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            if line.startswith("|"):
                table.append(line.rstrip())
    return process.returncode, table


if __name__ == "__main__":
    sys.exit(main())
