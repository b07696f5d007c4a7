"""A page that was half filled when the folder was closed comes back as it was."""

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.language import _
from ensdesk.ui.pages.add_paper import AddPaper
from ensdesk.ui.pages.copy_out.summary import CopySummary
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.resume import page_named, way_to
from tests.reading.papers import pdf_of
from tests.ui.pages.inside import seen

HEALTH = ("Tout mon dossier", "Ma santé aujourd’hui")


@pytest.fixture
def person(comes_in, folder):
    """Somebody in the middle of a page."""
    return comes_in(folder)


@pytest.fixture
def close_and_open(comes_in):
    """Return what keeps the half-filled page as closing does, and comes home as opening does."""

    def again(person):
        folder = person.session.folder
        folder.keep_draft(*person.window.half_filled())
        person.window.page.leave_for_later()
        return comes_in(folder)

    return again


def test_a_blood_pressure(person, close_and_open):
    """The first number is there again, with the words that say so."""
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type("13")
    person = close_and_open(person)
    assert person.title == "Quelle est votre tension\u00a0?"
    assert person.field("Premier chiffre").text() == "13"
    assert "Voici ce que vous écriviez." in seen(person)
    person.press("Retour")
    assert person.title == "Mon dossier"


def test_a_draft_comes_back_once(person, close_and_open):
    """The next time the home page stays the home page."""
    person.press("Ma tension, mon poids", "Noter ma tension")
    person.type("13")
    person = close_and_open(person)
    person.press("Accueil")
    assert person.title == "Mon dossier"


def test_a_medicine_with_all_its_answers(person, close_and_open):
    """The question in view comes back, and « Retour » goes to those before it."""
    person.press("Mes médicaments", "Ajouter un médicament")
    person.write("Nom du médicament", "Kardegic 75")
    person.press("Continuer")
    person.write("À quoi sert-il\u00a0? (si vous voulez)", "Pour le cœur")
    person.press("Continuer")
    person.write("Le matin", "2")
    person = close_and_open(person)
    assert person.title == "Quand le prenez-vous, et combien\u00a0?"
    assert "Kardegic 75" in seen(person)
    assert person.field("Le matin").dose() == "2 comprimés"
    person.press("Retour")
    assert person.field("À quoi sert-il\u00a0? (si vous voulez)").text() == "Pour le cœur"
    person.press("Retour")
    assert person.field("Nom du médicament").text() == "Kardegic 75"


def test_a_form(person, close_and_open):
    """The generic form too, whatever the kind."""
    person.press(*HEALTH, "Mes allergies", "Ajouter une allergie")
    person.type("Latex")
    person = close_and_open(person)
    assert person.title == "Allergie"
    person.press(_("Save and finish"))
    (allergy,) = person.session.folder.records(Allergy)
    assert allergy.substance == "Latex"


def test_what_cannot_come_back_is_let_be():
    """An unknown page, or a draft of another version, opens nothing."""
    assert way_to("no-such-page", {}) == ()
    assert way_to("medicine-when", {"0": "x"}) == ()
    assert way_to("medicine-no-such", {"id": "a", "told": {}}) == ()
    assert way_to("form-no-such", {}) == ()
    assert page_named("home") is None


@pytest.mark.parametrize(
    ("source", "count"), [(MedicationSource.PRESCRIPTION, 6), (MedicationSource.BOX, 5)]
)
def test_the_way_to_the_last_question(source, count):
    """The date of a prescription was only asked when there is one."""
    told = {"name": "Kardegic", "source": str(source)}
    assert len(way_to("medicine-read", {"id": Medication(name="").id, "told": told})) == count


def begin_copy(person, place):
    """Come to « Faut-il faire cette copie ? » with a copy of everything to *place*."""
    wish = CopyWish(place)
    person.session.go(lambda session: CopySummary(session, wish))
    person.settle()


def test_for_whom_a_copy_is(person, close_and_open, tmp_path):
    """What is typed comes back, on the way to the same place."""
    begin_copy(person, tmp_path)
    person.press("Pour qui, et pourquoi")
    person.write("Quelqu’un d’autre (si vous voulez)", "Docteur Martin")
    person.write("Pourquoi\u00a0?", "pour mon opération")
    person = close_and_open(person)
    person.press("Continuer")
    assert "Docteur Martin · pour mon opération" in seen(person)
    assert person.window.page.wish.place == tmp_path


def test_what_a_copy_holds(person, close_and_open, tmp_path):
    """The ticks come back as they were, also those not yet taken."""
    begin_copy(person, tmp_path)
    person.press("Ce qui est copié", "Mes médicaments")
    ticked = person.window.page.parts.ticked()
    person = close_and_open(person)
    assert person.window.page.parts.ticked() == ticked
    person.press("Continuer")
    assert Medication not in person.window.page.wish.kinds


def test_a_closed_copy_asks_for_new_words(person, close_and_open, tmp_path):
    """Its words are in no draft; it never comes back as one that everybody can read."""
    begin_copy(person, tmp_path)
    person.press("Qui peut lire", "Seulement qui a les mots")
    words = person.window.page.words
    person.press("J’ai recopié les mots")
    _name, draft = person.window.half_filled()
    assert not any(word in str(draft) for word in words.split())
    person = close_and_open(person)
    person.press("Copier")
    assert person.title == "Recopiez ces cinq mots à la main."
    assert list(tmp_path.glob("*.zip")) == []


def test_a_paper_on_its_way_in(person, close_and_open, tmp_path):
    """What was typed is there, the bytes are the same, and nothing is kept twice."""
    path = tmp_path / "lettre.pdf"
    path.write_bytes(pdf_of("Bonjour"))
    person.session.go(AddPaper)
    person.window.page.take(path)
    person.settle()
    person.write("Nom du papier", "Ma lettre")
    documents = person.session.folder.vault.documents
    (kept,) = documents.names()
    path.unlink()
    person = close_and_open(person)
    assert person.field("Nom du papier").text() == "Ma lettre"
    person.press("Ajouter ce papier")
    (paper,) = person.session.folder.records(Document)
    assert paper.name == "Ma lettre"
    assert list(documents.names()) == [kept]


def test_a_paper_left_after_it_came_back(person, close_and_open, tmp_path):
    """« Accueil » forgets its bytes, as before the lock."""
    path = tmp_path / "lettre.pdf"
    path.write_bytes(pdf_of("Bonjour"))
    person.session.go(AddPaper)
    person.window.page.take(path)
    person = close_and_open(person)
    assert person.title == "Est-ce bien cela\u00a0?"
    person.press("Accueil")
    assert list(person.session.folder.vault.documents.names()) == []


def test_the_questions_for_a_doctor(person, close_and_open):
    """Half-written questions come back to the appointment they are for."""
    folder = person.session.folder
    for name in ("Docteur Martin", "Docteur Roche"):
        folder.save(Appointment(name=name))
    person.press("Mes rendez-vous et mes questions", "Docteur Roche")
    person.press("Mes questions pour le docteur")
    person.write("Question 1", "Et le sel ?")
    person = close_and_open(person)
    assert "Pour Docteur Roche" in seen(person)
    person.press(_("Save"))
    asked = {one.name: one.questions for one in folder.records(Appointment)}
    assert [row.question for row in asked["Docteur Roche"]] == ["Et le sel ?"]
    assert asked["Docteur Martin"] == ()
