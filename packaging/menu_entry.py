"""The entry in the computer's menu, so that the program can be opened tomorrow."""

import os
import subprocess
import sys
from pathlib import Path

from places import ICON, PYTHON, ROOT

NAME = "Mon dossier de santé"
WORDS = "Vos papiers, vos médicaments et votre fiche d’urgence, sur cet ordinateur"


def add() -> Path | None:
    """Add the entry, or renew it; return where it stands. Raises OSError."""
    if sys.platform == "win32":
        return _windows_entry()
    if sys.platform == "darwin":
        return _mac_entry()
    return _write(entry_path(), desktop_entry())


def entry_path() -> Path:
    """Return where the menu of a Linux desktop looks for a person's own entries."""
    data = os.environ.get("XDG_DATA_HOME", "")
    base = Path(data) if data.startswith("/") else Path.home() / ".local" / "share"
    return base / "applications" / "ensdesk.desktop"


def desktop_entry(python: Path = PYTHON, icon: Path = ICON) -> str:
    """Return the entry (Desktop Entry Specification)."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.0\n"
        f"Name={NAME}\n"
        "Name[en]=My health folder\n"
        f"Comment={WORDS}\n"
        f"Exec={quoted(python)} -P -m ensdesk\n"
        f"Icon={as_string(icon)}\n"
        "Terminal=false\n"
        "Categories=Office;\n"
        "Keywords=ensdesk;santé;ordonnance;médicaments;urgence;\n"
        "StartupWMClass=ensdesk\n"
    )


def quoted(path: Path) -> str:
    r"""Return *path* as one argument of `Exec`: a quoted argument within a string value.

    Quoting puts a backslash before `"`, `` ` ``, `$` and the backslash; the string value then
    doubles every backslash; a `%` would be a field code.
    """
    inside = "".join("\\" + sign if sign in '"`$\\' else sign for sign in str(path))
    return as_string(f'"{inside}"').replace("%", "%%")


def as_string(value: object) -> str:
    """Return *value* as a string of a desktop entry."""
    return str(value).replace("\\", "\\\\").replace("\n", "\\n")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    return path


def _windows_entry() -> Path | None:
    """Add a shortcut to the Start menu. Not tried on a real Windows."""
    menu = Path(os.environ["APPDATA"]) / "Microsoft/Windows/Start Menu/Programs"
    link = menu / f"{NAME}.lnk"
    script = (
        "$l = (New-Object -ComObject WScript.Shell).CreateShortcut($env:ENSDESK_LINK);"
        "$l.TargetPath = $env:ENSDESK_PYTHON; $l.Arguments = '-P -m ensdesk';"
        "$l.WorkingDirectory = $env:ENSDESK_ROOT; $l.Save()"
    )
    told = {
        "ENSDESK_LINK": str(link),
        "ENSDESK_PYTHON": str(PYTHON.with_name("pythonw.exe")),
        "ENSDESK_ROOT": str(ROOT),
    }
    command = ["powershell", "-NoProfile", "-Command", script]
    done = subprocess.run(command, env={**os.environ, **told}, check=False)
    return link if done.returncode == 0 else None


def _mac_entry() -> Path:
    """Add a double-clickable command to the person's Applications. Not tried on a real Mac."""
    command = "'" + str(PYTHON).replace("'", "'\\''") + "'"
    path = Path.home() / "Applications" / f"{NAME}.command"
    _write(path, f"#!/bin/sh\nexec {command} -P -m ensdesk\n")
    path.chmod(0o755)
    return path
