"""Copies that leave the folder, only when the person presses a button."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ensdesk.exchange.archive import About, Listing, Part, verify_archive, write_archive
from ensdesk.exchange.calendar import calendar_of
from ensdesk.exchange.copy_names import paper_name, table_name
from ensdesk.exchange.manifest import CALENDAR, RECORDS, SUMMARY
from ensdesk.exchange.records_json import KeptPaper, KeptRecord, records_to_json
from ensdesk.exchange.spreadsheet import table_of
from ensdesk.folder.folder import Folder, Writing
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.language import N_, _
from ensdesk.paper.names import names_in
from ensdesk.record.contents import Contents, Section
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.sealed import seal
from ensdesk.vault.storage_trouble import PlaceGone, telling
from ensdesk.vault.unknown_record import UnknownRecord

Progress = Callable[[int], object]
Stop = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class CopyPlan:
    """What goes into a copy, where, for whom and why. With *words* the copy is closed by them.

    Of « Rien que pour moi » goes only what stands in *private*; a paper among it in *papers* too.
    """

    out: Path
    kinds: frozenset[type[Record]]
    papers: frozenset[RecordId]
    for_whom: str
    why: str
    words: str | None = None
    private: frozenset[RecordId] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ToCopy:
    """Everything that a copy will hold, read from the folder; the bytes of papers still closed."""

    plan: CopyPlan
    folder_id: str
    mark: str
    made: datetime.datetime
    contents: Contents
    records: tuple[KeptRecord, ...]
    papers: tuple[tuple[Document, PaperRow], ...]

    @property
    def newer(self) -> int:
        """How many lines are of kinds that only a newer program knows."""
        return sum(record.kind not in BY_SLUG for record in self.records)

    @property
    def size(self) -> int:
        """The bytes of the papers together."""
        return sum(row.kept.size for _, row in self.papers)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A copy that was written, read again and found right."""

    path: Path
    size: int
    sha256: str
    records: int
    papers: int
    made: datetime.datetime


def everything(
    folder: Folder, out: Path, *, for_whom: str, why: str, words: str | None = None
) -> CopyPlan:
    """Return the plan of a copy with all sections and all papers."""
    papers = folder.open_part.ids(Document)
    return CopyPlan(
        out=out, kinds=frozenset(KINDS), papers=papers, for_whom=for_whom, why=why, words=words
    )


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a copy will hold; *size* is that of its papers, in bytes."""

    records: int
    papers: int
    size: int


def amount(folder: Folder, plan: CopyPlan) -> Amount:
    """Count what the copy will hold, reading none of it (lane of the vault)."""
    kinds = (plan.kinds | {Identity}) - {Document}
    known = folder.drawers.paper_sizes()
    sizes = [size for paper, size in known.items() if paper in plan.papers]
    lines = sum(map(folder.open_part.count, kinds)) + len(plan.private - plan.papers)
    return Amount(lines + len(plan.papers), len(sizes), sum(sizes))


def look_inside(folder: Folder, plan: CopyPlan) -> ToCopy:
    """Return what the copy will hold (lane of the vault)."""
    seen = folder.open_part
    sections = [
        _with_private(folder, seen.section(kind, whole=True), plan)
        for kind in KINDS
        if kind in plan.kinds | {Identity}
    ]
    sections = [
        replace(section, records=tuple(r for r in section.records if r.id in plan.papers))
        if section.kind is Document
        else section
        for section in sections
        if section.kind is not Declaration
    ]
    slugs = {section.kind.slug for section in sections}
    said = [said for said in seen.records(Declaration) if said.about in slugs]
    records = [record for section in sections for record in section.records]
    rows = {row.record_id: row for row in folder.drawers.papers()}
    papers = ((record, rows.get(record.id)) for record in records)
    writings = folder.writings()
    newer = _newer(folder) if frozenset(KINDS) <= plan.kinds else ()
    return ToCopy(
        plan=plan,
        folder_id=folder.vault.folder_id,
        mark=folder.anchor(),
        made=folder.now(),
        contents=Contents.of(sections),
        records=tuple(_kept(record, writings) for record in [*records, *said, *newer]),
        papers=tuple((paper, row) for paper, row in papers if isinstance(paper, Document) and row),
    )


def write_copy(
    documents: DocumentStore,
    inside: ToCopy,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Receipt:
    """Write the copy, read it again and prove it (lane of work).

    On any trouble nothing stays there. Raises CopyStopped, DamagedPaper, DamagedCopy and the
    troubles of the place.
    """
    plan = inside.plan
    about = About(for_whom=plan.for_whom, why=plan.why, made=inside.made, mark=inside.mark)
    parts = tuple(_parts(documents, inside))
    try:
        if plan.words is None:
            _write_readable(plan.out, parts, about, progress, stop)
        else:
            listing = Listing(about, progress=progress, stop=stop)
            seal(plan.out, listing.streams(parts), plan.words)
        with telling(), plan.out.open("rb") as written:
            digest = hashlib.file_digest(written, "sha256").hexdigest()
            size = written.tell()
    except PlaceGone as trouble:
        raise gone_from(plan.out.parent, trouble) from None
    return Receipt(plan.out, size, digest, len(inside.records), len(inside.papers), inside.made)


def note_copy(folder: Folder, inside: ToCopy, receipt: Receipt) -> None:
    """Write in the journal what left, for whom and why (lane of the vault)."""
    plan = inside.plan
    words = (plan.for_whom, plan.why, str(receipt.records), str(receipt.papers))
    folder.note(Act.COPIED_OUT, " · ".join(words))


def make_copy(folder: Folder, plan: CopyPlan) -> Receipt:
    """Look, write and note, one after the other."""
    inside = look_inside(folder, plan)
    receipt = write_copy(folder.vault.documents, inside)
    note_copy(folder, inside, receipt)
    return receipt


def _newer(folder: Folder) -> Iterator[UnknownRecord]:
    """Yield the records of kinds that only a newer program knows: they go with a whole copy."""
    for record in folder.open_part.drawers.unknown():
        if isinstance(record, UnknownRecord):
            yield record


def _with_private(folder: Folder, section: Section[Record], plan: CopyPlan) -> Section[Record]:
    if not plan.private:
        return section
    ticked = (one for one in folder.drawers.hidden() if one.id in plan.private)
    added = tuple(one for one in ticked if type(one) is section.kind)
    return replace(section, records=(*section.records, *added))


def _kept(record: Record | UnknownRecord, writings: Mapping[RecordId, Writing]) -> KeptRecord:
    if isinstance(record, UnknownRecord):
        kept = KeptRecord(record.kind, record.id, record.payload)
    else:
        kept = KeptRecord.of(record)
    writing = writings.get(record.id)
    if writing is None:
        return kept
    return replace(kept, written_by=writing.who, written_at=writing.at.isoformat())


def _parts(documents: DocumentStore, inside: ToCopy) -> Iterator[Part]:
    papers = [
        KeptPaper(
            record.id,
            paper_name(number, record.date, row.media_type, row.original_name),
            row.media_type,
            row.original_name,
        )
        for number, (record, row) in enumerate(inside.papers, 1)
    ]
    folder = records_to_json(
        inside.records, folder_id=inside.folder_id, made=inside.made, papers=papers
    )
    summary = sheet_pdf(inside.contents, "summary", inside.made.date(), inside.mark)
    yield _bytes_part(SUMMARY, summary)
    yield _bytes_part(RECORDS, folder)
    yield from _tables(inside)
    for paper, (_record, row) in zip(papers, inside.papers, strict=True):
        yield Part(paper.part, _opener(documents, row), row.kept.size)


def _tables(inside: ToCopy) -> Iterator[Part]:
    """Yield a table for each section that has lines, and the appointments for a calendar."""
    name_of = names_in(inside.contents, _(N_("not in this copy")))
    for kind, section in inside.contents.sections.items():
        if section.records:
            yield _bytes_part(table_name(kind), table_of(kind, section.records, name_of))
    if events := calendar_of(inside.contents.records(Appointment), inside.made):
        yield _bytes_part(CALENDAR, events)


def _bytes_part(name: str, content: bytes) -> Part:
    return Part(name, lambda: BytesIO(content), len(content))


def _opener(documents: DocumentStore, row: PaperRow) -> Callable[[], BinaryIO]:
    return lambda: documents.stream(row.kept)


def _write_readable(
    out: Path,
    parts: Sequence[Part],
    about: About,
    progress: Progress | None,
    stop: Stop | None,
) -> None:
    part = out.with_name(f"{out.name}.part")
    try:
        with telling():
            with part.open("wb") as file:
                write_archive(file, parts, about, progress=progress, stop=stop)
            verify_archive(part)
            part.replace(out)
    except BaseException:
        with telling():
            part.unlink(missing_ok=True)
        raise
