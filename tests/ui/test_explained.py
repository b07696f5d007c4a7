"""A page with a medical word explains it at its end, in words that are read aloud too."""

from __future__ import annotations

import pytest

from ensdesk.ui.page import Page
from ensdesk.ui.voice.page_words import words_of
from tests.ui.pages.hands import words_in_view

INSULIN = "Insuline\u00a0: un médicament du diabète, qui se pique."


class Words(Page):
    """Says what it is given, at once or once the folder has answered."""

    def __init__(self, session, words: str, later: str = "") -> None:
        super().__init__(session, "Une page")
        self.add_text(words)
        self.later = later

    def entered(self) -> None:
        self.ask(lambda: self.later, self.add_text)


@pytest.fixture
def shows(make_window, qapp):
    """Return a function that shows a page which says this."""
    window = make_window()

    def show(words: str, later: str = ""):
        window.session.go(lambda session: Words(session, words, later))
        for _turn in range(4):  # layouts settle one after the other
            qapp.processEvents()
        return window

    return show


def test_a_medical_word_is_explained_at_the_end(shows):
    """It is read aloud after the rest."""
    window = shows("Prenez-vous de l’insuline ?")
    assert words_of(window.page)[-1] == INSULIN


def test_what_comes_later_is_explained_below_it(shows):
    """The explanation of the first word moves down with what was added."""
    window = shows("Votre insuline", "Votre stent")
    said = words_of(window.page)
    assert said[-3:-1] == ["Votre stent", INSULIN]
    assert said[-1].startswith("Stent")


def test_a_page_without_any_has_no_more_words(shows):
    """Nothing is added."""
    assert "Insuline" not in " ".join(words_in_view(shows("Mes papiers")))
