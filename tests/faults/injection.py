"""S6: words that would be something else elsewhere: text out is text in.

Lines full of markup, formulas, commands and places to fill go into a folder, and come out on the
page, in the form, on the sheets that show them, in the tables, the records, the calendar and the
names of a copy, and are found by the search. `python3 packaging/faults.py injection`. Each way out
has a control: a program that reads there what was typed as something else.
"""

from __future__ import annotations

import contextlib
import csv
import html
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ensdesk.exchange import calendar, listing, manifest, records_json, spreadsheet, zip_rules
from ensdesk.exchange.manifest import is_safe_name
from ensdesk.folder import copying
from ensdesk.folder.copying import everything, make_copy
from ensdesk.folder.folder import Folder
from ensdesk.folder.papers import LookedAt, add_paper
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.document import Document
from ensdesk.paper import blocks, tagged_flow
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.pages.record_page import RecordPage
from ensdesk.ui.record_form import RecordForm
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.field import Field as Line
from ensdesk.ui.widgets.words import Words
from ensdesk.ui.window import Window
from ensdesk.vault import search_index
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


Way = Callable[[Folder], Iterator[str]]
_MOST = 1000  # answers of a search


@contextlib.contextmanager
def filled(place: Path) -> Iterator[Folder]:
    """Give a folder into which every one of them was written."""
    with contextlib.closing(empty_folder(place / "dossier")) as folder:
        for number, words in enumerate(WORDS):
            folder.save(Allergy(substance=words, reaction=Prose(f"{words}\n{words}")))
            folder.save(Appointment(name=words, date=PartialDate("2026-12-24T10:30")))
            kept = folder.vault.documents.keep(io.BytesIO(f"papier {number}".encode()))
            looked = LookedAt(kept, "text/plain", words, 1, (words,), None)
            add_paper(folder, Document(name=words), looked)
        yield folder


def injected(place: Path) -> dict[str, list[str]]:
    """Return, for each way out, what did not come out as it went in."""
    with filled(place) as folder:
        return {name: list(way(folder)) for name, way in WAYS.items()}


def caught(place: Path) -> dict[str, list[str]]:
    """Return, for each way out, what a program that breaks its rule loses there."""
    found = {}
    with filled(place) as folder:
        for name, breaking in CONTROLS.items():
            with pytest.MonkeyPatch.context() as patch:
                breaking(patch)
                found[name] = list(WAYS[name](folder))
    return found


# -- ways out --------------------------------------------------------------------------------------


def _on_paper(folder: Folder) -> Iterator[str]:
    contents = folder.contents()
    for name in ("summary", "section:allergy", "section:appointment"):
        pdf = sheet_pdf(contents, name, TODAY)
        yield from (f"{name}: {words}" for words in WORDS if not has(pdf, words))


def _on_screen(folder: Folder) -> Iterator[str]:
    with _window(folder) as (session, window):
        for record in folder.records(Allergy):
            _go(session, lambda session, record=record: RecordPage(session, record.id))
            assert window.page is not None
            labels = window.page.findChildren(QLabel)
            shown = [one for one in labels if plain(one.text()) == plain(record.substance)]
            if not shown or any(one.textFormat() != Qt.TextFormat.PlainText for one in shown):
                yield record.substance


def _in_form(folder: Folder) -> Iterator[str]:
    """What the form gives back of a record that nobody touched."""
    with _window(folder) as (session, window):
        for record in folder.records(Allergy):
            _go(session, lambda session, record=record: RecordForm(session, record))
            assert isinstance(window.page, RecordForm)
            if window.page.edited() != record:
                yield record.substance


@contextlib.contextmanager
def _window(folder: Folder) -> Iterator[tuple[Session, Window]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    session = Session(lanes=InlineLanes(), settings=Settings())
    window = Window(session)
    session.set_folder(folder)
    yield session, window
    session.go(lambda session: RecordPage(session, folder.records(Allergy)[0].id))
    window.close()
    app.processEvents()


def _go(session: Session, make: MakePage) -> None:
    session.go(make)
    QApplication.processEvents()


def _by_search(folder: Folder) -> Iterator[str]:
    """Words that are typed find their line, and ask for nothing else."""
    for record in folder.records(Allergy):
        if not re.search(r"[^\W_]", record.substance):
            continue  # no letter to look for
        try:
            hits = (*folder.find(record.substance, _MOST), *folder.find_near(record.substance))
        except Exception as bug:  # noqa: BLE001 - whatever it is, typed words did it
            yield f"{record.substance}: {bug!r:.60}"
            continue
        if record.id not in {hit.record.id for hit in hits}:
            yield record.substance


def _in_records(folder: Folder) -> Iterator[str]:
    (records,) = (raw for name, raw in _copied(folder).items() if name.endswith("dossier.json"))
    said = {one["payload"].get("substance") for one in json.loads(records)["records"]}
    yield from (words for words in WORDS if words not in said)


def _in_tables(folder: Folder) -> Iterator[str]:
    cells = {
        cell
        for name, raw in _copied(folder).items()
        if name.endswith(".csv")
        for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
        for cell in line
    }
    yield from (words for words in WORDS if not {words, f"'{words}"} & cells)
    yield from (cell for cell in cells if cell[:1] in {"=", "+", "-", "@"})


def _in_calendar(folder: Folder) -> Iterator[str]:
    (calendar,) = (raw for name, raw in _copied(folder).items() if name.endswith(".ics"))
    lines = calendar.decode().replace("\r\n ", "").split("\r\n")
    names = {_unescaped(line.removeprefix("SUMMARY:")) for line in lines}
    events = sum(line == "BEGIN:VEVENT" for line in lines) - len(WORDS)
    yield from (words for words in WORDS if words not in names)
    yield from ["an event"] * abs(events)


def _in_names(folder: Folder) -> Iterator[str]:
    """Every paper is there, under a name that stays inside and says nothing."""
    parts = _copied(folder)
    yield from (name for name in parts if not is_safe_name(name))
    texts = {raw for raw in parts.values() if raw.startswith(b"papier ")}
    yield from ["a paper"] * (len(WORDS) - len(texts))


def _copied(folder: Folder) -> dict[str, bytes]:
    path = folder.vault.path.with_name("copie.zip")
    made = make_copy(folder, everything(folder, path, for_whom="a", why="b")).path
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    made.unlink()
    return parts


def _unescaped(text: str) -> str:
    """Read a TEXT as RFC 5545 says, 3.3.11."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], text)


WAYS: dict[str, Way] = {
    "on paper": _on_paper,
    "on the screen": _on_screen,
    "in the form": _in_form,
    "by the search": _by_search,
    "in the records": _in_records,
    "in the tables": _in_tables,
    "in the calendar": _in_calendar,
    "in the names of files": _in_names,
}


# -- controls: the program with a rule broken -----------------------------------------------------


def _read_as_markup(words: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", words))


def _paper_with_markup(patch: pytest.MonkeyPatch) -> None:
    for module in (blocks, tagged_flow):
        clean = module.clean
        patch.setattr(module, "clean", lambda words, clean=clean: clean(_read_as_markup(words)))


def _labels_that_guess(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Words, "setTextFormat", lambda *_given: None)


def _fields_with_markup(patch: pytest.MonkeyPatch) -> None:
    show = Line.set_text
    patch.setattr(Line, "set_text", lambda self, words: show(self, _read_as_markup(words)))


def _raw_search(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(search_index, "_query", lambda words: words)


def _records_with_markup(patch: pytest.MonkeyPatch) -> None:
    values = records_json.to_payload

    def read(record: Allergy) -> dict[str, object]:
        told = values(record).items()
        return {name: _read_as_markup(one) if isinstance(one, str) else one for name, one in told}

    patch.setattr(records_json, "to_payload", read)


def _formulas(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(spreadsheet, "plain", lambda words: words)


def _raw_calendar(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(calendar, "_escaped", lambda words: words)


def _own_names(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(copying, "paper_name", lambda _number, _date, _media, own: f"papiers/{own}")
    for module in (listing, manifest, records_json, zip_rules):
        patch.setattr(module, "is_safe_name", lambda _name: True)


CONTROLS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "on paper": _paper_with_markup,
    "on the screen": _labels_that_guess,
    "in the form": _fields_with_markup,
    "by the search": _raw_search,
    "in the records": _records_with_markup,
    "in the tables": _formulas,
    "in the calendar": _raw_calendar,
    "in the names of files": _own_names,
}


def main() -> int:
    """Take every way out with its control; return 0 when each ended as it must."""
    tried = f"{len(WORDS)} words"
    with quick_place() as place:
        found = injected(place / "folder")
        control = caught(place / "control")
    rows = [Row("S6", f"text out is text in: {name}", tried, lost) for name, lost in found.items()]
    rows += [
        Row("S6", f"control: read as something else {name}", tried, lost, control=True)
        for name, lost in control.items()
    ]
    return tell_rows(rows)


if __name__ == "__main__":
    sys.exit(main())
