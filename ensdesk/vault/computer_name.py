"""What the system calls this computer: it tells two apart, and is never written as it is."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

# https://www.freedesktop.org/software/systemd/man/machine-id.html
_NAMES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_RANDOM = 1 << 40  # this bit of `uuid.getnode` says that no number was found (RFC 9562)


def computer_name() -> str:
    """Return it; nothing when the system does not say."""
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
