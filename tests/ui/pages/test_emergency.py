"""« Ma fiche d’urgence » and « Tout mon dossier »: what is there, what is missing."""

from ensdesk.folder import printing
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.language import _
from ensdesk.ui.pages.whole_folder import GROUPS
from tests.ui.pages.inside import seen


def test_what_is_missing_is_named(comes_in, folder):
    """Nothing that is not filled in reads as « aucun »."""
    person = comes_in(folder)
    person.press("Ma fiche d’urgence")
    words = seen(person)
    assert "Pas encore rempli :" in words
    assert "Mes allergies · Mes maladies · Mes médicaments" in words
    assert "Fluidifie le sang · Diabète · Pacemaker" in words
    assert "Aucun" not in words


def test_a_declared_none_is_not_missing(comes_in, folder):
    """It is said with its day, and is no longer asked for."""
    folder.declare_none(Allergy)
    person = comes_in(folder)
    person.press("Ma fiche d’urgence")
    words = seen(person)
    assert "Aucune allergie connue (dit le 23 novembre 2026)" in words
    assert "Mes allergies · Mes maladies" not in words


def test_what_stands_on_it(comes_in, full_folder):
    """The lists and the answers; when it was printed last."""
    printing.printed(full_folder, "emergency", full_folder.contents())
    person = comes_in(full_folder)
    person.press("Ma fiche d’urgence")
    words = seen(person)
    assert "Fluidifie le sang : oui · Diabète : oui · Insuline : non · Pacemaker : non" in words
    assert "Pénicilline, Piqûres de guêpes" in words
    assert "Imprimée la dernière fois le" in words
    assert "Pas encore rempli" not in words


def test_print_leads_to_the_sheet(comes_in, full_folder):
    """Two clicks from the home page."""
    person = comes_in(full_folder)
    person.press("Ma fiche d’urgence", "Imprimer ma fiche")
    assert person.title == "Fiche d’urgence"


def test_change_an_answer(jeanne):
    """The questions are asked by the form; the sheet follows."""
    jeanne.press("Ma fiche d’urgence", "Changer ma fiche", "À savoir en cas d’urgence")
    jeanne.press("oui", _("Save and finish"))
    assert jeanne.title == "Que voulez-vous changer\u00a0?"
    assert jeanne.session.folder.single(Emergency).blood_thinner is Answer.YES
    assert "Fluidifie le sang : oui" in seen(jeanne)
    jeanne.press("Annuler")
    assert jeanne.session.folder.single(Emergency) is None


def test_the_whole_folder_in_its_three_states(comes_in, folder):
    """Not filled, none, and some names."""
    folder.declare_none(Allergy)
    person = comes_in(folder)
    person.press("Tout mon dossier", "Ma santé aujourd’hui")
    words = seen(person)
    assert "Aucune allergie connue (dit le 23 novembre 2026)" in words
    assert "Pas rempli" in words
    person.press("Retour", "Moi et mes proches")
    assert "Jeanne Essai" in seen(person)


def test_every_section_has_its_place_in_the_whole_folder():
    """Each kind but what is said of a section stands in one group; a page holds a group."""
    kinds = [kind for group in GROUPS for kind in group.kinds]
    assert sorted(kinds, key=KINDS.index) == [kind for kind in KINDS if kind is not Declaration]
    assert all(len(group.kinds) <= 6 for group in GROUPS)


def test_long_sections_name_three(comes_in, full_folder):
    """The others are counted."""
    person = comes_in(full_folder)
    person.press("Tout mon dossier", "Ma santé aujourd’hui")
    assert "Eliquis 5 mg, Metformine 850 mg, Ramipril 5 mg et 2 autres" in seen(person)
