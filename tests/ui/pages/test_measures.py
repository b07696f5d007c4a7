"""A blood pressure and a weight, noted in a moment and corrected in another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY
from tests.ui.pages.inside import data, plain, seen


def noted(person):
    """Return the numbers that are in the folder."""
    return [
        (str(one.value.value), str(one.diastolic.value) if one.diastolic else None)
        for one in person.session.folder.records(Measurement)
    ]


def enter_key(person):
    if person.window.page.primary is not None:
        person.window.page.primary._since.invalidate()  # a person is slower than a test
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Return)
    person.settle()


def test_two_clicks_and_five_keys(comes_in, folder):
    """1 3 Enter 8 Enter, from the home page."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type("13")
    enter_key(person)
    person.type("8")
    enter_key(person)
    assert noted(person) == [("130", "80")]
    assert "C’est noté : 13/8." in seen(person)
    assert "13/8 (130/80), le 23 novembre 2026" in seen(person)
    (record,) = folder.records(Measurement)
    assert record.taken.iso[:10] == TODAY.isoformat()
    assert record.taken.time


@pytest.mark.parametrize("typed", ["13/8", "13 8", "130/80", "13,0/8,0", "13 sur 8"])
def test_both_in_the_first_line(comes_in, folder, typed):
    """However it is written, one Enter is enough."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type(typed)
    assert "13/8 (130/80)" in seen(person)
    enter_key(person)
    assert noted(person) == [("130", "80")]


def test_annuler_takes_it_back(jeanne):
    """The same data as before."""
    jeanne.press("Ma tension, mon poids", "Noter ma tension")
    jeanne.write("Premier chiffre", "13,5")
    jeanne.write("Deuxième chiffre", "85")
    jeanne.press("Noter")
    assert noted(jeanne) == [("135", "85")]
    jeanne.press("Annuler")
    assert noted(jeanne) == []
    assert "Rien n’est noté pour l’instant." in seen(jeanne)


def test_both_numbers_are_needed_in_their_order(comes_in, folder):
    """The page says what to write; the wrong order is never believed."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension", "Noter")
    assert "Écrivez les deux chiffres, par exemple 13 et 8." in seen(person)
    person.type("8/13")
    for _try in range(2):
        enter_key(person)
        assert "Le deuxième chiffre doit être plus petit" in seen(person)
    assert noted(person) == []


def test_an_unusual_number_is_asked_once(comes_in, folder):
    """« Vérifiez sur l’appareil », then it is believed; another number is asked again."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.write("Premier chiffre", "29/2")
    enter_key(person)
    assert "Ce chiffre est inhabituel. Vérifiez-le sur votre appareil." in seen(person)
    person.write("Premier chiffre", "28/2")
    enter_key(person)
    assert noted(person) == []
    person.press("C’est bien cela, noter")
    assert noted(person) == [("280", "20")]


def test_another_day_and_hour(comes_in, folder):
    """The day may be said, and the hour too; a day to come is refused."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type("13/8")
    person.press("C’était un autre jour, ou à une autre heure")
    person.write("Quel jour\u00a0?", "24/11/2026")
    person.press("Noter")
    assert "Ce jour n’est pas encore arrivé." in seen(person)
    person.write("Quel jour\u00a0?", "20/11/2026")
    person.write("À quelle heure\u00a0? (si vous voulez)", "25h")
    person.press("Noter")
    assert "Écrivez l’heure ainsi : 8 h 30" in seen(person)
    person.write("À quelle heure\u00a0? (si vous voulez)", "8h30")
    person.press("Noter")
    (record,) = folder.records(Measurement)
    assert record.taken == PartialDate("2026-11-20T08:30")


def test_a_weight(jeanne):
    """72,5, with the last one in view."""
    for typed in ("71", "72,5"):
        if jeanne.title == "Mon dossier":
            jeanne.press("Ma tension, mon poids")
        jeanne.press("Noter mon poids")
        jeanne.write("Poids", typed)
        jeanne.press("Noter")
    assert noted(jeanne) == [("71", None), ("72.5", None)]
    assert jeanne.session.folder.records(Measurement)[0].type is MeasurementType.WEIGHT
    assert "Mon dernier poids" in seen(jeanne)
    assert "72,5 kg" in seen(jeanne)
    jeanne.press("Noter mon poids", "Noter")
    assert "La dernière fois : 72,5 kg" in seen(jeanne)
    assert plain(_("Write a number, like this: 72,5")) in seen(jeanne)


def test_the_table_and_the_lines(full_jeanne):
    """The latest first; a line is opened, taken away, and comes back the same."""
    folder = full_jeanne.session.folder
    before = data(folder, Measurement)
    full_jeanne.press("Ma tension, mon poids")
    words = seen(full_jeanne)
    assert words.index("13,5/8,2") < words.index("14,2/8,8")
    full_jeanne.press("Tout voir, corriger ou retirer", "13,5/8,2")
    assert "13,5/8,2 (135/82)" in seen(full_jeanne)
    full_jeanne.press("Retirer")
    assert "13,5/8,2" not in full_jeanne.buttons()
    full_jeanne.press("Annuler")
    assert sorted(data(folder, Measurement), key=str) == sorted(before, key=str)
