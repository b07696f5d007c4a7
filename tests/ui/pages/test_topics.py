"""« Pour quelle maladie ? »: said or skipped, shown at both ends, and each end opens the other."""

from __future__ import annotations

import pytest

from ensdesk.folder.topics import tied_to
from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.record.record import RecordId
from ensdesk.record.topic import topics_of, with_topics
from ensdesk.ui.pages.ways import record_page
from ensdesk.ui.resume import resume
from tests.ui import audit
from tests.ui.pages.inside import data, seen

QUESTION = "Pour quelle maladie\u00a0?"
MEDICINES = ("Mes médicaments", "Changer ou arrêter un médicament")
ILLNESSES = ("Tout mon dossier", "Ma santé aujourd’hui", "Mes maladies")


@pytest.fixture
def heart(full_folder) -> Illness:
    return next(one for one in full_folder.records(Illness) if one.name.startswith("Fibrillation"))


def named(folder, kind, name):
    return next(one for one in folder.records(kind) if one.headline() == name)


def test_it_is_said_from_the_page_of_a_medicine(full_jeanne):
    """Ticked, kept, shown by name, and taken back: the same data."""
    folder = full_jeanne.session.folder
    before = data(folder, Medication)
    full_jeanne.press(*MEDICINES, "Doliprane 500 mg")
    assert "pas rempli" in seen(full_jeanne)
    full_jeanne.press(QUESTION)
    assert audit.faults(full_jeanne.window) == []
    full_jeanne.press("Diabète de type 2", "Garder")
    assert "C’est gardé" in seen(full_jeanne)
    assert "Diabète de type 2" in seen(full_jeanne)
    full_jeanne.press("Annuler")
    assert sorted(data(folder, Medication), key=str) == sorted(before, key=str)


def test_each_end_opens_the_other(full_jeanne):
    """From the medicine to its illness, from there to its medicines, and to the first again."""
    full_jeanne.press(*MEDICINES, "Eliquis 5 mg", QUESTION)
    assert audit.faults(full_jeanne.window) == []
    full_jeanne.press("Fibrillation auriculaire")
    assert full_jeanne.title == "Maladie"
    assert audit.faults(full_jeanne.window) == []
    full_jeanne.press("Ses médicaments (1)")
    assert "Fibrillation auriculaire" in seen(full_jeanne)
    assert "Fibrillation" not in full_jeanne.window.windowTitle()
    full_jeanne.press("Eliquis 5 mg")
    assert full_jeanne.title == "Médicament"


def test_what_it_goes_with_is_changed(full_jeanne):
    """Unticked, it is about nothing; the page says so and offers the question again."""
    full_jeanne.press(*MEDICINES, "Eliquis 5 mg", QUESTION, "Changer", "Fibrillation auriculaire")
    full_jeanne.press("Garder")
    folder = full_jeanne.session.folder
    assert topics_of(named(folder, Medication, "Eliquis 5 mg")) == ()
    assert full_jeanne.title == QUESTION
    assert full_jeanne.buttons().count("Changer") == 1


def test_without_any_illness_it_says_so(comes_in, folder):
    """And leads back."""
    folder.save(Medication(name="Eliquis"))
    person = comes_in(folder)
    person.press(*MEDICINES, "Eliquis", QUESTION)
    assert "ni maladie, ni allergie, ni opération" in seen(person)
    person.press("Revenir")
    assert person.title == "Médicament"


def test_a_retired_illness_is_said_plainly(comes_in, full_folder, heart):
    """The medicine still opens; nothing of the name is there; « Changer » keeps the link."""
    full_folder.retire(heart)
    person = comes_in(full_folder)
    person.press(*MEDICINES, "Eliquis 5 mg")
    assert "une ligne retirée" in seen(person)
    assert "Fibrillation" not in seen(person)
    person.press(QUESTION, "Changer", "Diabète de type 2", "Garder")
    about = topics_of(named(full_folder, Medication, "Eliquis 5 mg"))
    assert about[0] == heart.id
    assert len(about) == 2


def test_a_record_that_is_gone_meanwhile(comes_in, full_folder):
    """It says so and leads back."""
    from ensdesk.ui.pages.ties import Topics

    person = comes_in(full_folder)
    person.session.go(lambda session: Topics(session, RecordId("0" * 32)))
    assert "Ceci n’est plus dans vos listes." in seen(person)
    person.press("Revenir")


def test_a_medicine_says_it_before_it_is_added(full_jeanne):
    """By a link that nobody has to press; what was chosen is read back and written."""
    full_jeanne.press("Mes médicaments", "Ajouter un médicament")
    full_jeanne.write("Nom du médicament", "Kardegic 75")
    full_jeanne.press("Continuer", "Continuer", "Je ne sais pas quand", "Sur la boîte", QUESTION)
    full_jeanne.press("Hypertension artérielle", "J’ai choisi")
    assert f"{QUESTION} Hypertension artérielle".replace("\u00a0", " ") in seen(full_jeanne)
    full_jeanne.press("Oui, c’est bien ça")
    folder = full_jeanne.session.folder
    tension = named(folder, Illness, "Hypertension artérielle")
    assert topics_of(named(folder, Medication, "Kardegic 75")) == (tension.id,)


def test_papers_are_seen_by_illness(comes_in, full_folder, heart):
    """From « Mes papiers », and from the illness itself."""
    person = comes_in(full_folder)
    ways = ("Mes papiers", "Par sorte, année, médecin ou maladie", "Par maladie")
    full_folder.save(Document(name="Autre"))
    person.press(*ways)
    assert "Aucun papier ne dit pour quelle maladie." in seen(person)
    for number in range(9):
        full_folder.save(with_topics(Document(name=f"Lettre {number}"), [heart.id], []))
    person.session.home()
    person.press(*ways)
    assert audit.faults(person.window) == []
    assert "9 papiers" in seen(person)
    person.press("Fibrillation auriculaire")
    assert "Lettre 8" in seen(person)
    person.session.home()
    person.press(*ILLNESSES, "Fibrillation auriculaire")
    assert "Lettre 8 · Lettre 7 · Lettre 6" in seen(person)
    person.press("Ses papiers (9)")
    assert audit.faults(person.window) == []
    person.press("Lettre 8")
    assert person.title == "Papier"
    assert "Fibrillation auriculaire" in seen(person)


def test_half_ticked_is_not_lost(comes_in, full_folder):
    """The folder closes in between: the ticks are there again."""
    person = comes_in(full_folder)
    person.press(*MEDICINES, "Doliprane 500 mg", QUESTION)
    assert person.window.half_filled() is None
    person.press("Diabète de type 2")
    name, draft = person.window.half_filled()
    person.session.home()
    resume(person.session, name, draft)
    assert person.window.half_filled() == (name, draft)
    person.press("Garder")
    (one,) = topics_of(named(full_folder, Medication, "Doliprane 500 mg"))
    assert full_folder.record(one).headline() == "Diabète de type 2"


def test_who_only_reads_is_not_asked(comes_in, full_folder):
    """What was said is shown and opens; what was not said is no question."""
    full_folder.vault.main.reads_only = True
    person = comes_in(full_folder)
    for medicine, asked in (("Doliprane 500 mg", 0), ("Eliquis 5 mg", 1)):
        person.session.go(record_page(Medication, named(full_folder, Medication, medicine).id))
        assert sum(QUESTION in words for words in person.buttons()) == asked
    person.press(QUESTION)
    assert "Changer" not in person.buttons()
    person.press("Fibrillation auriculaire")
    assert person.title == "Maladie"


def test_the_links_of_what_was_removed_have_names(comes_in, full_folder):
    """On the page of a thing in the basket too."""
    from ensdesk.ui.pages.removed import RemovedPage

    medicine = named(full_folder, Medication, "Eliquis 5 mg")
    full_folder.retire(medicine)
    person = comes_in(full_folder)
    person.session.go(lambda session: RemovedPage(session, medicine.id))
    assert "Fibrillation auriculaire" in seen(person)


def test_an_erased_illness_leaves_no_word(comes_in, full_folder, heart):
    """Only an id that says nothing stays with the medicine."""
    from ensdesk.folder.removed import erase_for_ever

    erase_for_ever(full_folder, heart)
    medicine = named(full_folder, Medication, "Eliquis 5 mg")
    assert topics_of(medicine) == (heart.id,)
    assert [one.count for one in tied_to(full_folder, heart)] == [1]
    person = comes_in(full_folder)
    person.press(*MEDICINES, "Eliquis 5 mg")
    assert "une ligne retirée" in seen(person)
