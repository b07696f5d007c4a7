"""The program and its document promise the same."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.promises import PROMISES, SYSTEMS, Seen

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "promises.md"


def rows():
    lines = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_of_the_document_is_that_of_the_program():
    """The same promises in the same order, and the same for each system."""
    head, _rule, *table = rows()
    assert [name.split(" ")[0] for name in head[2:]] == list(SYSTEMS)
    assert [row[0] for row in table] == [promise.words for promise in PROMISES]
    for row, promise in zip(table, PROMISES, strict=True):
        for cell, (_system, seen) in zip(row[2:], promise.seen(), strict=True):
            match seen:
                case Seen.NOT:
                    assert cell.startswith("not verified here"), row
                case Seen.SAME:
                    assert cell == "the same code", row
                case _:
                    assert "tests/" in cell or "packaging/faults.py" in cell, row
