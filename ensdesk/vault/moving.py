"""Moving one record to the other drawer: « Rien que pour moi », and back.

It is committed where it goes before it leaves; what is to be done in between is noted where it
goes, and `finish_moves` does it after a power cut. Nothing is lost, and nothing stays in both.
"""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.aside import LINES
from ensdesk.vault.clock import now, written_time
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.drawer import PRIVATE, Drawer
from ensdesk.vault.erasing import forget_words
from ensdesk.vault.revision import DamagedRecord, Revision, What, named, new_revision
from ensdesk.vault.revision_log import Head

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

    def arrive() -> None:
        way.to.pending.add(_MOVE, told)
        _arrive(way, record_id, kept)
        if way.hides:
            _note(way.to, Act.RECORD_HIDDEN, record_id, _headline(way.to, record_id), at)

    way.to.commit(arrive)
    _finish(way, told, at)
    return True


def finish_moves(main: Drawer, private: Drawer, documents: DocumentStore) -> None:
    """Do again what a power cut left between two drawers; what cannot be done waits.

    Somebody who helps may have written in main meanwhile, or another computer that did not know
    yet, or it was erased there: that goes along.
    """
    for way in (Way(main, private, documents), Way(private, main, documents)):
        with contextlib.suppress(Trouble):
            for told in (*way.to.pending.all(_MOVE), *_left_behind(way)):
                record_id = RecordId(told["record"])
                if _stands(way.source, record_id):
                    _go_along(way, record_id)
                _finish(way, told, None)


def _stands(drawer: Drawer, record_id: RecordId) -> bool:
    """Say whether anything but that it was moved stands here of a record."""
    return any(one.what != What.MOVED for one in drawer.revisions.log.of_record(record_id))


def _go_along(way: Way, record_id: RecordId) -> None:
    """Write what stands in the source where its record went; with a paper that was erased there."""
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
    if gone is not None:
        documents.discard(gone)


def _left_behind(way: Way) -> Iterator[dict[str, str]]:
    """Yield what stands here of moved records."""
    for record_id in way.source.revisions.log.left_behind():
        row = way.source.papers.get(record_id)
        yield {"record": str(record_id), "file": row.kept.name if row else ""}


def _finish(way: Way, told: dict[str, str], at: datetime.datetime | None) -> None:
    record_id, file = RecordId(told["record"]), told["file"]
    if _stands(way.source, record_id):
        way.to.settle()  # what stands nowhere else must not stand in a log: damage drops its tail
        way.source.commit(lambda: _leave(way, record_id, at))
    way.source.search.forget_old()
    way.source.settle()  # the pages of the write-ahead log still hold the words
    if file and not way.source.papers.names(file):
        way.documents.discard(file)
    way.to.pending.done(_MOVE, told)


def _arrive(way: Way, record_id: RecordId, kept: Kept | None) -> str | None:
    """Write what stands in the source; return the file that nobody names when it was erased."""
    source, to = way.source, way.to
    log, view = to.revisions.log, to.revisions.view
    there = source.revisions.log.of_record(record_id)
    if not all(revision.whole() for revision in there):
        raise DamagedRecord(record_id)
    for revision in _following(log.last_moved(record_id), there):
        if not log.has(revision.id):
            log.append(revision)
            if revision.what == What.ERASED:
                log.forget_before(revision)
    if to.revisions.ended(record_id):
        file = forget_words(to, record_id)
        view.show(record_id, None)
        return file
    view.show(record_id, view.derive(record_id))
    _arrive_words(way, record_id)
    row = source.papers.get(record_id)
    if row is None or kept is None:
        return None
    to.papers.add(
        record_id, kept, media_type=row.media_type, original_name=row.original_name, pages=row.pages
    )
    pages = range(1, row.pages + 1)
    to.papers.put_texts(record_id, [source.papers.text(record_id, page) or "" for page in pages])
    for page in pages:
        if png := source.papers.thumbnail(record_id, page):
            to.papers.put_thumbnail(record_id, page, png)
    return None


def _leave(way: Way, record_id: RecordId, at: datetime.datetime | None) -> None:
    source, log = way.source, way.source.revisions.log
    headline = _headline(source, record_id)
    moved = new_revision(
        record_id=record_id,
        kind="",
        sequence=log.next_sequence(),
        time=written_time(at or now()),
        author=source.author,
        what=What.MOVED,
        payload="null",
        parents=tuple(revision.id for revision in log.of_record(record_id)),
    )
    forget_words(source, record_id)
    source.revisions.view.show(record_id, None)
    log.append(moved)  # first: the number of a row tells other copies what is new here
    log.drop(record_id)
    if not way.hides:
        _note(source, Act.RECORD_SHOWN, record_id, headline, at)


def _following(moved: tuple[Head, ...], there: Iterable[Revision]) -> Iterator[Revision]:
    """Yield the revisions as they are written here: after *moved*, if they were here before.

    Then they get new ids, the same each time: by the old ones they would be taken for gone.
    """
    known: dict[bytes, bytes] = {}
    for place, revision in enumerate((one for one in there if one.what != What.MOVED), 1):
        if not moved:
            yield revision
            continue
        parents = [known[parent] for parent in revision.parents if parent in known]
        follows = replace(
            revision,
            sequence=moved[-1].sequence + place,
            parents=tuple(sorted(parents or [head.id for head in moved])),
        )
        renamed = named(follows)
        known[revision.id] = renamed.id
        yield renamed


def _arrive_words(way: Way, record_id: RecordId) -> None:
    """Keep the words of main's journal in the private drawer, or write them back in their lines."""
    key = LINES + record_id
    if not way.hides:
        kept = way.source.aside.get(key)
        way.to.journal.put_words(json.loads(kept) if kept else ())
        return
    kept = way.to.aside.get(key)
    lines = [*(json.loads(kept) if kept else ()), *way.source.journal.words_about(record_id)]
    way.to.aside.put(key, json.dumps(lines).encode())


def _headline(drawer: Drawer, record_id: RecordId) -> str:
    current = drawer.revisions.view.get(record_id)
    return current.headline if current else ""


def _note(
    drawer: Drawer, act: Act, record_id: RecordId, words: str, at: datetime.datetime | None
) -> None:
    drawer.journal.append(act, record_id, words, at=at)
