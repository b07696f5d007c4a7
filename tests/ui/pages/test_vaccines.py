"""« Parler de mes vaccins »: from home and from the list; dated, and silent when it is old."""

from __future__ import annotations

import datetime

from ensdesk.folder.vaccine_rules import vaccine_rules
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY
from tests.ui.pages.inside import seen

WAY = ("Tout mon dossier", "Mes soins et ma famille", "Mes vaccins", "Parler de mes vaccins")


def vaccinated(folder):
    folder.save(Vaccination(vaccine="Grippe", date=PartialDate("2026-10-20")))
    return folder


def test_home_leads_there_and_it_says_what_is_noted(comes_in, folder):
    """What to talk about now, then the others with the last one; when the rules were copied."""
    folder.prove_key_sheet()
    person = comes_in(vaccinated(folder))
    assert "5 vaccins à voir avec votre pharmacien." in seen(person)
    person.press("Les voir")
    words = seen(person)
    assert words.index("À voir avec votre pharmacien") < words.index("Zona")
    assert words.index("Zona") < words.index("Les autres") < words.index("Grippe")
    assert "Dernier noté : le 20 octobre 2026." in words
    assert "Calendrier français de 2026, recopié le 27 novembre 2026. À confirmer." in words


def test_the_list_leads_there_too(comes_in, folder):
    """Also before anything is written."""
    person = comes_in(folder)
    person.press(*WAY)
    assert person.title == "Parler de mes vaccins"


def test_rules_that_are_old_say_so_and_home_is_silent(comes_in, folder):
    """Past the day by which somebody should have read them anew."""
    folder.prove_key_sheet()
    person = comes_in(vaccinated(folder))
    person.session.today = lambda: vaccine_rules().review_by + datetime.timedelta(days=1)
    person.session.home()
    assert "vaccins à voir avec" not in seen(person)
    person.press(*WAY)
    words = seen(person)
    assert "Règles de 2026, peut-être dépassées. Demandez à votre pharmacien." in words
    assert "À voir avec votre pharmacien" not in words


def test_without_a_birth_date_no_age_is_counted(comes_in, folder):
    """A year alone is not enough; it says why nothing is to talk about."""
    folder.save(Identity(given="Jeanne", family="Essai", born=PartialDate("1948")))
    person = comes_in(vaccinated(folder))
    person.press(*WAY)
    assert "Votre date de naissance n’est pas notée" in seen(person)
    assert "À voir avec votre pharmacien" not in seen(person)


def test_a_date_of_the_booklet_stands_first(comes_in, folder):
    """As it was written."""
    due = PartialDate.of(TODAY + datetime.timedelta(days=9))
    folder.save(Vaccination(vaccine="Rage", date=PartialDate("2024"), next_due=due))
    person = comes_in(folder)
    person.press(*WAY)
    words = seen(person)
    assert words.index("Rage") < words.index("Zona")
    assert "Noté dans votre dossier : le 2 décembre 2026." in words
