"""A known key is plugged in: asked once, then its double starts by itself."""

from __future__ import annotations

import datetime

import pytest

from ensdesk.folder.doubling import double_to
from ensdesk.folder.known_doubles import known_doubles, start_by_itself
from ensdesk.kinds.allergy import Allergy
from ensdesk.ui import double_watch
from ensdesk.ui.double_watch import DoubleWatch
from ensdesk.ui.page import Page
from tests.fakes import NOW
from tests.ui.pages.hands import buttons_in_view, press, words_in_view
from tests.ui.pages.printers import plug_keys


@pytest.fixture
def key(tmp_path, monkeypatch):
    """A key with a double of the folder; it is not plugged in yet."""
    place = tmp_path / "BLEUE"
    plug_keys(monkeypatch, place)
    monkeypatch.setattr(double_watch, "sticks", lambda: (place,))
    return place


@pytest.fixture
def watch(make_window, folder, key):
    """Somebody at home, after something was written since the last double."""
    double_to(folder, key)
    folder._clock = lambda: NOW + datetime.timedelta(days=1)
    folder.save(Allergy(substance="Latex"))
    window = make_window(folder=folder)
    window.session.make_home = lambda session: Page(session, "Mon dossier")
    window.session.home()
    watch = DoubleWatch(window.session)
    watch.window = window
    return watch


def numbers(folder):
    return [known.number for known in known_doubles(folder)]


def test_it_asks_the_first_time_and_then_starts_by_itself(watch, folder):
    """One press; next time none. What is in the strip stays until something else is said."""
    watch.look()
    assert "Votre clé BLEUE est là. Faire le double ?" in words_in_view(watch.window)
    assert numbers(folder) == [1]
    press(watch.window, "Faire le double")
    assert "Votre double est fait et relu. La prochaine fois, il se fera tout seul." in (
        words_in_view(watch.window)
    )
    assert numbers(folder) == [2]
    assert known_doubles(folder)[0].by_itself is True
    folder._clock = lambda: NOW + datetime.timedelta(days=2)
    folder.save(Allergy(substance="Pollen"))
    watch._keys = ()  # it was pulled out
    watch.look()
    assert numbers(folder) == [3]


def test_not_by_itself_is_kept(watch, folder):
    """One press at the end; it does not ask again."""
    watch.look()
    press(watch.window, "Faire le double", "Pas tout seul")
    assert known_doubles(folder)[0].by_itself is False
    folder.save(Allergy(substance="Pollen"))
    watch._keys = ()
    watch.look()
    assert numbers(folder) == [2]


def test_a_key_that_stays_plugged_in_is_looked_at_once(watch, folder):
    """Nothing more is said until it is plugged in again."""
    watch.look()
    watch.window.session.say("Autre chose")
    watch.look()
    assert "BLEUE" not in words_in_view(watch.window)


def test_nothing_new_needs_no_double(watch, folder, key):
    """The key may hold other things that the person came for."""
    folder._clock = lambda: NOW + datetime.timedelta(days=2)
    double_to(folder, key)
    watch.look()
    assert "Faire le double" not in buttons_in_view(watch.window)


def test_who_helps_and_who_has_no_folder_is_not_asked(watch, folder):
    """A double needs all the keys."""
    folder.helped_by = "Marie"
    watch.look()
    assert "BLEUE" not in words_in_view(watch.window)
    watch.window.session.set_folder(None)
    watch.look()
    assert not watch._busy


def test_what_goes_wrong_is_said_in_words(watch, folder, key):
    """The folder goes on; a bug goes where bugs go."""
    start_by_itself(folder, known_doubles(folder)[0].id, yes=True)
    folder.vault.main.connection.write("UPDATE journal SET link = zeroblob(32)")
    watch.look()
    assert "Ce double est plus récent que votre dossier." in words_in_view(watch.window)
    seen = []
    watch.session.lanes.otherwise = seen.append
    watch.ask(lambda: 1 // 0, seen.append)
    assert [type(one) for one in seen] == [ZeroDivisionError]
    assert not watch._busy
