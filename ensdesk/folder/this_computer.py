"""Which computer this is: a folder copied by hand to another one is a copy of its own there."""

from __future__ import annotations

import hashlib
import sys
import uuid
from pathlib import Path

from ensdesk.folder.found import stick_of

# https://www.freedesktop.org/software/systemd/man/machine-id.html
_NAMES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_ON_A_KEY = "key"
_RANDOM = 1 << 40  # this bit of `uuid.getnode` says that no number was found (RFC 9562)


def where_it_lies(place: Path, folder_id: str) -> bytes | None:
    """Return a mark of the computer on which *place* is; one on a USB key goes along with the key.

    The mark tells nobody which computer it is, and is another one for each folder. None when the
    system does not say.
    """
    name = _ON_A_KEY if stick_of(place) else _name()
    return hashlib.sha256(f"ensdesk {folder_id} {name}".encode()).digest()[:16] if name else None


def _name() -> str:
    if sys.platform == "win32":  # pragma: no cover - not tried
        import winreg

        try:
            with winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography"
            ) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    for path in _NAMES:
        try:
            return path.read_text("ascii").strip()
        except (OSError, ValueError):
            continue
    number = uuid.getnode()
    return "" if number & _RANDOM else f"{number:x}"
