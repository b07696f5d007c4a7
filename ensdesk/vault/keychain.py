"""The part of « mon code » that this computer's own keychain keeps."""

import base64
import binascii
import sys
from collections.abc import Callable
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol, TypeVar

from ensdesk.language import N_
from ensdesk.trouble import Trouble

SERVICE = "ensdesk"
PATIENCE_SECONDS = 5.0

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


class SystemKeychain:
    """The keychain of the desktop: Secret Service, KWallet, Windows or macOS."""

    def __init__(
        self,
        *,
        platform: str = sys.platform,
        patience: float = PATIENCE_SECONDS,
        find: "Callable[[str], Backend | None] | None" = None,
    ) -> None:
        self._platform = platform
        self._patience = patience
        self._find = find or _first_viable

    def read(self, folder_id: str) -> bytes | None:
        return self._within_patience(lambda backend: _read(backend, folder_id))

    def write(self, folder_id: str, raw: bytes) -> None:
        def keep(backend: Backend) -> None:
            _read(backend, folder_id)
            backend.set_password(SERVICE, folder_id, base64.b64encode(raw).decode("ascii"))
            if _read(backend, folder_id) != raw:
                raise KeychainFailed

        self._within_patience(keep)

    def forget(self, folder_id: str) -> None:
        def remove(backend: Backend) -> None:
            if backend.get_password(SERVICE, folder_id) is not None:
                backend.delete_password(SERVICE, folder_id)

        self._within_patience(remove)

    def _within_patience(self, work: Callable[[Backend], T]) -> T:
        """A keychain may wait for somebody at a dialog: the person is not left hanging."""
        answers: SimpleQueue[Callable[[], T]] = SimpleQueue()
        asked = Thread(target=lambda: answers.put(self._answer(work)), daemon=True)
        asked.start()
        try:
            return answers.get(timeout=self._patience)()
        except Empty:
            raise KeychainLocked from None

    def _answer(self, work: Callable[[Backend], T]) -> Callable[[], T]:
        try:
            backend = self._find(self._platform)
            if backend is None:
                raise KeychainAbsent  # noqa: TRY301 - told like the others
            found = work(backend)
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            trouble = _trouble(error)
            return lambda: _raise(trouble)
        return lambda: found


def _read(backend: Backend, folder_id: str) -> bytes | None:
    kept = backend.get_password(SERVICE, folder_id)
    try:
        return None if kept is None else base64.b64decode(kept, validate=True)
    except binascii.Error:
        raise KeychainFailed from None


def _first_viable(platform: str) -> Backend | None:
    for module, name in _ALLOWED.get(platform, ()):
        backend = getattr(import_module(f"keyring.backends.{module}"), name)
        if backend.viable:
            return backend()  # type: ignore[no-any-return]
    return None


def _trouble(error: Exception) -> Trouble:
    """Keep the state, never the text of the error: it may name things."""
    if isinstance(error, Trouble):
        return error
    from keyring.errors import KeyringLocked

    return KeychainLocked() if isinstance(error, KeyringLocked) else KeychainFailed()


def _raise(trouble: Trouble) -> T:  # type: ignore[type-var]
    raise trouble
