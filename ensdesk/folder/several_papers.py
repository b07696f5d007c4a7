"""Several papers at once: looked at before anything is written, then brought in as one act."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ensdesk.folder.change import Change
from ensdesk.folder.folder import Folder
from ensdesk.folder.lying_files import LyingFile, files_of
from ensdesk.folder.papers import LookedAt, look_again, note_paper
from ensdesk.folder.proposals import proposed_from
from ensdesk.kinds.document import Document
from ensdesk.language import N_
from ensdesk.reading.reader import HEAD, MOST_BYTES, BegunLook, Look, sniff
from ensdesk.trouble import Trouble
from ensdesk.vault.document_store import (
    DocumentStore,
    EmptyPaper,
    Kept,
    PaperUnreadable,
    Stopped,
)
from ensdesk.vault.streams import Stop

Tell = Callable[[float], object]
_PIECE = 1 << 20
_TOGETHER = 8  # papers made safe on the disk at once: each alone costs as much
_AT_ONCE = 2  # papers being read elsewhere while the next one is begun
_MOST_LETTERS = 16_000_000  # of all words held between the look and the act


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper that may come in: its line as proposed, and whether its bytes are there already.

    *look* is what was seen of it; None when it cannot be shown, or must be looked at again.
    """

    place: str
    record: Document
    size: int
    sha256: bytes
    media_type: str
    look: Look | None
    same: bool = False


@dataclass(frozen=True, slots=True)
class LeftFile:
    """A file that is not taken, and why (an English msgid)."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies where the person pointed."""

    paths: tuple[Path, ...]
    papers: tuple[FoundPaper, ...]
    left: tuple[LeftFile, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """Papers whose bytes are safe beside the folder, and what could not be read to its end."""

    papers: tuple[tuple[Document, LookedAt], ...]
    left: int


def look_around(paths: tuple[Path, ...], today: datetime.date, tell: Tell, stop: Stop) -> Found:
    """Look at every paper of *paths*; nothing is written (lane of work).

    Raises Stopped, TooManyFiles, StrangeZip and PaperUnreadable.
    """
    whole = max(1, sum(file.size for file in files_of(paths)))
    papers: list[FoundPaper] = []
    left: list[LeftFile] = []
    begun: deque[_BegunPaper] = deque()
    done = letters = 0

    def take(count: int) -> None:
        """Finish the looks that began first, until no more than *count* are under way."""
        nonlocal letters
        while len(begun) > count:
            paper = _looked_at(begun.popleft(), today)
            letters += sum(map(len, paper.look.text)) if paper.look else 0
            papers.append(paper if letters < _MOST_LETTERS else replace(paper, look=None))

    with contextlib.ExitStack() as looks:
        for file in files_of(paths):
            if stop():
                raise Stopped
            if file.why or not file.size:
                left.append(LeftFile(file.name, file.why or N_("it is empty")))
            else:
                try:
                    begun.append(_begin(file, stop, looks))
                except OSError:
                    left.append(LeftFile(file.name, N_("it cannot be read")))
            take(_AT_ONCE)
            done += file.size
            tell(done / whole)
        take(0)
    return Found(paths, tuple(papers), tuple(left))


def mark_same(folder: Folder, found: Found) -> Found:
    """Mark the papers that the folder, or the choice itself, holds already (lane of the vault)."""
    known = folder.drawers
    seen: set[bytes] = set()
    marked = []
    for paper in found.papers:
        live = any(map(folder.record, known.same_bytes(paper.sha256)))
        marked.append(replace(paper, same=live or paper.sha256 in seen))
        seen.add(paper.sha256)
    return replace(found, papers=tuple(marked))


def bring_in(
    folder: Folder, found: Found, places: Collection[str], tell: Tell, stop: Stop
) -> Brought:
    """Keep the bytes of the papers at *places*; a stop keeps those that are whole (lane of work).

    After any other trouble nothing stays.
    """
    chosen = {paper.place: paper for paper in found.papers if paper.place in places}
    whole = max(1, sum(paper.size for paper in chosen.values()))
    coming = _Coming(folder.vault.documents)
    done = left = 0
    try:
        for file in files_of(found.paths):
            paper = chosen.get(file.place)
            if paper is None:
                continue
            if stop():
                break
            try:
                coming.write(paper, file, stop)
            except Stopped:
                break
            except (EmptyPaper, PaperUnreadable, OSError):
                left += 1
                continue
            done += paper.size
            tell(done / whole)
        coming.settle()
    except BaseException:
        coming.discard()
        raise
    return Brought(tuple(coming.papers), left)


class _Coming:
    """Papers on their way in: some wait to be made safe on the disk together."""

    def __init__(self, documents: DocumentStore) -> None:
        self.papers: list[tuple[Document, LookedAt]] = []
        self._documents = documents
        self._waiting: list[tuple[FoundPaper, str, Kept]] = []

    def write(self, paper: FoundPaper, file: LyingFile, stop: Stop) -> None:
        """Write the bytes of one more. Raises as `DocumentStore.write`, and OSError."""
        with file.open() as source:
            kept = self._documents.write(source, stop=stop)
        self._waiting.append((paper, file.name, kept))
        if len(self._waiting) == _TOGETHER:
            self.settle()

    def settle(self) -> None:
        """Make those that wait safe."""
        self._documents.settle([kept for _paper, _name, kept in self._waiting])
        for paper, name, kept in self._waiting:
            self.papers.append((paper.record, _seen(self._documents, paper, name, kept)))
        self._waiting.clear()

    def discard(self) -> None:
        """Leave nothing of any."""
        names = [kept.name for _paper, _name, kept in self._waiting]
        for name in (*names, *(looked.kept.name for _record, looked in self.papers)):
            self._documents.discard(name)


def _seen(documents: DocumentStore, paper: FoundPaper, name: str, kept: Kept) -> LookedAt:
    """Return what the look saw, or look again at bytes that changed since."""
    known = paper.look if kept.sha256 == paper.sha256 else None
    if known is None:
        return look_again(documents, kept, name)
    return LookedAt(kept, paper.media_type, name, known.pages, known.text, None)


def add_all(folder: Folder, brought: Brought) -> None:
    """Make every paper a line of the folder: one act, one undo (lane of the vault)."""
    papers = folder.vault.main.papers

    def note() -> None:
        for record, looked in brought.papers:
            note_paper(papers, record.id, looked)

    after = tuple(record for record, _looked in brought.papers)
    folder.do(Change(N_("Add several papers"), after=after), note)


def leave(folder: Folder, brought: Brought) -> None:
    """Forget the bytes of papers that were not added."""
    for _record, looked in brought.papers:
        folder.vault.documents.discard(looked.kept.name)


@dataclass(frozen=True, slots=True)
class _BegunPaper:
    """A paper that is being read elsewhere."""

    file: LyingFile
    media_type: str
    sha256: bytes
    size: int
    look: BegunLook | None


def _begin(file: LyingFile, stop: Stop, looks: contextlib.ExitStack) -> _BegunPaper:
    """Begin the look at a paper, and take its digest meanwhile."""
    with file.open() as source:
        media = sniff(source.read(HEAD))
        source.seek(0)
        look = _begun(source, media, file.size)
        if look is not None:
            looks.callback(look.leave)
        sha256, size = _digest(source, stop)
        source.seek(0)
        if look is not None:
            with contextlib.suppress(Trouble):  # its end tells the same
                look.give()
    return _BegunPaper(file, media, sha256, size, look)


def _begun(source: BinaryIO, media: str, size: int) -> BegunLook | None:
    try:
        return BegunLook(source, media) if size <= MOST_BYTES else None
    except Trouble:
        return None  # it is kept all the same: its page says what can be done


def _looked_at(paper: _BegunPaper, today: datetime.date) -> FoundPaper:
    try:
        seen = paper.look.end() if paper.look is not None else None
    except Trouble:
        seen = None
    file = paper.file
    record = proposed_from(file.name, seen.text[0] if seen and seen.text else "")
    if any(record.problems(today)):
        record = replace(record, date=None)
    return FoundPaper(file.place, record, paper.size, paper.sha256, paper.media_type, seen)


def _digest(source: BinaryIO, stop: Stop) -> tuple[bytes, int]:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        if stop():
            raise Stopped
        digest.update(piece)
        size += len(piece)
    return digest.digest(), size
