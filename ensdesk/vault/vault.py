"""A folder on the disk, made or opened: two drawers, the papers, the locks."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Self

from ensdesk.trouble import Trouble
from ensdesk.vault.bundle import HELPER, HOLDER
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import MAIN, PRIVATE, Drawer
from ensdesk.vault.ending import erase_files, erase_keys, go_on_erasing
from ensdesk.vault.folder_check import CheckReport, Progress, check_folder
from ensdesk.vault.folder_lock import FolderLock
from ensdesk.vault.handed import handed_locks
from ensdesk.vault.header import HalfFolder, Header, HeaderMissing
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import HolderOnly, Locks, make_locks, open_locks
from ensdesk.vault.moving import finish_moves
from ensdesk.vault.renewing import (
    BOTH,
    MAIN_ALONE,
    RENEW,
    Way,
    begin_again,
    clear_left,
    renew,
)
from ensdesk.vault.secrets import Secret
from ensdesk.vault.staging import clear_staged
from ensdesk.vault.storage_trouble import sync_directory, telling
from ensdesk.vault.unfinished import (
    PAPERS,
    FolderAlreadyThere,
    begin,
    clear,
    finish,
    half_made,
    has_header,
    is_unfinished,
    write_read_me,
)
from ensdesk.vault.vault_file import Connection, create_file, open_file

__all__ = ["FolderAlreadyThere", "Vault"]


class Vault:
    """One open folder. `private` is None for a person who only helps."""

    def __init__(
        self,
        path: Path,
        lock: FolderLock,
        locks: Locks,
        main: Drawer,
        private: Drawer | None,
    ) -> None:
        self.path = path
        self.locks = locks
        self.main = main
        self.private = private
        self.documents = DocumentStore(path / PAPERS)
        self._lock = lock

    @classmethod
    def make(
        cls, path: Path, secrets: Sequence[Secret], keychain: Keychain, *, author_name: str
    ) -> Self:
        """Make a folder in an empty or new directory, and return it open.

        The headers are written last: a folder that was cut short is no folder. Raises
        FolderAlreadyThere, DiskFull, ReadOnlyPlace, and the troubles of the secrets.
        """
        lock = begin(path)
        try:
            locks = make_locks(path, secrets, keychain)
            with contextlib.ExitStack() as undo:
                main, private = _make_drawers(path, locks, undo)
                main.set_name(locks.slot_id, author_name)
                main.settle()
                with telling():
                    (path / PAPERS).mkdir(mode=0o700)
                    write_read_me(path)
                    sync_directory(path)
                locks.save()
                undo.pop_all()
        except BaseException:
            lock.release()
            clear(path)
            raise
        finish(path)
        return cls(path, lock, locks, main, private)

    @classmethod
    def open(cls, path: Path, secret: Secret, keychain: Keychain) -> Self:
        """Open a folder with one secret.

        A second opener is refused before anything else, in no time. Raises FolderInUse,
        OpenElsewhere where another computer left it open (until `closed_everywhere`),
        HeaderMissing, FolderErased, WrongSecret and the others of `open_locks`, FolderIncomplete,
        FolderDamaged, NewerFolder, ReadOnlyPlace.
        """
        return cls._open(path, lambda: open_locks(path, secret, keychain))

    @classmethod
    def open_handed(cls, path: Path, handed: bytes, keychain: Keychain) -> Self:
        """Open a folder for somebody who helps for one session, with what `hand` gave."""
        return cls._open(path, lambda: handed_locks(path, handed, keychain))

    @classmethod
    def _open(cls, path: Path, unlock: Callable[[], Locks]) -> Self:
        go_on_erasing(path)
        if not has_header(path) or half_made(path):
            raise _nothing_to_open(path)
        lock = FolderLock(path)
        try:
            locks = unlock()
            main, private = _open_drawers(path, locks)
        except BaseException:
            lock.release()
            raise
        vault = cls(path, lock, locks, main, private)
        # Nothing is written before: where locks do not hold, only open databases keep others out.
        _mend_header(locks)
        finish(path)
        vault.documents.sweep_parts()
        clear_staged(path)
        if private is not None:
            clear_left(path, locks.file_names)
            finish_moves(main, private, vault.documents)
        return vault

    @property
    def folder_id(self) -> str:
        return self.locks.folder_id

    @property
    def drawers(self) -> tuple[Drawer, ...]:
        """Return the drawers that are open."""
        return (self.main, self.private) if self.private else (self.main,)

    def kept_aside(self, key: str) -> bytes | None:
        """Return a small thing kept beside the records: a draft, what was printed last."""
        return self.main.aside.get(key)

    def keep_aside(self, key: str, value: bytes | None) -> None:
        """Keep a small thing beside the records; None forgets it."""
        self.main.aside.put(key, value)

    def new_installation(self) -> None:
        """Make this copy of the folder one of its own: see `Drawer.new_installation`."""
        for drawer in self.drawers:
            drawer.new_installation()

    def lies_on(self, computer: bytes) -> None:
        """Note on which computer the folder is: see `Drawer.lies_on`."""
        for drawer in self.drawers:
            drawer.lies_on(computer)

    def settle(self) -> None:
        """Bring everything into the plain files; to be asked 10 seconds after the last change.

        Raises TakenOver when another computer opened the folder meanwhile.
        """
        self._lock.must_be_ours()
        for drawer in self.drawers:
            drawer.settle()

    def close_way(self, *slot_ids: str) -> None:
        """Close ways in for good: they leave the list, then the databases they opened get new keys.

        At once they are answered as a wrong secret; when the rewriting fails, the holder's next
        opening does it again (`key_is_old`). Raises LastKey, HolderOnly, and the troubles of the
        place.
        """
        if self.private is None:
            raise HolderOnly
        self._renew_later(slot_ids)
        for slot_id in slot_ids:
            self.locks.remove(slot_id)
        self.renew_key()

    def follow(self, wanted: Header) -> None:
        """Follow the list of ways in that was agreed with another computer.

        Who goes by it goes as by `close_way`.
        """
        goes = {slot.id for slot in self.locks.slots()} - {slot.id for slot in wanted.slots}
        if goes:
            self._renew_later(goes)
        self.locks.follow(wanted)
        if goes:
            self.renew_key()

    @property
    def key_is_old(self) -> bool:
        """Say whether somebody whose way was closed may still hold the key of the database."""
        return self.kept_aside(RENEW) is not None

    def renew_key(self) -> None:
        """Write the databases again under new keys, for everybody who may still open them."""
        both = self.private is not None and self.kept_aside(RENEW) == BOTH
        self.main, *private = renew(self.path, self.drawers if both else (self.main,), self.locks)
        if private:
            self.private = private[0]

    def _renew_later(self, slot_ids: Collection[str]) -> None:
        """Note which keys those who go may still hold; a power cut does not forget it."""
        going = (slot.role for slot in self.locks.slots() if slot.id in slot_ids)
        both = HOLDER in going or self.kept_aside(RENEW) == BOTH
        self.keep_aside(RENEW, BOTH if both else MAIN_ALONE)

    def begin_again(self, ways: Sequence[Way]) -> None:
        """Give the folder new keys that only *ways* open, the first one in use from now on.

        Raises HolderOnly, SecretTaken, and the troubles of the place: then nothing has changed.
        """
        if self.private is None:
            raise HolderOnly
        made = begin_again(self.path, (self.main, self.private), self.locks, ways)
        self.locks, self.main, self.private = made

    def check(self, progress: Progress | None = None) -> CheckReport:
        """Read and prove everything there is. *progress* is given (bytes done, bytes in all)."""
        return check_folder(self.drawers, self.documents, progress)

    def clear_strays(self) -> int:
        """Remove papers' bytes that no row of either drawer names; return how many.

        Without the private drawer nothing is removed: they may be papers of it.
        """
        strays = self.check().strays
        for name in strays:
            self.documents.discard(name)
        return len(strays)

    def erase(self) -> None:
        """Erase the whole folder from this computer, keys first; nothing brings it back.

        The part of a code that the system's keychain keeps goes too, where it can be reached.
        Raises the troubles of the place; the next opening then goes on.
        """
        erase_keys(self.path)
        with contextlib.suppress(Trouble):
            self.locks.forget_keychain()
        for drawer in self.drawers:
            with contextlib.suppress(Trouble):
                drawer.close()
        erase_files(self.path)
        self._lock.release()

    def close(self) -> None:
        """Leave plain files and let go of the folder; may be called twice."""
        with contextlib.ExitStack() as stack:
            stack.callback(self._lock.release)
            for drawer in self.drawers:
                stack.callback(drawer.close)


def _make_drawers(path: Path, locks: Locks, undo: contextlib.ExitStack) -> tuple[Drawer, Drawer]:
    keys, names = locks.keys, locks.file_names
    if keys.k_private is None:
        raise RuntimeError("who makes a folder holds both keys")
    made = []
    for name, key in ((MAIN, keys.k_main), (PRIVATE, keys.k_private)):
        connection = create_file(path / getattr(names, name), key)
        undo.callback(connection.close)
        made.append(Drawer.make(connection, locks.folder_id, locks.slot_id, name))
    return made[0], made[1]


def _open_drawers(path: Path, locks: Locks) -> tuple[Drawer, Drawer | None]:
    keys, names = locks.keys, locks.file_names
    with contextlib.ExitStack() as undo:
        opened: list[Drawer] = []
        for name, key in ((MAIN, keys.k_main), (PRIVATE, keys.k_private)):
            if key is not None:
                connection = open_file(path / getattr(names, name), key)
                undo.callback(connection.close)
                opened.append(_drawer(connection, locks, name))
        undo.pop_all()
    return opened[0], opened[1] if len(opened) > 1 else None


def _drawer(connection: Connection, locks: Locks, name: str) -> Drawer:
    reads_only = locks.role not in {HOLDER, HELPER}
    return Drawer(connection, locks.folder_id, locks.slot_id, name, reads_only=reads_only)


def _mend_header(locks: Locks) -> None:
    """Write a damaged header copy again; when it cannot be, the other one still opens."""
    if locks.unsound:
        with contextlib.suppress(Trouble):
            locks.repair()


def _nothing_to_open(path: Path) -> Trouble:
    with contextlib.suppress(OSError):
        if any(path.glob("*.db")) and not is_unfinished(path):
            return HalfFolder()
    return HeaderMissing()
