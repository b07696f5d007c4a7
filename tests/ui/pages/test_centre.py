"""The pages of a computer for visitors."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from ensdesk.centre import Centre
from ensdesk.ui.pages.centre import on_keys, over
from ensdesk.ui.pages.centre.on_keys import FoldersOnKeys
from ensdesk.ui.pages.centre.over import VisitOver
from ensdesk.ui.pages.centre.welcome import CentreWelcome
from ensdesk.ui.pages.help import SetUp
from tests.ui.pages.hands import press, title, words_in_view


def until(happens):
    for _turn in range(200):
        if happens():
            return
        QTest.qWait(10)
    raise AssertionError("it did not happen")


@pytest.fixture
def window(make_window):
    made = make_window()
    made.session.centre = Centre(name="Maison des Lilas")
    made.session.make_first = CentreWelcome
    made.session.set_folder(None)
    return made


def test_the_first_page_names_the_centre_and_begins_with_the_sheet(window):
    window.session.home()
    assert "Maison des Lilas" in words_in_view(window)
    assert window.page.primary.text().startswith("Faire ma fiche d’urgence")
    assert window.bar.lock.text() == "J’ai fini"


def test_after_a_visit_the_keys_that_are_still_plugged_in_are_named(window, monkeypatch, tmp_path):
    """As long as they are; then the first page comes back by itself."""
    plugged = [tmp_path / "BLEUE"]
    monkeypatch.setattr(over, "sticks", lambda: tuple(plugged))
    monkeypatch.setattr(over, "_STAYS", 1000)
    monkeypatch.setattr(over, "_LOOK_AGAIN", 5)
    window.session.land(VisitOver)
    assert "BLEUE." in words_in_view(window)
    plugged.clear()
    until(lambda: "BLEUE" not in words_in_view(window))
    until(lambda: isinstance(window.page, CentreWelcome))


def test_a_folder_on_a_key_that_is_plugged_in_appears_by_itself(window, monkeypatch, tmp_path):
    """And goes with its key."""
    there = []
    monkeypatch.setattr(on_keys, "folders_on_sticks", lambda: tuple(there))
    monkeypatch.setattr(on_keys, "_LOOK_AGAIN", 5)
    window.session.go(FoldersOnKeys)
    assert "apparaît ici tout seul" in words_in_view(window)
    there.append(tmp_path / "Dossier ensdesk")
    until(lambda: "Dossier ensdesk" in words_in_view(window))
    there.clear()
    until(lambda: "Dossier ensdesk" not in words_in_view(window))


def test_in_a_centre_it_is_the_centre_that_says_when_a_folder_closes(window):
    """Help does not offer to change it."""
    from ensdesk.ui.pages.help import Help

    window.session.go(Help)
    assert "Quand mon dossier se ferme" not in words_in_view(window)
    press(window, "J’ai oublié mon code")


def test_the_team_finds_its_sheets_in_help(window):
    """The guide has the name of the centre on it; there is no choice of when a visit closes."""
    window.session.go(SetUp)
    assert "Quand mon dossier" not in words_in_view(window)
    press(window, "Pour l’équipe du centre", "Accueillir une personne")
    assert "1 page. Regardez-la avant d’imprimer." in words_in_view(window)
    press(window, "Lire comme du texte")
    assert "Maison des Lilas" in words_in_view(window)
    window.session.back()
    window.session.back()
    press(window, "Ma promesse de discrétion")
    assert title(window) == "Ma promesse de discrétion"
