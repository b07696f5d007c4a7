"""Words written another way are found; a word that is erased is in no list either."""

from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.medication import Medication
from ensdesk.record.fields import Prose
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.word_list import words_in_text
from tests.vault.drawers import ALLERGY, PAPER
from tests.vault.test_search_index import add_paper

KARDEGIC = Medication(name="Kardégic 75 mg")


def near(drawer: Drawer, text: str) -> list[tuple[str, int | None]]:
    return [(match.record_id, match.page) for match in drawer.search.near(text)]


def listed(drawer: Drawer) -> set[str]:
    """Return every word of the list."""
    number = drawer.search._last()
    rows = drawer.connection.rows(f"SELECT word FROM word_list_{number}")  # noqa: S608 - a number
    return {word for (word,) in rows}


@pytest.mark.parametrize(
    "typed", ["kardegique", "KARDÉGIQUE", "cardegic", "kardegi", "kardegik 75", "kardeghic"]
)
def test_a_medicine_written_as_it_is_heard(drawer: Drawer, typed: str) -> None:
    """Also while it is typed, and beside a number that is right."""
    drawer.revisions.write([KARDEGIC, ALLERGY])
    assert near(drawer, typed) == [(KARDEGIC.id, None)]


@pytest.mark.parametrize(
    "typed", ["eliqois", "elikuis", "eliqius", "eliqquis", "eiquis", "xliquis", "eliquix"]
)
def test_one_letter_wrong(drawer: Drawer, typed: str) -> None:
    """Changed, turned round, more or less: at the beginning or at the end."""
    eliquis = Medication(name="Eliquis")
    drawer.revisions.write([eliquis, KARDEGIC])
    assert near(drawer, typed) == [(eliquis.id, None)]


@pytest.mark.parametrize("typed", ["", "zzzzzz", "kardegique zzzzzz", "xyliqxis"])
def test_what_is_too_far_is_not_found(drawer: Drawer, typed: str) -> None:
    """All words must have something like them."""
    drawer.revisions.write([KARDEGIC, Medication(name="Eliquis")])
    assert near(drawer, typed) == []


def test_a_word_that_is_right_stays_as_it_is(drawer: Drawer) -> None:
    """Only the other one is looked for by its sound; pages of papers too."""
    add_paper(drawer, "rien", "Docteur Martin, cardiologue")
    assert near(drawer, "kardiologue martin") == [(PAPER.id, 2)]
    assert near(drawer, "kardiologue dupont") == []


def test_a_word_goes_with_its_last_row(drawer: Drawer) -> None:
    """Retired, changed or erased: the list holds the words of the live rows, no others."""
    reaction = replace(ALLERGY, reaction=Prose("plaques"))
    other = Allergy(substance="Plaques de bois")
    drawer.revisions.write([reaction, other])
    assert {"penicilline", "plaques"} <= listed(drawer)
    drawer.revisions.write([Removal(reaction.id)])
    assert drawer.search.whole()
    assert "penicilline" not in listed(drawer)
    assert "plaques" in listed(drawer)
    drawer.revisions.write([reaction])
    assert "penicilline" in listed(drawer)
    drawer.revisions.write([replace(reaction, substance="Iode"), Removal(other.id)])
    assert {"iode", "plaques"} <= listed(drawer)
    assert "penicilline" not in listed(drawer)
    add_paper(drawer, "Glycémie")
    drawer.papers.put_texts(PAPER.id, ["Cholestérol"])
    assert "glycemie" not in listed(drawer)
    assert drawer.search.whole()


def test_a_list_that_is_wrong_is_made_again(drawer: Drawer) -> None:
    """The check of the folder sees it."""
    drawer.revisions.write([KARDEGIC])
    number = drawer.search._last()
    drawer.connection.write(f"DELETE FROM word_list_{number}")  # noqa: S608 - a number
    assert not drawer.search.whole()
    drawer.search.rebuild()
    assert near(drawer, "kardegique") == [(KARDEGIC.id, None)]


def test_the_words_of_a_text() -> None:
    """Small letters without accents; no numbers, nothing too short or endless."""
    text = "Le Dr. Œuf-Énorme, 75 mg, B12 " + "x" * 41
    assert words_in_text(text) == {"œuf", "enorme", "b12"}
