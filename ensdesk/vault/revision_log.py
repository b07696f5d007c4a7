"""The table of revisions: appended to, and emptied only by erasing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ensdesk.record.record import RecordId
from ensdesk.vault.revision import Revision, What
from ensdesk.vault.vault_file import Connection, Row

_ALL = """SELECT id, record, kind, sequence, time, author, what, salt, digest, payload,
    (SELECT group_concat(hex(parent)) FROM revision_parent WHERE child = revision.id)
    FROM revision"""
_A_HEAD = "NOT EXISTS (SELECT 1 FROM revision_parent WHERE parent = revision.id)"
# Nothing follows it but a `moved` one that holds no more: its record came back.
_HEADS = """SELECT id, sequence, kind, what, digest, payload FROM revision WHERE record = ?
    AND what != 'returned' AND NOT EXISTS (
    SELECT 1 FROM revision_parent AS link JOIN revision AS later ON later.id = link.child
    WHERE link.parent = revision.id AND (revision.what = 'moved' OR later.what != 'moved'
    OR NOT EXISTS (SELECT 1 FROM revision_parent WHERE parent = later.id)))
    ORDER BY sequence, id"""
_LAST_VALUE = """SELECT id, sequence, kind, what, digest, payload FROM revision
    WHERE record = ? AND what = 'value' AND digest IS NOT NULL
    ORDER BY sequence DESC, id DESC LIMIT 1"""
_OLDER = """WITH RECURSIVE older(id) AS (
    SELECT parent FROM revision_parent WHERE child = ?
    UNION SELECT parent FROM revision_parent JOIN older ON child = older.id)
    SELECT id FROM older"""
_KNOWN = """SELECT record FROM revision WHERE id = ?
    UNION SELECT record FROM revision_parent JOIN revision ON id = child
    WHERE parent = ? AND what = 'moved'"""
_WAS_MOVED = """SELECT 1 FROM revision_parent JOIN revision ON id = child
    WHERE parent = ? AND what = 'moved'"""
_AWAY = f"""WITH RECURSIVE later(id) AS (
    SELECT child FROM revision_parent WHERE parent = ?
    UNION SELECT child FROM revision_parent JOIN later ON parent = later.id)
    SELECT 1 FROM later JOIN revision USING (id) WHERE what = 'moved' AND {_A_HEAD}"""  # noqa: S608 - words of ours
_ENDED = f"""SELECT DISTINCT record FROM revision
    WHERE what = 'erased' OR (what = 'moved' AND {_A_HEAD})"""  # noqa: S608 - words of ours
_LEFT_BEHIND = f"""SELECT DISTINCT record FROM revision WHERE what = 'moved' AND {_A_HEAD}
    AND EXISTS (SELECT 1 FROM revision AS other WHERE other.record = revision.record
    AND other.what NOT IN ('moved', 'returned'))"""  # noqa: S608 - words of ours


@dataclass(frozen=True, slots=True)
class Head:
    """A revision as the current view needs it."""

    id: bytes
    sequence: int
    kind: str
    what: str
    digest: bytes | None
    payload: str | None

    @property
    def says(self) -> tuple[str, bytes | None]:
        """What two heads must share to be no conflict."""
        return (self.what, self.digest)


class RevisionLog:
    """The revisions of one drawer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, revision: Revision) -> None:
        """Write a revision and its parents."""
        self._connection.write(
            """INSERT INTO revision(id, record, kind, sequence, time, author, what, salt, digest,
            payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            revision.id,
            revision.record_id,
            revision.kind,
            revision.sequence,
            revision.time,
            revision.author,
            revision.what,
            revision.salt,
            revision.digest,
            revision.payload,
        )
        for parent in revision.parents:
            self._connection.write(
                "INSERT INTO revision_parent(child, parent) VALUES (?, ?)", revision.id, parent
            )

    def empty(self, record_id: RecordId) -> None:
        """Take content and salt from every revision of a record; ids and parents stay."""
        self._connection.write(
            "UPDATE revision SET salt = NULL, digest = NULL, payload = NULL WHERE record = ?",
            record_id,
        )

    def forget_erased(self, record_id: RecordId) -> None:
        """Empty what each `erased` revision of a record follows, as far back as the links go."""
        for (erased,) in self._connection.rows(
            "SELECT id FROM revision WHERE record = ? AND what = 'erased'", record_id
        ):
            self._connection.write(
                f"""UPDATE revision SET salt = NULL, digest = NULL, payload = NULL
                WHERE salt IS NOT NULL AND id IN ({_OLDER})""",  # noqa: S608 - words of ours
                erased,
            )

    def drop(self, record_id: RecordId) -> None:
        """Take every revision of a record away but for those that tell where it is."""
        ids = self._connection.rows(
            "SELECT id FROM revision WHERE record = ? AND what NOT IN ('moved', 'returned')",
            record_id,
        )
        self._connection.write_many("DELETE FROM revision_parent WHERE child = ?", ids)
        self._connection.write_many("DELETE FROM revision WHERE id = ?", ids)

    def has(self, revision_id: bytes) -> bool:
        """Say whether a revision is here."""
        return self._connection.row("SELECT 1 FROM revision WHERE id = ?", revision_id) is not None

    def knows(self, revision_id: bytes, record_id: RecordId) -> bool:
        """Say whether a revision of a record is here, or ever was when it was moved away."""
        found = self._connection.row(_KNOWN, revision_id, revision_id)
        return found is not None and found[0] == record_id

    def was_moved(self, revision_id: bytes) -> bool:
        """Say whether it is told here that a revision went to the other drawer once."""
        return self._connection.row(_WAS_MOVED, revision_id) is not None

    def is_away(self, revision_id: bytes) -> bool:
        """Say whether a revision went to the other drawer, and its record did not come back."""
        return self._connection.row(_AWAY, revision_id) is not None

    def kind(self, record_id: RecordId) -> str | None:
        """Return the kind that a record has for ever; None when nothing here tells it."""
        found = self._connection.row(
            """SELECT kind FROM revision WHERE record = ? AND what NOT IN ('moved', 'returned')
            LIMIT 1""",
            record_id,
        )
        return str(found[0]) if found else None

    def ended(self) -> frozenset[RecordId]:
        """Return the records that were ever erased, or that are moved away now."""
        rows = self._connection.rows(_ENDED)
        return frozenset(RecordId(row[0]) for row in rows)

    def moved(self, record_id: RecordId) -> tuple[bytes, ...]:
        """Return what says that a record is in the other drawer; nothing where it came back."""
        return tuple(head.id for head in self.heads(record_id) if head.what == What.MOVED)

    def left_behind(self) -> tuple[RecordId, ...]:
        """Return the records that are in the other drawer, and of which something is here."""
        rows = self._connection.rows(_LEFT_BEHIND)
        return tuple(RecordId(row[0]) for row in rows)

    def next_sequence(self) -> int:
        """Return a number past every revision here: an order that needs no clock."""
        (last,) = self._connection.rows("SELECT max(sequence) FROM revision")[0]
        return (last or 0) + 1

    def heads(self, record_id: RecordId) -> tuple[Head, ...]:
        """Return the revisions of a record that nothing follows, the longest history last."""
        return tuple(Head(*row) for row in self._connection.rows(_HEADS, record_id))

    def last_value(self, record_id: RecordId) -> Head | None:
        """Return the last revision of a record that holds a value."""
        row = self._connection.row(_LAST_VALUE, record_id)
        return Head(*row) if row else None

    def first_sequence(self, record_id: RecordId) -> int:
        """Return when a record was first written, in the order of sequences."""
        found = self._connection.rows(
            "SELECT min(sequence) FROM revision WHERE record = ?", record_id
        )
        return int(found[0][0] or 0)

    def record_ids(self, slug: str | None = None) -> tuple[RecordId, ...]:
        """Return the records that were ever written, or those of one kind."""
        rows = self._connection.rows(
            "SELECT DISTINCT record FROM revision WHERE kind = coalesce(?, kind)", slug
        )
        return tuple(RecordId(row[0]) for row in rows)

    def writings(self) -> dict[RecordId, tuple[str, str]]:
        """Return who last wrote each live record, and when, as they are kept."""
        rows = self._connection.rows(
            """SELECT record.id, revision.author, revision.time FROM record
            JOIN revision ON revision.id = record.revision WHERE record.live = 1"""
        )
        return {RecordId(record_id): (author, time) for record_id, author, time in rows}

    def of_record(self, record_id: RecordId) -> tuple[Revision, ...]:
        """Return all revisions of a record, the first one first."""
        return tuple(self._revisions("WHERE record = ? ORDER BY sequence, id", record_id))

    def one(self, revision_id: bytes) -> Revision | None:
        return next(self._revisions("WHERE id = ?", revision_id), None)

    def after(self, sequence: int = 0) -> Iterator[Revision]:
        """Yield the revisions past a sequence, parents before children."""
        yield from self._revisions("WHERE sequence > ? ORDER BY sequence, id", sequence)

    def between(self, after: int, up_to: int) -> Iterator[Revision]:
        """Yield some revisions by the numbers of this copy, in the order in which they came."""
        where = "WHERE number > ? AND number <= ? ORDER BY number"
        yield from self._revisions(where, after, up_to)

    def _revisions(self, where: str, *values: object) -> Iterator[Revision]:
        for row in self._connection.each(f"{_ALL} {where}", *values):
            yield _revision(row)


def _revision(row: Row) -> Revision:
    *columns, parents = row
    names = tuple(name for name in Revision.__slots__ if name != "parents")
    listed = parents.split(",") if parents else []
    return Revision(
        **dict(zip(names, columns, strict=True)),
        parents=tuple(sorted(bytes.fromhex(parent) for parent in listed)),
    )
