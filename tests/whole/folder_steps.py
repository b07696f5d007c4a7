"""A folder made, opened and closed, as a person does it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.whole.person import Person

CODE = "602917"


def say_yes(person: Person) -> None:
    """Go from « Pour qui » to the yes."""
    person.presses("Pour moi", "Continuer")
    person.is_at("Êtes-vous d’accord pour ce dossier ?")
    person.presses("Oui, je fais mon dossier")


def choose_code(person: Person, code: str = CODE) -> None:
    """Choose a code of six digits, typed twice."""
    person.presses("Avec mon code")
    person.is_at("Choisissez votre code.")
    person.writes("Votre code", code)
    person.types(code)


def make_a_folder(person: Person) -> list[str]:
    """Make the folder of Jeanne Essai from the first page; return the words of its key sheet."""
    person.presses("Faire mon dossier", "Pour moi")
    person.writes("Prénom", "Jeanne")
    person.writes("Nom de famille", "Essai")
    person.writes("Date de naissance", "14/07/1948")
    person.presses("Continuer", "Oui, je fais mon dossier")
    choose_code(person)
    words = copy_the_words(person)
    person.presses("Aller à mon dossier")
    person.sees("Bonjour Jeanne.")
    return words


def copy_the_words(person: Person) -> list[str]:
    """Copy the key sheet by hand and prove it; return the 12 words."""
    person.presses("Recopier les 12 mots à la main")
    person.is_at("Recopiez ces 12 mots, avec leurs numéros.")
    words = re.findall(r"^\d+\. (\S+)$", person.words(), re.MULTILINE)
    assert len(words) == 12
    person.presses("J’ai recopié mes 12 mots")
    for _question in range(2):
        before = person.title()
        number = re.search(r"numéro (\d+)", before)
        assert number, before
        person.presses(words[int(number[1]) - 1])
        person.waits_until(lambda before=before: person.title() != before, "the next question")
    return words


def take_key_sheet(person: Person, words: list[str]) -> None:
    """Type the 12 words without their accents' help: four letters are enough."""
    for number, word in enumerate(words, 1):
        person.sees(f"Mot {number} sur 12")
        person.types(word[:4] + " ")


def ask_for_a_copy(person: Person, secret: list[str] | str) -> None:
    """A copy waits for a secret of the holder: the words of the key sheet, or the code."""
    person.presses("Imprimer ou copier", "Copier, pour le docteur ou sur ma clé")
    if isinstance(secret, str):
        person.types(secret)
        return
    person.presses("Prendre ma feuille-clé")
    take_key_sheet(person, secret)


def lay_a_paper(place: Path) -> None:
    """Put a laboratory result of two pages at *place*."""
    place.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(place))
    canvas.drawString(100, 700, "Laboratoire des Lilas, le 12 mars 2026")
    canvas.showPage()
    canvas.drawString(100, 700, "Deuxieme page : thyroglobuline")
    canvas.save()


def lay_a_zip(place: Path) -> None:
    """Put a ZIP of two papers at *place*, with a ZIP inside that is not taken."""
    paper = place.with_name("resultat.pdf")
    lay_a_paper(paper)
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("Documents/resultat.pdf", paper.read_bytes())
        archive.writestr("Documents/mot.txt", "Un mot du docteur.")
        archive.writestr("Documents/notice.zip", b"PK")
    paper.unlink()
