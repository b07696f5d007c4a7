"""Moving one record to the other drawer: « Rien que pour moi », and back.

It is committed where it goes before it leaves; what is to be done in between is noted where it
goes, and `finish_moves` does it after a power cut. Nothing is lost, and nothing stays in both.
A revision is the same one in either drawer: what was erased on another computer meanwhile, or
changed, is so wherever its record lies.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.beside import keep_lines, lines_of
from ensdesk.vault.clock import now, written_time
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.drawer import PRIVATE, Drawer
from ensdesk.vault.erasing import forget_words
from ensdesk.vault.revision import PLACES, DamagedRecord, What, new_revision

_MOVE = "move"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a record goes from and to: two drawers of one folder, and its papers' bytes."""

    source: Drawer
    to: Drawer
    documents: DocumentStore

    @property
    def hides(self) -> bool:
        return self.to.name == PRIVATE


def move(
    way: Way, record_id: RecordId, kept: Kept | None = None, at: datetime.datetime | None = None
) -> bool:
    """Move a record with its history, its paper and its words; False when it is not there.

    *kept* are the bytes of its paper, encrypted anew: their old name and key say nothing of them.
    When this returns no page of the source holds a word of it. Raises DamagedRecord and the
    troubles of the place.
    """
    if not way.source.revisions.holds(record_id):
        return False
    row = way.source.papers.get(record_id)
    told = {"record": str(record_id), "file": row.kept.name if row else ""}

    def arrive() -> tuple[str, ...]:
        way.to.pending.add(_MOVE, told)
        left = _arrive(way, record_id, kept)
        if way.hides:
            _note(way.to, Act.RECORD_HIDDEN, record_id, _headline(way.to, record_id), at)
        return left

    for file in way.to.commit(arrive):
        way.documents.discard(file)
    _finish(way, told, at, wanted=True)
    return True


def finish_moves(main: Drawer, private: Drawer, documents: DocumentStore) -> None:
    """Do again what a power cut left between two drawers, and what another copy moved.

    Somebody who helps may have written in main meanwhile, or another computer that did not know
    yet, or it was erased there: that goes along. A record that one computer hid and another one
    showed is hidden. What cannot be done waits.
    """
    for way in (Way(main, private, documents), Way(private, main, documents)):
        with contextlib.suppress(Trouble):
            for told in way.to.pending.all(_MOVE):
                _do_again(way, told, wanted=True)
            if not way.hides:
                _let_stay_hidden(main, private)
            for told in _left_behind(way):
                _do_again(way, told, wanted=False)


def _stands(drawer: Drawer, record_id: RecordId) -> bool:
    """Say whether anything but where it is stands here of a record."""
    return any(one.what not in PLACES for one in drawer.revisions.log.of_record(record_id))


def _left_behind(way: Way) -> Iterator[dict[str, str]]:
    """Yield what stands here of records that are where *way* leads."""
    for record_id in way.source.revisions.log.left_behind():
        row = way.source.papers.get(record_id)
        yield {"record": str(record_id), "file": row.kept.name if row else ""}


def _let_stay_hidden(main: Drawer, private: Drawer) -> None:
    """Say that it came back of what is hidden while another copy showed it."""
    for record_id in private.revisions.log.left_behind():
        if main.revisions.log.moved(record_id):
            private.commit(partial(_come_back, private, record_id))


def _do_again(way: Way, told: dict[str, str], *, wanted: bool) -> None:
    record_id = RecordId(told["record"])
    if _stands(way.source, record_id):
        _go_along(way, record_id)
    _finish(way, told, None, wanted=wanted)


def _go_along(way: Way, record_id: RecordId) -> None:
    """Write what stands in the source where its record went, with a paper that is not there."""
    row, documents = way.source.papers.get(record_id), way.documents
    kept = None
    if row is not None and way.to.papers.get(record_id) is None:
        with documents.stream(row.kept) as clear:
            kept = documents.keep(clear)
    try:
        gone = way.to.commit(partial(_arrive, way, record_id, kept))
    except BaseException:
        if kept is not None:
            documents.discard(kept.name)
        raise
    for file in gone:
        documents.discard(file)


def _finish(way: Way, told: dict[str, str], at: datetime.datetime | None, *, wanted: bool) -> None:
    """Do what comes after the commit where it goes; a person *wanted* it, or it goes along."""
    record_id, file = RecordId(told["record"]), told["file"]
    if _stands(way.source, record_id):
        way.to.settle()  # what stands nowhere else must not stand in a log: damage drops its tail
        way.source.commit(lambda: _leave(way, record_id, at, wanted=wanted))
    way.source.search.forget_old()
    way.source.settle()  # the pages of the write-ahead log still hold the words
    if file and not way.source.papers.names(file):
        way.documents.discard(file)
    way.to.pending.done(_MOVE, told)


def _arrive(way: Way, record_id: RecordId, kept: Kept | None) -> tuple[str, ...]:
    """Write what stands in the source; return the files that nobody names when it was erased."""
    source, to = way.source, way.to
    log, view = to.revisions.log, to.revisions.view
    there = source.revisions.log.of_record(record_id)
    if not all(revision.whole() for revision in there):
        raise DamagedRecord(record_id)
    _come_back(to, record_id)
    for revision in there:
        if revision.what not in PLACES and not log.has(revision.id):
            log.append(revision)
    log.forget_erased(record_id)
    if to.revisions.ended(record_id):
        gone = forget_words(to, record_id)
        view.show(record_id, None)
        return tuple(file for file in (gone, kept.name if kept else None) if file)
    view.show(record_id, view.derive(record_id))
    _arrive_words(way, record_id)
    said = source.papers.said(record_id)
    if said is not None and kept is not None:
        to.papers.take(replace(said, row=replace(said.row, kept=kept)))
    return ()


def _come_back(drawer: Drawer, record_id: RecordId) -> None:
    """Let what said that a record was moved away from here hold no more."""
    log, view = drawer.revisions.log, drawer.revisions.view
    if away := log.moved(record_id):
        _say_where(drawer, record_id, What.RETURNED, away, None)
        view.show(record_id, view.derive(record_id))


def _leave(way: Way, record_id: RecordId, at: datetime.datetime | None, *, wanted: bool) -> None:
    """Take a record away from the source; what is left tells that it was moved."""
    source, log = way.source, way.source.revisions.log
    here, headline = log.of_record(record_id), _headline(source, record_id)
    forget_words(source, record_id)
    source.revisions.view.show(record_id, None)
    told = all(log.was_moved(one.id) for one in here if one.what not in PLACES)
    if not told or not log.moved(record_id):
        # First: the number of a row tells other copies what is new here.
        _say_where(source, record_id, What.MOVED, tuple(one.id for one in here), at)
    log.drop(record_id)
    if wanted and not way.hides:
        _note(source, Act.RECORD_SHOWN, record_id, headline, at)


def _say_where(
    drawer: Drawer,
    record_id: RecordId,
    what: What,
    parents: tuple[bytes, ...],
    at: datetime.datetime | None,
) -> None:
    drawer.revisions.log.append(
        new_revision(
            record_id=record_id,
            kind="",
            sequence=drawer.revisions.log.next_sequence(),
            time=written_time(at or now()),
            author=drawer.author,
            what=what,
            payload="null",
            parents=parents,
        )
    )


def _arrive_words(way: Way, record_id: RecordId) -> None:
    """Keep the words of main's journal in the private drawer, or write them back in their lines."""
    if way.hides:
        keep_lines(way.to, record_id, way.source.journal.words_about(record_id))
    else:
        way.to.journal.put_words(lines_of(way.source, record_id))


def _headline(drawer: Drawer, record_id: RecordId) -> str:
    current = drawer.revisions.view.get(record_id)
    return current.headline if current else ""


def _note(
    drawer: Drawer, act: Act, record_id: RecordId, words: str, at: datetime.datetime | None
) -> None:
    drawer.journal.append(act, record_id, words, at=at)
