"""Papers of the folder: kept whole, looked at in the reading process, given out on request."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from ensdesk.folder.change import Change
from ensdesk.folder.folder import Folder
from ensdesk.kinds.document import Document
from ensdesk.language import N_
from ensdesk.reading.reader import HEAD, MOST_BYTES, PaperTooHeavy, look, sniff
from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.document_store import DocumentStore, Kept, PaperUnreadable
from ensdesk.vault.paper_rows import PaperRow, PaperRows
from ensdesk.vault.storage_trouble import telling
from ensdesk.vault.streams import Progress, Stop


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A paper whose bytes are safe beside the folder, but which is not yet a line of it.

    `texts` holds the words of each page; `trouble` says why it cannot be shown, if it cannot.
    """

    kept: Kept
    media_type: str
    original_name: str
    pages: int
    texts: tuple[str, ...]
    trouble: Trouble | None


def keep_paper(
    documents: DocumentStore,
    path: Path,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> LookedAt:
    """Stream the file at *path* into an age file and look at its pages (lane of work).

    Raises EmptyPaper, PaperUnreadable, Stopped and the troubles of the place; then nothing stays.
    """
    try:
        source = path.open("rb")
    except OSError:
        raise PaperUnreadable from None
    with source:
        kept = documents.keep(source, progress=progress, stop=stop)
        return _looked_at(source, kept, path.name)


def keep_part(
    documents: DocumentStore, source: BinaryIO, name: str, *, stop: Stop | None = None
) -> LookedAt:
    """Keep a paper that comes as a stream, then look at what was kept (lane of work)."""
    return look_again(documents, documents.keep(source, stop=stop), name)


def look_again(documents: DocumentStore, kept: Kept, name: str) -> LookedAt:
    """Look at a paper whose bytes are kept already (lane of work). Raises DamagedPaper."""
    if kept.size > MOST_BYTES:
        return LookedAt(kept, "", name, 0, (), PaperTooHeavy())
    with documents.open(kept) as clear:
        return _looked_at(clear, kept, name)


def why_hidden(documents: DocumentStore, paper: PaperRow) -> Trouble | None:
    """Say why no page of a paper can be shown, by looking at it again (lane of work)."""
    try:
        return look_again(documents, paper.kept, paper.original_name).trouble
    except Trouble as trouble:  # its bytes are damaged, or gone
        return trouble


def _looked_at(source: BinaryIO, kept: Kept, name: str) -> LookedAt:
    source.seek(0)
    media_type = sniff(source.read(HEAD))
    source.seek(0)
    try:
        seen = look(source, media_type)
    except Trouble as trouble:
        return LookedAt(kept, media_type, name, 0, (), trouble)
    return LookedAt(kept, media_type, name, seen.pages, seen.text, None)


def same_papers(folder: Folder, paper: LookedAt) -> tuple[Document, ...]:
    """Return the papers of the folder that hold the same bytes already."""
    found = map(folder.record, folder.drawers.same_bytes(paper.kept.sha256))
    return tuple(record for record in found if isinstance(record, Document))


def add_paper(folder: Folder, record: Document, paper: LookedAt) -> Document:
    """Make *paper* a line of the folder under *record* (lane of the vault)."""
    papers = folder.vault.main.papers
    change = Change(N_("Add a paper"), after=(record,))
    folder.do(change, lambda: note_paper(papers, record.id, paper))
    return record


def note_paper(papers: PaperRows, record_id: RecordId, paper: LookedAt) -> None:
    """Write the row of a paper and the words of its pages."""
    papers.add(
        record_id,
        paper.kept,
        media_type=paper.media_type,
        original_name=paper.original_name,
        pages=paper.pages,
    )
    papers.put_texts(record_id, paper.texts)


def leave_paper(folder: Folder, paper: LookedAt) -> None:
    """Forget a paper that was looked at and not added."""
    folder.vault.documents.discard(paper.kept.name)


def paper_of(folder: Folder, record_id: RecordId) -> PaperRow | None:
    """Return where the bytes of a paper are and what was seen of them."""
    return folder.drawers.paper(record_id)


def give_out(
    documents: DocumentStore,
    paper: PaperRow,
    place: Path,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> None:
    """Write the clear bytes of a paper at *place*, whole or not at all (lane of work).

    Raises DamagedPaper, Stopped and the troubles of the place. What stood at *place* is replaced.
    """
    part = place.with_name(place.name + ".part")
    try:
        with telling(), part.open("wb") as out:
            documents.decrypt_to(paper.kept, out, progress=progress, stop=stop)
            _to_disk(out)
        with telling():
            part.replace(place)
    except BaseException:
        with telling():
            part.unlink(missing_ok=True)
        raise


def _to_disk(out: IO[bytes]) -> None:
    out.flush()
    os.fsync(out.fileno())
