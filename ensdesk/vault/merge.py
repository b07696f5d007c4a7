"""Taking in what another copy of a drawer holds: the union of both, in any order, repeatable.

No clock decides anything. What was erased on one side goes on both; a revision that the eraser
never saw stays, and becomes a conflict that the person answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ensdesk.record.record import RecordId
from ensdesk.vault.beside import Beside
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import Drawer, PersonRow
from ensdesk.vault.erasing import forget_words
from ensdesk.vault.journal import JournalRow
from ensdesk.vault.paper_rows import PaperSaid
from ensdesk.vault.revision import PLACES, DamagedRecord, Revision, What
from ensdesk.vault.revision_log import RevisionLog


@dataclass(frozen=True, slots=True)
class Said:
    """What another copy of a drawer holds and this one may not have; parents before children."""

    revisions: Sequence[Revision] = field(default=(), repr=False)
    lines: Sequence[JournalRow] = field(default=(), repr=False)
    papers: Sequence[PaperSaid] = field(default=(), repr=False)
    people: Sequence[PersonRow] = field(default=(), repr=False)
    beside: Sequence[Beside] = field(default=(), repr=False)  # for `take_beside`


@dataclass(frozen=True, slots=True)
class Merged:
    """What was new: the records concerned, and how many lines of the journal."""

    records: tuple[RecordId, ...]
    lines: int


def merge(
    drawer: Drawer,
    documents: DocumentStore,
    said: Said,
    beside: Callable[[], object] = lambda: None,
) -> Merged:
    """Take in *said*, whole or not at all, with what *beside* writes.

    The bytes of papers that ended go after their rows. Raises DamagedRecord for a revision that
    is not whole or whose parents nobody has, DamagedJournal for a chain that does not fit.
    """
    files: list[str] = []
    ended: list[RecordId] = []

    def job() -> Merged:
        files.clear()
        records = _take_revisions(drawer, said.revisions)
        lines = drawer.journal.take(said.lines)
        files.extend(_show(drawer, records))
        ended[:] = drawer.revisions.log.ended() - {*drawer.revisions.log.left_behind()}
        drawer.journal.erase_words(*ended)
        _take_papers(drawer, said.papers)
        for person in said.people:
            drawer.meet(person)
        beside()
        return Merged(records, lines)

    merged = drawer.commit(job)
    if ended:
        drawer.search.forget_old()
        drawer.settle()  # the pages of the write-ahead log still hold the words
    for file in files:
        documents.discard(file)
    return merged


def _take_revisions(drawer: Drawer, revisions: Iterable[Revision]) -> tuple[RecordId, ...]:
    log = drawer.revisions.log
    concerned: dict[RecordId, None] = {}
    for revision in revisions:
        if not revision.whole():
            raise DamagedRecord(revision.record_id)
        if log.has(revision.id) or log.is_away(revision.id):
            continue
        if not _fits(log, revision):
            raise DamagedRecord(revision.record_id)
        log.append(revision)
        concerned[revision.record_id] = None
    for record_id in concerned:
        log.forget_erased(record_id)
    return tuple(concerned)


def _fits(log: RevisionLog, revision: Revision) -> bool:
    """Say whether its parents are known, and are of the same record and kind.

    What tells where it is tells no kind, and what it follows may have been nowhere but there.
    """
    if revision.what in PLACES:
        return True
    return log.kind(revision.record_id) in {None, revision.kind} and all(
        log.knows(parent, revision.record_id) for parent in revision.parents
    )


def _show(drawer: Drawer, record_ids: Iterable[RecordId]) -> Iterator[str]:
    """Bring the current view up to date; yield the files that no row names any more.

    What lies beside a record that was moved goes along: `finish_moves`.
    """
    log, view = drawer.revisions.log, drawer.revisions.view
    for record_id in record_ids:
        heads = log.heads(record_id)
        if any(head.digest is None for head in heads):
            raise DamagedRecord(record_id)  # emptied, and nothing came that emptied it
        if all(head.what == What.ERASED for head in heads):
            file = forget_words(drawer, record_id)
            if file is not None:
                yield file
        view.show(record_id, view.derive(record_id, heads))


def _take_papers(drawer: Drawer, papers: Iterable[PaperSaid]) -> None:
    for paper in papers:
        record_id = paper.row.record_id
        if not drawer.revisions.ended(record_id) and drawer.papers.get(record_id) is None:
            drawer.papers.take(paper)
