"""Medical words are explained in one plain sentence; the file that holds them has no dead entry."""

from __future__ import annotations

import json
import re

import pytest

from ensdesk.folder.example_person import example_records
from ensdesk.folder.glossary import explained
from ensdesk.resources import assets
from tests.fakes import TODAY
from tests.house.french_rules import FRENCH_RULES, GLOSSARY, REFUSED, sentences
from tests.test_french import pairs

NB = "\u00a0"
TETANUS = f"Tétanos{NB}: un microbe de la terre, qui entre par une plaie."


@pytest.mark.parametrize("said", ["Le tétanos", "TÉTANOS, polio", "le vaccin du tétanos."])
def test_a_medical_word_is_explained(french, said):
    """Whatever its capitals, and the signs around it."""
    assert explained([said]) == (TETANUS,)


def test_a_part_of_another_word_is_not_it(french):
    """« intuteurs » names no guardian; a page without medical words explains none."""
    assert explained(["intuteurs", "les stentes", "Mes papiers"]) == ()


def test_what_is_explained_there_is_not_explained_again(french):
    """One sentence is enough."""
    assert explained(["Tétanos", TETANUS]) == ()


def test_several_words_stand_in_the_order_of_the_file(french):
    """The same page always reads the same."""
    found = explained(["Un stent, et l’insuline"])
    assert [plain.split(NB)[0] for plain in found] == ["Insuline", "Stent"]


def test_the_english_window_has_english_sentences(english):
    """« In English » turns the explanations too."""
    assert explained(["Tetanus"])[0].startswith("Tetanus: ")
    assert explained(["tétanos"]) == ()


@pytest.mark.parametrize("one", GLOSSARY["explained"], ids=lambda one: one["says"]["fr"][0])
def test_each_sentence_is_one_and_plain(one):
    """By the rules of the catalogue: what is explained, then one short sentence."""
    french = one["plain"]["fr"]
    assert len(sentences(french)) == 2, "the word, a colon, and one sentence"
    faults = [f for rule in FRENCH_RULES for f in rule.check(one["plain"]["en"], french)]
    assert faults == []


def test_no_entry_is_dead():
    """Each word stands somewhere: in the catalogue, in what is shipped, or in the example."""
    vaccines = (assets() / "data" / "vaccine_dates.json").read_text(encoding="utf-8")
    shown = " ".join(
        [*(words for _english, words in pairs()), vaccines, str(example_records(TODAY))]
    )
    dead = [
        pattern
        for one in GLOSSARY["explained"]
        for pattern in one["says"]["fr"]
        if not re.search(rf"\b{pattern}\b", shown.casefold().replace(NB, " "))
    ]
    assert dead == []


def test_the_vocabulary_check_reads_the_same_file():
    """What is never said, each with what is said instead."""
    kept = json.loads((assets() / "data" / "glossary.json").read_text(encoding="utf-8"))
    assert {one["pattern"]: one["instead"] for one in kept["refused"]} == REFUSED
    assert len(REFUSED) > 30
    assert all(instead.strip() for instead in REFUSED.values())
