"""What Orca says in French during the journeys: titles, labels, errors, answers; never the code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bus.desk import SYSTEM, running
from tests.bus.journeys import JOURNEYS, made_folder
from tests.bus.reader import CODE, program
from tests.bus.said import faults
from tests.bus.tree import wait_for

_SLOW = 60  # seconds that Orca may be behind, on a busy computer
_CALM = 3  # seconds without a word or any work: the program may be busy meanwhile


class Ears:
    """What was said so far."""

    def __init__(self, log: Path, pid: int) -> None:
        self._log = log
        self._pid = pid

    def heard(self) -> list[str]:
        """Return what was said, once Orca has nothing more to do."""
        end, calm, before = time.monotonic() + _SLOW, 0, self._state()
        while calm < _CALM and time.monotonic() < end:
            time.sleep(1)
            said, worked = self._state()
            calm = calm + 1 if said == before[0] and worked <= before[1] + 1 else 0
            before = said, worked
        return self._lines()

    def _state(self) -> tuple[int, int]:
        """Return how much was said, and how much Orca has worked."""
        fields = Path(f"/proc/{self._pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        return len(self._lines()), int(fields[11]) + int(fields[12])

    def _lines(self) -> list[str]:
        return self._log.read_text("utf-8").splitlines() if self._log.exists() else []


@contextmanager
def orca() -> Iterator[Ears]:
    """Run Orca in French, with a voice that writes."""
    place = Path(os.environ["TMPDIR"])
    socket, log = place / "speech", place / "said.txt"
    french = {
        **os.environ,
        "LANG": "fr_FR.UTF-8",
        "LANGUAGE": "fr",
        "GSETTINGS_BACKEND": "memory",
        "LOCPATH": str(place),
        "SPEECHD_ADDRESS": f"unix_socket:{socket}",
    }
    locale = ["localedef", "-i", "fr_FR", "-f", "UTF-8", str(place / "fr_FR.UTF-8")]
    with running(locale, french) as made:
        made.wait()
    speaks = [SYSTEM, "-m", "tests.bus.voice", str(socket), str(log)]
    with running(speaks, french):
        wait_for(lambda: socket.exists() or None, "no voice")
        with running(["orca", "--replace"], french) as process:
            ears = Ears(log, process.pid)
            wait_for(lambda: ears.heard() or None, "Orca says nothing")
            yield ears


def main() -> int:
    """Take the journeys as fast as Orca follows; return 0 when it said what it has to."""
    told = list[str]()
    with orca() as ears, program(made_folder()) as reader:
        reader.listens = ears.heard
        before = 0
        for journey in JOURNEYS:
            journey(reader)
            said = ears.heard()
            name = journey.__name__
            told += [f"{name}: {one}" for one in faults(name, said[before:], CODE)]
            if "--loud" in sys.argv:
                print("\n    ".join([name, *said[before:]]))  # noqa: T201
            before = len(said)
    told.append(f"orca: {before} sentences, {len(told)} faults")
    print("\n".join(told))  # noqa: T201 - what was asked for
    return int(len(told) > 1)


if __name__ == "__main__":
    sys.exit(main())
