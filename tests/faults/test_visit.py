"""A whole visit of the real process: what is left of it, in files and in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.memory import found_in_memory
from tests.faults.trace import sockets_out, words_started
from tests.faults.visit import ROOT, Seen, Visit, faults
from tests.whole.marks import MARK


@pytest.mark.timeout(300)  # three starts of the program, at the price of real codes
def test_a_visit_leaves_nothing(tmp_path):
    """Made, closed, opened by code, recovered by the key sheet: three times the program replaces
    itself. Root finds the secrets in memory before, and none after; others may not even look."""
    seen = Visit(tmp_path / "computer", traced=False).take_place()
    assert faults(seen, traced=False) == []
    assert len(seen.after) + seen.refused // 2 == 3


def test_a_word_in_another_process_is_found():
    """The look is not blind, also over the edge of what is read at once."""
    word = "Qwphzvkt"
    build = f"w = {word[::-1]!r}[::-1]; long = 'x' * ((1 << 24) - 40) + w; input()"
    with subprocess.Popen(
        [sys.executable, "-c", f"{build}"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        try:
            for _try in range(1000):
                found = found_in_memory(process.pid, [word, "never there: " + MARK])
                if found:
                    break
            assert found == {word}
        finally:
            process.kill()


def test_a_trace_that_reaches_out_is_told():
    """One probe is allowed; a second socket, an address or a marked argument is not."""
    probe = "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3"
    refused = "7 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = -1 EPERM (Operation not permitted)"
    local = '7 connect(3, {sa_family=AF_UNIX, sun_path="/run/bus"}, 110) = 0'
    calm = f"{probe}\n{refused}\n{local}"
    assert sockets_out(calm) == []
    assert sockets_out(calm + "\n" + probe) == [probe]
    reached = "7 connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = -1 ECONNREFUSED"
    assert sockets_out(calm + "\n" + reached) == [reached]
    started = 'execve("/bin/x", ["x", "p\\303\\251nicilline"], ["A=B"]) = 0'
    assert words_started(started, ["pénicilline", MARK]) == {"pénicilline"}


def test_what_a_visit_left_is_told():
    """Each broken promise has its line."""
    seen = Seen(files=["f"], started={"w"}, sockets=["s"], after=[{MARK}])
    assert len(faults(seen, traced=True)) == 5


def test_the_program_starts_again_as_it_was_started():
    """A file that lies where the person stands is a part of the program in neither start."""
    said = (
        "import os; from pathlib import Path; os.execv = lambda _, given: print(*given[1:])\n"
        "from ensdesk import app; app._restart(Path('there'), b'')"
    )
    for flags in ([], ["-P"]):
        out = subprocess.run(
            [sys.executable, *flags, "-c", said],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=Path(ROOT),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert out.split() == [*flags, "-m", "ensdesk", "--closed", "there"]


def test_what_a_helper_is_handed_goes_through_a_pipe_alone():
    """Neither an argument nor the environment has it; the program after it reads it once."""
    said = (
        "import os, sys; from pathlib import Path; real = os.execv\n"
        "def again(_, given):\n"
        "    print(*given[-2:], 'secret' in str(given) + str(os.environ), flush=True)\n"
        "    read = 'from ensdesk import app; import os; print(app.take_handed(), os.read(0, 9))'\n"
        "    real(sys.executable, [sys.executable, '-c', read])\n"
        "os.execv = again\n"
        "from ensdesk import app; app._restart(Path('there'), b'secret')"
    )
    out = subprocess.run(
        [sys.executable, "-c", said],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=Path(ROOT),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert out.splitlines() == ["--helped there False", "b'secret' b''"]
