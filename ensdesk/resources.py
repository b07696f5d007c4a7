"""Files shipped with the program."""

import sys
from pathlib import Path


def assets() -> Path:
    """Return the folder of shipped files, beside the sources or inside a built program."""
    built = getattr(sys, "_MEIPASS", None)
    return Path(built) / "assets" if built else Path(__file__).resolve().parent.parent / "assets"


def rescue() -> Path:
    """Return the small program that reads a double without this one; it lies in each double."""
    return assets() / "rescue" / "rescue.py"


def docs() -> Path:
    """Return the folder of the pages that say how everything is written on the disk."""
    return assets().parent / "docs"
