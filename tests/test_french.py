"""The French words are plain, and each rule about them can fail."""

import pytest
from babel.messages.pofile import read_po

from ensdesk.resources import assets
from tests.house.french_rules import FRENCH_RULES, FrenchRule

CATALOGUE = assets() / "locale" / "fr" / "LC_MESSAGES" / "ensdesk.po"
every_rule = pytest.mark.parametrize("rule", FRENCH_RULES, ids=lambda rule: rule.name)


def pairs() -> list[tuple[str, str]]:
    """Return each English text with its French, singular and plural apart."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    found: list[tuple[str, str]] = []
    for message in catalogue:
        if isinstance(message.id, str):
            found += [(message.id, str(message.string))] if message.id else []
        else:
            found += list(zip(message.id, message.string, strict=True))
    return found


@every_rule
def test_the_french_words_follow_it(rule: FrenchRule) -> None:
    """No text of the catalogue breaks the rule."""
    faults = [
        f"{english!r}: {fault}"
        for english, french in pairs()
        if french
        for fault in rule.check(english, french)
    ]
    assert faults == [], "\n".join(faults)


@every_rule
def test_it_can_fail_and_it_can_pass(rule: FrenchRule) -> None:
    """Each bad sample is found, each good one is left alone."""
    for english, french in rule.bad:
        assert list(rule.check(english, french)), french
    for english, french in rule.good:
        assert list(rule.check(english, french)) == [], french


def test_every_text_has_its_french() -> None:
    """No text of the catalogue is empty."""
    assert [english for english, french in pairs() if not french.strip(" ")] == []
