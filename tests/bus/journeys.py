"""Five journeys in the real program by its tree alone: roles, names, actions, focus and keys.

A spy listens meanwhile: the code is typed and is nowhere on the bus.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.bus.bus_log import leaks
from tests.bus.desk import PROGRAM
from tests.bus.reader import CODE, Reader, program
from tests.bus.spy import Spy, spying


def open_by_code(reader: Reader) -> None:
    """The sixth digit opens."""
    reader.is_at("Ouvrir mon dossier")
    reader.writes("Votre code", CODE)
    reader.is_at("Mon dossier")
    reader.hears("Bonjour Jeanne.")


def add_a_medicine(reader: Reader) -> None:
    """By its name, each morning, from the prescription that is known."""
    reader.presses("Mes médicaments")
    reader.is_at("Mes médicaments")
    reader.presses("Ajouter un médicament")
    reader.is_at("Quel médicament voulez-vous ajouter ?")
    reader.writes("Nom du médicament", "Zestril 10 mg")
    reader.presses("Continuer")
    reader.is_at("Que savez-vous de ce médicament ?")
    reader.presses("Continuer")
    reader.is_at("Quand le prenez-vous, et combien ?")
    reader.presses("Plus : Le matin", "Continuer")
    reader.is_at("Où avez-vous lu cela ?")
    reader.presses("Ordonnance du")
    reader.is_at("Est-ce écrit ainsi sur l’ordonnance ?")
    reader.hears("Zestril 10 mg")
    reader.presses("Oui, c’est bien ça")
    reader.is_at("C’est ajouté.")


def note_a_blood_pressure(reader: Reader) -> None:
    """First one that cannot be: the error is heard at the field that has the focus."""
    reader.presses("Accueil", "Ma tension, mon poids")
    reader.is_at("Ma tension, mon poids")
    reader.presses("Noter ma tension")
    reader.is_at("Quelle est votre tension ?")
    reader.writes("Premier chiffre", "13")
    reader.presses("Noter")
    reader.describes("Écrivez")
    reader.writes("Deuxième chiffre", "8")
    reader.presses("Noter")
    reader.hears("C’est noté : 13/8.")


def print_the_sheet(reader: Reader) -> None:
    """There is no printer: the sheet becomes a PDF in Documents."""
    reader.presses("Accueil", "Ma fiche d’urgence")
    reader.hears("Sur la fiche")  # the button rests until the folder has been read
    reader.presses("Imprimer ma fiche")
    reader.is_at("Fiche d’urgence")
    reader.presses("Je n’ai pas d’imprimante")
    reader.is_at("Où mettre la feuille ?")
    reader.presses("Sur cet ordinateur")
    documents = Path(os.environ["XDG_DOCUMENTS_DIR"])
    reader.waits(lambda: any(documents.glob("*.pdf")), "a PDF in Documents")
    reader.hears("La feuille est")


def lock(reader: Reader) -> None:
    """The program starts again, before the closed folder."""
    reader.presses("Fermer mon dossier")
    reader.is_at("Ouvrir mon dossier")


JOURNEYS: tuple[Callable[[Reader], None], ...] = (
    open_by_code,
    add_a_medicine,
    note_a_blood_pressure,
    print_the_sheet,
    lock,
)


def control(reader: Reader) -> None:
    """A button that is not there is not pressed: this one has to fail."""
    reader.patience = 2
    reader.presses("Mes médicaments")


def main() -> int:
    """Take the journeys one after the other; return 0 when each came to its end in silence."""
    told = []
    with spying() as spy, program(made_folder()) as reader:
        for journey in JOURNEYS:
            began, before = time.monotonic(), len(spy.heard())
            try:
                journey(reader)
            except AssertionError as why:
                told.append(f"{journey.__name__}: {why}")
                break
            print(f"{journey.__name__}: {time.monotonic() - began:.1f} s")  # noqa: T201
            if journey is open_by_code:
                told += heard_of_the_code(spy, before)
        else:
            with suppress(AssertionError):
                control(reader)
                told.append("the control did not fail")
    print("\n".join([*told, f"journeys: {len(JOURNEYS)}, {len(told)} faults"]))  # noqa: T201
    return int(bool(told))


def heard_of_the_code(spy: Spy, before: int) -> list[str]:
    """Return what was told of the code since *before*."""
    return [f"open_by_code: {leak}" for leak in leaks(spy.heard()[before:], [CODE])]


def made_folder() -> str:
    """Make the folder of the invented person, closed by the code; return where it is."""
    command = [str(PROGRAM), "-m", "tests.bus.made_folder", CODE]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.check_output(command, env=quiet, encoding="utf-8").strip()


if __name__ == "__main__":
    sys.exit(main())
