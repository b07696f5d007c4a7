"""Help and its end in real processes: what a helper's memory holds, and a stop that is killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import HELPER, add_person, people, stop_helping
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords, WrongSheet
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.faults.memory import found_in_memory
from tests.faults.visit import ROOT

MARIE = SheetWords(words_of(b"\2" * 16))
TURNS = 12

HOLDER = """
import os, sys
from pathlib import Path
from ensdesk import app
from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import hand_to
from tests.fakes import SHEET, MemoryKeychain
folder = open_folder(Path(sys.argv[1]), SHEET, MemoryKeychain())
print(folder.vault.locks.keys.k_main.hex(), folder.vault.locks.keys.k_private.hex(), flush=True)
sys.stdin.readline()
handed = hand_to(folder, "Marie")
folder.close()
real = os.execv
os.execv = lambda _, given: real(given[0], [given[0], "-c", sys.argv[2], given[-1]])
app._restart(Path(sys.argv[1]), handed)
"""
HELPS = """
import sys, time
from pathlib import Path
from ensdesk import app
from ensdesk.folder.people import open_handed
from tests.fakes import MemoryKeychain
folder = open_handed(Path(sys.argv[1]), app.take_handed(), MemoryKeychain())
print(folder.helped_by, flush=True)
time.sleep(60)
"""


def test_the_private_key_is_not_in_the_memory_of_whoever_helps(tmp_path):
    """It is in that of the holder, before; both hold that of the main database."""
    place = tmp_path / "Dossier"
    empty_folder(place).close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(place), HELPS],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            main, private = (
                bytes.fromhex(key).decode("latin-1") for key in process.stdout.readline().split()
            )
            assert found_in_memory(process.pid, [private]) == {private}
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline() == "Marie\n"
            assert found_in_memory(process.pid, [main, private]) == {main}
        finally:
            process.kill()


def test_a_stop_that_is_killed_is_whole_at_the_next_opening(tmp_path):
    """Whenever the power goes: nothing is lost, and Marie is either in or out for good."""
    before = tmp_path / "before"
    folder = empty_folder(before)
    for number in range(40):
        folder.save(Allergy(substance=f"allergie {number}"))
        folder.vault.keep_aside(f"weight-{number}", os.urandom(50_000))
    add_person(folder, "Marie", HELPER, MARIE)
    folder.close()
    chance, seen = random.Random(7), set()  # noqa: S311 - moments, not secrets
    longest = _time_of_a_stop(shutil.copytree(before, tmp_path / "timed"))
    for turn in range(TURNS):
        place = shutil.copytree(before, tmp_path / str(turn))
        child = os.fork()
        if child == 0:
            _stop_marie(place)
            os._exit(0)
        time.sleep(chance.random() * longest * 1.3)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(_state_of(place))
        shutil.rmtree(place)
    assert seen <= {"in", "out"}
    assert "out" in seen


def _time_of_a_stop(place: Path) -> float:
    began = time.monotonic()
    _stop_marie(place)
    return time.monotonic() - began


def _stop_marie(place: Path) -> None:
    folder = open_folder(place, SHEET, MemoryKeychain())
    (marie,) = people(folder)
    stop_helping(folder, marie.slot)
    folder.close()


def _state_of(place: Path) -> str:
    folder = open_folder(place, SHEET, MemoryKeychain())
    assert len(folder.records(Allergy)) == 40
    assert not folder.vault.key_is_old or people(folder)
    stopped = not people(folder)
    folder.close()
    assert len(list(place.glob("*.db"))) == 2
    if not stopped:
        open_folder(place, MARIE, MemoryKeychain()).close()
        return "in"
    with pytest.raises(WrongSheet):
        open_folder(place, MARIE, MemoryKeychain())
    return "out"
