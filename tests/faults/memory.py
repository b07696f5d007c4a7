"""Looks for words in the whole memory of another process, as only root may."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_SLICE = 1 << 24


def found_in_memory(pid: int, words: Iterable[str]) -> set[str]:
    """Return those of *words* that stand in the memory of *pid*, in any encoding of Qt or Python.

    Raises PermissionError when the process keeps its memory to itself.
    """
    wanted = {
        word.encode(how): word
        for word in words
        for how in ("utf-8", "utf-16-le", "utf-32-le", "latin-1")
    }
    overlap = max(map(len, wanted)) - 1
    found: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _readable(pid):
            tail = b""
            for at in range(start, end, _SLICE):
                try:
                    memory.seek(at)
                    part = tail + memory.read(min(_SLICE, end - at))
                except (OSError, OverflowError, ValueError):
                    break  # pages of the kernel, or gone meanwhile
                found |= {word for form, word in wanted.items() if form in part}
                tail = part[-overlap:]
    return found


def _readable(pid: int) -> list[tuple[int, int]]:
    ranges = []
    for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines():
        where, rights, *_rest = line.split()
        start, end = (int(part, 16) for part in where.split("-"))
        if rights.startswith("r") and not line.endswith("[vsyscall]"):
            ranges.append((start, end))
    return ranges
