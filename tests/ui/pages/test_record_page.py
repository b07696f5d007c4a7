"""One record: what it says, who wrote it, and what can be done and undone."""

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Origin
from tests.fakes import TODAY
from tests.ui.pages.inside import data, seen

CHANGE = "Changer ou arrêter un médicament"


def test_every_filled_field_in_words(comes_in, full_folder):
    """Questions and answers; nothing of what is empty."""
    person = comes_in(full_folder)
    person.press("Mes médicaments", CHANGE, "Eliquis 5 mg")
    words = seen(person)
    for said in ("apixaban", "matin, soir : 1 comprimé", "Pour le cœur", "mars 2019"):
        assert said in words
    assert "Jusqu’à quand ?" not in words
    assert "Eliquis" not in person.window.windowTitle()


def test_who_wrote_it_when_and_from_where(comes_in, folder):
    """A line copied from a paper says so."""
    folder.save(Allergy(substance="Latex", origin=Origin("document", "0" * 32)))
    person = comes_in(folder)
    person.press("Tout mon dossier", "Ma santé aujourd’hui", "Mes allergies", "Latex")
    words = seen(person)
    assert "Écrit par Jeanne, le 23 novembre 2026" in words
    assert "Recopié d’un papier du dossier." in words


def test_taken_away_and_back(full_jeanne):
    """« Retirer » then « Annuler »: the same data, to the last sign."""
    folder = full_jeanne.session.folder
    before = data(folder, Medication)
    full_jeanne.press("Mes médicaments", CHANGE, "Eliquis 5 mg", "Retirer")
    assert "C’est retiré de vos listes." in seen(full_jeanne)
    assert "Eliquis 5 mg" not in full_jeanne.buttons()
    full_jeanne.press("Annuler")
    assert "Eliquis 5 mg" in full_jeanne.buttons()
    assert sorted(data(folder, Medication), key=str) == sorted(before, key=str)


def test_no_longer_taken_and_back(full_jeanne):
    """« Je ne le prends plus » ends it today; « Annuler » gives the same data."""
    folder = full_jeanne.session.folder
    before = data(folder, Medication)
    full_jeanne.press("Mes médicaments", CHANGE, "Ramipril 5 mg", "Je ne le prends plus")
    stopped = next(one for one in folder.records(Medication) if one.name == "Ramipril 5 mg")
    assert stopped.until == PartialDate.of(TODAY)
    assert "Je ne le prends plus" not in full_jeanne.buttons()
    full_jeanne.press("Annuler")
    assert data(folder, Medication) == before


def test_change_by_the_form(comes_in, full_folder):
    """The form shows what is there; saving comes back to the page."""
    person = comes_in(full_folder)
    person.press(
        "Tout mon dossier",
        "Moi et mes proches",
        "Les personnes à appeler",
        "Paul Voisin",
        "Changer",
    )
    person.write("Prénom et nom", "Paul Leroux")
    person.press(_("Save and finish"))
    assert "Paul Leroux" in seen(person)
    person.press("Annuler")
    assert "Paul Voisin" in {one.name for one in full_folder.records(Contact)}


def test_who_i_am_is_changed_but_not_taken_away(comes_in, folder):
    """Single records are there once and for all."""
    person = comes_in(folder)
    person.press("Tout mon dossier", "Moi et mes proches", "Qui je suis")
    assert "Changer" in person.buttons()
    assert "Retirer" not in person.buttons()
    assert "Jeanne" not in person.window.windowTitle()
    assert folder.single(Identity).given in seen(person)


def test_the_agreement_is_only_read(comes_in, folder):
    """What was agreed to is not rewritten."""
    person = comes_in(folder)
    person.press("Tout mon dossier", "Moi et mes proches", "Mon accord")
    assert "Jour de l’accord" in seen(person)
    assert "Changer" not in person.buttons()


def test_a_line_that_is_gone(comes_in, folder):
    """Undone elsewhere, it says so and leads back."""
    from ensdesk.ui.pages.record_page import RecordPage

    person = comes_in(folder)
    person.session.go(lambda session: RecordPage(session, "0" * 32))
    assert "Ceci n’est plus dans vos listes." in seen(person)
    person.press("Revenir")
    assert person.title == "Mon dossier"


def test_signs_of_markup_are_shown_as_typed(comes_in, folder):
    """`<b>&` is only letters, and a hidden sign does not turn them around."""
    folder.save(Allergy(substance="<b>&amp; \u202eABC"))
    person = comes_in(folder)
    person.press("Tout mon dossier", "Ma santé aujourd’hui", "Mes allergies", "<b>&amp; ABC")
    assert "<b>&amp; ABC" in seen(person)
