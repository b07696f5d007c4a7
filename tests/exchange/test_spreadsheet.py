"""Tables that French spreadsheets open: one line a record, and no cell is a formula."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.exchange.copy_names import table_name
from ensdesk.exchange.manifest import is_safe_name
from ensdesk.exchange.spreadsheet import plain, table_of
from ensdesk.kinds import KINDS
from ensdesk.kinds.appointment import Appointment, Question
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.record.fields import Prose, Shape, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Record
from tests.kinds.samples import sample, smallest

pytestmark = pytest.mark.usefixtures("french")


def rows_of(raw: bytes) -> list[list[str]]:
    """Read a table as a spreadsheet does."""
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_each_kind_has_a_table_with_every_field(kind: type[Record]) -> None:
    """Filled or not, each line has as many cells as there are heads."""
    heads, full, bare = rows_of(table_of(kind, [sample(kind), smallest(kind)], lambda _id: "?"))
    quantities = sum(field.shape is Shape.QUANTITY for field in fields_of(kind))
    assert len(heads) == len(full) == len(bare) == len(fields_of(kind)) + quantities
    assert all(full)
    assert is_safe_name(table_name(kind))


def test_names_of_tables_differ() -> None:
    """Each kind has its own, in plain letters."""
    assert len({table_name(kind) for kind in KINDS}) == len(KINDS)
    assert table_name(Appointment) == "tableaux/mes-rendez-vous-et-mes-questions.csv"


def test_numbers_and_dates_are_written_as_in_france() -> None:
    """A comma in a number, its unit in a cell of its own, the day first."""
    weight = Measurement(
        type=MeasurementType.WEIGHT,
        value=Quantity(Decimal("67.9"), "kg"),
        taken=PartialDate("2026-12-08T10:30"),
    )
    heads, cells = rows_of(table_of(Measurement, [weight], str))
    line = dict(zip(heads, cells, strict=True))
    assert {"67,9", "kg", "08/12/2026 10:30", "poids"} <= set(line.values())
    for iso, words in (("2026-12", "12/2026"), ("2026", "2026"), ("2026-01-02", "02/01/2026")):
        raw = table_of(Appointment, [Appointment(name="a", date=PartialDate(iso))], str)
        assert words in rows_of(raw)[1]


def test_lines_and_separators_stay_in_their_cell() -> None:
    """Whatever was typed, a record is one line of the table."""
    place = Prose('3 place; "Mairie"\nPremier étage,=1+1')
    asked = (Question(question="a;b"), Question(question='c"d'))
    raw = table_of(Appointment, [Appointment(name="x", place=place, questions=asked)], str)
    _heads, cells = rows_of(raw)
    assert place in cells
    assert 'a;b / c"d' in cells
    assert b'";"' in raw  # all are quoted: also where a comma parts the cells


@given(st.text())
def test_no_words_are_read_as_a_formula(words: str) -> None:
    """Not at the start, not after spaces or hidden signs; the words themselves stay."""
    cell = plain(words)
    assert cell[:1] not in {*"=+-@\t\r\n", "＝", "＋", "－", "＠"}
    seen = "".join(sign for sign in words if sign.isprintable() or sign == "\n").strip()
    assert cell.removeprefix("'").endswith(seen.removeprefix("'"))
