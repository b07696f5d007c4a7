"""Records of kinds that only a newer ensdesk knows: carried along untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ensdesk.record.record import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRecord:
    """What is written about a record whose kind (its slug) this version does not know."""

    id: RecordId
    kind: str
    payload: Mapping[str, object] = field(repr=False)
