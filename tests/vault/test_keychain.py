"""This computer's keychain: three kinds of trouble, five seconds, and never a plain file."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
import secretstorage
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
from keyring.backends import null
from keyring.errors import KeyringError, KeyringLocked
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

from ensdesk.vault import keychain as keychain_file
from ensdesk.vault.keychain import (
    Backend,
    KeychainAbsent,
    KeychainFailed,
    KeychainLocked,
    SystemKeychain,
)
from ensdesk.vault.locks import make_locks, open_locks
from tests.vault.quick import CHEAP, CODE, SHEET, QuickStretcher

FOLDER = "0" * 32
PART = bytes(range(32))
PASSWORD = b"login password"


class FakeBackend:
    """A keyring backend that keeps texts in memory, or fails."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fails = fails
        self.forgets_writes = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.fails:
            raise self.fails
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets_writes:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def keychain_with(backend: Backend | None) -> SystemKeychain:
    return SystemKeychain(find=lambda _platform, _event: backend)


def test_it_keeps_and_forgets() -> None:
    """One part for each folder, under the name of the program."""
    backend = FakeBackend()
    keychain = keychain_with(backend)
    assert keychain.read(FOLDER) is None
    keychain.write(FOLDER, PART)
    assert keychain.read(FOLDER) == PART
    assert list(backend.kept) == [("ensdesk", FOLDER)]
    keychain.forget(FOLDER)
    keychain.forget(FOLDER)
    assert keychain.read(FOLDER) is None


def test_a_computer_without_a_keychain_says_so() -> None:
    """Absent is not failed: other ways in are offered."""
    with pytest.raises(KeychainAbsent):
        keychain_with(None).read(FOLDER)
    with pytest.raises(KeychainAbsent):
        SystemKeychain(platform="plan9").read(FOLDER)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (KeyringLocked("secret 407295"), KeychainLocked),
        (KeyringError("secret 407295"), KeychainFailed),
        (RuntimeError("secret 407295"), KeychainFailed),
    ],
)
def test_what_a_backend_raises_becomes_a_state(error: Exception, trouble: type[Exception]) -> None:
    """Locked or failed; its text goes nowhere, and nothing is written after a failed read."""
    backend = FakeBackend(error)
    for act in (
        lambda keychain: keychain.read(FOLDER),
        lambda keychain: keychain.write(FOLDER, PART),
        lambda keychain: keychain.forget(FOLDER),
    ):
        with pytest.raises(trouble) as told:
            act(keychain_with(backend))
        assert str(told.value) == trouble.__name__
        assert told.value.__cause__ is None
    assert backend.kept == {}


def test_a_part_that_was_not_kept_is_told() -> None:
    """What is written is read back."""
    backend = FakeBackend()
    backend.forgets_writes = True
    with pytest.raises(KeychainFailed):
        keychain_with(backend).write(FOLDER, PART)


def test_something_else_under_our_name_is_not_written_over() -> None:
    """It is a failure, not an empty place."""
    backend = FakeBackend()
    backend.kept["ensdesk", FOLDER] = "not ours"
    with pytest.raises(KeychainFailed):
        keychain_with(backend).read(FOLDER)
    with pytest.raises(KeychainFailed):
        keychain_with(backend).write(FOLDER, PART)
    assert backend.kept["ensdesk", FOLDER] == "not ours"


@pytest.mark.parametrize(
    ("at_a_window", "trouble"), [(True, KeychainLocked), (False, KeychainFailed)]
)
def test_nobody_is_left_hanging(at_a_window: bool, trouble: type[Exception]) -> None:
    """A keychain that waits for its own window is locked, one that hangs has failed."""
    released = Event()

    def find(_platform: str, waits: Event) -> Backend | None:
        if at_a_window:
            waits.set()
        released.wait()
        return None

    try:
        with pytest.raises(trouble):
            SystemKeychain(find=find, patience=0.05).read(FOLDER)
    finally:
        released.set()


# A real Secret Service on a bus of its own


@pytest.fixture
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home in a short path: the sockets of a bus allow 108 characters."""
    with tempfile.TemporaryDirectory(prefix="kc") as home:
        for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(name, home)
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        monkeypatch.delenv("DISPLAY", raising=False)
        yield Path(home)


@pytest.fixture
def own_bus(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A session bus that only this test sees; what lives on it ends with it."""
    bus = subprocess.Popen(
        [program("dbus-daemon"), "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with bus:
        assert bus.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().decode().strip())
        yield own_home
        bus.terminate()


@pytest.fixture
def secret_service(own_bus: Path) -> Iterator[Path]:
    """The keyring of GNOME, opened with a login password."""
    is_there = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    is_there.add_arg_condition(0, "org.freedesktop.secrets")
    with open_dbus_connection() as bus, bus.filter(is_there) as news:
        Proxy(message_bus, bus).AddMatch(is_there)
        keyring = subprocess.Popen(
            [program("gnome-keyring-daemon"), "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert keyring.stdin is not None
        keyring.stdin.write(PASSWORD)
        keyring.stdin.close()
        bus.recv_until_filtered(news, timeout=20)
    with keyring:
        yield own_bus
        keyring.terminate()


def program(name: str) -> str:
    """Return where a program is: packaging/check.py brings it."""
    found = shutil.which(name)
    assert found, f"{name} is missing"
    return found


def unlock_it() -> None:
    """Open the keyring without its window, as only its own tests may."""
    with closing(secretstorage.dbus_init()) as bus:
        secret = format_secret(open_session(bus), PASSWORD, "text/plain")
        inside = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
        address = DBusAddressWrapper("/org/freedesktop/secrets", inside, bus)
        path = secretstorage.get_default_collection(bus).collection_path
        address.call("UnlockWithMasterPassword", "o(oayays)", path, secret)


def lock_it() -> None:
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def test_a_code_opens_with_the_real_keychain(secret_service: Path, tmp_path: Path) -> None:
    """Made, opened, closed for good: and the keychain's file never holds the part in clear."""
    keychain = SystemKeychain()
    stretcher = QuickStretcher()
    locks = make_locks(tmp_path, [CODE, SHEET], keychain, cost=CHEAP, stretcher=stretcher)
    locks.save()
    part = keychain.read(locks.folder_id)
    assert part is not None
    assert len(part) == 32
    found = open_locks(tmp_path, CODE, keychain, stretcher=stretcher)
    assert found.keys == locks.keys
    files = [file for file in secret_service.rglob("*") if file.is_file()]
    assert files
    assert all(part not in file.read_bytes() for file in files)
    found.remove(found.slot_id)
    assert keychain.read(locks.folder_id) is None


def test_a_locked_real_keychain_is_told(secret_service: Path) -> None:
    """It asks at a window of its own; with no screen to show it, it stays closed."""
    keychain = SystemKeychain()
    keychain.write(FOLDER, PART)
    lock_it()
    for act in (
        lambda: keychain.read(FOLDER),
        lambda: keychain.write(FOLDER, bytes(32)),
        lambda: keychain.forget(FOLDER),
    ):
        with pytest.raises(KeychainLocked):
            act()
    unlock_it()
    assert keychain.read(FOLDER) == PART


def test_a_bus_without_a_keychain_is_told(own_home: Path) -> None:
    """No session bus at all: absent, and no other store is taken instead."""
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
    with pytest.raises(KeychainAbsent):
        SystemKeychain().read(FOLDER)


class Collection:
    """A collection of the desktop that its owner opens at its own window."""

    locked = True

    def is_locked(self) -> bool:
        return self.locked

    def unlock(self) -> None:
        self.locked = False


def test_a_keychain_that_is_opened_at_its_window_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person types its password, and the answer comes."""
    monkeypatch.setattr(secretstorage, "dbus_init", Bus)
    monkeypatch.setattr(secretstorage, "get_default_collection", lambda _bus: Collection())
    waits = Event()
    keychain_file._open_collection(waits)
    assert waits.is_set()


class Bus:
    """Nothing but something to close."""

    def close(self) -> None: ...


def test_other_systems_have_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of the allowed ones that works here; it may wait at a window of its own."""
    monkeypatch.setitem(
        keychain_file._ALLOWED, "test", (("Windows", "WinVaultKeyring"), ("null", "Keyring"))
    )
    waits = Event()
    assert isinstance(keychain_file._first_viable("test", waits), null.Keyring)
    assert waits.is_set()
