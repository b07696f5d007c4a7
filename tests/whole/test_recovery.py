"""The computer is gone. What is left: a USB key with the double, and a sheet of 12 words."""

from __future__ import annotations

import shutil

import pytest

from tests.whole.computer import Computer
from tests.whole.folder_steps import choose_code, lay_a_paper, make_a_folder, take_key_sheet


@pytest.mark.parametrize("hands", ["mouse", "keyboard"])
def test_everything_comes_back_on_an_empty_computer(
    computer, hands, light_codes, tmp_path, monkeypatch
):
    """A line, a paper and its words, with a new code; the double on the key stays as it was."""
    lay_a_paper(computer.root / "home/Documents/resultat mars.pdf")
    (key,) = computer.plug("BLEUE")
    person = computer.start(hands)
    words = make_a_folder(person)
    person.presses("Ma tension, mon poids", "Noter ma tension")
    person.types("13/8")
    person.keys("Enter")
    person.presses("Accueil", "Mes papiers", "Ajouter un papier", "resultat mars.pdf")
    person.presses("Ajouter ce papier", "Accueil")
    person.presses("Imprimer ou copier", "Faire un double", "Choisir où le mettre")
    person.presses("Clé USB BLEUE", "Faire le double")
    person.is_at("Votre double est fait et relu.")
    computer.leave(person)

    other = Computer(tmp_path / "second", monkeypatch)
    (there,) = other.plug("BLEUE")
    shutil.copytree(key, there, dirs_exist_ok=True)
    shutil.rmtree(computer.root)
    on_the_key = {path: path.read_bytes() for path in there.rglob("*") if path.is_file()}
    person = other.start(hands)
    with person.counting() as count:
        person.presses("J’ai déjà un dossier", "J’ai un double", "Clé USB BLEUE")
        take_key_sheet(person, words)
        person.is_at("Votre feuille-clé ouvre ce double.")
        person.presses("Reprendre mon dossier")
        person.is_at("Votre dossier est de nouveau là.")
    assert count.clicks <= 4
    person.presses("Choisir un nouveau code")
    choose_code(person, "731946")
    person.sees("Bonjour Jeanne.", "1 papier", "13/8")
    person.presses("Chercher")
    person.writes("Un mot", "thyroglob")
    person.keys("Enter")
    person.sees("1 réponse", "thyroglobuline")
    assert {path: path.read_bytes() for path in on_the_key} == on_the_key
    person.presses("Accueil", "Fermer mon dossier")
    person = other.restart(person)
    person.types("731946")
    person.sees("Bonjour Jeanne.")
    other.leave_all()
