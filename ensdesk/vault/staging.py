"""The state of a folder that a double will hold, made and proved beside the folder.

Why so: a plain copy of a database, or `VACUUM INTO`, would be a second file with the same key and
salt, whose pages could be exchanged without any error. `sqlcipher_export` under a fresh key would
need a new, signed header for each double. SQLite's backup keeps the key, so that the header stays
as it is, and takes a new salt; it runs in steps of milliseconds on the lane of the vault. It also
copies damage that SQLCipher tells nobody (a last overflow page as zeros): so every page and every
digest of what was made is checked before it leaves. Made beside the folder, and not on the
medium, it keeps a slow key away from that lane, and closed it is one plain file, without a
journal, that opens where nothing can be written.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ensdesk.vault.clock import now, written_time
from ensdesk.vault.document_store import Kept, Stopped
from ensdesk.vault.double_layout import Mark
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.folder_check import drawer_findings
from ensdesk.vault.header import encode, read_header
from ensdesk.vault.journal import Journal
from ensdesk.vault.locks import HolderOnly, Locks
from ensdesk.vault.storage_trouble import FolderDamaged, telling
from ensdesk.vault.vault_file import ClosedMeanwhile, open_file

STAGED = "double.part"

Pause = Callable[[], object]


@dataclass(frozen=True, slots=True)
class StagedFile:
    """One database that was made: whose drawer it is, and its key."""

    path: Path
    drawer: str
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Staged:
    """The two databases of one state, and the header that opens them."""

    folder_id: str
    made: str
    header: bytes = field(repr=False)
    files: tuple[StagedFile, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """What the proved databases say: their last line, and the papers that they name."""

    mark: Mark
    papers: tuple[Kept, ...] = field(repr=False)


def stage(
    path: Path,
    locks: Locks,
    drawers: Sequence[Drawer],
    pause: Pause = lambda: None,
    at: datetime.datetime | None = None,
) -> Staged:
    """Make the databases of a double, as they are now (lane of the vault; *pause* between steps).

    Raises HolderOnly, Stopped when the folder was closed or got a new key meanwhile, and the
    troubles of the place.
    """
    before, keys = locks.file_names, (locks.keys.k_main, locks.keys.k_private)
    if len(drawers) < len(keys):
        raise HolderOnly
    clear_staged(path)
    with telling():
        (path / STAGED).mkdir(mode=0o700)
    files = []
    try:
        for drawer, key in zip(drawers, keys, strict=True):
            file = StagedFile(path / STAGED / drawer.connection.path.name, drawer.name, key or b"")
            drawer.connection.back_up(file.path, pause)
            files.append(file)
    except ClosedMeanwhile:
        raise Stopped from None
    if locks.file_names != before:
        raise Stopped
    return Staged(
        locks.folder_id, written_time(at or now()), encode(read_header(path)), tuple(files)
    )


def prove(staged: Staged) -> Proved:
    """Check every page and every digest of what was made (lane of work). Raises FolderDamaged."""
    papers: dict[str, Kept] = {}
    marks = []
    for file in staged.files:
        connection = open_file(file.path, file.key)
        try:
            drawer = Drawer(connection, staged.folder_id, "", file.drawer)
            if drawer_findings(drawer):
                raise FolderDamaged
            papers |= {row.kept.name: row.kept for row in drawer.papers.all()}
            marks.append(mark_of(drawer.journal))
        finally:
            connection.close()
    return Proved(marks[0], tuple(papers[name] for name in sorted(papers)))


def clear_staged(path: Path) -> None:
    """Take away what was staged; only for whoever holds the lock of the folder."""
    with contextlib.suppress(OSError):
        shutil.rmtree(path / STAGED)


def mark_of(journal: Journal) -> Mark:
    """Return the mark of the last line of this copy of the folder."""
    chain, place, link = journal.end()
    return Mark(chain, place, _mark(link))


def goes_on_from(journal: Journal, mark: Mark) -> bool:
    """Say whether the folder knows everything that a double with this mark knows."""
    link = journal.link_at(mark.chain, mark.place)
    return link is not None and _mark(link) == mark.mark


def _mark(link: bytes) -> str:
    return hashlib.sha256(b"ensdesk/1/double mark\0" + link).hexdigest()
