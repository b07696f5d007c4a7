"""A blood pressure on several days: begun, measured by the keys, taken up again days later."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.folder import pressure_rules as rules
from ensdesk.folder.due import due
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.series import Series
from tests.fakes import NOW, TODAY
from tests.ui.pages.inside import seen


@pytest.fixture
def clock(folder):
    """Let the folder believe that it is another moment: `clock(days, hour)`."""

    def move(days, hour):
        then = NOW.replace(hour=hour) + datetime.timedelta(days=days)
        folder._clock = lambda: then

    return move


def press_enter(person):
    if person.window.page.primary is not None:
        person.window.page.primary._since.invalidate()  # a person is slower than a test
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    person.settle()


def begin(person):
    person.press("Ma tension, mon poids", "Noter autre chose")
    person.press("Ma tension sur plusieurs jours", "Commencer")


def measure(person, *typed):
    for words in typed:
        person.type(words)
        press_enter(person)


def test_one_press_then_only_numbers(comes_in, folder):
    """13/8 Enter, 12/8 Enter: the morning is done, and says what comes next."""
    person = comes_in(folder)
    begin(person)
    assert "Fait : 0 fois sur 6. Ce matin : 2 mesures." in seen(person)
    person.press("Mesurer maintenant")
    assert person.title.replace("\u00a0", " ") == "Ce matin : mesure 1 sur 2"
    measure(person, "13/8")
    assert person.title.replace("\u00a0", " ") == "Ce matin : mesure 2 sur 2"
    measure(person, "12/8")
    assert "Fait : 1 fois sur 6. Ce soir : 2 mesures." in seen(person)
    assert "Moyenne : 12,5/8 (125/80)" in seen(person)
    (series,) = folder.records(Series)
    assert {str(one.series) for one in folder.records(Measurement)} == {str(series.id)}


def test_it_comes_back_where_it_was_left(comes_in, folder, clock):
    """One measurement of two, then an evening three days later."""
    person = comes_in(folder)
    person.session.today = folder.today
    begin(person)
    person.press("Mesurer maintenant")
    measure(person, "13/8")
    clock(0, 11)
    person.session.home()
    assert "Ce matin : 1 mesure de tension." in seen(person)
    clock(3, 20)
    person.session.home()
    assert "Ce soir : 2 mesures de tension." in seen(person)
    person.press("Mesurer maintenant", "Mesurer maintenant")
    measure(person, "14/9", "13/8")
    assert "Fait : 1 fois sur 6. Demain matin : 2 mesures." in seen(person)


def test_home_tells_nothing_that_is_not_due(comes_in, folder, clock):
    """Neither when the morning is done, nor of a series that was forgotten long ago."""
    begin(comes_in(folder))

    def told():
        return [one for one in due(folder, folder.contents(), TODAY) if one.page]

    assert len(told()) == 1
    clock(20, 9)
    assert told() == []


def test_a_second_series_does_not_begin_beside_the_first(comes_in, folder):
    """The same way leads to the one being measured."""
    person = comes_in(folder)
    begin(person)
    person.press("Accueil", "Ma tension, mon poids", "Noter autre chose")
    person.press("Ma tension sur plusieurs jours")
    assert person.sees("Mesurer maintenant")


def test_stopped_and_taken_back(comes_in, folder):
    """What was measured stays, and « Annuler » goes on with it."""
    person = comes_in(folder)
    begin(person)
    person.press("Mesurer maintenant")
    measure(person, "13/8", "12/8")
    person.press("Arrêter cette série")
    assert "Vous avez arrêté cette série" in seen(person)
    assert len(folder.records(Measurement)) == 2
    person.press("Annuler")
    assert "Fait : 1 fois sur 6." in seen(person)


def test_a_blood_pressure_noted_alone_leads_to_the_series(comes_in, folder):
    """Only while one of its measurements is due: noted elsewhere it would not count."""
    person = comes_in(folder)
    begin(person)
    person.press("Accueil", "Ma tension, mon poids", "Noter ma tension", "Mesurer pour ma série")
    person.press("Mesurer maintenant")
    measure(person, "13/8", "12/8")
    person.press("Accueil", "Ma tension, mon poids", "Noter ma tension")
    assert not person.sees("Mesurer pour ma série")


def test_a_stopped_series_is_taken_away(comes_in, folder):
    """Its measurements stay among the others, and « Annuler » brings it back."""
    person = comes_in(folder)
    begin(person)
    person.press("Mesurer maintenant")
    measure(person, "13/8", "12/8")
    person.press("Arrêter cette série", "Retirer cette série")
    assert (len(folder.records(Series)), len(folder.records(Measurement))) == (0, 2)
    person.press("Annuler")
    assert len(folder.records(Series)) == 1


def test_old_rules_are_told(comes_in, folder):
    """Past the day on which somebody should have read them anew."""
    person = comes_in(folder)
    known = rules.pressure_rules()
    assert not known.old(TODAY)
    person.session.today = lambda: known.review_by + datetime.timedelta(days=1)
    person.press("Ma tension, mon poids", "Noter autre chose", "Ma tension sur plusieurs jours")
    assert "Règles de 2026, peut-être dépassées. Demandez à votre pharmacien." in seen(person)


def test_no_word_judges(comes_in, folder):
    """No verdict: neither high, nor low, nor normal, whatever the numbers."""
    person = comes_in(folder)
    begin(person)
    person.press("Mesurer maintenant")
    measure(person, "19/11", "19/11")
    words = seen(person).lower()
    for verdict in ("élevé", "haut", "normal", "attention", "trop", "danger"):
        assert verdict not in words


def test_a_series_can_be_for_the_holder_alone(comes_in, folder):
    """Like any other line; it goes on as before."""
    person = comes_in(folder)
    begin(person)
    person.press(
        "Le mettre dans «\u00a0Rien que pour moi\u00a0»",
        "Le mettre dans «\u00a0Rien que pour moi\u00a0»",
    )
    assert [one.private for one in folder.records(Series)] == [True]
    assert "Mesurer maintenant" in person.buttons()
