"""S6: words that would be something else elsewhere: text out is text in.

Lines full of markup, formulas, commands and places to fill go into a folder, and come out on the
page, on the sheets that show them, in the tables, the records and the calendar of a copy.
`python3 packaging/faults.py injection`. The control lets formulas through.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ensdesk.exchange import spreadsheet
from ensdesk.folder.copying import everything, make_copy
from ensdesk.folder.folder import Folder
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.pages.record_page import RecordPage
from ensdesk.ui.session import Session
from ensdesk.ui.window import Window
from tests.fakes import TODAY, empty_folder
from tests.faults.disk import quick_place
from tests.faults.figures import Row, tell_rows
from tests.paper.reading import has
from tests.ui.pages.inside import plain

WORDS = (
    "<b>gras</b>", "<para>", "<font size=99>grand</font>", "&lt;i&gt;", "&nbsp;", "&#x41;", "<!--",
    "<img src='http://127.0.0.1/x.png'>", "<a href='file:///etc/passwd'>ici</a>", "]]>", "<br/>",
    '<script>alert("x")</script>', "=1+1", "+1+1", "-2+3|cmd /C calc", "@SUM(A1:A9)", "=A1",
    "{name}", "{0.__class__}", "%s%n", "$(rm -rf x)", "`id`", "'; DROP TABLE record; --", '"";',
    "../../etc/passwd", "a\\nb", "\\u0041", "C:\\x", "a;b,c", "BEGIN:VEVENT", "1/0", "NULL", "-",
    "*gras* _x_ # titre", "[x](http://127.0.0.1)", "^caret ~tilde |", "Œuf, Éloïse, Łódź, µg, ½, ≥",
)  # fmt: skip


def injected(place: Path) -> dict[str, list[str]]:
    """Write every one of them into a folder; return, for each way out, what did not come out."""
    with contextlib.closing(empty_folder(place / "dossier")) as folder:
        for words in WORDS:
            folder.save(Allergy(substance=words, reaction=Prose(f"{words}\n{words}")))
            folder.save(Appointment(name=words, date=PartialDate("2026-12-24T10:30")))
            folder.find(words)
            folder.find_near(words)
        copy = make_copy(folder, everything(folder, place / "copie.zip", for_whom="a", why="b"))
        return {
            "on paper": list(_on_paper(folder)),
            "on the screen": list(_on_screen(folder)),
            **{name: list(lost) for name, lost in _in_copy(copy.path)},
        }


def _on_paper(folder: Folder) -> Iterator[str]:
    contents = folder.contents()
    for name in ("summary", "section:allergy", "section:appointment"):
        pdf = sheet_pdf(contents, name, TODAY)
        yield from (f"{name}: {words}" for words in WORDS if not has(pdf, words))


def _on_screen(folder: Folder) -> Iterator[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    session = Session(lanes=InlineLanes(), settings=Settings())
    window = Window(session)
    session.set_folder(folder)
    for record in folder.records(Allergy):
        session.go(lambda session, record=record: RecordPage(session, record.id))
        app.processEvents()
        assert window.page is not None
        labels = window.page.findChildren(QLabel)
        if not any(plain(label.text()) == plain(record.substance) for label in labels):
            yield record.substance
    session.go(lambda session: RecordPage(session, folder.records(Allergy)[0].id))
    window.close()


def _in_copy(path: Path) -> Iterator[tuple[str, list[str]]]:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (records,) = (raw for name, raw in parts.items() if name.endswith("dossier.json"))
    said = {one["payload"].get("substance") for one in json.loads(records)["records"]}
    yield "in the records", [words for words in WORDS if words not in said]
    cells = {
        cell
        for name, raw in parts.items()
        if name.endswith(".csv")
        for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
        for cell in line
    }
    formulas = [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]
    yield "in the tables", [w for w in WORDS if not {w, f"'{w}"} & cells] + formulas
    (calendar,) = (raw for name, raw in parts.items() if name.endswith(".ics"))
    lines = calendar.decode().replace("\r\n ", "").split("\r\n")
    names = {_unescaped(line.removeprefix("SUMMARY:")) for line in lines}
    events = sum(line == "BEGIN:VEVENT" for line in lines) - len(WORDS)
    yield "in the calendar", [w for w in WORDS if w not in names] + ["an event"] * abs(events)


def _unescaped(text: str) -> str:
    """Read a TEXT as RFC 5545 says, 3.3.11."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], text)


def main() -> int:
    """Take every way out, and the control; return 0 when each ended as it must."""
    with quick_place() as place:
        found = injected(place / "folder")
        with pytest.MonkeyPatch.context() as patch:
            believing(patch)
            control = injected(place / "control")["in the tables"]
    tried = f"{len(WORDS)} words"
    rows = [Row("S6", f"text out is text in: {name}", tried, lost) for name, lost in found.items()]
    return tell_rows([*rows, Row("S6", "control: formulas go out", tried, control, control=True)])


def believing(patch: pytest.MonkeyPatch) -> None:
    """A program whose tables hold what was typed, whatever a spreadsheet makes of it."""
    patch.setattr(spreadsheet, "plain", lambda words: words)


if __name__ == "__main__":
    sys.exit(main())
