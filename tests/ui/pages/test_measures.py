"""A blood pressure and a weight, noted in a moment and corrected in another."""

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.folder.change import Change
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.language import _
from ensdesk.paper.measure_lines import course
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.ui.widgets.chart_view import ChartView
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
    assert "Tension : 13/8 (130/80)" in seen(person)
    assert "le 23 novembre 2026" in seen(person)
    (record,) = folder.records(Measurement)
    assert record.taken.iso[:10] == TODAY.isoformat()
    assert record.taken.time


def test_what_was_refused_may_be_pressed_again_at_once(comes_in, folder):
    """A screen reader presses by itself: sooner than a trembling finger would."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    page = person.window.page
    page.high.set_text("13")
    page.primary.click()
    page.low.set_text("8")
    page.primary.click()
    person.settle()
    assert noted(person) == [("130", "80")]


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
    assert "Poids : 72,5 kg" in seen(jeanne)
    assert "72,5 kg" in seen(jeanne)
    jeanne.press("Noter mon poids", "Noter")
    assert "La dernière fois : 72,5 kg" in seen(jeanne)
    assert plain(_("Write a number, like this: 72,5")) in seen(jeanne)


def test_the_table_and_the_lines(full_jeanne):
    """The latest first; a line is opened, taken away, and comes back the same."""
    folder = full_jeanne.session.folder
    before = data(folder, Measurement)
    full_jeanne.press("Ma tension, mon poids", "Tension\u00a0: 13,5/8,2 (135/82)")
    words = seen(full_jeanne)
    assert words.index("13,5/8,2") < words.index("14,2/8,8")
    full_jeanne.press("Corriger ou retirer", "13,5/8,2")
    assert "13,5/8,2 (135/82)" in seen(full_jeanne)
    full_jeanne.press("Retirer")
    assert "13,5/8,2" not in full_jeanne.buttons()
    full_jeanne.press("Annuler")
    assert sorted(data(folder, Measurement), key=str) == sorted(before, key=str)


@pytest.mark.parametrize(
    ("what", "label", "typed", "kept"),
    [
        ("Sucre dans le sang", "Sucre dans le sang", "1,10", ("1.10", "g/L")),
        ("Sucre dans le sang", "Sucre dans le sang", "110", ("110", "mg/dL")),
        ("Température", "Température", "36,8", ("36.8", "Cel")),
        ("Douleur", "Douleur", "4/10", ("4", "{score}")),
    ],
)
def test_something_else_is_noted(comes_in, folder, what, label, typed, kept):
    """Hidden until it is chosen; what was typed is kept in the unit that was meant."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids")
    assert what not in seen(person)
    person.press("Noter autre chose", what)
    person.write(label, typed)
    person.press("Noter")
    (record,) = folder.records(Measurement)
    assert (str(record.value.value), record.value.unit) == kept
    assert f"{what} :" in seen(person)


def test_another_unit_and_the_moment_of_a_blood_sugar(comes_in, folder):
    """One press changes the unit; « à jeun » is kept with the number."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter autre chose", "Sucre dans le sang")
    person.press("Mon appareil compte dans une autre unité")
    person.press("Mon appareil compte dans une autre unité")
    person.press("À quel moment\u00a0?", "à jeun")
    person.write("Sucre dans le sang", "6,1")
    person.press("Noter")
    (record,) = folder.records(Measurement)
    assert (record.value.unit, record.context) == ("mmol/L", "fasting")


def test_the_unit_of_the_last_time_is_asked_for(comes_in, folder):
    """A device that counts in mmol/L is told once; the chart counts as it does."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter autre chose", "Sucre dans le sang")
    person.write("Sucre dans le sang", "6,1 mmol/L")
    person.press("Noter", "Sucre dans le sang\u00a0: 6,1\u00a0mmol/L", "Noter")
    person.write("Sucre dans le sang", "7")
    person.press("Noter")
    assert [str(one.value.unit) for one in folder.records(Measurement)] == ["mmol/L"] * 2
    shown = course(folder.records(Measurement), MeasurementType.GLUCOSE)
    assert shown.lines()[0][2] == pytest.approx([6.1, 7.0])


def test_never_more_than_seven_choices_for_a_blood_sugar(comes_in, folder):
    """The moment and the day make room for each other, and both are kept."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter autre chose", "Sucre dans le sang")
    person.press("C’était un autre jour, ou à une autre heure")
    person.write("Quel jour\u00a0?", "20/11/2026")
    person.press("À quel moment\u00a0?", "à jeun")
    assert "Mesuré : 20/11/2026." in seen(person)
    person.press("C’était un autre jour, ou à une autre heure")
    assert "À quel moment ? à jeun" in seen(person)
    person.write("Sucre dans le sang", "1,1")
    person.press("Noter")
    (record,) = folder.records(Measurement)
    assert (record.taken.iso, record.context) == ("2026-11-20", "fasting")


def test_the_pulse_goes_with_the_pressure(comes_in, folder):
    """One line holds all three numbers; words in the place of the pulse are told."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type("13/8")
    person.write("Pouls (si vous voulez)", "vite")
    person.press("Noter")
    assert "Écrivez le pouls ainsi : 70" in seen(person)
    person.write("Pouls (si vous voulez)", "70")
    person.press("Noter")
    (record,) = folder.records(Measurement)
    assert record.pulse.value == 70


def test_the_body_mass_is_computed_and_never_kept(comes_in, folder):
    """From 1,65 m and 72,5 kg; nobody can note it."""
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Noter autre chose", "Les suivants", "Les suivants")
    person.press("Taille")
    person.write("Taille", "1,65")
    assert "165 cm" in seen(person)
    person.press("Noter", "Noter mon poids")
    person.write("Poids", "72,5")
    person.press("Noter")
    assert "Indice de masse (IMC) : 26,6 kg/m²" in seen(person)
    assert len(folder.records(Measurement)) == 2


def test_the_chart_has_its_words_and_its_table(full_jeanne):
    """Tab reaches the chart; what it shows is said, and the same values stand beside it."""
    full_jeanne.press("Ma tension, mon poids", "Tension\u00a0: 13,5/8,2 (135/82)")
    (chart,) = full_jeanne.window.page.findChildren(ChartView)
    assert chart.accessibleName() == "Courbe\u00a0: Tension"
    assert "La plus haute\u00a0: 14,2/8,8 (142/88)" in chart.accessibleDescription()
    assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "12,9/7,8" in seen(full_jeanne)
    full_jeanne.press("Durée\u00a0: 3 mois. Changer la durée")
    assert "Durée : 1 an" in seen(full_jeanne)


def test_a_full_month_is_shown_before_three(comes_in, folder):
    """Three months of four values a day would be a black band."""
    days = [TODAY - datetime.timedelta(number // 4) for number in range(100)]
    values = [
        Measurement(
            type=MeasurementType.WEIGHT,
            value=Quantity(Decimal(70), "kg"),
            taken=PartialDate.of(day),
        )
        for day in days
    ]
    folder.do(Change("x", after=tuple(values)))
    person = comes_in(folder)
    person.press("Ma tension, mon poids", "Poids\u00a0: 70\u00a0kg")
    assert "Durée : 1 mois" in seen(person)


def test_an_own_target_is_shown_and_judges_nothing(full_jeanne):
    """« 13/8 », in words and on the chart; a new one takes its place."""
    folder = full_jeanne.session.folder
    full_jeanne.press("Ma tension, mon poids", "Tension\u00a0: 13,5/8,2 (135/82)", "Mon objectif")
    full_jeanne.write("Mon objectif", "bas")
    full_jeanne.press("Garder")
    assert folder.records(Goal) == ()
    full_jeanne.write("Mon objectif", "13/8")
    full_jeanne.press("Garder")
    assert "Objectif fixé avec mon médecin : 13/8 (130/80)" in seen(full_jeanne)
    full_jeanne.press("Mon objectif")
    full_jeanne.write("Mon objectif", "13,5/8,5")
    full_jeanne.press("Garder")
    (goal,) = folder.records(Goal)
    assert (goal.value.value, goal.diastolic.value) == (135, 85)
    full_jeanne.press("Mon objectif", "Retirer mon objectif")
    assert folder.records(Goal) == ()
