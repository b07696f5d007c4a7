"""What every reader of papers gives: a paper that was opened, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ensdesk.reading.frames import PageImage, WordPlace


class OpenedPaper(Protocol):
    """A paper that was opened: its pages are numbered from 0."""

    def count(self) -> int: ...

    def words(self, page: int) -> str: ...

    def places(self, page: int) -> tuple[WordPlace, ...]: ...

    def image(self, page: int, dpi: int) -> PageImage: ...


Open = Callable[[bytes], OpenedPaper]


class Refusal(Exception):
    """The paper cannot be shown; the only thing told is a code word of `frames`."""

    def __init__(self, word: bytes) -> None:
        super().__init__()
        self.word = word
