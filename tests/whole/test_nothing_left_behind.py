"""A whole session with marked words: none of them stays anywhere, none is told to anybody."""

from __future__ import annotations

import logging

import pytest

from tests.whole.ears import listening, strangers
from tests.whole.folder_steps import (
    ask_for_a_copy,
    choose_code,
    copy_the_words,
    lay_a_paper,
    say_yes,
)
from tests.whole.marks import CODE, MARK, SAID, marked
from tests.whole.sheet_steps import fill_the_sheet


def a_whole_session(computer, *, hands="mouse"):
    """From the sheet to a folder with a paper, a search, a lock with a half-filled page, a copy."""
    person = computer.start(hands)
    fill_the_sheet(person, SAID)
    person.presses("Lire comme du texte", "Retour", "Imprimer sur Canon TS3100")
    person.presses("Oui, faire mon dossier")
    say_yes(person)
    choose_code(person, CODE)
    words = copy_the_words(person)
    person.presses("Aller à mon dossier", "Mes papiers", "Ajouter un papier", "resultat.pdf")
    person.writes("Nom du papier", marked("analyse"), instead=True)
    person.writes("Qui l’a écrit", marked("laboratoire"))
    person.presses("Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")
    person.presses("Accueil", "Chercher")
    person.writes("Un mot", "thyroglob")
    person.keys("Enter")
    person.sees("1 réponse")
    person.writes("Un mot", MARK, instead=True)
    person.keys("Enter")
    person.sees("réponses")
    person.presses("Accueil", "Ma tension, mon poids", "Noter ma tension")
    person.types("13/8")
    person.keys("Enter")
    person.sees("C’est noté")
    person.presses("Accueil", "Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", marked("commencé"))
    person.presses("Fermer mon dossier")
    person = computer.restart(person)
    for code in ("000000", CODE):
        person.types(code)
    person.sees("Voici ce que vous écriviez.", marked("commencé"))
    person.presses("Accueil")
    ask_for_a_copy(person, CODE)
    person.presses("Clé USB BLEUE", "Qui peut lire", "Seulement qui a les mots")
    person.sees("5. ")
    person.presses("J’ai recopié les mots", "Copier")
    person.is_at("La copie est faite.")
    titles = person.window.windowTitle()
    assert MARK not in titles
    return person, words


@pytest.mark.timeout(180)  # the longest journey, at the price of a real code
def test_no_marked_word_is_in_any_file(computer, caplog, capfd):
    """Folder, home, temporary files, settings, keys, logs and what was started: nothing.

    The code costs here what it costs at home.
    """
    computer.plug("BLEUE")
    computer.has_printer("Canon TS3100")
    paper = computer.root / "home/Documents/resultat.pdf"
    lay_a_paper(paper)
    caplog.set_level(logging.DEBUG)
    with listening() as heard:
        person, words = a_whole_session(computer)
        _search(computer, heard, words)  # while the folder is open
        computer.leave(person)
    (computer.root / "Canon TS3100.pdf").unlink()
    paper.unlink()
    _search(computer, heard, words)
    told = caplog.text + "".join(capfd.readouterr())
    assert MARK not in told
    assert "thyroglob" not in told
    assert not list((computer.root / "tmp").iterdir())
    assert strangers(heard) == []
    assert heard.connected == []
    assert heard.looked_up == []


def _search(computer, heard, words) -> None:
    """Look for marks and secrets in every byte and in every argument."""
    marks = [MARK, "thyroglob", " ".join(words), " ".join(words[:3])]
    needles = [m.encode(how) for m in marks for how in ("utf-8", "utf-16-le", "utf-16-be")]
    chosen = [computer.root / "home/Documents/resultat.pdf", computer.root / "Canon TS3100.pdf"]
    for path in computer.files():
        assert MARK not in str(path)
        if path not in chosen:  # the paper itself, and what was printed
            found = [needle for needle in needles if needle in path.read_bytes()]
            assert not found, (path, found)
    for line in heard.started:
        for secret in (*marks, CODE, *SAID.medicines):
            assert secret not in line
