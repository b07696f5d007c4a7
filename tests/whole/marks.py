"""A whole visit with marked words: what may be found nowhere afterwards."""

from __future__ import annotations

from tests.whole.sheet_steps import Answers

MARK = "Zyxwvomark"
CODE = "918273"


def marked(text: str) -> str:
    return f"{MARK} {text}"


SAID = Answers(
    given=marked("Jeanne"),
    family=marked("Essai"),
    allergies=marked("Pénicilline"),
    illnesses=marked("Diabète"),
    medicines=(marked("Eliquis"), marked("Metformine")),
    senses=tuple(map(marked, ("vue", "oreille", "tête", "langue"))),
    first=(marked("Marie"), marked("fille"), "06 12 34 56 78"),
    second=(marked("Paul"), marked("voisin"), "06 98 76 54 32"),
    doctor=(marked("Docteur"), "01 23 45 67 89"),
    directives=marked("tiroir"),
)
