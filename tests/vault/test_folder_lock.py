"""One opener for one folder."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ensdesk.vault import folder_lock
from ensdesk.vault.folder_lock import FolderLock, OpenElsewhere, TakenOver, closed_everywhere
from ensdesk.vault.storage_trouble import FolderInUse, PlaceGone, ReadOnlyPlace


def test_the_same_process_is_refused_too(tmp_path: Path) -> None:
    """A lock that belongs to the process would let a second window in."""
    lock = FolderLock(tmp_path)
    with pytest.raises(FolderInUse):
        FolderLock(tmp_path)
    lock.release()
    lock.release()
    FolderLock(tmp_path).release()


def test_another_process_is_refused_in_no_time(tmp_path: Path) -> None:
    """The second one is told within a second and writes nothing."""
    lock = FolderLock(tmp_path)
    script = (
        "import pathlib, sys, time\n"
        "from ensdesk.vault.folder_lock import FolderLock\n"
        "began = time.monotonic()\n"
        "try:\n"
        "    FolderLock(pathlib.Path(sys.argv[1]))\n"
        "except Exception as trouble:\n"
        "    sys.stdout.write(f'{type(trouble).__name__} {time.monotonic() - began < 1}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.stdout == "FolderInUse True"
    lock.release()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    """What a crash leaves behind keeps nobody out."""
    script = (
        "import os, pathlib, sys\n"
        "from ensdesk.vault.folder_lock import FolderLock\n"
        "lock = FolderLock(pathlib.Path(sys.argv[1]))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.returncode == -9
    assert (tmp_path / "lock").exists()
    began = time.monotonic()
    FolderLock(tmp_path).release()
    assert time.monotonic() - began < 1


def test_a_place_that_is_gone(tmp_path: Path) -> None:
    """A directory that is not there is told."""
    with pytest.raises(PlaceGone):
        FolderLock(tmp_path / "nowhere")


def test_a_place_without_locks_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network places know none: the database's own lock still holds there."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no locks")

    monkeypatch.setattr("fcntl.flock", refuse)
    FolderLock(tmp_path).release()


def test_a_closed_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key with its lock on: nothing can be written."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "read only")

    monkeypatch.setattr("ensdesk.vault.folder_lock.os.open", refuse)
    with pytest.raises(ReadOnlyPlace):
        FolderLock(tmp_path)


def test_a_child_of_a_killed_program_is_waited_for(tmp_path: Path) -> None:
    """It lets go a moment later."""
    lock = FolderLock(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(0.1)"], pass_fds=(lock._file or 0,)
    ):
        lock.release()
        FolderLock(tmp_path).release()


def as_on(monkeypatch, name):
    """Go on as the computer of this name."""
    monkeypatch.setattr(folder_lock, "computer_name", lambda: name)


def test_what_another_computer_left_open_is_told(tmp_path, monkeypatch):
    """Until it is closed there, or somebody says that it is; a crash here holds nobody back."""
    as_on(monkeypatch, "one")
    FolderLock(tmp_path)._let_go()  # cut off
    FolderLock(tmp_path)._let_go()
    as_on(monkeypatch, "other")
    with pytest.raises(OpenElsewhere):
        FolderLock(tmp_path)
    closed_everywhere(tmp_path)
    FolderLock(tmp_path).release()
    as_on(monkeypatch, "one")
    FolderLock(tmp_path).release()
    assert (tmp_path / "lock").read_bytes() == b""


@pytest.mark.parametrize("left", [b"\0" * 64, b"[1]", b'["a", "b", "c"]', b"{", b"\xff"])
def test_what_is_cut_or_of_nobody_holds_nobody_back(tmp_path, left):
    """Nothing there was waited for on the disk."""
    (tmp_path / "lock").write_bytes(left)
    FolderLock(tmp_path).release()


def test_an_opening_elsewhere_is_noticed(tmp_path, monkeypatch):
    """Where the lock of the system does not reach the other computer."""
    as_on(monkeypatch, "one")
    lock = FolderLock(tmp_path)
    lock.must_be_ours()
    monkeypatch.setattr(folder_lock, "_locked", lambda _file: True)
    closed_everywhere(tmp_path)
    as_on(monkeypatch, "other")
    other = FolderLock(tmp_path)
    with pytest.raises(TakenOver):
        lock.must_be_ours()
    lock.release()
    other.must_be_ours()
    other.release()


def test_a_computer_without_a_name_is_not_told_apart(tmp_path, monkeypatch):
    """Better no question than one that nobody can answer."""
    as_on(monkeypatch, "")
    FolderLock(tmp_path)._let_go()
    as_on(monkeypatch, "one")
    FolderLock(tmp_path).release()
