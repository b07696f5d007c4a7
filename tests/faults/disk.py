"""The changes that this process makes below a directory: noted, or failing; needs a C compiler."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHORT = -1  # a write takes half of what it was given, as it may
COMPILER = shutil.which("cc") if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Step:
    """One change. *act* is Create, Write, Truncate, Sync, Rename, Unlink, Make directory, or A:
    something was told."""

    act: str
    file: int
    at: int
    held: bytes

    @property
    def paths(self) -> list[Path]:
        return [Path(os.fsdecode(path)) for path in self.held.split(b"\0")]


def with_eyes(module: str, *words: str) -> int:
    """Run *module* in a process whose changes are seen; return how it ended."""
    with tempfile.TemporaryDirectory() as place:
        library = Path(place) / "disk.so"
        source = Path(__file__).with_name("disk.c")
        assert COMPILER, "a C compiler is missing"
        subprocess.run(
            [COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True
        )
        own = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
        return subprocess.call([sys.executable, "-m", module, *words], cwd=ROOT, env=own)


def sees() -> bool:
    """Say whether the changes of this process are seen."""
    return hasattr(_library, "disk_watch")


@contextmanager
def quick_place() -> Iterator[Path]:
    """A directory that costs no waiting for a disk, where the system has one."""
    memory = Path("/dev/shm")  # noqa: S108 - a directory of our own in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        yield Path(place)


@contextmanager
def noting(place: Path, notes: Path) -> Iterator[None]:
    """Note every change below *place* in the file *notes*, which lies elsewhere."""
    file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    _library.disk_watch(bytes(place), file)
    try:
        yield
    finally:
        _library.disk_watch(b"", -1)
        os.close(file)


def note(words: str) -> None:
    """Note that something was told at this moment."""
    _library.disk_note(words.encode())


def fail(place: Path, at: int, error: int, *, once: bool) -> None:
    """Let change number *at* below *place* fail, and if not *once* every one after it."""
    _library.disk_watch(bytes(place), -1)
    _library.disk_fail(ctypes.c_long(at), error, once)


def changes() -> int:
    """Return how many changes there were since `noting` or `fail`; nothing fails any more."""
    _library.disk_fail(ctypes.c_long(0), 0, 0)
    _library.disk_changes.restype = ctypes.c_long
    return int(_library.disk_changes())


def steps(notes: Path) -> Iterator[Step]:
    """Read what was noted."""
    with notes.open("rb") as file:
        while line := file.readline():
            act, number, at, size = line.split()
            yield Step(act.decode(), int(number), int(at), file.read(int(size)))


_library = ctypes.CDLL(None)
