"""The part of « mon code » that this computer's own keychain keeps."""

import base64
import binascii
import secrets as chance
import sys
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol, TypeVar, cast

from ensdesk.language import N_
from ensdesk.trouble import Trouble

SERVICE = "ensdesk"
PATIENCE_SECONDS = 5.0
_PART_BYTES = 32

# By class and by name: an automatic choice may pick a plain text file.
_ALLOWED = {
    "linux": (("SecretService", "Keyring"), ("kwallet", "DBusKeyring")),
    "win32": (("Windows", "WinVaultKeyring"),),
    "darwin": (("macOS", "Keyring"),),
}
T = TypeVar("T")


class KeychainAbsent(Trouble):
    """This computer has no keychain that we trust."""

    words = N_("This computer cannot keep its part of your code.")
    advice = N_("Take a USB key, words, or your key sheet instead.")


class KeychainLocked(Trouble):
    """The keychain is there and waits for its own opening."""

    words = N_("The keychain of the computer is closed.")
    advice = N_("Open it and try again, or take your key sheet.")


class KeychainFailed(Trouble):
    """The keychain did not answer, or not as it should."""

    words = N_("The keychain of the computer did not answer.")
    advice = N_("Try again, or take your key sheet.")


class KeychainEmpty(Trouble):
    """The keychain answered and knows nothing of this folder: emptied, or another computer."""

    words = N_("This computer does not have its part of your code.")
    advice = N_("Take your key sheet. Then you can choose a new code.")


class Keychain(Protocol):
    """Keeps one secret for each folder. Every call may raise the troubles above."""

    def read(self, folder_id: str) -> bytes | None:
        """Return the secret of a folder; None says surely that there is none."""

    def write(self, folder_id: str, raw: bytes) -> None:
        """Keep the secret of a folder; it never replaces what could not be read."""

    def forget(self, folder_id: str) -> None:
        """Remove the secret of a folder, if there is one."""


class Backend(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def kept_here(keychain: Keychain, folder_id: str) -> bytes:
    """Return this computer's part, made on first use; a failed read is never written over."""
    kept = keychain.read(folder_id)
    if kept is None:
        kept = chance.token_bytes(_PART_BYTES)
        keychain.write(folder_id, kept)
    if len(kept) != _PART_BYTES:
        raise KeychainFailed
    return kept


class SystemKeychain:
    """The keychain of the desktop: Secret Service, KWallet, Windows or macOS."""

    def __init__(
        self,
        *,
        platform: str = sys.platform,
        patience: float = PATIENCE_SECONDS,
        find: "Callable[[str, Event], Backend | None] | None" = None,
    ) -> None:
        self._platform = platform
        self._patience = patience
        self._find = find or _first_viable

    def read(self, folder_id: str) -> bytes | None:
        """Return the secret of a folder; None says surely that there is none."""
        return self._within_patience(lambda backend: _read(backend, folder_id))

    def write(self, folder_id: str, raw: bytes) -> None:
        """Keep the secret of a folder, and read it back."""

        def keep(backend: Backend) -> None:
            _read(backend, folder_id)  # what cannot be read is not written over
            backend.set_password(SERVICE, folder_id, base64.b64encode(raw).decode("ascii"))
            if _read(backend, folder_id) != raw:
                raise KeychainFailed

        self._within_patience(keep)

    def forget(self, folder_id: str) -> None:
        """Remove the secret of a folder, if there is one."""

        def remove(backend: Backend) -> None:
            if backend.get_password(SERVICE, folder_id) is not None:
                backend.delete_password(SERVICE, folder_id)

        self._within_patience(remove)

    def _within_patience(self, work: Callable[[Backend], T]) -> T:
        """A keychain may wait for somebody at its own window: nobody is left hanging."""
        answers: SimpleQueue[T | Trouble] = SimpleQueue()
        at_a_window = Event()

        def ask() -> None:
            try:
                backend = self._find(self._platform, at_a_window)
                answers.put(KeychainAbsent() if backend is None else work(backend))
            except Exception as error:  # noqa: BLE001 - a backend may raise anything
                answers.put(_trouble(error))

        Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self._patience)
        except Empty:
            raise (KeychainLocked if at_a_window.is_set() else KeychainFailed) from None
        if isinstance(answer, Trouble):
            raise answer
        return answer


def _read(backend: Backend, folder_id: str) -> bytes | None:
    kept = backend.get_password(SERVICE, folder_id)
    try:
        return None if kept is None else base64.b64decode(kept, validate=True)
    except binascii.Error:
        raise KeychainFailed from None


def _first_viable(platform: str, at_a_window: Event) -> Backend | None:
    for module, name in _ALLOWED.get(platform, ()):
        backend = getattr(import_module(f"keyring.backends.{module}"), name)
        if backend.viable:
            if module == "SecretService":
                _open_collection(at_a_window)
            else:  # not tried: the others open a window of their own
                at_a_window.set()
            return cast("Backend", backend())
    return None


def _open_collection(at_a_window: Event) -> None:
    """Ask the desktop to open its closed keychain: a window of its own may appear."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        if collection.is_locked():
            at_a_window.set()
            collection.unlock()
            if collection.is_locked():
                raise KeychainLocked


def _trouble(error: Exception) -> Trouble:
    """Keep the state, never the text of the error: it may name things."""
    if isinstance(error, Trouble):
        return error
    from keyring.errors import KeyringLocked

    return KeychainLocked() if isinstance(error, KeyringLocked) else KeychainFailed()
