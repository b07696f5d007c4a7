"""A folder made again from one state in a double; its headers, which let it open, come last."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.document_store import Kept
from ensdesk.vault.double_layout import Double, DoubleDamaged, NoDouble, Proof, Snapshot, paper_path
from ensdesk.vault.drawer import MAIN, PRIVATE, Drawer
from ensdesk.vault.folder_check import drawer_findings
from ensdesk.vault.header import read_header, write_header
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import FileNames, HolderOnly, Keys, open_locks
from ensdesk.vault.medium import Mover, make_safe
from ensdesk.vault.secrets import Secret
from ensdesk.vault.storage_trouble import FolderDamaged, sync_directory, telling
from ensdesk.vault.unfinished import PAPERS, begin, clear, finish, write_read_me
from ensdesk.vault.vault_file import back_up_file, open_file

Progress = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Opened:
    """One state of a double, and the keys that open it."""

    double: Double
    snapshot: Snapshot
    folder_id: str
    names: FileNames
    keys: Keys


@dataclass(frozen=True, slots=True)
class Restored:
    """What came: papers that are right again, those that are not, the lines that are shown."""

    papers: int
    lost: int
    damaged: tuple[Kept, ...] = field(default=(), compare=False, repr=False)
    records: int = field(default=0, compare=False)


def whole_snapshots(double: Double) -> tuple[Snapshot, ...]:
    """Return the states whose manifest can be read, the latest first. Raises DoubleDamaged."""
    found = double.snapshots()
    whole = tuple(each for each in found if each.manifest is not None)
    if not whole:
        raise DoubleDamaged if found else NoDouble
    return whole


def open_snapshot(double: Double, snapshot: Snapshot, secret: Secret, keychain: Keychain) -> Opened:
    """Try *secret* on one state; nothing is written.

    Raises HolderOnly for somebody who helps, and as `open_locks`: KeychainEmpty for a code.
    """
    locks = open_locks(snapshot.path, secret, keychain)
    if locks.role != HOLDER:
        raise HolderOnly
    return Opened(double, snapshot, locks.folder_id, locks.file_names, locks.keys)


def restore(
    opened: Opened,
    place: Path,
    *,
    progress: Progress = lambda _part: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Restored:
    """Make the folder again at *place*, whole or not at all (lane of work).

    Papers that the double does not give, or gives damaged, are counted and stay out. Raises
    FolderAlreadyThere, DoubleDamaged, Stopped, and the troubles of both places.
    """
    lock = begin(place)
    try:
        with telling():
            restored = _Restoring(opened, place, progress, stopped).all()
    except BaseException:
        clear(place)
        raise
    finally:
        lock.release()
    finish(place)
    return restored


class _Restoring:
    def __init__(
        self, opened: Opened, place: Path, progress: Progress, stopped: Callable[[], bool]
    ) -> None:
        self._opened, self._place = opened, place
        self._mover = Mover(self._moved, stopped)
        self._progress, self._done, self._bytes = progress, 0, 1
        self._records = 0

    def all(self) -> Restored:
        papers: dict[str, Kept] = {}
        keys, names = self._opened.keys, self._opened.names
        for drawer, name, key in (
            (MAIN, names.main, keys.k_main),
            (PRIVATE, names.private, keys.k_private or b""),
        ):
            papers |= self._database(drawer, name, key)
        self._bytes = sum(kept.age_size for kept in papers.values()) or 1
        (self._place / PAPERS).mkdir(mode=0o700)
        lost = tuple(papers[name] for name in sorted(papers) if not self._paper(papers[name]))
        self._make_names_safe()
        write_read_me(self._place)
        header = read_header(self._opened.snapshot.path)
        write_header(self._place, header)
        return Restored(len(papers) - len(lost), len(lost), lost, self._records)

    def _database(self, drawer: str, name: str, key: bytes) -> dict[str, Kept]:
        """Make one database with a salt and a chain of its own, and prove it; return its papers."""
        try:
            back_up_file(self._opened.snapshot.path / name, self._place / name, key, lambda: None)
            connection = open_file(self._place / name, key)
            try:
                made = Drawer(connection, self._opened.folder_id, "", drawer)
                if drawer_findings(made):
                    raise DoubleDamaged
                made.new_installation()
                self._records += sum(
                    sum(parts.values()) for parts in made.revisions.view.counts().values()
                )
                return {row.kept.name: row.kept for row in made.papers.all()}
            finally:
                connection.close()
        except FolderDamaged:
            raise DoubleDamaged from None

    def _paper(self, kept: Kept) -> bool:
        source = paper_path(self._opened.double.path, kept.name)
        path = paper_path(self._place, kept.name)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        right = False
        with contextlib.suppress(FileNotFoundError):
            self._mover.copy(source, path)
            right = self._mover.read_again(path) == Proof(kept.age_size, kept.age_sha256.hex())
        if not right:
            path.unlink(missing_ok=True)
        return right

    def _make_names_safe(self) -> None:
        make_safe((*self._place.glob("*.db"), *self._place.glob(f"{PAPERS}/??/*.age")))
        for directory in (*self._place.glob(f"{PAPERS}/??"), self._place / PAPERS, self._place):
            sync_directory(directory)

    def _moved(self, count: int) -> None:
        self._done += count
        self._progress(min(1.0, self._done / self._bytes))
