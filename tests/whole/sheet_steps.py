"""The emergency sheet before a folder, answered as a person answers it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.whole.person import Person


@dataclass(frozen=True)
class Answers:
    """What is typed on the way."""

    given: str = "Jeanne"
    family: str = "Essai"
    born: str = "14/07/1948"
    allergies: str = "Pénicilline\nArachide"
    illnesses: str = "Diabète de type 2"
    medicines: tuple[str, ...] = (
        "Eliquis 5 mg",
        "Metformine 850 mg",
        "Ramipril 5 mg",
        "Bisoprolol 2,5 mg",
        "Doliprane 1000 mg",
    )
    senses: tuple[str, ...] = ("", "appareil à droite", "", "")
    first: tuple[str, str, str] = ("Marie Essai", "ma fille", "06 12 34 56 78")
    second: tuple[str, str, str] = ("Paul Voisin", "mon voisin", "06 98 76 54 32")
    doctor: tuple[str, str] = ("Docteur Martin", "01 23 45 67 89")
    directives: str = "dans le tiroir du bureau"


def fill_the_sheet(person: Person, said: Answers) -> None:
    """Go from the first page to the preview of the sheet."""
    person.presses("Faire ma fiche d’urgence")
    person.writes("Prénom", said.given)
    person.writes("Nom de famille", said.family)
    person.writes("Date de naissance", said.born)
    person.presses("Continuer")
    person.is_at("À quoi êtes-vous allergique ?")
    person.writes("Une allergie par ligne", said.allergies)
    person.presses("Continuer")
    for answer in ("Oui", "Oui", "Non", "Je ne sais pas"):  # thinner, diabetes, insulin, pacemaker
        _next_page(person, answer)
    person.writes("Une maladie par ligne", said.illnesses)
    person.presses("Continuer")
    for number, medicine in enumerate(said.medicines):
        person.writes("Un autre médicament" if number else "Nom du médicament", medicine)
        person.presses("Ajouter ce médicament")
        person.writes("Le matin", "1")
        person.presses("Continuer")
        person.sees(medicine)
    person.presses("C’est tout", "De mon ordonnance")
    person.is_at("Que faut-il savoir pour vous parler ?")
    for label, text in zip(("Vue", "Audition", "Mémoire", "Langue"), said.senses, strict=True):
        if text:
            person.writes(label, text)
    person.presses("Continuer")
    for somebody in (said.first, said.second):
        _someone(person, somebody)
    person.writes("Prénom et nom", said.doctor[0])
    person.writes("Téléphone", said.doctor[1])
    person.presses("Continuer")
    person.writes("L’endroit", said.directives)
    person.presses("Voir ma fiche")
    person.is_at("Fiche d’urgence")


def _next_page(person: Person, answer: str) -> None:
    before = person.title()
    person.presses(answer)
    person.waits_until(lambda: person.title() != before, f"the page after « {before} »")


def _someone(person: Person, who: tuple[str, str, str]) -> None:
    name, tie, phone = who
    before = person.title()
    person.writes("Prénom et nom", name)
    person.writes("Qui est-ce pour vous", tie)
    person.writes("Téléphone", phone)
    _ = before
    _next_page(person, "Continuer")
