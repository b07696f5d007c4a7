"""Vaccines to talk about: by the booklet, the age and the season; never by rules that are old."""

from __future__ import annotations

import datetime
import json
import re

import pytest

from ensdesk.folder.due import VACCINES, due
from ensdesk.folder.vaccine_dates import noted_dates, rule_dates, to_talk_about
from ensdesk.folder.vaccine_rules import vaccine_rules
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.record.partial_date import PartialDate
from ensdesk.resources import assets
from tests.house.french_rules import FRENCH_RULES

RULES = vaccine_rules()
BORN = datetime.date(1948, 7, 14)
AUTUMN = datetime.date(2026, 11, 23)


def given(vaccine: str, date: str = "", next_due: str = "") -> Vaccination:
    return Vaccination(
        vaccine=vaccine,
        date=PartialDate(date) if date else None,
        next_due=PartialDate(next_due) if next_due else None,
    )


def time_of(*vaccinations: Vaccination, born=BORN, today=AUTUMN) -> list[str]:
    """Return the rules of which it is time."""
    found = rule_dates(RULES, vaccinations, born, today)
    return [one.rule.id for one in found if one.is_time]


def test_at_78_in_autumn_with_nothing_noted_all_are_to_talk_about():
    """The person chooses with the pharmacist; nothing is left out."""
    assert time_of() == ["flu", "covid", "booster", "shingles", "pneumococcus", "rsv"]


@pytest.mark.parametrize(
    ("vaccine", "date", "rule"),
    [
        ("Grippe (Vaxigrip)", "2026-10-20", "flu"),
        ("COVID-19", "2026-10", "covid"),
        ("Tétanos, diphtérie", "2023-07", "booster"),
        ("Repevax", "2018-08", "booster"),
        ("Shingrix", "2024", "shingles"),
        ("Prevenar 20", "", "pneumococcus"),
        ("Abrysvo", "2025-11-03", "rsv"),
    ],
)
def test_what_was_given_is_no_more_to_talk_about(vaccine, date, rule):
    """By the name people write, with or without accents; a day that is not known counts."""
    assert rule not in time_of(given(vaccine, date))


@pytest.mark.parametrize(
    ("vaccine", "date", "rule"),
    [("Grippe", "2025-11", "flu"), ("Revaxis", "2017", "booster"), ("Anti-grippal", "2026", "rsv")],
)
def test_what_is_too_old_or_another_vaccine_does_not_count(vaccine, date, rule):
    """The flu of last year says nothing of this autumn."""
    assert rule in time_of(given(vaccine, date))


def test_the_season_and_the_age_decide():
    """No flu in May nor at 50; the winter belongs to the autumn before it."""
    assert "flu" not in time_of(today=datetime.date(2027, 4, 20))
    assert time_of(born=datetime.date(1976, 1, 1)) == ["booster"]
    assert "flu" not in time_of(given("Grippe", "2026-10"), today=datetime.date(2027, 1, 20))
    assert time_of(born=datetime.date(2010, 1, 1)) == []


def test_nothing_is_said_of_an_age_that_is_not_known_or_by_old_rules():
    """Silence, rather than a date that may be wrong."""
    assert time_of(born=None) == []
    day_after = RULES.review_by + datetime.timedelta(days=1)
    assert time_of(today=RULES.review_by) != []
    assert time_of(today=day_after) == []


def test_the_dates_of_the_booklet_hold_whatever_the_rules():
    """From a month before, until it was given or a year has passed."""
    soon = given("Rage", "2024-12", "2026-12-20")
    assert noted_dates([soon, given("Typhoïde", "2020", "2027-02")], AUTUMN) == (soon,)
    assert noted_dates([soon, given("rage", "2026-11-20")], AUTUMN) == ()
    assert noted_dates([given("Rage", "2020", "2025-10")], AUTUMN) == ()


def test_home_has_one_line_for_who_notes_vaccines(folder):
    """Nobody is asked who never wrote a vaccine here."""
    assert to_talk_about(RULES, folder.contents(), AUTUMN) == 0
    folder.save(given("Grippe", "2026-10-20"))
    (line,) = [one for one in due(folder, folder.contents(), AUTUMN) if one.page == VACCINES]
    assert line.count == 5
    folder.save(given("Zona", "2026-10-01", "2026-12-01"))
    assert to_talk_about(RULES, folder.contents(), AUTUMN) == 5  # its second dose


def test_the_file_is_dated_says_its_source_and_commands_nobody():
    """Its French follows the rules of the catalogue; « vous devez » is never said."""
    kept = json.loads((assets() / "data" / "vaccine_dates.json").read_text(encoding="utf-8"))
    assert kept["sources"]
    assert kept["version"] >= 1
    assert RULES.written < RULES.review_by <= RULES.written + datetime.timedelta(days=366)
    for rule in RULES.rules:
        for words in (rule.name, rule.when):
            assert not re.search(r"(?i)dev(ez|oir)|oblig|faut", words["fr"])
            faults = [list(known.check(words["en"], words["fr"])) for known in FRENCH_RULES]
            assert not any(faults), faults
