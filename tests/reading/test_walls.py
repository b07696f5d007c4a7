"""The walls hold, and `Walls` tells the truth where they do not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ensdesk.reading.reader import walls_here
from ensdesk.reading.walls import Walls
from tests.reading.escapes import ESCAPES, tried

_ROOT = Path(__file__).resolve().parents[2]
_KERNEL_HAS_FILTERS = Path("/proc/sys/kernel/seccomp/actions_avail").exists()
_NO_SUCH_WALLS = (
    "import ensdesk.reading.walls as walls\n"
    "walls.only_compute = walls.no_files = lambda: {answer}\n"
    "walls._start_another = walls._signal_another = lambda: None"
)


def test_every_escape_is_blocked() -> None:
    """On a system with filters, each attempt of a wicked paper is refused."""
    walls, said = tried()

    assert walls.proved == _KERNEL_HAS_FILTERS
    done = {name for name, ended in said.items() if ended == "done"}
    assert not {name for name in done if getattr(walls, ESCAPES[name][0])}
    assert set(said) == set(ESCAPES)


@pytest.mark.parametrize("answer", ["False", "True"])
def test_a_system_without_walls_is_told_as_it_is(answer: str) -> None:
    """Old kernel or a system that only pretends: what was not seen to hold does not count."""
    walls, said = tried(_NO_SUCH_WALLS.format(answer=answer))

    assert walls == Walls(limits=True)
    assert not walls.proved
    assert said["read a file"] == "done"
    assert said["2 GB of memory"] == "blocked"


def test_the_program_learns_which_walls_hold() -> None:
    """The answer of the reading process reaches the program."""
    assert walls_here() == tried()[0]


def test_walls_survive_their_byte() -> None:
    """Each combination is told in one byte and understood."""
    for written in range(16):
        assert Walls.of_byte(written).to_byte() == written


_NETWORK = """
import socket, subprocess, sys, threading
from ensdesk.reading.walls import network_refused, refuse_network

go, seen = threading.Event(), []
def older_thread():
    go.wait(); seen.append(network_refused())
older = threading.Thread(target=older_thread); older.start()
before = network_refused()
first, second = refuse_network(), refuse_network()
go.set(); older.join()
socket.socket(socket.AF_UNIX).close()
ask = 'import socket\\ntry: socket.socket()\\nexcept OSError: print("refused")'
child = subprocess.run([sys.executable, '-I', '-c', ask], capture_output=True, text=True).stdout
filters = [l for l in open('/proc/self/status') if l.startswith('Seccomp_filters')]
print(before, first, second, seen, child.strip(), filters[0].split()[1])
"""


def test_the_program_itself_is_kept_off_the_network() -> None:
    """Threads that already run and children are held; asking twice adds no second filter."""
    ran = subprocess.run(
        [sys.executable, "-B", "-c", _NETWORK],
        capture_output=True,
        text=True,
        check=True,
        cwd=_ROOT,
        timeout=30,
    )
    before, first, second, seen, child, filters = ran.stdout.split()

    assert (before, first, second) == ("False", "True", "True")
    assert seen == "[True]"
    assert child == "refused"
    assert filters == "1"
