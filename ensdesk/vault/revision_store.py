"""Records as a set of revisions: every change appends one; what is current follows from them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from ensdesk.kinds import BY_SLUG
from ensdesk.kinds.declaration import Declaration
from ensdesk.record.payload import to_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.clock import now, read_time, written_time
from ensdesk.vault.current_view import Current, CurrentView, current_of, read_record
from ensdesk.vault.journal import Journal
from ensdesk.vault.revision import (
    ENDS,
    PLACES,
    DamagedRecord,
    Revision,
    What,
    new_revision,
    payload_text,
)
from ensdesk.vault.revision_log import RevisionLog
from ensdesk.vault.search_index import SearchIndex
from ensdesk.vault.unknown_record import UnknownRecord
from ensdesk.vault.vault_file import Connection, FolderDamaged

R = TypeVar("R", bound=Record)
AnyRecord = Record | UnknownRecord


@dataclass(frozen=True, slots=True)
class Removal:
    """A change that retires a record; it comes back when it is written again."""

    record_id: RecordId


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote something (a key slot), and when."""

    author: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one revision wrote it; None where that revision took it away (`what`)."""

    revision: bytes
    written: Written
    record: AnyRecord | None
    what: str = What.VALUE


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record of which two sides wrote different things."""

    record_id: RecordId
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Readable:
    """What could be read, and the ids of what could not."""

    records: tuple[AnyRecord, ...]
    damaged: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a change says, as a revision holds it."""

    record_id: RecordId
    kind: str
    what: What
    payload: str


class RevisionStore:
    """The records of one drawer."""

    def __init__(
        self,
        connection: Connection,
        folder_id: str,
        author: str,
        journal: Journal,
        search: SearchIndex,
    ) -> None:
        self._connection = connection
        self._folder_id = folder_id
        self._author = author
        self._journal = journal
        self._search = search
        self.log = RevisionLog(connection)
        self.view = CurrentView(connection, self.log, search)

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the live records of a kind, in the order in which they were first written.

        Raises DamagedRecord; `readable` goes on without the damaged ones.
        """
        rows = _sound(self.view.of_kind(kind.slug))
        return cast("tuple[R, ...]", tuple(row.record() for row in rows))

    def readable(self, slug: str) -> Readable:
        """Return every live record of a kind that can be read, known or unknown."""
        rows, damaged = self.view.of_kind(slug)
        return Readable(tuple(row.record() for row in rows), damaged)

    def get(self, record_id: RecordId) -> AnyRecord | None:
        """Return a live record; None when there is none. Raises DamagedRecord."""
        row = self.view.get(record_id)
        return row.record() if row and row.live else None

    def last(self, record_id: RecordId) -> AnyRecord | None:
        """Return a record as it last was, retired or not. Raises DamagedRecord."""
        row = self.view.get(record_id)
        return row.record() if row else None

    def removed(self) -> tuple[AnyRecord, ...]:
        """Return what was retired, as it last was, the latest first.

        `written` tells who retired it and when.
        """
        return tuple(row.record() for row in self.view.retired()[0])

    def unknown_kinds(self) -> tuple[str, ...]:
        """Return the slugs of kinds that only a newer ensdesk knows; `readable` reads them."""
        return tuple(slug for slug in self.view.kinds() if slug not in BY_SLUG)

    def written(self, record_id: RecordId) -> Written | None:
        """Return who last wrote a record, and when."""
        row = self._connection.row(
            """SELECT author, time FROM revision
            WHERE id = (SELECT revision FROM record WHERE id = ?)""",
            record_id,
        )
        return Written(row[0], read_time(row[1])) if row else None

    def history(self, record_id: RecordId) -> tuple[Version, ...]:
        """Return every version of a record that still holds something, the first one first."""
        return tuple(
            _version(revision)
            for revision in self.log.of_record(record_id)
            if revision.payload is not None and revision.what not in PLACES
        )

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the records of which two heads say different things."""
        return tuple(
            Conflict(
                record_id,
                tuple(
                    _version(revision)
                    for head in self.log.heads(record_id)
                    if (revision := self.log.one(head.id)) is not None
                ),
            )
            for record_id in self.view.conflicts()
        )

    def single_id(self, kind: type[Record]) -> RecordId:
        """Return the one id that a record of a `single` kind has in this folder."""
        return self._derived_id("single", kind.slug)

    def declaration_id(self, slug: str) -> RecordId:
        """Return the one id of the declaration « none » about the section of a kind."""
        return self._derived_id("declaration", slug)

    def beside_id(self, record_id: RecordId, revision: bytes) -> RecordId:
        """Return the id of the record that one version of another one becomes."""
        return self._derived_id("both", record_id, revision.hex())

    def fixed_id(self, record: Record) -> RecordId:
        """Return the id that *record* must have here: its own, for most kinds."""
        if isinstance(record, Declaration):
            return self.declaration_id(record.about)
        return self.single_id(type(record)) if record.single else record.id

    def write(
        self,
        changes: Sequence[AnyRecord | Removal],
        act: str | None = None,
        author: str | None = None,
        at: datetime.datetime | None = None,
        *,
        words: str = "",
    ) -> tuple[RecordId, ...]:
        """Append a revision for each change, all or none; return the ids that did change.

        Without *act* each change has its own line in the journal; with it there is one line with
        *words* for all. What is already so is not written again, so that bringing back a copy may
        be repeated. Raises ValueError for an id that is not `fixed_id`.
        """
        by, moment = author or self._author, at or now()
        try:
            return self._write(changes, act, by, moment, words)
        except FolderDamaged:
            if self._connection.in_transaction or self._search.whole():
                raise
        self._search.rebuild()
        return self._write(changes, act, by, moment, words)

    def holds(self, record_id: RecordId) -> bool:
        """Say whether something is written about a record that erasing would take away."""
        heads = self.log.heads(record_id)
        return any(head.what not in ENDS for head in heads)

    def erased(self, record_id: RecordId) -> bool:
        """Say whether a record was erased here, and not written again since."""
        heads = self.log.heads(record_id)
        return bool(heads) and all(head.what == What.ERASED for head in heads)

    def ended(self, record_id: RecordId) -> bool:
        """Say whether a record was erased or moved away, and nothing else is left of it."""
        heads = self.log.heads(record_id)
        return bool(heads) and all(head.what in ENDS for head in heads)

    def erase(self, record_id: RecordId, at: datetime.datetime | None = None) -> None:
        """Empty every revision of a record and write, after all heads, that it was erased."""
        heads = self.log.heads(record_id)
        revision = new_revision(
            record_id=record_id,
            kind=heads[-1].kind,
            sequence=self.log.next_sequence(),
            time=written_time(at or now()),
            author=self._author,
            what=What.ERASED,
            payload="null",
            parents=tuple(head.id for head in heads),
        )
        with self._connection.transaction():
            self.view.show(record_id, None)
            self.log.empty(record_id)
            self.log.append(revision)

    def revisions(self, after: int = 0) -> Iterator[Revision]:
        """Yield all revisions whose sequence is past *after*, parents before children."""
        return self.log.after(after)

    def rebuild_current(self) -> tuple[RecordId, ...]:
        """Derive the current view again, and the index; return what is too damaged for it."""
        return self.view.rebuild()

    def damaged(self) -> tuple[RecordId, ...]:
        """Return the records of which a revision or the current row is damaged, mending none."""
        wrong = [revision.record_id for revision in self.log.after() if not revision.whole()]
        return tuple(dict.fromkeys((*wrong, *self.view.damaged())))

    def _write(
        self,
        changes: Sequence[AnyRecord | Removal],
        act: str | None,
        by: str,
        moment: datetime.datetime,
        words: str,
    ) -> tuple[RecordId, ...]:
        changed: list[RecordId] = []
        with self._connection.transaction():
            for change in changes:
                said = self._said(change)
                done = self._append(said, by, moment) if said else None
                if done is None:
                    continue
                its_act, current = done
                changed.append(current.id)
                if act is None:
                    self._journal.append(
                        its_act, current.id, current.headline, author=by, at=moment
                    )
            if act is not None and changed:
                only = changed[0] if len(changed) == 1 else None
                self._journal.append(act, only, words, author=by, at=moment)
        return tuple(changed)

    def _said(self, change: AnyRecord | Removal) -> _Said | None:
        match change:
            case Removal(record_id):
                values = self.log.last_value(record_id)
                return _Said(record_id, values.kind, What.RETIRED, "null") if values else None
            case UnknownRecord(id=record_id, kind=kind, payload=payload):
                return _Said(record_id, kind, What.VALUE, payload_text(payload))
        if change.id != self.fixed_id(change):
            raise ValueError("this kind of record has one fixed id: see fixed_id")
        return _Said(change.id, change.slug, What.VALUE, payload_text(to_payload(change)))

    def _append(
        self, said: _Said, author: str, at: datetime.datetime
    ) -> tuple[Act, Current] | None:
        """Write one revision that follows all heads; None when they already say the same."""
        heads = self.log.heads(said.record_id)
        revision = new_revision(
            record_id=said.record_id,
            kind=said.kind,
            sequence=self.log.next_sequence(),
            time=written_time(at),
            author=author,
            what=said.what,
            payload=said.payload,
            parents=tuple(head.id for head in heads),
        )
        if heads and {head.says for head in heads} == {(said.what, revision.digest)}:
            return None
        if any(head.kind != said.kind for head in heads if head.what != What.MOVED):
            raise ValueError("a record keeps its kind for ever")
        before = self.view.get(said.record_id) if heads else None
        if said.what is What.RETIRED and before is None:
            return None
        self.log.append(revision)
        current = self._shown(revision, before)
        self.view.show(said.record_id, current)
        return _act(said, before), current

    def _shown(self, revision: Revision, before: Current | None) -> Current:
        if revision.payload is None or revision.what != What.VALUE:
            return self._retired(revision.record_id)
        return current_of(
            revision.record_id,
            revision.kind,
            revision.payload,
            live=True,
            conflict=False,
            place=before.place if before else self.log.first_sequence(revision.record_id),
            revision=revision.id,
        )

    def _retired(self, record_id: RecordId) -> Current:
        retired = self.view.derive(record_id)
        if retired is None:  # pragma: no cover - there was a value when the change was read
            raise DamagedRecord(record_id)
        return retired

    def _derived_id(self, *words: str) -> RecordId:
        text = "\x1f".join((self._folder_id, *words))
        return RecordId(hashlib.sha256(text.encode()).hexdigest()[:32])


def _act(said: _Said, before: Current | None) -> Act:
    if said.what is What.RETIRED:
        return Act.RECORD_REMOVED
    if before is None:
        return Act.PAPER_ADDED if said.kind == "document" else Act.RECORD_ADDED
    return Act.RECORD_CHANGED if before.live else Act.RECORD_BROUGHT_BACK


def _version(revision: Revision) -> Version:
    record = None
    if revision.what == What.VALUE and revision.payload is not None:
        if not revision.whole():
            raise DamagedRecord(revision.record_id)
        record = read_record(revision.record_id, revision.kind, revision.payload)
    written = Written(revision.author, read_time(revision.time))
    return Version(revision.id, written, record, revision.what)


def _sound(found: tuple[tuple[Current, ...], tuple[RecordId, ...]]) -> tuple[Current, ...]:
    rows, damaged = found
    if damaged:
        raise DamagedRecord(damaged[0])
    return rows
