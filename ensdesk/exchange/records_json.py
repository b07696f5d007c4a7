"""Records as they travel in a copy: nothing is lost, not even what only a newer ensdesk knows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ensdesk.exchange.copy_trouble import DamagedCopy
from ensdesk.exchange.manifest import (
    FORMAT,
    KIND,
    as_json,
    copy_of_this_format,
    is_safe_name,
    words_of,
)
from ensdesk.exchange.strict_json import read_strictly
from ensdesk.kinds import BY_SLUG
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import Record, RecordId

MOST_BYTES = 64 << 20
_MOST_RECORDS = 200_000
_MOST_NAME = 300
_ID = re.compile(r"[0-9a-f]{32,64}", re.ASCII)
_SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record as written down. Its kind may be one that this version does not know.

    *written_at* is an ISO 8601 time, or nothing.
    """

    kind: str
    id: RecordId
    payload: Mapping[str, object] = field(repr=False)
    written_by: str = field(default="", repr=False)
    written_at: str = ""

    @classmethod
    def of(cls, record: Record, *, written_by: str = "", written_at: str = "") -> KeptRecord:
        """Write *record* down."""
        return cls(type(record).slug, record.id, to_payload(record), written_by, written_at)

    def record(self) -> Record | None:
        """Return the record, or nothing when its kind is not known here."""
        kind = BY_SLUG.get(self.kind)
        return from_payload(kind, self.id, self.payload) if kind else None


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """Which part of the copy holds the bytes of a document."""

    document: RecordId
    part: str
    media_type: str
    original_name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """What `dossier.json` says."""

    folder_id: str
    made: datetime.datetime
    records: tuple[KeptRecord, ...]
    papers: tuple[KeptPaper, ...] = ()


def records_to_json(
    records: Iterable[KeptRecord],
    *,
    folder_id: str,
    made: datetime.datetime,
    papers: Iterable[KeptPaper] = (),
) -> bytes:
    """Return the records, declarations among them, as JSON that people can read too."""
    return as_json(
        {
            "kind": KIND,
            "format": FORMAT,
            "folder": folder_id,
            "made": made.isoformat(timespec="seconds"),
            "records": [_written(record) for record in records],
            "papers": [
                {
                    "document": paper.document,
                    "part": paper.part,
                    "media_type": paper.media_type,
                    "original_name": paper.original_name,
                }
                for paper in papers
            ],
        }
    )


def records_from_json(raw: bytes) -> KeptFolder:
    """Read them back. Raises NotACopy, NewerCopy, or DamagedCopy for what makes no sense."""
    try:
        written = copy_of_this_format(read_strictly(raw, most=MOST_BYTES))
        records = tuple(_read(one) for one in _list_of(written["records"]))
        papers = tuple(_read_paper(one) for one in _list_of(written["papers"]))
        _once_each([record.id for record in records])
        _once_each([paper.part for paper in papers])
        return KeptFolder(
            folder_id=words_of(written["folder"], 64),
            made=datetime.datetime.fromisoformat(words_of(written["made"], 64)),
            records=records,
            papers=papers,
        )
    except (ValueError, KeyError, TypeError):
        raise DamagedCopy from None


def _written(record: KeptRecord) -> dict[str, object]:
    return {
        "kind": record.kind,
        "id": record.id,
        "written_by": record.written_by,
        "written_at": record.written_at,
        "payload": dict(record.payload),
    }


def _read(read: object) -> KeptRecord:
    one = _named(read)
    kind, payload = words_of(one["kind"], 40), _named(one["payload"])
    at = words_of(one["written_at"], 64)
    if not _SLUG.fullmatch(kind):
        raise ValueError("not a kind")
    if at:
        datetime.datetime.fromisoformat(at)
    return KeptRecord(kind, _id_of(one["id"]), payload, words_of(one["written_by"], _MOST_NAME), at)


def _read_paper(read: object) -> KeptPaper:
    one = _named(read)
    part = words_of(one["part"], 200)
    if not is_safe_name(part):
        raise ValueError("not a name")
    return KeptPaper(
        document=_id_of(one["document"]),
        part=part,
        media_type=words_of(one["media_type"], 200),
        original_name=words_of(one["original_name"], _MOST_NAME),
    )


def _id_of(read: object) -> RecordId:
    written = words_of(read, 64)
    if not _ID.fullmatch(written):
        raise ValueError("not an id")
    return RecordId(written)


def _named(read: object) -> dict[str, object]:
    if not isinstance(read, dict):
        raise TypeError("not a thing with names")
    return read


def _list_of(read: object) -> list[object]:
    if not isinstance(read, list) or len(read) > _MOST_RECORDS:
        raise ValueError("not a list")
    return read


def _once_each(names: list[str]) -> None:
    if len(set(names)) != len(names):
        raise ValueError("twice")
