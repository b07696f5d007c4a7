"""Small things kept beside the records: drafts, the last printed sheets, notes of the home page."""

from __future__ import annotations

import hashlib

from ensdesk.vault.vault_file import Connection

DRAFT = "draft"  # the half-filled page of the holder; of somebody else with their key slot
# With a record id: words of main's journal about a private record, in the private drawer alone.
LINES = "journal-lines-"
STAYS = "stays-on-emergency-sheet"  # the ids of private records that it shows, in private's


class Aside:
    """A closed drawer of named bytes. They are no part of the history and go in no copy."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> bytes | None:
        """Return what is kept, None for nothing, or for something that was damaged."""
        found = self._connection.row("SELECT digest, value FROM aside WHERE key = ?", key)
        if found is None or hashlib.sha256(found[1]).digest() != found[0]:
            return None
        return bytes(found[1])

    def starting(self, prefix: str) -> dict[str, bytes]:
        """Return everything whose name starts so, by its name; not what was damaged."""
        found = self._connection.rows(
            "SELECT key, digest, value FROM aside WHERE key >= ? AND key < ?",
            prefix,
            prefix + "\U0010ffff",
        )
        return {
            key: bytes(value)
            for key, digest, value in found
            if hashlib.sha256(value).digest() == digest
        }

    def put(self, key: str, value: bytes | None) -> None:
        """Keep *value* in the place of what was there; None forgets it."""
        if value is None:
            self._connection.write("DELETE FROM aside WHERE key = ?", key)
            return
        self._connection.write(
            """INSERT INTO aside(key, digest, value) VALUES (?, ?, ?)
            ON CONFLICT(key) DO UPDATE SET digest = excluded.digest, value = excluded.value""",
            key,
            hashlib.sha256(value).digest(),
            value,
        )

    def damaged(self) -> tuple[str, ...]:
        """Return the names of what does not come back as it was written."""
        return tuple(
            key
            for key, digest, value in self._connection.each("SELECT key, digest, value FROM aside")
            if hashlib.sha256(value).digest() != digest
        )
