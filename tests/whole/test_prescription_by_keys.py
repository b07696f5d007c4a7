"""Ten medicines that the folder does not know, copied by the keyboard alone, and what they cost.

The seconds are those of the keystroke-level model (Card, Moran, Newell 1980) at the pace of a
senior; reading counts what stands on the paper once, and every word of the page that reads back.
"""

import re

from ensdesk.kinds.medication import Medication, Moment
from tests.fakes import empty_folder
from tests.whole.computer import opened

KEY, POINT, CLICK, HAND, THINK, READ = 1.20, 1.93, 0.42, 0.84, 2.28, 0.40
MOST = 300
PAGES = 2  # which prescription, read back: one thinks what each wants, and once a line

# As they are typed, then what is kept: name, and the dose of each moment.
TEN = (
    ("Eliquis 5m", "101", "Eliquis 5 mg"),
    ("Bisoprolol 2,5m", "1", "Bisoprolol 2,5 mg"),
    ("Kardegic 75m", ".1", "Kardegic 75 mg"),
    ("Furosemide 40m", "1", "Furosemide 40 mg"),
    ("Atorvastatine 20m", "..1", "Atorvastatine 20 mg"),
    ("Metformine 1000m", "111", "Metformine 1000 mg"),
    ("Levothyrox 75µg", "1", "Levothyrox 75 µg"),
    ("Pantoprazole 20m", "..1", "Pantoprazole 20 mg"),
    ("Doliprane 1g", "s", "Doliprane 1 g"),
    ("Ramipril 5m", "1", "Ramipril 5 mg"),
)


def copy(person, typed, doses):
    """Type one line: a dot is Enter, which goes on to the next box; the arrow ends the line."""
    person.types(typed)
    person.keys("Enter")
    for sign in doses:
        if sign == ".":
            person.keys("Enter")
        else:
            person.types(sign)
    person.keys("Down")


def test_ten_unknown_medicines_in_five_minutes(computer):
    """From « Recopier l’ordonnance » to the end page, read back whole, within the time given."""
    person = computer.start("keyboard")
    opened(person, lambda: empty_folder(computer.root / "home" / "Dossier"))
    person.presses("Mes médicaments")
    person.is_at("Mes médicaments")
    with person.counting() as cost:
        person.presses("Recopier l’ordonnance")
        person.is_at("De quelle ordonnance s’agit-il ?")
        person.types("3/3")
        person.keys("Enter")
        for typed, doses, _kept in TEN:
            copy(person, typed, doses)
        person.keys("Enter")
        person.is_at("Est-ce écrit ainsi sur l’ordonnance ?")
        words = len(re.findall(r"\w+", person.words()))
        person.presses("Oui, c’est bien ça")
        person.is_at("L’ordonnance est recopiée.")
    person.sees("10 médicaments sont ajoutés.")
    known = {one.name: one for one in person.window.session.folder.records(Medication)}
    assert set(known) == {kept for _typed, _doses, kept in TEN}
    assert known["Doliprane 1 g"].as_needed
    assert known["Eliquis 5 mg"].dose_at(Moment.EVENING) == "1 comprimé"
    on_paper = sum(len(kept.split()) + 1 for _typed, _doses, kept in TEN)
    seconds = (
        cost.keys * KEY
        + cost.clicks * (HAND + POINT + CLICK + HAND)
        + (PAGES + len(TEN)) * THINK
        + (words + on_paper) * READ
    )
    assert cost.clicks == 0
    assert seconds <= MOST, f"{seconds:.0f} s: {cost.keys} keys, {words} words read back"
