"""Visit after visit, each with a home in memory that goes with it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from ensdesk import visits
from ensdesk.visits import CLOSED_BY_TEAM, ENDED, NoVisitsHere, Visit, keep_open, remove_left


@pytest.fixture(autouse=True)
def memory(monkeypatch, tmp_path):
    """Stands for /dev/shm."""
    monkeypatch.setattr(visits, "_MEMORY", tmp_path)
    return tmp_path


class Visitors:
    """Starts of visits that end as they are told to; each writes into its home."""

    asked_to_stop = False

    def __init__(self, *codes):
        self.codes = list(codes)
        self.seen = []

    def start(self, given, own, kept):
        home = Path(own["HOME"])
        self.seen.append((given, own, stat.S_IMODE(home.stat().st_mode)))
        (Path(own["XDG_CACHE_HOME"]) / "trace").write_text("of a visitor")
        os.fstat(kept)
        return self.codes.pop(0)

    def before(self):
        return [Visit.of(given[1:]).before for given, _own, _mode in self.seen]


def test_a_visit_follows_the_other_until_the_team_closes(memory):
    """The next one knows how the last one ended, and nothing of it is left."""
    visitors = Visitors(ENDED, -11, ENDED, CLOSED_BY_TEAM)
    assert keep_open(Path("centre.json"), visitors) == 0
    assert visitors.before() == ["first", "ended", "lost", "ended"]
    assert len({own["HOME"] for _given, own, _mode in visitors.seen}) == 4
    assert all(mode == 0o700 for _given, _own, mode in visitors.seen)
    assert list(memory.iterdir()) == []


def test_what_programs_write_for_themselves_goes_to_the_home(memory, monkeypatch):
    """The screen, the voice and the sound stay within reach."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", "/home/somebody/Documents")
    monkeypatch.delenv("XAUTHORITY", raising=False)
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    visitors = Visitors(CLOSED_BY_TEAM)
    keep_open(None, visitors)
    own = visitors.seen[0][1]
    moved = (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "TMPDIR",
    )
    assert all(Path(own[name]).is_relative_to(memory) for name in moved)
    assert own["XDG_RUNTIME_DIR"] == "/run/user/7"
    assert "XDG_DOCUMENTS_DIR" not in own
    assert own["SPEECHD_ADDRESS"] == "unix_socket:/run/user/7/speech-dispatcher/speechd.sock"
    assert own["XAUTHORITY"] == str(Path.home() / ".Xauthority")


def test_visits_that_fail_at_once_end_the_program(memory):
    """Something is wrong that the next start would not mend."""
    visitors = Visitors(1, 1, 1, ENDED)
    assert keep_open(None, visitors) == 1
    assert visitors.codes == [ENDED]
    assert list(memory.iterdir()) == []


def test_a_home_that_nobody_holds_is_removed(memory):
    """All was killed at once; what is held, or is not ours, stays."""
    left, linked = memory / "ensdesk-visite-left", memory / "ensdesk-visite-linked"
    precious = memory / "precious"
    for place in (left, precious):
        place.mkdir()
        (place / "file").write_text("x")
    linked.symlink_to(precious)
    held = memory / "ensdesk-visite-held"
    held.mkdir()
    with visits._holding(held):
        remove_left(memory)
    assert sorted(place.name for place in memory.iterdir()) == [
        "ensdesk-visite-held",
        "ensdesk-visite-linked",
        "precious",
    ]
    assert (precious / "file").exists()


def test_a_visit_sees_that_the_one_that_waits_is_gone(monkeypatch, memory):
    """Then it removes the home itself."""
    home = memory / "ensdesk-visite-x"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    read, write = os.pipe()
    visit = Visit(read, "ended", "")
    assert Visit.of(visit.again()[1:]) == Visit(read, "first", "")
    visit.remove_if_alone()
    assert not visit.is_alone()
    assert home.exists()
    os.close(write)
    assert visit.is_alone()
    visit.remove_if_alone()
    os.close(read)
    assert not home.exists()


@pytest.mark.parametrize("place", ["somebody", "ensdesk-visite-x/inside"])
def test_the_home_of_a_person_is_never_removed(monkeypatch, memory, place):
    """Even if somebody starts a visit by hand, and nobody waits for it."""
    home = memory / place
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    read, write = os.pipe()
    os.close(write)
    Visit(read, "first", "").remove_if_alone()
    os.close(read)
    assert home.exists()


def test_without_memory_to_write_to_it_says_so(monkeypatch, memory, french):
    monkeypatch.setattr(visits, "_MEMORY", memory / "nothing")
    with pytest.raises(NoVisitsHere) as none:
        keep_open(None, Visitors())
    assert "Linux" in none.value.sentence()
