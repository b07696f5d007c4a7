"""Answering a conflict: one of the versions, or several as records of their own."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ensdesk.record.payload import to_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.clock import now, written_time
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.revision import ENDS, new_revision, payload_text
from ensdesk.vault.revision_store import AnyRecord, Conflict, Removal, Version
from ensdesk.vault.unknown_record import UnknownRecord


def keep(
    drawer: Drawer,
    documents: DocumentStore,
    conflict: Conflict,
    version: Version,
    at: datetime.datetime | None = None,
) -> None:
    """Let the record say what *version* says: the value, taken away, or erased for good."""
    if version.what in ENDS:
        erase(drawer, documents, conflict.record_id, at)
        return
    said: AnyRecord | Removal = version.record or Removal(conflict.record_id)
    drawer.commit(lambda: drawer.revisions.write([said], at=at))


def may_keep_all(drawer: Drawer, conflict: Conflict) -> bool:
    """Say whether each version may be a record of its own: all hold a value, of no fixed id."""
    return all(
        isinstance(version.record, UnknownRecord)
        or (version.record is not None and _has_own_id(drawer, version.record))
        for version in conflict.versions
    )


def keep_all(drawer: Drawer, conflict: Conflict, at: datetime.datetime | None = None) -> None:
    """Keep the first version, and make a record of each other one.

    Its id follows from that version: two computers that answer alike make the same record.
    """
    first, *others = conflict.versions
    made = [_as(version.record, beside_id(drawer, conflict, version)) for version in others]

    def write() -> None:
        drawer.revisions.write([_as(first.record, conflict.record_id), *made], at=at)
        for record in made:
            _copy_paper(drawer, conflict.record_id, record.id)

    drawer.commit(write)


def beside_id(drawer: Drawer, conflict: Conflict, version: Version) -> RecordId:
    """Return the id of the record that `keep_all` makes of a version."""
    return drawer.revisions.beside_id(conflict.record_id, version.revision)


def put_apart(drawer: Drawer, conflict: Conflict, at: datetime.datetime | None = None) -> None:
    """Take an answer back: the versions stand side by side again, in revisions of their own."""
    made = [beside_id(drawer, conflict, version) for version in conflict.versions[1:]]

    def write() -> None:
        drawer.revisions.write([Removal(record_id) for record_id in made], at=at)
        _write_apart(drawer, conflict, at)
        drawer.journal.append(Act.RECORD_CHANGED, conflict.record_id, at=at)

    drawer.commit(write)


def _write_apart(drawer: Drawer, conflict: Conflict, at: datetime.datetime | None) -> None:
    revisions, record_id = drawer.revisions, conflict.record_id
    heads = revisions.log.heads(record_id)
    for version in conflict.versions:
        revision = new_revision(
            record_id=record_id,
            kind=heads[-1].kind,
            sequence=revisions.log.next_sequence(),
            time=written_time(at or now()),
            author=drawer.author,
            what=version.what,
            payload=_payload_of(version.record),
            parents=tuple(head.id for head in heads),
        )
        revisions.log.append(revision)
    revisions.view.show(record_id, revisions.view.derive(record_id))


def _payload_of(record: AnyRecord | None) -> str:
    match record:
        case None:
            return "null"
        case UnknownRecord(payload=payload):
            return payload_text(payload)
    return payload_text(to_payload(record))


def _has_own_id(drawer: Drawer, record: Record) -> bool:
    elsewhere = replace(record, id=RecordId("0" * 32))
    return drawer.revisions.fixed_id(elsewhere) == elsewhere.id


def _as(record: AnyRecord | None, record_id: RecordId) -> AnyRecord:
    assert record is not None, "asked only when all hold a value"  # noqa: S101 - a bug
    return replace(record, id=record_id)


def _copy_paper(drawer: Drawer, record_id: RecordId, to: RecordId) -> None:
    """Let both records have the paper: one file, named by two rows."""
    paper = drawer.papers.said(record_id)
    if paper is not None and drawer.papers.get(to) is None:
        drawer.papers.take(replace(paper, row=replace(paper.row, record_id=to)))
