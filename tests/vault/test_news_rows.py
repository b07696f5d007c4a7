"""Rows told by another computer: what was written comes back, and nothing else is read."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ensdesk.record.record import RecordId
from ensdesk.vault.bech32 import private_of
from ensdesk.vault.beside import Beside
from ensdesk.vault.canonical import canonical
from ensdesk.vault.document_store import Kept
from ensdesk.vault.drawer import PersonRow
from ensdesk.vault.journal import JournalRow
from ensdesk.vault.news_rows import (
    NotRows,
    beside_line,
    beside_of,
    journal_line,
    journal_row_of,
    paper_line,
    paper_of,
    person_line,
    person_of,
    read_lines,
    revision_line,
    revision_of,
)
from ensdesk.vault.paper_rows import PaperRow, PaperSaid
from ensdesk.vault.revision import What, new_revision

ID = RecordId("1" * 32)
TIME = "2026-11-23T08:30:00Z"
REVISION = new_revision(
    record_id=ID,
    kind="allergy",
    sequence=2,
    time=TIME,
    author="a" * 16,
    what=What.VALUE,
    payload='{"substance":"é"}',
    parents=(bytes(32),),
)
LINE = JournalRow("c" * 32, 1, TIME, "opened", "", None, bytes(32), bytes(32), bytes(16), "mot")
KEPT = Kept("d" * 32, "AGE-SECRET-KEY-1" + "Q" * 58, bytes(32), 3, bytes(32), 203)
PAPER = PaperSaid(PaperRow(ID, KEPT, "text/plain", "a.txt", 2), {2: "mot"}, {1: b"png"})
PERSON = PersonRow("a" * 16, "Marie", '{"until":"2027-01-31"}')
BESIDE = Beside(ID, True, (("c" * 32, 1, "5" * 32, "mot"),))
EACH = {
    "revision": (REVISION, revision_line, revision_of),
    "journal": (LINE, journal_line, journal_row_of),
    "paper": (PAPER, paper_line, paper_of),
    "person": (PERSON, person_line, person_of),
    "beside": (BESIDE, beside_line, beside_of),
}


@pytest.mark.parametrize("name", EACH)
def test_what_was_written_comes_back_equal(name) -> None:
    """Each line by itself."""
    row, write, read = EACH[name]
    assert read_lines(write(row) + b"\n" + write(row) + b"\n", read) == (row, row)


def wrong(name: str, place: int, value: object) -> tuple[bytes, Callable[..., object]]:
    row, write, read = EACH[name]
    line = json.loads(write(row))
    line[place] = value
    return canonical(line), read


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("revision", 0, "A" * 64),
        ("revision", 0, "00 " * 20 + "0000"),
        ("revision", 0, 7),
        ("revision", 1, "../x"),
        ("revision", 2, None),
        ("revision", 2, "\ud800"),
        ("revision", 3, 0),
        ("revision", 3, True),
        ("revision", 3, 2**53),
        ("revision", 4, "hier"),
        ("revision", 6, "retired"),
        ("revision", 7, None),
        ("revision", 9, "[]"),
        ("revision", 9, "{"),
        ("revision", 10, {}),
        ("journal", 8, None),
        ("paper", 1, "../../../etc/passwd"),
        ("paper", 2, "AGE"),
        ("paper", 7, 0),
        ("paper", 10, [[100_001, "mot"]]),
        ("paper", 10, [[1]]),
        ("paper", 11, [[1, "é"]]),
        ("person", 2, "[]"),
        ("beside", 0, "../x"),
        ("beside", 1, 1),
        ("beside", 2, [["c" * 32, 0, "5" * 32, "mot"]]),
        ("beside", 2, [["c" * 32, 1, "5" * 31, "mot"]]),
        ("beside", 2, [["c" * 32, 1, "5" * 32]]),
    ],
)
def test_a_line_with_one_wrong_value_is_refused(name, place, value) -> None:
    """Numbers, digests, names of files, times, texts."""
    line, read = wrong(name, place, value)
    with pytest.raises(NotRows):
        read_lines(line, read)


def test_what_was_emptied_and_unknown_comes_through() -> None:
    """Erased rows, and what only a newer program writes."""
    row, write, read = EACH["revision"]
    line = json.loads(write(row))
    line[7:10] = [None, None, None]
    (emptied,) = read_lines(canonical(line), read)
    assert (emptied.salt, emptied.payload, emptied.id) == (None, None, row.id)
    line, _read = wrong("revision", 6, "later")
    assert read_lines(line, read)[0].what == "later"


def test_an_identity_of_another_sort_is_refused() -> None:
    """Bech32 of something else, or with one wrong sign."""
    for text in ("age1qqqq", "AGE-SECRET-KEY-1" + "Q" * 58):
        with pytest.raises(ValueError, match="not"):
            private_of(text)
