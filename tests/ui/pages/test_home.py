"""The home page says what is due, and each of its buttons leads somewhere."""

import datetime

import pytest

from ensdesk.folder import printing
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Medication
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity, decimal_of
from ensdesk.ui.pages.home import Home
from tests.fakes import TODAY
from tests.ui.pages.inside import seen

NB = "\u00a0"


def test_greets_by_name_but_not_in_the_title_of_the_window(comes_in, folder):
    """Others see the title of the window: it names the page, no person."""
    person = comes_in(folder)
    assert "Bonjour Jeanne. Lundi 23 novembre." in seen(person)
    assert "Jeanne" not in person.window.windowTitle()
    assert person.window.windowTitle().startswith("Mon dossier")


def test_the_folder_of_somebody_helped(comes_in, folder):
    """Who writes for somebody is not greeted by that person's name."""
    folder.save(Consent(given_on=PartialDate.of(TODAY), written_by="Marie"))
    assert "Dossier de Jeanne." in seen(comes_in(folder))


def test_what_is_due_comes_first_with_its_button(comes_in, folder):
    """The key sheet, then the emergency sheet; the focus is on the first of them."""
    person = comes_in(folder)
    words = seen(person)
    assert words.index("Votre feuille-clé n’est pas prête.") < words.index(
        "Votre fiche d’urgence n’est pas encore imprimée."
    )
    assert person.window.focusWidget().accessibleName() == "Faire ma feuille-clé"
    person.press("Faire ma feuille-clé")
    assert person.title == "D’abord, montrez que c’est vous."


def test_all_is_well(comes_in, folder):
    """Nothing is due once the key sheet is proved and the sheet is on the fridge."""
    folder.prove_key_sheet()
    printing.printed(folder, "emergency", folder.contents())
    words = seen(comes_in(folder))
    assert "Tout est en ordre." in words
    assert "Imprimée le 23 novembre 2026" in words


def test_a_sheet_that_lies_is_told(comes_in, folder, full_folder):
    """A change after the print makes the paper wrong."""
    printing.printed(folder, "emergency", full_folder.contents())
    assert "Votre fiche du frigo n’est plus à jour." in seen(comes_in(folder))


def test_the_tiles_tell_what_is_inside(comes_in, full_folder):
    """Five medicines, an appointment, a blood pressure."""
    words = seen(comes_in(full_folder))
    assert "5 médicaments" in words
    assert "Aucun à venir" not in words
    assert "13,5/8,2" in words


@pytest.mark.parametrize(
    ("days", "words"), [(2, "12/8 · samedi"), (40, "12/8 · octobre"), (400, "12/8 · 2025")]
)
def test_the_last_blood_pressure_has_its_day(comes_in, folder, days, words):
    """The older it is, the less exactly its day is told."""
    day = TODAY - datetime.timedelta(days=days)
    unit = MeasurementType.BLOOD_PRESSURE.unit
    folder.save(
        Measurement(
            type=MeasurementType.BLOOD_PRESSURE,
            value=Quantity(decimal_of("120"), unit),
            diastolic=Quantity(decimal_of("80"), unit),
            taken=PartialDate.of(day),
        )
    )
    assert words in seen(comes_in(folder))


def test_no_button_is_dead(full_jeanne):
    """Every tile and every link opens a page of its own, and « Accueil » comes back."""
    person = full_jeanne
    titles = set()
    for words in (
        "Ma fiche d’urgence",
        "Mes médicaments",
        "Mes rendez-vous et mes questions",
        "Mes papiers",
        "Ma tension, mon poids",
        "Imprimer ou copier",
        "Tout mon dossier",
        "Les personnes qui m’aident",
        "Qui peut voir mon dossier\u00a0?",
        "Ce qui est à faire",
    ):
        person.press(words)
        titles.add(person.title)
        assert person.title != "Mon dossier"
        person.press("Accueil")
        assert person.title == "Mon dossier"
    assert len(titles) == 10


def test_emergency_numbers_and_the_place_of_the_folder(comes_in, folder):
    """The program calls nobody, and says so."""
    words = seen(comes_in(folder))
    assert "Urgence : appelez le 15 ou le 112, le 114 par SMS." in words
    assert "Ce programme n’appelle personne." in words
    assert "Ce dossier est sur cet ordinateur." in words
    assert "Ce programme n’utilise pas Internet." in words


def test_it_needs_no_scrolling(make_window, full_folder, qapp):
    """At the usual size of letters, on the usual screen, with something due."""
    full_folder.prove_key_sheet()
    window = make_window(14, "light", (1366, 768), folder=full_folder)
    window.session.go(Home)
    for _turn in range(4):
        qapp.processEvents()
    assert window.area.verticalScrollBar().maximum() == 0


def test_codes_and_what_was_done_are_with_who_can_see_it(full_jeanne):
    """Two presses from home."""
    for words in ("Comment j’ouvre mon dossier", "Ce qui a été fait"):
        full_jeanne.press("Qui peut voir mon dossier\u00a0?", words)
        assert full_jeanne.title == words
        full_jeanne.press("Accueil")


def test_a_near_appointment_and_a_medicine_that_ends_have_their_line(comes_in, folder):
    """The appointment opens its page; the medicine goes on in one press there."""
    folder.prove_key_sheet()
    day = TODAY + datetime.timedelta(days=1)
    folder.save(Appointment(name="Docteur Martin", date=PartialDate(f"{day}T10:30")))
    folder.save(Medication(name="Kardegic 75 mg", until=PartialDate.of(day)))
    person = comes_in(folder)
    words = seen(person)
    assert "Rendez-vous demain à 10 h 30 : Docteur Martin." in words
    assert "Kardegic 75 mg : jusqu’au 24 novembre 2026. Continuez-vous ?" in words
    person.press(
        f"Voir{NB}: Kardegic 75 mg, jusqu’au 24{NB}novembre{NB}2026", "Je le prends encore"
    )
    assert folder.records(Medication)[0].until is None
    person.press("Accueil")
    assert "Continuez-vous" not in seen(person)


def test_medicines_that_end_have_a_page_until_each_was_answered(comes_in, folder):
    """Two lines of one prescription: one press on each says that it goes on."""
    folder.prove_key_sheet()
    day = PartialDate.of(TODAY + datetime.timedelta(days=9))
    for name in ("Kardegic 75 mg", "Bisoprolol 5 mg"):
        folder.save(Medication(name=name, until=day))
    person = comes_in(folder)
    assert "2 médicaments finissent bientôt ou viennent de finir." in seen(person)
    person.press("Les voir")
    assert person.title == "Quels médicaments continuent\u00a0?"
    for name in ("Kardegic 75 mg", "Bisoprolol 5 mg"):
        person.press(name, "Je le prends encore", "Retour")
    assert "Tout est en ordre." in seen(person)
    assert all(one.until is None for one in folder.records(Medication))
