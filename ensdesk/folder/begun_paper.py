"""A paper that is not added yet, as it waits in a draft while the folder is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ensdesk.folder.papers import LookedAt
from ensdesk.kinds.document import Document
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import RecordId
from ensdesk.vault.document_store import Kept


@dataclass(frozen=True, slots=True)
class BegunPaper:
    """Its line as far as it was answered, its bytes, and the name that they came with."""

    record: Document
    kept: Kept
    original_name: str


def begun_to_values(record: Document, paper: LookedAt) -> dict[str, Any]:
    """Return JSON values for a draft, which lies in the vault like the key of every paper."""
    kept = paper.kept
    return {
        "id": record.id,
        "told": to_payload(record),
        "original_name": paper.original_name,
        "kept": {
            "name": kept.name,
            "identity": kept.identity,
            "sha256": kept.sha256.hex(),
            "size": kept.size,
            "age_sha256": kept.age_sha256.hex(),
            "age_size": kept.age_size,
        },
    }


def begun_from_values(values: dict[str, Any]) -> BegunPaper:
    """Return what `begun_to_values` gave. Raises KeyError, TypeError and ValueError."""
    kept = values["kept"]
    return BegunPaper(
        from_payload(Document, RecordId(str(values["id"])), values["told"]),
        Kept(
            name=str(kept["name"]),
            identity=str(kept["identity"]),
            sha256=bytes.fromhex(kept["sha256"]),
            size=int(kept["size"]),
            age_sha256=bytes.fromhex(kept["age_sha256"]),
            age_size=int(kept["age_size"]),
        ),
        str(values["original_name"]),
    )
