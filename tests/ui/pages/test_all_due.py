"""« Tout voir »: home shows three things, the others are one press away, and one may wait."""

from __future__ import annotations

import datetime

from ensdesk.kinds.appointment import Appointment
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY
from tests.ui.pages.inside import seen

NB = "\u00a0"


def with_appointments(folder, *days):
    for number in days:
        date = PartialDate.of(TODAY + datetime.timedelta(days=number))
        folder.save(Appointment(name=f"Docteur {number}", date=date))
    return folder


def test_home_shows_three_and_the_rest_is_one_press_away(comes_in, folder):
    """Two sheets, three appointments: five things."""
    person = comes_in(with_appointments(folder, 3, 4, 5))
    words = seen(person)
    assert "Docteur 3" in words
    assert "Docteur 4" not in words
    person.press(f"Tout voir{NB}: 5 choses à faire")
    assert person.title == "Ce qui est à faire"
    assert "Docteur 4" not in seen(person)
    person.press("Les suivants")
    assert "Docteur 4" in seen(person)
    assert "Docteur 5" in seen(person)
    person.press("Les précédents")
    assert "Docteur 4" not in seen(person)


def test_one_thing_waits_and_comes_back_by_undoing(jeanne):
    """With the mouse, and with the keys alone; home says so too."""
    thing = "Votre fiche d’urgence n’est pas encore imprimée."
    jeanne.press("Ce qui est à faire", f"Plus tard{NB}: {thing}")
    words = seen(jeanne)
    assert thing not in words
    assert "Vous le reverrez lundi 30 novembre." in words
    jeanne.press("Annuler")
    assert thing in seen(jeanne)
    jeanne.press(f"Plus tard{NB}: {thing}", "Accueil")
    assert thing not in seen(jeanne)


def test_all_is_well_when_all_of_it_waits(comes_in, folder):
    """The last thing put off leaves a page that says so."""
    folder.prove_key_sheet()
    person = comes_in(folder)
    thing = "Votre fiche d’urgence n’est pas encore imprimée."
    person.press("Ce qui est à faire", f"Plus tard{NB}: {thing}")
    assert "Tout est en ordre." in seen(person)
    person.press("Accueil")
    assert "Tout est en ordre." in seen(person)
    person.press("Ce qui est à faire", "Montrer 1 chose remise à plus tard")
    assert thing in seen(person)


def test_a_button_there_does_what_it_does_at_home(comes_in, folder):
    """It leads to the same page."""
    person = comes_in(folder)
    person.press("Ce qui est à faire", "Faire ma fiche d’urgence")
    assert person.title == "Fiche d’urgence"
