"""Work between the two databases that is done again when a power cut came in between."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from ensdesk.vault.vault_file import Connection


class Pending:
    """The table `pending` of one drawer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, act: str, told: Mapping[str, str]) -> None:
        """Note what is to be done; the same is noted once."""
        value = json.dumps(told, sort_keys=True).encode()
        self._connection.write(
            """INSERT INTO pending(act, digest, value) SELECT ?1, ?2, ?3
            WHERE NOT EXISTS (SELECT 1 FROM pending WHERE act = ?1 AND value = ?3)""",
            act,
            hashlib.sha256(value).digest(),
            value,
        )

    def all(self, act: str) -> tuple[dict[str, str], ...]:
        """Return what is left to be done, the oldest first; damaged rows are left out."""
        rows = self._connection.rows(
            "SELECT digest, value FROM pending WHERE act = ? ORDER BY number", act
        )
        return tuple(
            json.loads(value) for digest, value in rows if hashlib.sha256(value).digest() == digest
        )

    def done(self, act: str, told: Mapping[str, str]) -> None:
        """Forget what was done."""
        value = json.dumps(told, sort_keys=True).encode()
        self._connection.write("DELETE FROM pending WHERE act = ? AND value = ?", act, value)
