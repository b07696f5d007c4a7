"""The words of a key sheet are seen while they are typed, and not told to assistive tools."""

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ensdesk.ui.pages.sheet_words import AskSheetWords
from ensdesk.ui.voice.page_words import words_of


class Asks(AskSheetWords):
    """Asks for the words and does nothing with them."""

    def __init__(self, session):
        super().__init__(session, "Quels mots\u00a0?")


def _told(page):
    """Everything that an assistive tool gets of a page."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    known = [QAccessible.queryAccessibleInterface(part) for part in page.findChildren(QWidget)]
    return " ".join(one.text(kind) for one in known if one for kind in kinds)


def test_what_is_typed_is_seen_and_not_told(make_window):
    """Neither the words in their boxes, nor the letters, nor the words that fit them."""
    window = make_window()
    window.go(Asks)
    page = window.page
    QTest.keyClicks(page.word.line, "wagon zeste zoolo")
    assert page.words == ["wagon", "zeste"]
    assert [box.words.text() for box in page.boxes.boxes[:3]] == ["1. wagon", "2. zeste", "3."]
    assert page.fitting[0].text() == "zoologie"
    assert page.word.line.is_shown
    told = _told(page)
    assert [word for word in ("wagon", "zeste", "zoolo") if word in told] == []
    assert "1. écrit" in told
    assert "Mot proposé 1" in told


def test_they_are_read_aloud_when_they_are_asked_for(make_window):
    """Only then."""
    window = make_window()
    window.go(Asks)
    QTest.keyClicks(window.page.word.line, "wagon zoolo")
    assert "wagon" not in " ".join(words_of(window.page))
    aloud = words_of(window.page, secrets=True)
    assert "1. wagon" in aloud
    assert "zoologie" in aloud
