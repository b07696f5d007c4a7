"""Fields in words, in both languages."""

import datetime
from decimal import Decimal

import pytest

from ensdesk.kinds.contact import ContactRole, Role
from ensdesk.kinds.medication import Intake, Medication, Moment
from ensdesk.record.fields import Link, Prose, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.wording import (
    date_in_words,
    day_in_words,
    in_words,
    number_in_words,
    quantity_in_words,
    row_in_words,
)
from tests.record.invented import Colour, Flower, Petal


def shown(name: str, value: object) -> str:
    """Return the words for the field *name* of a flower, with plain spaces."""
    (field,) = (field for field in fields_of(Flower) if field.name == name)
    return in_words(field, value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2014", "2014"),
        ("2014-03", "mars 2014"),
        ("2014-03-09", "9 mars 2014"),
        ("2014-08-01", "1er août 2014"),
        ("2014-03-09T08:30", "9 mars 2014 à 8 h 30"),
        ("2014-03-01T00:05", "1er mars 2014 à 0 h 05"),
        ("2014-03-21", "21 mars 2014"),
    ],
)
def test_french_dates(french: None, iso: str, words: str) -> None:
    """Months without capitals, the first as « 1er », and no break inside a date."""
    assert date_in_words(PartialDate(iso)) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2014", "2014"),
        ("2014-03", "March 2014"),
        ("2014-03-01", "1 March 2014"),
        ("2014-03-09T08:30", "9 March 2014 at 8:30"),
    ],
)
def test_english_dates(english: None, iso: str, words: str) -> None:
    """Day, month, year."""
    assert date_in_words(PartialDate(iso)) == words.replace(" ", "\u00a0")


def test_the_day_of_the_home_page_in_french(french: None) -> None:
    """The day of the week, the day and the month."""
    assert day_in_words(datetime.date(2026, 11, 23)) == "lundi 23 novembre"
    assert day_in_words(datetime.date(2026, 11, 1)) == "dimanche 1er novembre"


def test_the_day_of_the_home_page_in_english(english: None) -> None:
    """The same in English."""
    assert day_in_words(datetime.date(2026, 11, 1)) == "Sunday 1 November"


def test_every_month_and_day_has_french_words(french: None) -> None:
    """Twelve months and seven days, all different, all without capitals."""
    months = {date_in_words(PartialDate(f"2014-{month:02}")) for month in range(1, 13)}
    days = {day_in_words(datetime.date(2026, 11, day)).split()[0] for day in range(1, 8)}
    assert len(months) == 12
    assert len(days) == 7
    assert all(words == words.lower() for words in months | days)


def test_numbers_in_french(french: None) -> None:
    """A comma, and the unit held to its number."""
    assert number_in_words(Decimal("72.5")) == "72,5"
    assert number_in_words(Decimal("1E+3")) == "1000"
    assert quantity_in_words(Quantity(Decimal("72.5"), "kg")) == "72,5\u00a0kg"
    assert quantity_in_words(Quantity(Decimal(3), "")) == "3"


def test_numbers_in_english(english: None) -> None:
    """A point."""
    assert quantity_in_words(Quantity(Decimal("37.2"), "Cel")) == "37.2\u00a0°C"


def test_each_shape_has_words(english: None) -> None:
    """Text as typed, dates, numbers and choices in words."""
    assert shown("name", "<b>& Rose") == "<b>& Rose"
    assert shown("scent", Prose("two\nlines")) == "two\nlines"
    assert shown("seen", PartialDate("2014-03")) == "March 2014"
    assert shown("count", Decimal("2.50")) == "2.50"
    assert shown("height", Quantity(Decimal(30), "cm")) == "30 cm"
    assert shown("fresh", value=False) == "no"
    assert shown("fresh", value=True) == "yes"
    assert shown("colour", Colour.RED) == "red as a tomato"
    assert shown("neighbour", Link("ab")) == "a line taken away"


def test_an_empty_field_has_no_words(english: None) -> None:
    """Nothing is shown where nothing was written."""
    assert [in_words(field, None) for field in fields_of(Flower)] == [""] * len(fields_of(Flower))
    assert shown("petals", ()) == ""


def test_rows_stand_one_after_the_other(english: None) -> None:
    """Each row shows its filled fields."""
    rows = (Petal(colour=Colour.RED, length=Decimal(3)), Petal(colour=Colour.BLUE))
    assert shown("petals", rows) == "red as a tomato: 3 · blue"


def test_rows_in_french(french: None) -> None:
    """The moment, a colon held to it, and the dose."""
    assert (
        row_in_words(Intake(moment=Moment.MORNING, dose="1 comprimé")) == "matin\u00a0: 1 comprimé"
    )
    assert row_in_words(Role(role=ContactRole.TRUSTED)) == "personne de confiance"
    (intakes,) = (field for field in fields_of(Medication) if field.name == "intakes")
    both = (Intake(moment=Moment.MORNING), Intake(moment=Moment.BEDTIME, dose="½"))
    assert in_words(intakes, both) == "matin\u00a0: 1 · coucher\u00a0: ½"
