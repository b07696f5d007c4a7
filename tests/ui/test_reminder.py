"""What becomes due behind other windows is said once, in words that tell nobody anything."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.coverage import Coverage
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.notification import notify
from ensdesk.ui.reminder import Reminder
from tests.fakes import NOW, TODAY

ROOT = Path(__file__).resolve().parents[2]
SAID = "Quelque chose à regarder dans votre dossier"


@pytest.fixture
def reminder(qapp, make_window, folder, french):
    """The folder is open, its window stands behind another one."""
    window = make_window(folder=folder)
    said: list[str] = []
    reminder = Reminder(window.session, said.append, lambda: reminder.front, window)
    reminder.front, reminder.said = False, said
    return reminder


def at(folder, hour: int, minute: int = 0, days: int = 0) -> None:
    moment = NOW.replace(hour=hour, minute=minute) + datetime.timedelta(days=days)
    folder._clock = lambda: moment


def card(folder) -> None:
    """Save a card that is to be spoken of tomorrow."""
    until = TODAY + datetime.timedelta(days=60)
    folder.save(Coverage(name="Mutuelle", until=PartialDate.of(until)))


def test_what_home_has_told_is_not_said_again(reminder, folder):
    """There are things due from the first moment on."""
    reminder.look()
    reminder.look()
    assert reminder.said == []


def test_what_becomes_due_is_said_once_and_never_what_it_is(reminder, folder):
    """A day later a card ends soon."""
    card(folder)
    reminder.look()
    at(folder, 10, days=1)
    reminder.look()
    reminder.look()
    assert reminder.said == [SAID]


def test_an_appointment_in_two_hours_is_said(reminder, folder):
    """Home told it before; one that is past says nothing."""
    folder.save(Appointment(name="Docteur Martin", date=PartialDate(f"{TODAY}T14:00")))
    at(folder, 11, 59)
    reminder.look()
    at(folder, 12)
    reminder.look()
    assert reminder.said == [SAID]
    at(folder, 14, 1)
    reminder.look()
    assert reminder.said == [SAID]


def test_nothing_is_said_in_front_or_without_a_folder(reminder, folder):
    """What is in view needs no reminder, and a closed folder says nothing."""
    card(folder)
    reminder.look()
    at(folder, 10, days=1)
    reminder.front = True
    reminder.look()
    reminder.session.folder = None
    reminder.front = False
    reminder.look()
    assert reminder.said == []


def test_a_desktop_shows_it(address):
    """With the types that desktops ask for; without a desktop nothing happens."""
    assert not notify(SAID, address)
    command = [sys.executable, "-m", "tests.ui.fake_desktop", address]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as desktop:
        assert desktop.stdout.readline() == "ready\n"
        assert notify(SAID, address)
        assert desktop.stdout.readline() == f"ensdesk|0||{SAID}||[]|{{}}|-1\n"
        desktop.stdin.close()
        desktop.wait(5)


def test_without_a_bus_nothing_happens(tmp_path, monkeypatch):
    """A computer that has none shows nothing, and no trouble either."""
    assert not notify(SAID, f"unix:path={tmp_path}/none")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not notify(SAID)
