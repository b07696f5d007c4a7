"""The key of a folder on a USB key: 32 random bytes in a small file that is recognised."""

import contextlib
import hashlib
import os
import secrets as chance
from pathlib import Path

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.header import DISK, Disk
from ensdesk.vault.secrets import KeyFile
from ensdesk.vault.storage_trouble import telling

NAME = "cle-ensdesk.cle"
_FIRST_LINE = b"ensdesk key 1"
_KEY_BYTES = 32
_LONGEST = 4096


class KeyFileMissing(Trouble):
    """The USB key holds no key of ours."""

    words = N_("There is no key of ensdesk on this USB key.")
    advice = N_("Plug in the other USB key, or take your key sheet.")


class KeyFileDamaged(Trouble):
    """The file is there and is not whole."""

    words = N_("The key of ensdesk on this USB key is damaged.")
    advice = N_("Take your key sheet. Then make a new USB key.")


def write_key_file(directory: Path, disk: Disk = DISK) -> KeyFile:
    """Write a new key at the top of a USB key, safely on the medium; return it.

    A sound key that is already there is returned: it may open another folder, and one key may
    open several. Raises KeyFileDamaged rather than write over a damaged one, DiskFull,
    ReadOnlyPlace, PlaceGone.
    """
    with contextlib.suppress(KeyFileMissing):
        return read_key_file(directory)
    raw = chance.token_bytes(_KEY_BYTES)
    with telling():
        _put(directory / NAME, _written(raw), disk)
    return read_key_file(directory)


def read_key_file(directory: Path) -> KeyFile:
    """Return the key kept in *directory*. Raises KeyFileMissing, KeyFileDamaged, PlaceGone."""
    with telling():
        try:
            with (directory / NAME).open("rb") as file:
                found = file.read(_LONGEST)
        except FileNotFoundError:
            raise KeyFileMissing from None
    lines = found.split()
    try:
        raw = bytes.fromhex(lines[-2].decode("ascii"))
    except (IndexError, ValueError):
        raise KeyFileDamaged from None
    if len(raw) != _KEY_BYTES or _written(raw).split() != lines:
        raise KeyFileDamaged
    return KeyFile(raw)


def _written(raw: bytes) -> bytes:
    """Line ends may change on the way: only the words of the file count."""
    return b"\n".join((_FIRST_LINE, raw.hex().encode(), _check_of(raw), b""))


def _check_of(raw: bytes) -> bytes:
    return hashlib.sha256(b"ensdesk/1/key file\0" + raw).hexdigest()[:8].encode()


def _put(path: Path, content: bytes, disk: Disk) -> None:
    """Whole or not at all: a half-written key would look like a damaged one."""
    part = path.with_name(path.name + ".part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    file = os.open(part, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        disk.write(file, content, 0)
        disk.sync(file)
    finally:
        os.close(file)
    part.replace(path)
    disk.sync_directory(path.parent)
