"""Puts the rules of the disk in force for these tests, whoever runs them."""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_VERSION = 0x20080522
_DETACH = 2
_PASS_OVER_RULES = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@contextmanager
def file_limit(most: int) -> Iterator[None]:
    """No file may grow over *most* bytes: as on a FAT key, where 4 GB is the end."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class Disk:
    """A disk of its own where the system lets one be made, else one where no file may grow."""

    def __init__(self, place: Path, *, own: bool) -> None:
        self._place = place
        self.says_full = "Il n’y a plus de place ici" if own else "C’est trop grand pour ce disque"
        self.full = self._filled if own else lambda: file_limit(256)

    @contextmanager
    def _filled(self) -> Iterator[None]:
        filling = self._place / "filling"
        with filling.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        yield
        filling.unlink()


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Disk]:
    """A disk of *size* bytes at *place*, which is empty. Only an administrator may mount one."""
    options = f"size={size}".encode()
    own = not _libc.mount(b"tmpfs", bytes(place), b"tmpfs", 0, options)
    try:
        yield Disk(place, own=own)
    finally:
        if own:
            _libc.umount2(bytes(place), _DETACH)


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Nothing can be written in *place*, not even by the owner of the computer.

    Holds for threads that are started inside: start the program there.
    """
    powers = _powers()
    _set_powers(tuple(part & ~_PASS_OVER_RULES if not n else part for n, part in enumerate(powers)))
    every = [place, *place.rglob("*")]
    modes = {path: path.stat().st_mode for path in every}
    for path in every:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        _set_powers(powers)
        for path, mode in modes.items():
            path.chmod(mode)


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


_Sets = ctypes.c_uint32 * 6  # effective, permitted, inheritable; twice 32 bits
_libc = ctypes.CDLL(None, use_errno=True)


def _powers() -> tuple[int, ...]:
    sets = _Sets()
    if _libc.capget(ctypes.byref(_Head(_VERSION, 0)), sets):
        raise OSError(ctypes.get_errno(), "capget")
    return tuple(sets)


def _set_powers(powers: tuple[int, ...]) -> None:
    """Change what this thread may do; what it permits itself stays, so that it can come back."""
    if os.geteuid() == 0 and _libc.capset(ctypes.byref(_Head(_VERSION, 0)), _Sets(*powers)):
        raise OSError(ctypes.get_errno(), "capset")
