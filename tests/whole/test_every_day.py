"""What is done again and again in an open folder, within the clicks and keys that were promised."""

from __future__ import annotations

import pikepdf
import pytest

from tests.fakes import empty_folder, filled_folder
from tests.whole.computer import opened
from tests.whole.folder_steps import lay_a_paper, lay_a_zip

HANDS = ("mouse", "keyboard")


@pytest.fixture(params=HANDS)
def hands(request):
    """The same by clicks, and by the keyboard alone."""
    return request.param


@pytest.fixture
def at_home(computer):
    """Return a function that opens a folder and stands at its home page."""

    def start(hands="mouse", make=empty_folder):
        person = computer.start(hands)
        opened(person, lambda: make(computer.root / "home" / "Dossier"))
        person.sees("Bonjour Jeanne.")
        return person

    return start


def test_add_a_medicine_read_it_back_and_undo(at_home, hands):
    """One question a page; nothing is written before the yes; « Annuler » takes it back."""
    person = at_home(hands)
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Eliquis 5 mg")
    person.presses("Continuer")
    person.is_at("Que savez-vous de ce médicament ?")
    person.presses("Continuer")
    person.writes("Le matin", "1")
    person.writes("Le soir", "1")
    person.presses("Continuer", "Sur une ordonnance")
    person.writes("Date de l’ordonnance", "3 mars 2026")
    person.presses("Continuer")
    person.is_at("Est-ce écrit ainsi sur l’ordonnance ?")
    person.sees("Eliquis 5 mg", "matin, soir : 1 comprimé", "ordonnance du 3 mars 2026")
    person.presses("Oui, c’est bien ça")
    person.is_at("C’est ajouté.")
    person.presses("Annuler")
    person.sees("Ajouter « Eliquis 5 mg »", "Rien n’est écrit ici pour l’instant.")
    person.sees_no("apixaban", "matin, soir")
    person.presses("Accueil")
    person.sees("Bonjour Jeanne.")


def test_a_medicine_costs_few_clicks(at_home):
    """From the home page to the end page, with a prescription that the folder knows."""
    person = at_home(make=filled_folder)
    with person.counting() as count:
        person.presses("Mes médicaments", "Ajouter un médicament")
        person.types("Zest")
        person.presses("Continuer", "Continuer")
        person.presses("Plus : Le matin", "Continuer")
        person.presses("Ordonnance du", "Oui, c’est bien ça")
        person.is_at("C’est ajouté.")
    assert count.clicks <= 8, count
    assert count.keys <= 4, count


def test_note_a_blood_pressure(at_home, hands):
    """13/8 is understood, said back, and taken back."""
    person = at_home(hands)
    with person.counting() as count:
        person.presses("Ma tension, mon poids", "Noter ma tension")
        person.types("13/8")
        person.keys("Enter")
        person.sees("C’est noté : 13/8.")
    if hands == "mouse":
        assert (count.clicks, count.keys) == (2, 5)
    person.sees("13/8 (130/80)")
    person.presses("Annuler")
    person.sees("Rien n’est noté pour l’instant.")


def test_add_a_paper_find_a_word_of_it_and_undo(at_home, computer, hands):
    """The name is proposed, the second page is searched, « Annuler » takes it back."""
    lay_a_paper(computer.root / "home/Documents/resultat mars.pdf")
    person = at_home(hands)
    with person.counting() as count:
        person.presses("Mes papiers", "Ajouter un papier", "resultat mars.pdf")
        person.is_at("Est-ce bien cela ?")
        person.presses("Ajouter ce papier")
        person.sees("Le papier est dans votre dossier.")
    assert count.clicks <= 7
    assert count.keys == 0 or hands == "keyboard"
    person.presses("Accueil", "Chercher")
    person.writes("Un mot", "thyroglob")
    person.keys("Enter")
    person.sees("1 réponse", "thyroglobuline")
    person.presses("resultat mars")
    person.sees("Page 2 sur 2. Ce que vous cherchez est marqué en jaune.")
    person.presses("Accueil", "Mes papiers")
    person.presses("resultat mars")
    person.sees("Imprimer ce papier")


def test_find_a_medicine_written_as_it_is_heard(at_home, hands):
    """Nothing is written like that; what sounds the same is shown, and opens."""
    person = at_home(hands, make=filled_folder)
    person.presses("Chercher")
    person.writes("Un mot", "élikisse")
    person.keys("Enter")
    person.sees("Voici ce qui s’écrit presque pareil.")
    person.presses("Eliquis")
    person.is_at("Médicament")


def test_bring_in_a_zip(at_home, computer, hands):
    """One look, one press; the papers stand under their kind; a second look knows them all."""
    lay_a_zip(computer.root / "home/Documents/mon espace.zip")
    person = at_home(hands)
    with person.counting() as count:
        person.presses("Mes papiers", "Ajouter un papier", "mon espace.zip")
        person.is_at("Quels papiers faut-il ajouter ?")
        person.sees("2 papiers trouvés, 1 mis de côté.", "notice.zip")
        person.presses("Ajouter 2 papiers")
        person.sees("2 papiers sont dans votre dossier.")
    assert count.clicks <= 7
    person.presses(
        "Par sorte, année, médecin ou maladie", "Prise de sang et laboratoire", "resultat"
    )
    person.sees("Imprimer ce papier")
    person.presses("Accueil", "Mes papiers", "Ajouter un papier", "mon espace.zip")
    person.sees("2 papiers trouvés, 2 déjà dans votre dossier, 1 mis de côté.")


def test_print_the_emergency_sheet(at_home, computer):
    """Three clicks to the printer; the home page then says when."""
    computer.has_printer("Canon TS3100")
    person = at_home()
    with person.counting() as count:
        person.presses("Ma fiche d’urgence", "Imprimer ma fiche", "Imprimer sur Canon TS3100")
        person.is_at("C’est imprimé.")
    assert (count.clicks, count.keys) == (3, 0)
    person.presses("Revenir à mon dossier")
    person.sees("Ma fiche d’urgence — Imprimée le")


def test_the_emergency_sheet_without_a_printer(at_home, computer, hands):
    """A PDF on a key, with its warning, for somebody else's printer."""
    (key,) = computer.plug("BLEUE")
    person = at_home(hands)
    person.presses("Ma fiche d’urgence", "Imprimer ma fiche", "Je n’ai pas d’imprimante")
    person.sees("Toute personne qui a la clé peut lire la feuille")
    person.presses("Clé USB BLEUE")
    person.is_at("La feuille est prête à emporter.")
    (sheet,) = key.iterdir()
    with pikepdf.open(sheet) as paper:
        assert len(paper.pages) in (1, 2)


def test_a_medicine_is_found_as_it_is_heard(at_home, hands):
    """A search without a mouse, a word that nobody spells: its page, with the words marked."""
    person = at_home(hands)
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", "Kardégic 75 mg")
    person.presses("Continuer", "Continuer")
    person.writes("Le matin", "1")
    person.presses("Continuer", "Je le sais par cœur", "Oui, c’est bien ça", "Chercher")
    person.writes("Un mot, ou son début", "kardegique")
    person.sees("Rien n’est écrit ainsi. Voici ce qui s’écrit presque pareil.")
    person.presses("Kardégic 75 mg")
    person.is_at("Médicament")
    person.sees("Kardégic 75 mg", "matin : 1 comprimé")
