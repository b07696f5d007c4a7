"""Things put on a USB key or in a directory: names that say nothing, and never written over."""

from __future__ import annotations

import contextlib
import datetime
import os
from pathlib import Path

from ensdesk.exchange.copy_names import paper_name
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.papers import give_out
from ensdesk.language import N_, _
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.storage_trouble import PlaceGone, sync_directory, telling
from ensdesk.vault.streams import Progress, Stop


def copy_name(today: datetime.date) -> str:
    """Return the name of a copy: `Copie ensdesk 2026-11-23.zip`."""
    return _dated(_(N_("Copy ensdesk")), today, "zip")


def free_path(directory: Path, name: str) -> Path:
    """Return *name* in *directory*, numbered when something is there already."""
    wanted = directory / name
    number, path = 1, wanted
    while path.exists() or path.with_name(f"{path.name}.part").exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return path


def put_sheet(directory: Path, pdf: bytes, today: datetime.date) -> Path:
    """Write a sheet as PDF into *directory*, whole or not at all; return where (lane of work).

    The name does not tell which sheet it is.
    """
    path = free_path(directory, _dated(_(N_("Sheet ensdesk")), today, "pdf"))
    part = path.with_name(f"{path.name}.part")
    try:
        with telling():
            with part.open("wb") as out:
                out.write(pdf)
                out.flush()
                os.fsync(out.fileno())
            part.replace(path)
            sync_directory(directory)
    except PlaceGone as trouble:
        raise gone_from(directory, trouble) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return path


def put_paper(
    documents: DocumentStore,
    row: PaperRow,
    directory: Path,
    today: datetime.date,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Path:
    """Write the clear bytes of a paper into *directory* under a new name (lane of work).

    Raises as `give_out`, and KeyGone.
    """
    ending = paper_name(1, None, row.media_type, row.original_name).rpartition(".")[2]
    path = free_path(directory, _dated(_(N_("Paper ensdesk")), today, ending))
    try:
        give_out(documents, row, path, progress=progress, stop=stop)
    except PlaceGone as trouble:
        raise gone_from(directory, trouble) from None
    return path


def _dated(words: str, today: datetime.date, ending: str) -> str:
    return f"{words} {today.isoformat()}.{ending}"
