"""A revision: one thing that was written about one record, named by its own content."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ensdesk.language import N_
from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.digests import digest_of, storable


class DamagedRecord(Trouble):
    """What was written about a record does not come back as it was."""

    words = N_("One line of the folder is damaged.")
    advice = N_("Take it from your last double. The other lines are well.")

    def __init__(self, record_id: RecordId) -> None:
        super().__init__()
        self.record_id = record_id


class What(StrEnum):
    """What a revision does; a newer ensdesk may know more."""

    VALUE = "value"
    RETIRED = "retired"
    ERASED = "erased"
    MOVED = "moved"  # to the other drawer
    RETURNED = "returned"  # from there: what it follows does not hold any more


ENDS = frozenset({What.ERASED, What.MOVED})  # nothing of what they follow is shown, on every copy
PLACES = frozenset({What.MOVED, What.RETURNED})  # they tell where a record is, not what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One revision. `payload` is JSON text; erasing empties salt, digest and payload.

    The salt keeps anybody from guessing an erased payload from the id that stays.
    """

    id: bytes
    record_id: RecordId
    kind: str
    sequence: int
    time: str
    author: str
    what: str
    salt: bytes | None
    digest: bytes | None
    payload: str | None
    parents: tuple[bytes, ...]

    def whole(self) -> bool:
        """Say whether it is what its id names; of an emptied one nothing can be said."""
        if self.salt is None or self.digest is None or self.payload is None:
            return True
        return digest_of(self.payload) == self.digest and self.id == _id_of(self)


def new_revision(
    *,
    record_id: RecordId,
    kind: str,
    sequence: int,
    time: str,
    author: str,
    what: str,
    payload: str,
    parents: tuple[bytes, ...],
) -> Revision:
    """Return a revision with a fresh salt and the id that follows from its content."""
    draft = Revision(
        id=b"",
        record_id=record_id,
        kind=kind,
        sequence=sequence,
        time=time,
        author=author,
        what=what,
        salt=secrets.token_bytes(16),
        digest=digest_of(payload),
        payload=payload,
        parents=tuple(sorted(parents)),
    )
    return named(draft)


def named(draft: Revision) -> Revision:
    """Return *draft* under the id that its content gives it."""
    return Revision(
        **{name: getattr(draft, name) for name in Revision.__slots__ if name != "id"},
        id=_id_of(draft),
    )


def payload_text(payload: Mapping[str, object] | None) -> str:
    """Return the one JSON text of a payload: equal payloads have equal texts."""
    text = json.dumps(
        payload, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return storable(text)


def _id_of(revision: Revision) -> bytes:
    content = [
        "ensdesk revision 1",
        (revision.salt or b"").hex(),
        revision.record_id,
        revision.kind,
        revision.sequence,
        revision.time,
        revision.author,
        revision.what,
        (revision.digest or b"").hex(),
        [parent.hex() for parent in sorted(revision.parents)],
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
