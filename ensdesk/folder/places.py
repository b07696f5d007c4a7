"""Where a folder or a copy may go, and which places the Internet copies unasked."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from platformdirs import user_data_path

# The name of a folder, in lower case -> who copies it to the Internet (each service names its
# folder so unless told otherwise), and the marker files that some put inside.
_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mon drive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "kdrive": "kDrive",
    "pcloud drive": "pCloud",
    "mega": "MEGA",
}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync_journal.db": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
FOLDER_NAME = "Dossier ensdesk"
_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(rb"\\([0-7]{3})")  # a space in a name is written so


def default_place() -> Path:
    """Return the system's own place for the data of programs: never Documents or the desktop."""
    return user_data_path("ensdesk", appauthor=False, roaming=False) / FOLDER_NAME


def cloud_of(place: Path) -> str | None:
    """Return who copies *place* to the Internet, as far as can be told; nothing otherwise."""
    for part in (place, *place.parents):
        name = part.name.lower()
        for known, owner in _CLOUDS.items():
            if name == known or name.startswith((f"{known} - ", f"{known} (")):
                return owner
        for marker, owner in _MARKERS.items():
            if (part / marker).exists():
                return owner
        if part.match("*/Library/CloudStorage/*"):
            return part.name.partition("-")[0]
    # Windows says where OneDrive is, whatever its name (not tried).
    roots = (
        os.environ.get(name) for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
    )
    return "OneDrive" if any(root and place.is_relative_to(root) for root in roots) else None


def sticks() -> tuple[Path, ...]:
    """Return the USB keys and other removable media that are plugged in now, as folders."""
    system = sys.platform
    match system:
        case "win32":  # not tried
            drives = (Path(f"{letter}:/") for letter in "DEFGHIJK")
            return tuple(drive for drive in drives if drive.exists())
        case "darwin":  # not tried
            return tuple(place for place in Path("/Volumes").iterdir() if place.is_mount())
        case _:
            return tuple(sorted(set(_mounted_below("/media/", "/run/media/", "/mnt/"))))


def stick_was(place: Path) -> str:
    """Return the name of the USB key that *place* was on, by its path alone; nothing if on none."""
    if sys.platform == "win32":  # not tried
        return "" if place.drive.upper() in {"", "C:"} else place.drive
    roots = ("/media/*", "/run/media/*", "/mnt", "/Volumes")  # the last one is not tried
    for stick in (place, *place.parents):
        if any(stick.parent.match(root) for root in roots):
            return stick.name
    return ""


def device_of(mounted: Path) -> Path | None:
    """Return what is mounted at a place; None for what is no disk."""
    return next((device for place, device in reversed(_disks()) if place == mounted), None)


def _mounted_below(*roots: str) -> list[Path]:
    return [place for place, _device in _disks() if str(place).startswith(roots)]


def _disks() -> list[tuple[Path, Path]]:
    """Return where each disk is mounted, and the disk, in the order in which they were."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return []
    return [disk for line in lines if (disk := _disk_in(line))]


def _disk_in(line: bytes) -> tuple[Path, Path] | None:
    """Return what proc_pid_mountinfo(5) says of a disk; shares and made-up ones are none.

    After six fields come optional ones, a hyphen, the kind of file system and what is mounted.
    """
    before, _, after = line.partition(b" - ")
    device = after.split()[1]
    return (_path(before.split()[4]), _path(device)) if device.startswith(b"/dev/") else None


def _path(written: bytes) -> Path:
    return Path(os.fsdecode(_OCTAL.sub(lambda code: bytes([int(code[1], 8)]), written)))
