"""A folder taken back from a double, with the key sheet alone: on a new computer, or to try it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ensdesk.folder.folder import Clock, Folder, local_now
from ensdesk.folder.found import free_place
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.opening import open_folder
from ensdesk.vault.acts import Act
from ensdesk.vault.double_layout import Double, NoDouble, Snapshot, doubles_in
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.restoring import Restored, open_snapshot, restore, whole_snapshots
from ensdesk.vault.secrets import Secret
from ensdesk.vault.storage_trouble import PlaceGone


def the_double(place: Path) -> Double:
    """Return the only double in *place*. Raises NoDouble, also for several: one must be chosen."""
    found = doubles_in(place)
    if len(found) != 1:
        raise NoDouble
    return found[0]


def restore_folder(
    double: Double,
    secret: Secret,
    keychain: Keychain,
    place: Path | None = None,
    snapshot: Snapshot | None = None,
    *,
    clock: Clock = local_now,
    progress: Callable[[float], object] = lambda _part: None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Folder, Restored]:
    """Make the folder again from its latest whole state, and return it open.

    At *place*, or at the usual one. Raises WrongSecret, KeychainEmpty for a code, HolderOnly,
    DoubleDamaged, FolderAlreadyThere, Stopped and the troubles of both places.
    """
    at = place or free_place()
    try:
        opened = open_snapshot(double, snapshot or whole_snapshots(double)[0], secret, keychain)
        restored = restore(opened, at, progress=progress, stopped=stopped)
    except PlaceGone as trouble:
        raise gone_from(double.path, trouble) from None
    folder = open_folder(at, secret, keychain, clock=clock)
    folder.note(Act.DOUBLE_RESTORED, str(restored.papers))
    return folder, restored
