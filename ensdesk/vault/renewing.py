"""New keys for the databases: who was stopped keeps some that open nothing any more."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from ensdesk.trouble import Trouble
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.header import FileNames
from ensdesk.vault.locks import Locks
from ensdesk.vault.secrets import Secret
from ensdesk.vault.storage_trouble import sync_directory, telling
from ensdesk.vault.vault_file import FolderDamaged, damaged_pages, rewrite

Way = tuple[Secret, str, str]  # a secret, a role, a slot id
RENEW = "renew-main"  # kept aside while keys are to be renewed: the new file has it no more
MAIN_ALONE, BOTH = b"1", b"2"  # what is kept there


def renew(path: Path, drawers: Sequence[Drawer], locks: Locks) -> tuple[Drawer, ...]:
    """Write databases, main first, into new files under fresh keys; return them, open.

    The header is the commit point: before it the old files count, after it the new ones. The old
    files go last. Raises FolderDamaged before anything is written when a page is damaged: a
    copy would look sound. And HolderOnly, DiskFull and the others of the place.
    """
    each = [
        (drawer, _next_name(path, getattr(locks.file_names, drawer.name)), secrets.token_bytes(32))
        for drawer in drawers
    ]

    def switch() -> None:
        fresh[0].aside.put(RENEW, None)
        for one in fresh:
            one.settle()
        locks.switch(**{drawer.name: (name, key) for drawer, name, key in each})

    fresh = _rewritten(path, locks, each)
    _put_in_place(path, locks, drawers, fresh, switch)
    return fresh


def begin_again(
    path: Path, drawers: tuple[Drawer, Drawer], locks: Locks, ways: Sequence[Way]
) -> tuple[Locks, Drawer, Drawer]:
    """Write both databases under fresh keys, for *ways* alone; return the new locks and drawers.

    Nothing that opened the folder before does so any more. Raises as `renew`, SecretTaken.
    """
    names = FileNames(*(_next_name(path, name) for name in locks.file_names))
    keys = secrets.token_bytes(32), secrets.token_bytes(32)
    made = locks.remade(ways, names, keys)
    main, private = _rewritten(path, made, tuple(zip(drawers, names, keys, strict=True)))
    _put_in_place(path, made, drawers, (main, private), made.take_over)
    return made, main, private


def clear_left(path: Path, names: FileNames) -> None:
    """Take away databases that the header does not name; only for a holder who opened both."""
    with contextlib.suppress(OSError):
        for left in (*path.glob("main-*.db*"), *path.glob("private-*.db*")):
            if left.name.partition(".db")[0] + ".db" not in names:
                left.unlink()


def _rewritten(
    path: Path, locks: Locks, each: Sequence[tuple[Drawer, str, bytes]]
) -> tuple[Drawer, ...]:
    for drawer, _name, _key in each:
        if damaged_pages(drawer.connection):
            raise FolderDamaged
    made: list[Drawer] = []
    try:
        for drawer, name, key in each:
            fresh = rewrite(drawer.connection, path / name, key)
            made.append(Drawer(fresh, locks.folder_id, locks.slot_id, drawer.name))
    except BaseException:
        _give_up(path, made, [name for _drawer, name, _key in each])
        raise
    return tuple(made)


def _put_in_place(
    path: Path,
    locks: Locks,
    old: Sequence[Drawer],
    new: Sequence[Drawer],
    switch: Callable[[], object],
) -> None:
    try:
        with telling():
            sync_directory(path)
        switch()
    except BaseException:
        for drawer in new:
            drawer.close()  # the files stay: if the header names them, nothing else opens
        raise
    for drawer in old:
        with contextlib.suppress(Trouble):
            drawer.close()
    clear_left(path, locks.file_names)


def _give_up(path: Path, made: Sequence[Drawer], names: Sequence[str]) -> None:
    for drawer in made:
        drawer.close()
    with contextlib.suppress(OSError):
        for name in names:
            for left in path.glob(f"{name}*"):
                left.unlink()


def _next_name(path: Path, name: str) -> str:
    stem, _dash, number = name.removesuffix(".db").partition("-")
    count = int(number) + 1
    while (path / f"{stem}-{count}.db").exists():  # left over, perhaps held open by a scanner
        count += 1
    return f"{stem}-{count}.db"
