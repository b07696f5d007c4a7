"""« Rien que pour moi »: what only the holder of the folder sees, until they show it again."""

from __future__ import annotations

from ensdesk.folder.folder import Folder
from ensdesk.folder.printing import forget_shown
from ensdesk.folder.stays_on_sheet import EMERGENCY, let_stay
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.declaration import Declaration
from ensdesk.paper.sheets import sheet_named
from ensdesk.record.record import Record
from ensdesk.trouble import Trouble
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.moving import Way, move
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.revision_store import Removal


def may_hide(folder: Folder, record: Record) -> bool:
    """Say whether *record* can be hidden: who the person is and what they agreed to cannot."""
    fixed = record.single or isinstance(record, Declaration | Consent)
    return folder.vault.private is not None and not fixed


def is_on_emergency_sheet(record: Record) -> bool:
    """Say whether the emergency sheet shows records of this kind."""
    return type(record) in sheet_named(EMERGENCY).kinds


def encrypt_again(documents: DocumentStore, paper: PaperRow) -> Kept:
    """Write the bytes of a paper once more under another key and name (lane of work).

    Raises DamagedPaper and the troubles of the place; then nothing stays.
    """
    with documents.stream(paper.kept) as clear:
        return documents.keep(clear)


def hide(
    folder: Folder, record: Record, kept: Kept | None = None, *, stays: bool | None = False
) -> None:
    """Keep *record* for the holder alone (lane of the vault); *kept* are its bytes, written again.

    With *stays* the emergency sheet still shows it; None leaves that as it was. Nothing done with
    it before can be undone: to take this back is to show it again.
    """
    main, private = folder.vault.main, folder.vault.private
    if private is None:
        raise RuntimeError("only the holder has a drawer of their own")
    _unsay_none(folder, record)
    if stays is not None:
        let_stay(folder, record.id, stays=stays)
    _move(folder, Way(main, private, folder.vault.documents), record, kept)


def show_again(folder: Folder, record: Record, kept: Kept | None = None) -> None:
    """Let everybody who helps see *record* again, with its history (lane of the vault)."""
    main, private = folder.vault.main, folder.vault.private
    if private is None:
        raise RuntimeError("only the holder has a drawer of their own")
    _move(folder, Way(private, main, folder.vault.documents), record, kept)


def _move(folder: Folder, way: Way, record: Record, kept: Kept | None) -> None:
    try:
        move(way, record.id, kept, folder.now())
    except Trouble:
        if kept is not None and way.to.papers.get(record.id) is None:
            folder.vault.documents.discard(kept.name)
        raise
    finally:
        folder.forget_changes(record.id)
        folder.changed(frozenset({type(record)}))
    forget_shown(folder)


def _unsay_none(folder: Folder, record: Record) -> None:
    """Take back « none » said of a section before: without this record it would hold again."""
    said = folder.vault.main.revisions.declaration_id(record.slug)
    left = folder.open_part.ids(type(record)) - {record.id}
    if not left and folder.record(said) is not None:
        folder.vault.main.commit(
            lambda: folder.vault.main.revisions.write([Removal(said)], at=folder.now())
        )
