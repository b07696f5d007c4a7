"""What tells one USB key from another: the number its file system got when it was formatted."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ensdesk.folder.places import device_of

_BY_NUMBER = Path("/dev/disk/by-uuid")  # https://www.freedesktop.org/wiki/Software/udisks
_DIGITS = 8  # what FAT and exFAT have, and what Windows tells of any


def stick_number(stick: Path) -> str:
    """Return its last eight hexadecimal digits; nothing where the system does not say.

    It is the same on every computer, whatever its system.
    """
    if sys.platform == "win32":  # pragma: no cover - not tried
        return f"{stick.stat().st_dev & 0xFFFFFFFF:08x}"
    device = device_of(stick)
    if device is None:
        return ""
    try:
        found = (one.name for one in _BY_NUMBER.iterdir() if one.resolve() == device.resolve())
        return re.sub("[^0-9a-f]", "", next(found, "").lower())[-_DIGITS:]
    except OSError:
        return ""
