"""A whole folder: made, opened, held by one, closed."""

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.illness import Illness
from ensdesk.vault import unfinished as unfinished_module
from ensdesk.vault import vault as vault_module
from ensdesk.vault.bundle import HELPER
from ensdesk.vault.header import HalfFolder, HeaderDamaged, HeaderMissing, NewerFolder
from ensdesk.vault.key_slots import WrongSecret
from ensdesk.vault.recovery_words import new_words
from ensdesk.vault.secrets import SheetWords
from ensdesk.vault.storage_trouble import DiskFull, FolderDamaged, FolderIncomplete, FolderInUse
from ensdesk.vault.vault import FolderAlreadyThere, Vault
from tests.fakes import MemoryKeychain
from tests.vault.drawers import ALLERGY, new_vault, open_vault

PLAIN = {"LISEZ-MOI.txt", "documents", "header.a", "header.b", "lock", "main-1.db", "private-1.db"}


def names(path: Path) -> set[str]:
    return {entry.name for entry in path.iterdir()}


def test_a_folder_is_made_closed_and_opened(vault: Vault) -> None:
    """Plain files stay, closed to others; what was written is there again."""
    vault.main.revisions.write([ALLERGY])
    assert vault.private is not None
    vault.private.revisions.write([replace(ALLERGY, substance="Latex")])
    vault.keep_aside("draft", b"abc")
    kept = vault.documents.keep(BytesIO(b"papier"))
    vault.settle()
    vault.close()
    vault.close()
    assert names(vault.path) == PLAIN
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in vault.path.iterdir()}
    assert {mode & 0o077 for name, mode in modes.items() if name != "LISEZ-MOI.txt"} == {0}
    again = open_vault(vault.path)
    assert again.folder_id == vault.folder_id
    assert again.main.revisions.records(Allergy) == (ALLERGY,)
    assert again.private is not None
    assert again.private.revisions.records(Allergy)[0].substance == "Latex"
    assert again.kept_aside("draft") == b"abc"
    with again.documents.open(kept) as clear:
        assert clear.read() == b"papier"
    assert again.main.name_of(again.main.author) == "Jeanne"
    again.keep_aside("draft", None)
    assert again.kept_aside("draft") is None
    again.close()


def test_nothing_personal_is_outside(vault: Vault) -> None:
    """The text that lies beside the folder says how to open it, and not whose it is."""
    text = (vault.path / "LISEZ-MOI.txt").read_text("utf-8")
    assert "ensdesk" in text
    assert "Jeanne" not in text


def test_a_second_opener_is_told_at_once(vault: Vault) -> None:
    """In under a second, before any derivation, and nothing is written."""
    before = {path: path.read_bytes() for path in vault.path.iterdir() if path.is_file()}
    began = time.monotonic()
    with pytest.raises(FolderInUse):
        open_vault(vault.path)
    assert time.monotonic() - began < 1
    assert {path: path.read_bytes() for path in before} == before


def test_a_wrong_secret_lets_go_of_the_folder(vault: Vault) -> None:
    """The next try finds the folder free."""
    vault.close()
    with pytest.raises(WrongSecret):
        Vault.open(vault.path, SheetWords(new_words()), MemoryKeychain())
    open_vault(vault.path).close()


def test_a_folder_is_never_made_over_something(tmp_path: Path) -> None:
    """Whatever is there stays."""
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(FolderAlreadyThere):
        new_vault(tmp_path)
    assert names(tmp_path) == {"photo.jpg"}


def test_a_place_without_a_folder(tmp_path: Path) -> None:
    """Nothing here, or only a part: two sentences, and nothing is made."""
    with pytest.raises(HeaderMissing):
        open_vault(tmp_path / "nowhere")
    (tmp_path / "main-1.db").write_bytes(b"x")
    with pytest.raises(HalfFolder):
        open_vault(tmp_path)
    assert names(tmp_path) == {"main-1.db"}


@pytest.mark.parametrize("name", ["main-1.db", "private-1.db"])
def test_half_a_folder_is_told(vault: Vault, name: str) -> None:
    """A missing or damaged database is told, and the other one is let go."""
    vault.close()
    whole = (vault.path / name).read_bytes()
    (vault.path / name).unlink()
    with pytest.raises(FolderIncomplete):
        open_vault(vault.path)
    (vault.path / name).write_bytes(bytes(4096) + whole[4096:])
    with pytest.raises(FolderDamaged):
        open_vault(vault.path)
    (vault.path / name).write_bytes(whole)
    open_vault(vault.path).close()


def test_databases_cannot_take_each_others_place(vault: Vault) -> None:
    """Each has its own key and name inside."""
    vault.close()
    shutil.copy(vault.path / "main-1.db", vault.path / "private-1.db")
    with pytest.raises(FolderDamaged):
        open_vault(vault.path)


@pytest.mark.parametrize("name", ["header.a", "header.b"])
def test_one_damaged_header_is_mended(vault: Vault, name: str) -> None:
    """Either copy opens; the other one is written again."""
    vault.close()
    whole = (vault.path / name).read_bytes()
    (vault.path / name).write_bytes(whole[:100] + b"x" + whole[101:])
    open_vault(vault.path).close()
    assert (vault.path / "header.a").read_bytes() == (vault.path / "header.b").read_bytes()


def test_a_newer_folder_is_told(vault: Vault) -> None:
    """Tables of a later version are not touched."""
    vault.main.connection.set_version(99)
    vault.close()
    with pytest.raises(NewerFolder):
        open_vault(vault.path)


def test_who_only_helps_sees_one_drawer(vault: Vault) -> None:
    """Without the private key the private database is not opened, nor its papers counted."""
    words = SheetWords(new_words())
    vault.locks.add(words, HELPER)
    vault.documents.keep(BytesIO(b"x"))
    assert len(vault.check().strays) == 1
    vault.close()
    helped = Vault.open(vault.path, words, MemoryKeychain())
    assert helped.private is None
    assert helped.drawers == (helped.main,)
    assert helped.check().strays == ()
    helped.main.revisions.write([ALLERGY])
    helped.close()
    with pytest.raises(RuntimeError, match="both keys"):
        vault_module._make_drawers(vault.path, helped.locks, contextlib.ExitStack())


@pytest.mark.parametrize("call", ["_make_drawers", "create_file", "telling", "begin"])
def test_making_that_fails_leaves_the_place_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A full disk at any step: nothing stays, and the same place can be used."""
    real = getattr(vault_module, call)
    calls = 0

    def fail(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == 2 or call != "create_file":
            raise DiskFull
        return real(*arguments, **named)

    if call == "begin":
        monkeypatch.setattr(unfinished_module, "sync_directory", fail)
    else:
        monkeypatch.setattr(vault_module, call, fail)
    with pytest.raises(DiskFull):
        new_vault(tmp_path / "folder")
    monkeypatch.undo()
    assert names(tmp_path / "folder") == set()
    new_vault(tmp_path / "folder").close()


def test_headers_come_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder whose making was cut short is no folder."""

    def fail(_: object) -> None:
        raise DiskFull

    monkeypatch.setattr("ensdesk.vault.locks.Locks.save", fail)
    with pytest.raises(DiskFull):
        new_vault(tmp_path / "folder")
    assert names(tmp_path / "folder") == set()


def test_a_place_where_making_was_cut_off_can_be_used(tmp_path: Path) -> None:
    """Killed in the middle: no folder to open, none to mourn, and it can be made there."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from ensdesk.vault.locks import Locks\n"
        "from tests.vault.drawers import new_vault\n"
        "Locks.save = lambda self: os._exit(9)\n"
        "new_vault(Path(sys.argv[1]))\n"
    )
    place = tmp_path / "folder"
    done = subprocess.run(
        [sys.executable, "-c", script, str(place)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.returncode == 9
    assert "main-1.db" in names(place)
    with pytest.raises(HeaderMissing) as caught:
        open_vault(place)
    assert type(caught.value) is HeaderMissing
    new_vault(place).close()
    assert names(place) == PLAIN
    (place / "unfinished").touch()
    open_vault(place).close()
    assert names(place) == PLAIN


def test_a_header_torn_while_it_was_first_written_is_no_folder(tmp_path: Path) -> None:
    """Nothing was promised yet: the place is free again. A finished folder is only damaged."""
    place = tmp_path / "folder"
    new_vault(place).close()
    for copy in ("header.a", "header.b"):
        (place / copy).write_bytes(bytes(512) + (place / copy).read_bytes()[512:])
    with pytest.raises(HeaderDamaged):
        open_vault(place)
    (place / "unfinished").touch()
    with pytest.raises(HeaderMissing):
        open_vault(place)
    new_vault(place).close()
    open_vault(place).close()


def test_a_lock_that_a_power_cut_left_alone_is_no_folder(tmp_path: Path) -> None:
    """It is the first thing that is written."""
    (tmp_path / "lock").touch()
    new_vault(tmp_path).close()
    assert names(tmp_path) == PLAIN


def test_a_folder_that_another_window_makes_is_left_alone(tmp_path: Path) -> None:
    """It is unfinished, but not left over."""
    lock = unfinished_module.begin(tmp_path / "folder")
    (tmp_path / "folder" / "main-1.db").touch()
    with pytest.raises(FolderInUse):
        new_vault(tmp_path / "folder")
    assert (tmp_path / "folder" / "main-1.db").exists()
    lock.release()


def test_opening_sweeps_unfinished_papers(vault: Vault) -> None:
    """Only our own, and only once the folder is held."""
    kept = vault.documents.keep(BytesIO(b"a"))
    half = vault.documents.path(kept).with_suffix(".age.part")
    half.write_bytes(b"half")
    vault.close()
    again = open_vault(vault.path)
    assert not half.exists()
    assert again.documents.path(kept).exists()
    again.close()


KILLED_WRITERS = """
import os, random, sys, time
from pathlib import Path
from ensdesk.kinds.illness import Illness
from tests.vault.drawers import open_vault

def write(answers, number):
    vault = open_vault(Path(sys.argv[1]))
    while True:
        vault.main.revisions.write([Illness(name=f"n{number}")])
        os.write(answers, f"n{number}\\n".encode())
        number += 1

chance = random.Random(7)
for turn in range(20):
    questions, answers = os.pipe()
    child = os.fork()
    if not child:
        write(answers, turn * 10_000)
    os.close(answers)
    with os.fdopen(questions) as told:
        sys.stdout.write(told.readline())
        time.sleep(chance.random() * 0.03)
        os.kill(child, 9)
        os.waitpid(child, 0)
        sys.stdout.write(told.read())
"""


def test_a_killed_program_loses_nothing_it_acknowledged(vault: Vault) -> None:
    """Killed 20 times at random moments: the folder opens, and every change told is there."""
    vault.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED_WRITERS, str(vault.path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    told = set(done.stdout.split())
    assert len(told) >= 20
    again = open_vault(vault.path)
    kept = {illness.name for illness in again.main.revisions.records(Illness)}
    assert told <= kept
    assert len(kept - told) <= 20
    assert again.check().well
    again.close()
