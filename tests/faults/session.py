"""A person at the real window, in a process of its own: `python -m tests.faults.session first`.

The program starts as `ensdesk.app` starts it, with its walls, its keychain and its real restart.
It says a line at each stop and goes on when it gets one.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import NoReturn

from ensdesk import app
from ensdesk.folder import places
from ensdesk.reading.memory import keep_memory_private
from ensdesk.reading.walls import refuse_network
from tests.whole import computer
from tests.whole.folder_steps import (
    ask_for_a_copy,
    choose_code,
    copy_the_words,
    say_yes,
    take_key_sheet,
)
from tests.whole.marks import CODE, MARK, SAID, marked
from tests.whole.person import Person
from tests.whole.sheet_steps import fill_the_sheet

NEW_CODE = "847361"


def begin(closed: Path | None = None) -> Person:
    """Do what `app` does at its start, and sit down before the window."""
    keep_memory_private()
    refuse_network()
    app.make_application()
    computer._see_keys(places.sticks, lambda: (Path(os.environ["VISIT_KEY"]),))
    session, window = app.connect(restart=app._restart)
    person = Person(window)
    app.start(session, closed)
    return person


def stop(words: str) -> str:
    """Say where we are; wait for one line."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def _until_it_starts_again(person: Person) -> NoReturn:
    """Wait in small steps, so that the lanes go on; the program replaces this process."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        person.waits(0.01)
    raise AssertionError("the program did not start again")


def first() -> None:
    """From the sheet to a folder with everything in it; then it is closed."""
    person = begin()
    fill_the_sheet(person, SAID)
    person.presses("Je n’ai pas d’imprimante", "Clé USB BLEUE", "Oui, faire mon dossier")
    say_yes(person)
    choose_code(person, CODE)
    words = copy_the_words(person)
    person.presses("Aller à mon dossier", "Mes papiers", "Ajouter un papier", "resultat.pdf")
    person.writes("Nom du papier", marked("analyse"), instead=True)
    person.writes("Qui l’a écrit", marked("laboratoire"))
    person.presses("Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")
    person.presses("Accueil", "Ma tension, mon poids", "Noter ma tension")
    person.types("13/8")
    person.keys("Enter")
    person.sees("C’est noté")
    person.presses("Accueil", "Chercher")
    person.writes("Un mot", MARK)
    person.keys("Enter")
    person.sees("réponses")
    _copy(person, "Toute personne qui l’a")
    _copy(person, "Seulement qui a les mots")
    person.presses("Accueil", "Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", marked("commencé"))
    stop(" ".join(words))
    person.presses("Fermer mon dossier")
    _until_it_starts_again(person)


def _copy(person: Person, who: str) -> None:
    person.presses("Accueil")
    ask_for_a_copy(person, CODE)
    person.presses("Clé USB BLEUE", "Qui peut lire", who)
    if who != "Toute personne qui l’a":
        person.presses("J’ai recopié les mots")
    person.presses("Copier")
    person.is_at("La copie est faite.")


def second() -> None:
    """Open by the code; close; the half-filled page was kept."""
    person = begin(places.default_place())
    person.types(CODE)
    person.sees("Voici ce que vous écriviez.", marked("commencé"))
    stop("open")
    person.keys("Ctrl+L")
    _until_it_starts_again(person)


def third() -> None:
    """Recover by the key sheet, choose a new code, close by it."""
    person = begin(places.default_place())
    person.presses("J’ai oublié mon code")
    words = stop("words?").split()
    take_key_sheet(person, words)
    choose_code(person, NEW_CODE)
    person.sees("Voici ce que vous écriviez.", marked("commencé"))
    stop("open")
    person.keys("Ctrl+L")
    _until_it_starts_again(person)


if __name__ == "__main__":
    {"first": first, "second": second, "third": third}[sys.argv[1]]()
