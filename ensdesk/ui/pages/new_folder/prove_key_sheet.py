"""Proves that the key sheet is on paper: each of two words is chosen among six."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ensdesk.folder.key_sheet_proof import Question, questions
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.voice.page_words import read_when_asked
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import TileGrid

if TYPE_CHECKING:
    from ensdesk.vault.secrets import SheetWords


class ProveKeySheet(Page):
    """Two questions, one after the other; a wrong answer only asks to look again."""

    name = "prove-key-sheet"

    def __init__(
        self, session: Session, words: SheetWords, asked: tuple[Question, ...] = ()
    ) -> None:
        self.asked = asked or questions(words)
        number = self.asked[0].number
        title = _(N_("Which is word number {number} of your sheet?")).format(number=number)
        super().__init__(session, title)
        self.words = words
        self.add_text(_(N_("Look at your paper, then press the right word.")))
        self.wrong = self.add_text("", "error")
        self.wrong.hide()
        place = QWidget()
        grid = TileGrid(2)
        place.setLayout(grid)
        self.choices = [self._choice(word) for word in self.asked[0].choices]
        read_when_asked(*self.choices)
        for button in self.choices:
            grid.addWidget(button)
        self.place_notices()
        self.add(place)

    def _choice(self, word: str) -> WordsButton:
        return WordsButton(word, lambda: self._chosen(word), role="tile")

    def _chosen(self, word: str) -> None:
        if word != self.asked[0].right:
            self._look_again()
        elif len(self.asked) > 1:
            words, left = self.words, self.asked[1:]
            self.session.instead(lambda session: ProveKeySheet(session, words, left))
        else:
            self._prove()

    def _look_again(self) -> None:
        said = _(N_("It is not this one. Look at the number on your sheet again."))
        self.wrong.setText(said)
        self.wrong.show()
        for button in self.choices:
            button.setAccessibleDescription(said)

    def _prove(self) -> None:
        from ensdesk.folder.secrets_of_folder import prove_sheet

        folder = self.session.folder
        if folder is not None:
            self.ask(lambda: prove_sheet(folder, self.words), lambda _none: self._proved())

    def _proved(self) -> None:
        from ensdesk.ui.pages.new_folder.ready import Ready

        self.session.land(lambda session: Ready(session, proved=True))
