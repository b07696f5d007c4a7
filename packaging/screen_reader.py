"""The window as a screen reader meets it, on a real screen and a real bus (Linux).

python3 packaging/screen_reader.py            everything
python3 packaging/screen_reader.py pages      the tree of every page against the one looked at
python3 packaging/screen_reader.py canary     marks typed into every secret field: none on the bus
python3 packaging/screen_reader.py journeys   from opening to closing by the tree alone
python3 packaging/screen_reader.py orca       what Orca says in French meanwhile
python3 packaging/screen_reader.py pages --only home medicines --write   these are right as they are

It sets up a screen of its own, a window manager and a bus, and ends with 1 when something is not
as it should be. The trees stand in `tests/bus/golden`, one text file a page.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import needs
from places import PYTHON, ROOT

PARTS = ("pages", "canary", "journeys", "orca")
READER = "/usr/bin/python3"  # Debian's own: pyatspi is nowhere else
PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "dbus-monitor": "dbus-bin",
    "gnome-keyring-daemon": "gnome-keyring",
    "localedef": "libc-bin",
    "openbox": "openbox",
    "orca": "orca",
    "xdotool": "xdotool",
}
FILES = {
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",  # brings at-spi2-core
    "/usr/share/i18n/locales/fr_FR": "locales",
    "/usr/lib/*/faketime/libfaketimeMT.so.1": "libfaketime",
}


def main() -> int:
    """Say what is missing, or take the looks that are named."""
    asked = read()
    if not PYTHON.exists():
        print("Faites d’abord : python3 packaging/check.py")
        return 1
    if lacking := missing():
        print("Il manque des morceaux à cet ordinateur. Une ligne, comme root :\n")
        print(f"    {needs.apt_line(lacking)}")
        return 1
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.call([READER, "-m", "tests.bus", *asked], cwd=ROOT, env=own)


def read() -> list[str]:
    """Return what was asked for; `--help`, or a word that is not known, ends the program."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("part", nargs="*", help=", ".join(PARTS))
    parser.add_argument("--only", nargs="+", default=[], metavar="PAGE", help="these pages alone")
    parser.add_argument("--write", action="store_true", help="the trees are right as they are")
    known = parser.parse_args()
    if strange := sorted({*known.part} - {*PARTS}):
        parser.error(f"{', '.join(strange)}: not known")
    return [*known.part, *known.only, *(["--write"] if known.write else [])]


def missing(
    has_program: Callable[[str], object] = shutil.which,
    has_file: Callable[[str], object] = lambda place: any(Path("/").glob(place.lstrip("/"))),
) -> list[str]:
    """Return the Debian packages that are not there, in the order of their names."""
    lacking = {package for program, package in PROGRAMS.items() if not has_program(program)}
    lacking |= {package for place, package in FILES.items() if not has_file(place)}
    return sorted(lacking)


if __name__ == "__main__":
    sys.exit(main())
