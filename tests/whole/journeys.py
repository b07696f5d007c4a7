"""The journeys that have a number to hold, by the words in view alone, with each kind of hands.

`python -m tests.whole.journeys` takes them all and prints what each cost.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ensdesk import language
from ensdesk.folder.found import free_place
from ensdesk.folder.key_file import key_for
from ensdesk.folder.opening import NewFolder, make_folder
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.secrets import Code, Secret
from tests.fakes import NOW, SHEET, TODAY, filled_folder
from tests.whole.computer import Computer, opened
from tests.whole.folder_steps import CODE, ask_for_a_copy, lay_a_paper
from tests.whole.pace import EXPERT, SENIOR, Count
from tests.whole.person import Hands, Person
from tests.whole.sheet_steps import Answers
from tests.whole.test_prescription_by_keys import TEN

HANDS: tuple[Hands, ...] = ("mouse", "keyboard", "touch")


@dataclass(frozen=True, kw_only=True)
class Journey:
    """What is done, how it begins, and what it may cost; `keys` is what has to be typed."""

    name: str
    begin: Callable[[Computer, Hands], Person]
    act: Callable[[Person], object]
    clicks: int | None = None
    keys: int | None = None
    seconds: int
    by: Hands = "mouse"  # the way that the seconds are promised for

    def take(self, computer: Computer, hands: Hands) -> Count:
        """Take the journey and return what it cost."""
        person = self.begin(computer, hands)
        with person.counting() as count:
            self.act(person)
        return count

    def kept(self, count: Count, hands: Hands) -> bool:
        """Say whether *count* is within the numbers; the seconds are those of one way.

        With the keys alone there is no click; a finger takes no more presses than the mouse.
        """
        if hands == "keyboard":
            counts = count.clicks == 0
        else:
            counts = _within(count.clicks, self.clicks) and _within(count.keys, self.keys)
        return counts and (hands != self.by or round(count.seconds()) <= self.seconds)


def _within(number: int, most: int | None) -> bool:
    return most is None or number <= most


# -- how they begin --------------------------------------------------------------------------------


def _closed(computer: Computer, hands: Hands, *secrets: Secret) -> Person:
    """Before the closed folder of Jeanne, opened by *secrets*."""
    plan = NewFolder(
        place=free_place(),
        identity=Identity(given="Jeanne", family="Essai", born=PartialDate("1948-07-14")),
        consent=Consent(given_on=PartialDate.of(TODAY)),
        secrets=(*secrets, SHEET),
    )
    make_folder(plan, computer.keychain, clock=lambda: NOW).close()
    person = computer.start(hands, closed=plan.place)
    person.is_at("Ouvrir mon dossier")
    return person


def _with_a_code(computer: Computer, hands: Hands) -> Person:
    return _closed(computer, hands, Code(CODE))


def _with_a_key(computer: Computer, hands: Hands) -> Person:
    (stick,) = computer.plug("BLEUE")
    return _closed(computer, hands, key_for(stick))


def _inside(computer: Computer, hands: Hands) -> Person:
    """At the home page of a folder that a code opened."""
    computer.plug("BLEUE")
    person = _with_a_code(computer, hands)
    person.types(CODE)
    person.sees("Bonjour Jeanne.")
    return person


def _with_a_paper(computer: Computer, hands: Hands) -> Person:
    lay_a_paper(computer.root / "home/Documents/resultat mars.pdf")
    return _inside(computer, hands)


def _full(computer: Computer, hands: Hands) -> Person:
    """At the home page of the invented person, with a printer."""
    computer.has_printer("Canon TS3100")
    person = computer.start(hands)
    opened(person, lambda: filled_folder(computer.root / "home" / "Dossier"))
    person.sees("Bonjour Jeanne.")
    return person


# -- what is done ----------------------------------------------------------------------------------


def _open(person: Person) -> None:
    person.types(CODE)
    person.sees("Bonjour Jeanne.")


def _open_by_key(person: Person) -> None:
    person.presses("Ouvrir avec ma clé USB")
    person.sees("Bonjour Jeanne.")


def _add_a_paper(person: Person) -> None:
    person.presses("Mes papiers", "Ajouter un papier", "resultat mars.pdf", "Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")


def _add_a_medicine(person: Person) -> None:
    person.presses("Mes médicaments", "Ajouter un médicament")
    person.types("Zest")
    person.presses("Continuer", "Continuer")
    if person.hands == "keyboard":
        person.writes("Le matin", "1")  # the arrow up does the same
    else:
        person.presses("Plus : Le matin")
    person.presses("Continuer", "Ordonnance du", "Oui, c’est bien ça")
    person.is_at("C’est ajouté.")


def _at_the_medicines(computer: Computer, hands: Hands) -> Person:
    person = _inside(computer, hands)
    person.presses("Mes médicaments")
    person.is_at("Mes médicaments")
    return person


def _copy_a_prescription(person: Person) -> None:
    person.presses("Recopier l’ordonnance")
    person.is_at("De quelle ordonnance s’agit-il ?")
    person.types("3/3")
    person.keys("Enter")
    for typed, doses, _kept in TEN:
        person.types(typed)
        person.keys("Enter")
        for sign in doses:
            if sign == ".":
                person.keys("Enter")
            else:
                person.types(sign)
        _end_the_line(person, len(doses))
    person.keys("Enter")
    person.is_at("Est-ce écrit ainsi sur l’ordonnance ?")
    # Every line is thought of and read on the paper, then read back.
    person.count.thoughts += len(TEN)
    person.count.words += sum(len(kept.split()) + 1 for _typed, _doses, kept in TEN)
    yes = "Oui, c’est bien ça"  # this and the title are counted where they are met
    on_screen = person.words().replace(person.title(), "").replace(yes, "")
    person.count.words += len(re.findall(r"[\w,’]+", on_screen))
    person.presses(yes)
    person.is_at("L’ordonnance est recopiée.")


def _end_the_line(person: Person, filled: int) -> None:
    if person.hands == "touch":
        person.keys(" ".join(["Enter"] * (5 - filled)))
    else:
        person.keys("Down")


def _note_a_pressure(person: Person) -> None:
    person.presses("Ma tension, mon poids", "Noter ma tension")
    person.types("13/8")
    person.keys("Enter")
    person.sees("C’est noté : 13/8.")


def _print_the_sheet(person: Person) -> None:
    person.presses("Ma fiche d’urgence", "Imprimer ma fiche", "Imprimer sur Canon TS3100")
    person.is_at("C’est imprimé.")


def _sheet_alone(person: Person) -> None:
    person.presses("Faire ma fiche d’urgence")
    _answer(person, ("Prénom", "Jeanne"), ("Nom de famille", "Essai"), ("Date", "14/07/1948"))
    person.writes("Une allergie par ligne", "Pénicilline")
    person.presses("Continuer", "Oui", "Oui", "Non", "Je ne sais pas")
    person.writes("Une maladie par ligne", "Diabète")
    person.presses("Continuer")
    for number, medicine in enumerate(Answers().medicines):
        _answer(person, ("Un autre médicament" if number else "Nom du médicament", medicine))
        _answer(person, ("Le matin", "1"))
    person.presses("C’est tout", "De mon ordonnance", "Continuer")
    for name, tie, phone in (Answers().first, Answers().second):
        told = ("Prénom et nom", name), ("Qui est-ce", tie), ("Téléphone", phone.replace(" ", ""))
        _answer(person, *told)
    person.presses("Je n’en ai pas", "Je ne sais pas")
    person.is_at("Fiche d’urgence")


def _answer(person: Person, *each: tuple[str, str]) -> None:
    """Write into one field after the other; Enter in the last goes on."""
    before = person.words()
    for label, text in each:
        person.writes(label, text)
    person.keys("Enter")
    person.waits_until(lambda: person.words() != before, "the next page")


def _copy(person: Person) -> None:
    ask_for_a_copy(person, CODE)
    person.presses("Clé USB BLEUE", "Copier")
    person.is_at("La copie est faite.")


def _be_helped(person: Person) -> None:
    person.presses("Les personnes qui m’aident", "Me faire aider maintenant")
    person.writes("Prénom", "Marie")
    person.presses("Me faire aider par cette personne")


def _lock(person: Person) -> None:
    if person.hands == "keyboard":
        person.keys("Ctrl+L")
    else:
        person.presses("Fermer mon dossier")


# A copy asks for the code before anything goes out: its six digits are among the keys. Whoever
# helps for the first time has a first name to type.
JOURNEYS = (
    Journey(name="Ouvrir, avec le code", begin=_with_a_code, act=_open,
            clicks=0, keys=6, seconds=15),
    Journey(name="Ouvrir, avec la clé USB", begin=_with_a_key, act=_open_by_key,
            clicks=1, keys=0, seconds=10),
    Journey(name="Ajouter un papier", begin=_with_a_paper, act=_add_a_paper,
            clicks=7, keys=0, seconds=60),
    Journey(name="Ajouter un médicament", begin=_full, act=_add_a_medicine,
            clicks=8, keys=4, seconds=75),
    Journey(name="Recopier une ordonnance de dix", begin=_at_the_medicines,
            act=_copy_a_prescription, seconds=300, by="keyboard"),
    Journey(name="Noter une tension", begin=_inside, act=_note_a_pressure,
            clicks=2, keys=5, seconds=30),
    Journey(name="Imprimer la fiche d’urgence", begin=_full, act=_print_the_sheet,
            clicks=3, keys=0, seconds=30),
    Journey(name="Faire une fiche sans dossier", begin=Computer.start, act=_sheet_alone,
            seconds=480),
    Journey(name="Copier sur une clé USB", begin=_inside, act=_copy,
            clicks=4, keys=6, seconds=50),
    Journey(name="Se faire aider", begin=_inside, act=_be_helped,
            clicks=5, keys=5, seconds=45),
    Journey(name="Fermer le dossier", begin=_inside, act=_lock,
            clicks=1, keys=0, seconds=8),
)  # fmt: skip


def line(journey: Journey, hands: Hands, count: Count) -> str:
    """Return one line of the table."""
    most = "/".join("-" if n is None else str(n) for n in (journey.clicks, journey.keys))
    seconds = str(journey.seconds) if hands == journey.by else "-"
    return (
        f"{journey.name:<32} {hands:<9} {count.clicks:>3}/{count.keys:<4} {most:>6}"
        f" {count.seconds(EXPERT):>6.0f} {count.seconds(SENIOR):>6.0f} {seconds:>5}"
        f"  {'kept' if journey.kept(count, hands) else 'NOT KEPT'}"
    )


def main() -> int:
    """Take every journey with each kind of hands; return 0 when all numbers are kept."""
    language.choose("fr")
    head = f"{'':<32} {'hands':<9} clicks/keys most expert senior  most"
    print(head)  # noqa: T201 - what was asked for
    kept = True
    for journey in JOURNEYS:
        for hands in HANDS:
            with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
                computer = Computer(Path(root) / "computer", patch)
                count = journey.take(computer, hands)
                computer.leave_all()
            kept = kept and journey.kept(count, hands)
            print(line(journey, hands, count), flush=True)  # noqa: T201
    return int(not kept)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
