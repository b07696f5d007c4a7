"""The tables of a vault file: a step's position in STEPS is the version it leads to.

Payloads are JSON, so a new field needs no step. Steps are only ever added at the end and run on a
new file (`vault_file.rewrite`) before the header names it. Where a row may outgrow its page, its
digest stands in a column before: a damaged last page comes back as zeros without any error.
"""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.vault.header import NewerFolder
from ensdesk.vault.vault_file import Connection, FolderDamaged

# The date `until` of a row; nothing where the row is damaged. Asked in the words of its index.
UNTIL = "CASE WHEN json_valid(payload) THEN json_extract(payload, '$.until') END"

_FIRST = (
    # Which folder and which drawer this file is, and which copy of them (a chain of the journal).
    """CREATE TABLE folder(
        one INTEGER PRIMARY KEY CHECK (one = 1),
        folder_id TEXT NOT NULL, drawer TEXT NOT NULL, installation TEXT NOT NULL)""",
    "CREATE TABLE person(slot TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    # what: value, retired, erased, moved, returned. Erasing empties salt, digest and payload.
    """CREATE TABLE revision(
        number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, record TEXT NOT NULL,
        kind TEXT NOT NULL, sequence INTEGER NOT NULL, time TEXT NOT NULL, author TEXT NOT NULL,
        what TEXT NOT NULL, salt BLOB, digest BLOB, payload TEXT)""",
    "CREATE INDEX revision_of_record ON revision(record)",
    "CREATE INDEX revision_in_order ON revision(sequence)",
    "CREATE INDEX revision_moved ON revision(record) WHERE what = 'moved'",  # asked at each opening
    """CREATE TABLE revision_parent(child BLOB NOT NULL, parent BLOB NOT NULL,
        PRIMARY KEY (child, parent)) WITHOUT ROWID""",
    "CREATE INDEX child_of_revision ON revision_parent(parent)",
    # The current view, derived from the heads. words: what the search index reads.
    """CREATE TABLE record(
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        live INTEGER NOT NULL, conflict INTEGER NOT NULL, place INTEGER NOT NULL,
        happened TEXT, revision BLOB NOT NULL, digest BLOB NOT NULL,
        headline TEXT NOT NULL, words TEXT NOT NULL, payload TEXT NOT NULL)""",
    "CREATE INDEX record_of_kind ON record(kind, live, place)",
    "CREATE INDEX record_in_time ON record(live, happened)",
    "CREATE INDEX record_in_conflict ON record(conflict) WHERE conflict",
    # Asked by the home page: few of many papers end at all.
    f"CREATE INDEX record_ending ON record(kind, {UNTIL}) WHERE {UNTIL} IS NOT NULL",
    """CREATE TABLE journal(
        number INTEGER PRIMARY KEY, chain TEXT NOT NULL, place INTEGER NOT NULL,
        time TEXT NOT NULL, act TEXT NOT NULL, author TEXT NOT NULL, record TEXT,
        commitment BLOB NOT NULL, link BLOB NOT NULL, salt BLOB, words TEXT,
        UNIQUE (chain, place))""",
    # Asked by the home page: few of many lines are openings.
    "CREATE INDEX journal_opened ON journal(chain) WHERE act = 'opened'",
    """CREATE TABLE document(
        record TEXT PRIMARY KEY, name TEXT NOT NULL, identity TEXT NOT NULL,
        media_type TEXT NOT NULL, original_name TEXT NOT NULL, pages INTEGER NOT NULL,
        sha256 BLOB NOT NULL, size INTEGER NOT NULL,
        age_sha256 BLOB NOT NULL, age_size INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX document_by_digest ON document(sha256)",
    "CREATE INDEX document_by_name ON document(name)",
    """CREATE TABLE page_text(
        number INTEGER PRIMARY KEY, record TEXT NOT NULL, page INTEGER NOT NULL,
        digest BLOB NOT NULL, words TEXT NOT NULL, UNIQUE (record, page))""",
    """CREATE TABLE thumbnail(
        number INTEGER PRIMARY KEY, record TEXT NOT NULL, page INTEGER NOT NULL,
        digest BLOB NOT NULL, png BLOB NOT NULL, UNIQUE (record, page))""",
    """CREATE TABLE aside(
        number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
        digest BLOB NOT NULL, value BLOB NOT NULL)""",
    # What must be done again at opening after a power cut between two drawers.
    """CREATE TABLE pending(
        number INTEGER PRIMARY KEY, act TEXT NOT NULL, digest BLOB NOT NULL,
        value BLOB NOT NULL)""",
)


def _first(connection: Connection) -> None:
    for statement in _FIRST:
        connection.write(statement)


STEPS: tuple[Callable[[Connection], None], ...] = (_first,)


def make_tables(connection: Connection) -> None:
    """Take every step that this file has not taken yet, in one transaction."""
    with connection.transaction():
        for step in STEPS[connection.version() :]:
            step(connection)
        connection.set_version(len(STEPS))


def must_fit(connection: Connection) -> None:
    """Raise NewerFolder for tables of a later ensdesk, FolderDamaged for unfinished ones."""
    version = connection.version()
    if version > len(STEPS):
        raise NewerFolder
    if version < len(STEPS):
        raise FolderDamaged
