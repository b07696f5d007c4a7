"""Laboratory results gathered by analysis, and their sheet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.kinds.lab_result import LabResult
from ensdesk.paper.lab_lines import analyses
from ensdesk.paper.lab_sheet import lab_sheet
from ensdesk.paper.printed import Printed
from ensdesk.record.partial_date import PartialDate
from tests.paper import people, reading
from tests.paper.pdfua import faults


def result(name: str, value: str, unit: str, day: str | None, text: str = "") -> LabResult:
    return LabResult(
        name=name,
        value=Decimal(value) if value else None,
        unit=unit,
        text=text,
        date=PartialDate(day) if day else None,
        high=Decimal("9.0"),
    )


def test_one_analysis_however_it_is_written() -> None:
    """Capitals, accents and spaces make no other analysis; the latest name is shown."""
    (one,) = analyses(
        [
            result("CREATININE", "8.7", "mg/L", "2026-10"),
            result("Créatinine ", "8.4", "mg/l", "2026-04"),
        ]
    )
    assert one.title() == "CREATININE (mg/L)"
    assert [str(record.value) for record in one.records] == ["8.4", "8.7"]


def test_two_units_are_never_on_one_line() -> None:
    """8,7 mg/L and 77 µmol/L are the same blood: one line through both would lie."""
    found = analyses(
        [
            result("Créatinine", "77", "µmol/L", "2026-04"),
            result("Créatinine", "8.7", "mg/L", "2026-10"),
        ]
    )
    assert [one.unit for one in found] == ["µmol/L", "mg/L"]


def test_a_result_in_words_stands_with_the_numbers_of_its_name() -> None:
    """It has a line in the table, and no point on the chart."""
    (one,) = analyses(
        [result("CRP", "", "", "2026-04", "< 4"), result("CRP", "6", "mg/L", "2026-10")]
    )
    assert len(one.records) == 2
    assert one.lines()[0][2] == [6.0]
    assert not one.drawable()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["CRP", "crp", "Fer"]),
            st.sampled_from(["", "1", "2.5"]),
            st.sampled_from(["", "mg/L", "g/L"]),
            st.sampled_from([None, "2024", "2026-03-01"]),
        ),
        max_size=12,
    )
)
def test_no_result_is_lost(rows: list[tuple[str, str, str, str | None]]) -> None:
    """Each stands in exactly one analysis, and no two analyses have one title."""
    known = [result(*row) for row in rows]
    found = analyses(known)
    assert sorted(r.id for one in found for r in one.records) == sorted(r.id for r in known)
    assert len({one.title().casefold() for one in found}) == len(found)


@pytest.mark.usefixtures("french")
def test_the_sheet_shows_the_range_beside_each_result() -> None:
    """As it was printed on each paper, and no word of judgement."""
    contents = people.jeanne()
    for month, value in ((2, "8.4"), (4, "8.7"), (10, "9.4")):
        contents = contents.with_record(result("Créatinine", value, "mg/L", f"2026-{month:02}-07"))
    pdf = lab_sheet(contents, Printed(people.TODAY))
    page = reading.text(pdf)
    assert "Créatinine (mg/L)" in page
    assert "7 octobre 2026 9,4 mg/L ≤ 9,0" in page
    assert "Figure" in reading.roles(pdf)
    assert all(word not in page.lower() for word in ("élevé", "anormal", "trop"))
    assert faults(pdf) == []
