"""A visitor at a computer of a centre, in the real processes: `python -m tests.faults.visitor`.

Without words it is the one that waits for visitors; it starts itself for the first visit (for each
one, with `all`), and the program as it is for those after it. The visitor makes a sheet, and a
folder on the own key, says `open` with a page half filled, and waits for a line: `finish`, or
something else ends the visit.
"""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from ensdesk import app, visits
from ensdesk.folder import places
from ensdesk.ui.session import Session
from tests.faults.session import stop
from tests.whole import computer
from tests.whole.folder_steps import copy_the_words
from tests.whole.marks import SAID, marked
from tests.whole.person import Person
from tests.whole.sheet_steps import fill_the_sheet

KEY, MEMORY = "VISIT_KEY", "VISIT_MEMORY"  # where the key lies, and what stands for /dev/shm


def wait_for_visitors(*, all_the_same: bool) -> int:
    """Do what `ensdesk --centre` does; the first visitor, or each one, is the one of this file."""

    def command(given: Sequence[str]) -> list[str]:
        here = all_the_same or visits.Visit.of(given[1:]).before == "first"
        return [sys.executable, "-m", "tests.faults.visitor" if here else "ensdesk", *given]

    return visits.keep_open(None, visits.Starter(command))


def come_in(given: Sequence[str]) -> int:
    """Be the program, with a visitor before it."""
    computer._see_keys(places.sticks, lambda: (Path(os.environ[KEY]),))
    usual = app.start

    def start(session: Session, closed: Path | None, handed: bytes = b"") -> None:
        usual(session, closed, handed)
        QTimer.singleShot(0, lambda: _act_or_say(Person(session._window)))

    app.start = start
    return app.main(given)


def _act_or_say(person: Person) -> None:
    """Act; the program would show its page for bugs, and nobody would hear of it."""
    try:
        _act(person)
    except BaseException:  # noqa: BLE001 - whatever it was, it is said
        traceback.print_exc()
        os._exit(1)


def _act(person: Person) -> None:
    if person.title() == "Reprenez votre clé et vos feuilles.":  # to the one before
        person.presses("Revenir au début")
    fill_the_sheet(person, SAID)
    person.presses("Je n’ai pas d’imprimante", "Clé USB BLEUE", "Oui, faire mon dossier")
    person.presses("Pour moi", "Continuer", "Clé USB BLEUE", "Oui, je fais mon dossier")
    person.presses("Prendre ces mots")
    person.is_at("Écrivez vos mots une fois.")
    five = re.search(r"^[a-zà-ÿœ]+(?: [a-zà-ÿœ]+){4}$", person.words(), re.MULTILINE)
    assert five, "five words are proposed"
    person.writes("Vos mots", five[0])
    person.presses("Garder ces mots")
    copy_the_words(person)
    person.presses("Aller à mon dossier", "Mes papiers", "Ajouter un papier", "resultat.pdf")
    person.writes("Nom du papier", marked("analyse"), instead=True)
    person.presses("Ajouter ce papier")
    person.sees("Le papier est dans votre dossier.")
    person.presses("Accueil", "Mes médicaments", "Ajouter un médicament")
    person.writes("Nom du médicament", marked("commencé"))
    if stop("open") == "finish":
        person.presses("J’ai fini")


if __name__ == "__main__":
    if MEMORY in os.environ:
        visits._MEMORY = Path(os.environ[MEMORY])
    words = sys.argv[1:]
    waits = not words or words == ["all"]
    sys.exit(wait_for_visitors(all_the_same=bool(words)) if waits else come_in(words))
