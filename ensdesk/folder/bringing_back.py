"""Copies that come back: nothing is lost, nothing is written over, it may be repeated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ensdesk.exchange.archive import Archive, ClosedCopy, read_archive
from ensdesk.exchange.records_json import KeptFolder, KeptRecord, records_from_json
from ensdesk.folder.folder import Folder
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.papers import LookedAt, keep_part, note_paper
from ensdesk.kinds.declaration import Declaration
from ensdesk.record.payload import to_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.sealed import is_sealed, open_sealed
from ensdesk.vault.storage_trouble import PlaceGone, telling
from ensdesk.vault.unknown_record import UnknownRecord

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Brought:
    """A copy that was read and proved; its papers are safe beside the folder."""

    folder: KeptFolder
    papers: dict[RecordId, LookedAt]


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many lines came, were there already, and differ from the line of the folder.

    A line that differs is added beside the folder's own; of a `single` kind the folder's stays.
    """

    new: int
    same: int
    differing: int
    erased: int = 0  # lines that were erased here for good: they stay away


def is_closed(path: Path) -> bool:
    """Say whether words are needed to open the copy at *path*."""
    return is_sealed(path)


def known_papers(folder: Folder) -> dict[RecordId, str]:
    """Return the papers of the folder and their SHA-256 in hexadecimal digits."""
    return {row.record_id: row.kept.sha256.hex() for row in folder.drawers.papers()}


def read_copy(
    documents: DocumentStore,
    known: dict[RecordId, str],
    path: Path,
    words: str | None,
    *,
    stop: Stop | None = None,
) -> Brought:
    """Read and prove the whole copy, and keep its papers that are not *known* (lane of work).

    Raises the troubles of copies, of words, of papers and of the place; then nothing stays.
    """
    kept: dict[RecordId, LookedAt] = {}
    try:
        with _opened(path, words) as archive:
            folder = records_from_json(archive.records_json())
            digests = {line.name: line.sha256 for line in archive.manifest.parts}
            for paper in folder.papers:
                if known.get(paper.document) == digests.get(paper.part):
                    continue
                with archive.open(paper.part) as source:
                    kept[paper.document] = keep_part(
                        documents, source, paper.original_name, stop=stop
                    )
    except BaseException as error:
        leave_brought(documents, kept)
        if isinstance(error, PlaceGone):
            raise gone_from(path, error) from None
        raise
    return Brought(folder, kept)


def leave_brought(documents: DocumentStore, papers: Mapping[RecordId, LookedAt]) -> None:
    """Forget the papers of a copy that is not taken in."""
    for looked in papers.values():
        documents.discard(looked.kept.name)


def take_in(folder: Folder, brought: Brought) -> BroughtBack:
    """Write what was brought, whole or not at all (lane of the vault)."""
    weighed = _Weighed(folder, brought)
    for kept in brought.folder.records:
        weighed.weigh(kept)

    def write(drawer: Drawer) -> None:
        for record_id, paper in weighed.papers.items():
            if weighed.drawer[record_id] is drawer:
                note_paper(drawer.papers, record_id, paper)
        lines = [line for line in weighed.changes.values() if weighed.drawer[line.id] is drawer]
        drawer.revisions.write(lines, Act.COPY_BROUGHT_BACK, words=str(len(lines)))

    try:
        for drawer in folder.vault.drawers:
            drawer.commit(partial(write, drawer))
    except BaseException:
        leave_brought(folder.vault.documents, brought.papers)
        raise
    used = {paper.kept.name for paper in weighed.papers.values()}
    for paper in brought.papers.values():
        if paper.kept.name not in used:
            folder.vault.documents.discard(paper.kept.name)
    changed = (change for change in weighed.changes.values() if isinstance(change, Record))
    folder.changed(frozenset(type(change) for change in changed))
    return BroughtBack(len(weighed.changes), weighed.same, weighed.differing, weighed.erased)


def bring_back(folder: Folder, path: Path, words: str | None = None) -> BroughtBack:
    """Read the copy at *path* and take it in, one after the other."""
    brought = read_copy(folder.vault.documents, known_papers(folder), path, words)
    return take_in(folder, brought)


@contextmanager
def _opened(path: Path, words: str | None) -> Iterator[Archive]:
    if not is_sealed(path):
        with telling(), read_archive(path) as archive:
            yield archive
        return
    if not words:
        raise ClosedCopy
    with open_sealed(path, words) as inside, read_archive(inside) as archive:
        yield archive


class _Weighed:
    """What is to be written of a copy, decided line by line."""

    def __init__(self, folder: Folder, brought: Brought) -> None:
        self.changes: dict[RecordId, Record | UnknownRecord] = {}
        self.papers: dict[RecordId, LookedAt] = {}
        self.same = self.differing = self.erased = 0
        self.drawer: dict[RecordId, Drawer] = {}
        self._drawers = folder.drawers
        self._known = known_papers(folder)
        self._brought = brought.papers

    def weigh(self, kept: KeptRecord) -> None:
        """Decide what becomes of one line of the copy."""
        line = self._placed(kept)
        drawer = self._drawers.of(line.id)
        if self._drawers.gone(line.id):
            self.erased += 1
            return
        if self._drawers.away(line.id):  # whose folder it is has it: whoever helps is told no more
            self.same += 1
            return
        paper = self._brought.get(kept.id)
        if self._differs(line, paper):
            self.differing += 1
            if self._has_fixed_id(line):
                return
            line = _beside(line, paper)
        if self._drawers.get(line.id) is not None:
            self.same += 1
            return
        self.changes[line.id] = line
        self.drawer[line.id] = drawer  # beside a private line only a private one
        if paper is not None and line.id not in self._known:
            self.papers[line.id] = paper

    def _placed(self, kept: KeptRecord) -> Record | UnknownRecord:
        record = kept.record()
        if record is None:
            return UnknownRecord(id=kept.id, kind=kept.kind, payload=kept.payload)
        return replace(record, id=self._drawers.main.revisions.fixed_id(record))

    def _differs(self, line: Record | UnknownRecord, paper: LookedAt | None) -> bool:
        here = self._drawers.last(line.id)
        other_bytes = paper is not None and line.id in self._known
        return here is not None and (other_bytes or _digest(here) != _digest(line))

    def _has_fixed_id(self, line: Record | UnknownRecord) -> bool:
        return isinstance(line, Declaration) or (isinstance(line, Record) and line.single)


def _beside(line: Record | UnknownRecord, paper: LookedAt | None) -> Record | UnknownRecord:
    """Give a line that differs an id of its own, the same each time it is brought."""
    bytes_too = paper.kept.sha256.hex() if paper else ""
    named = hashlib.sha256(f"{line.id}{_digest(line)}{bytes_too}".encode()).hexdigest()[:32]
    return replace(line, id=RecordId(named))


def _digest(line: Record | UnknownRecord) -> str:
    if isinstance(line, UnknownRecord):
        said: object = [line.kind, dict(line.payload)]
    else:
        said = [line.slug, to_payload(line)]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
