"""Heavy secret work happens in a short-lived child that shows its secrets to nobody."""

import ctypes
import io
import resource
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ensdesk.vault import passphrase_child
from ensdesk.vault.cut_short import CutShort, NotEnoughMemory
from ensdesk.vault.passphrase_child import Refused, command, in_child, main

GIVEN = struct.pack("<III", 64 * 1024, 1, 1) + b"s" * 16
Jobs = pytest.MonkeyPatch


def answer_of(monkeypatch: Jobs, job: str, given: bytes) -> tuple[int, bytes]:
    """Run the child's main in this process, which keeps its own core dumps."""
    out = io.BytesIO()
    monkeypatch.setattr(passphrase_child, "_keep_out_of_core_dumps", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    return main(job), out.getvalue()


def test_it_stretches(monkeypatch: Jobs) -> None:
    """Argon2id 1.3 with what it was given; any byte may be in the secret."""
    for secret in (b"", b"407295", b"a\nb\0\xff"):
        code, answer = answer_of(monkeypatch, "stretch", GIVEN + secret)
        kdf = Argon2id(salt=b"s" * 16, length=32, iterations=1, lanes=1, memory_cost=64 * 1024)
        assert (code, answer) == (0, kdf.derive(secret))


def quick_encrypt(clear: bytes, words: str) -> bytes:
    return words.encode() + b"|" + clear


def quick_decrypt(closed: bytes, words: str) -> bytes:
    if not closed.startswith(words.encode() + b"|"):
        raise pyrage.DecryptError
    return closed.removeprefix(words.encode() + b"|")


def test_it_closes_and_opens_with_words(monkeypatch: Jobs) -> None:
    """What words close, the same words open, and other words do not."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_decrypt)
    _, closed = answer_of(monkeypatch, "close-with-words", b"des mots\nline one\nline two\n")
    opened = answer_of(monkeypatch, "open-with-words", b"des mots\n" + closed)
    assert opened == (0, b"line one\nline two\n")
    code, answer = answer_of(monkeypatch, "open-with-words", b"autres\n" + closed)
    assert (code, answer) == (4, b"")


def test_it_says_when_memory_is_short(monkeypatch: Jobs) -> None:
    """The one failure that the person can do something about."""

    def too_much(_given: bytes) -> bytes:
        raise MemoryError

    monkeypatch.setitem(passphrase_child._JOBS, "stretch", too_much)
    assert answer_of(monkeypatch, "stretch", GIVEN) == (3, b"")


def test_a_real_child_answers() -> None:
    """Started as the program starts it: this file, alone, by our own Python."""
    kdf = Argon2id(salt=b"s" * 16, length=32, iterations=1, lanes=1, memory_cost=64 * 1024)
    assert in_child("stretch", GIVEN + b"407295") == kdf.derive(b"407295")


def child(code: str) -> Callable[[str], list[str]]:
    return lambda _job: [sys.executable, "-I", "-S", "-c", code]


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("import sys; sys.exit(3)", NotEnoughMemory),
        ("import sys; sys.exit(4)", Refused),
        ("import sys; sys.exit(1)", CutShort),
        ("import os; os.kill(os.getpid(), 9)", CutShort),
        ("", CutShort),
    ],
)
def test_a_child_that_fails_is_told(monkeypatch: Jobs, code: str, trouble: type[Exception]) -> None:
    """Short of memory, refused, killed, or silent: nothing is taken for an answer."""
    monkeypatch.setattr(passphrase_child, "command", child(code))
    with pytest.raises(trouble):
        in_child("stretch", GIVEN)


def test_a_child_that_cannot_start_is_told(monkeypatch: Jobs, tmp_path: Path) -> None:
    """Nothing of the command is in what is told."""
    monkeypatch.setattr(passphrase_child, "command", lambda _job: [str(tmp_path / "none")])
    with pytest.raises(CutShort) as told:
        in_child("stretch", GIVEN)
    assert str(told.value) == "CutShort"


def test_a_child_that_takes_for_ever_is_ended(monkeypatch: Jobs) -> None:
    """Nobody waits longer than the limit."""
    monkeypatch.setattr(passphrase_child, "LONGEST_SECONDS", 0.01)
    monkeypatch.setattr(passphrase_child, "command", child("import time; time.sleep(60)"))
    with pytest.raises(CutShort):
        in_child("stretch", GIVEN)


def test_the_secret_is_in_no_argument(monkeypatch: Jobs) -> None:
    """It goes in by stdin: other programs may read the arguments of any process."""
    seen: list[object] = []

    def run(arguments: list[str], **how: object) -> SimpleNamespace:
        seen.append((arguments, how))
        return SimpleNamespace(returncode=0, stdout=b"x")

    monkeypatch.setattr(subprocess, "run", run)
    in_child("stretch", b"407295")
    (arguments, how) = seen[0]  # type: ignore[misc]
    assert arguments == command("stretch")
    assert "407295" not in repr(arguments)
    assert "env" not in how
    assert how["input"] == b"407295"
    assert how["stderr"] == subprocess.DEVNULL


def test_a_built_program_starts_itself(monkeypatch: Jobs) -> None:
    """Where there are no Python files the program is its own child."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("stretch") == [sys.executable, "--passphrase-child", "stretch"]


def test_the_child_leaves_no_core_dump(monkeypatch: Jobs) -> None:
    """No dump when it crashes, and no other program of the person reads its memory."""
    calls: list[object] = []
    monkeypatch.setattr(resource, "setrlimit", lambda *what: calls.append(what))
    libc = SimpleNamespace(prctl=lambda *what: calls.append(what))
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: libc)
    passphrase_child._keep_out_of_core_dumps()
    assert calls == [(resource.RLIMIT_CORE, (0, 0)), (4, 0, 0, 0, 0)]
    monkeypatch.setattr(sys, "platform", "darwin")
    passphrase_child._keep_out_of_core_dumps()
    monkeypatch.setattr(passphrase_child.os, "name", "nt")
    passphrase_child._keep_out_of_core_dumps()
    assert len(calls) == 3


def test_it_does_so_for_real() -> None:
    """A child of our own file is closed to others before it reads anything."""
    code = (
        "import ctypes, runpy, sys\n"
        "runpy.run_path(sys.argv[1])['_keep_out_of_core_dumps']()\n"
        "sys.exit(40 + ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    file = passphrase_child.__file__
    ended = subprocess.run([sys.executable, "-I", "-c", code, file], check=False)
    assert ended.returncode == 40


def test_the_file_runs_alone() -> None:
    """It imports nothing of the program before it is asked: the child starts fast."""
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1]); ours = ('ensdesk', 'crypto', 'pyrage'); "
        "sys.exit(any(name.startswith(ours) for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-I", "-c", code, passphrase_child.__file__], check=False
    )
    assert ended.returncode == 0
