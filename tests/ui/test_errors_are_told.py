"""Whatever page refuses what is typed says so at the field, keeps the words, and has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from ensdesk.ui.tour_stops import Stop
from tests.ui.every_page import walk
from tests.ui.sample_pages import Question

SMALL = (14, "light", (1366, 768))
# These take anything, or nothing, and stay: a search answers, a list goes on to its next line.
STAY = {"search-empty", "search", "search-near", "search-nothing", "prescription-lines"}
STAY |= {"prescription-known", "prescription-paper", "help-now"}


def refused(window, typed):
    """Type *typed* into every line of the page and press its main action; return what is wrong."""
    page = window.page
    lines = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    lines = [line for line in lines if line.isVisible()]
    if not lines or page.primary is None or not page.primary.isVisible():
        return []
    for line in lines:
        line.selectAll()
        line.insert(typed) if isinstance(line, QLineEdit) else line.insertPlainText(typed)
    before = [_text(line) for line in lines]
    page.primary.click()
    for _turn in range(3):
        QApplication.processEvents()
    if window.page is not page:
        return []
    errors = [label for label in page.findChildren(QLabel) if label.property("role") == "error"]
    told = [label.parentWidget() for label in errors if label.isVisible()]
    found = []
    if not told and page._trouble is None:
        found.append("nothing is said")
    if told and not any(field.isAncestorOf(window.focusWidget()) for field in told):
        found.append("the focus is elsewhere")
    if [_text(line) for line in lines] != before:
        found.append("what was typed is gone")
    return found


def _text(line):
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()


@pytest.mark.parametrize("typed", ["", "@@ 99/99"], ids=["nothing", "nonsense"])
def test_an_error_names_its_field_and_keeps_the_words(qapp, french, full_folder, typed):
    """On every page of the tour that has something to type in."""
    wrong = [
        f"{name}: {fault}"
        for name, window in walk(full_folder, SMALL)
        if name not in STAY
        for fault in refused(window, typed)
    ]
    assert wrong == []


def test_a_page_that_says_nothing_is_named(qapp, french):
    """A page that takes nonsense in silence, and one that loses what was typed."""

    def forgets(session):
        page = Question(session)
        page.primary.on_press = lambda: page.medicine.set_text("")
        return page

    stops = [Stop("silent", Question, needs_folder=False), Stop("lost", forgets, False)]
    told = [refused(window, "@@") for _name, window in walk(None, SMALL, stops)]
    assert told == [["nothing is said"], ["nothing is said", "what was typed is gone"]]
