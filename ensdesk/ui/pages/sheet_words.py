"""Asks for the 12 words of the key sheet, one after the other, as they stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ensdesk.folder.key_sheet_proof import whole_word, word_starts_with
from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.voice.page_words import read_when_asked
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.secret_line import SecretLine
from ensdesk.ui.widgets.word_boxes import COUNT, WordBoxes
from ensdesk.vault.secrets import SheetWords

_CHOICES = 3


class AskSheetWords(Page):
    """One field for the word at hand; words that fit are large buttons; the twelfth opens.

    Four letters are enough and accents do not count. Several words may be typed or pasted at
    once. What is typed is seen and not told to assistive tools: no spy on their bus gets the
    words. A subclass says what the words are for in `job` and `opened`.
    """

    name = "sheet-words"

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.words: list[str] = []
        self.add_text(_(N_("Take your key sheet. Four letters of a word are enough.")))
        line = SecretLine()
        line.reveal(True)
        line.typed.connect(lambda: self._edited(line.text()))
        self.word = self.add(Field("", letters=16, line=line))  # it is kept in no draft
        self.word.on_enter(self._enter)
        holder = QWidget()
        self._row = FlowLayout(holder)
        self.fitting = [self._choice() for _place in range(_CHOICES)]
        for button in self.fitting:
            self._row.addWidget(button)
        read_when_asked(self.word.line, *self.fitting)
        self.add(holder)
        points = max(18, session.settings.points)
        self.boxes = self.add(WordBoxes(points=points, silent=True))
        self.place_notices()
        self.add_secondary(_(N_("Correct the word before")), self._correct, icon="undo-2")
        self._show()

    def job(self, sheet: SheetWords) -> Any:
        """Use the 12 words, away from the screen; return what `opened` is given."""
        raise NotImplementedError

    def opened(self, answer: Any) -> None:
        """Go on: the words were right."""
        raise NotImplementedError

    def write(self, text: str) -> None:
        """Write in the field, as typing does."""
        self.word.line.setText(text)
        self._edited(text)

    # -- one word after the other ------------------------------------------------------------------

    def _edited(self, typed: str) -> None:
        *whole, rest = typed.replace(",", " ").split(" ")
        if any(whole):
            for text in whole:
                if text.strip(" .0123456789") and not self._take(text):
                    return
            self.word.line.setText(rest)
        self._show_fitting()

    def _enter(self) -> None:
        if self.word.text():
            self._take(self.word.text())

    def _take(self, typed: str) -> bool:
        """Put one word in its box, or say that it is not in the list."""
        bare = typed.strip(" .0123456789")
        word = whole_word(bare)
        number = len(self.words) + 1
        if number > COUNT:
            return False
        if word is None:
            said = _(
                N_("Word {number} is not in the list. Read word {number} of your sheet again.")
            )
            self.word.error(said.format(number=number))
            return False
        self._add(word)
        return True

    def _add(self, word: str) -> None:
        self.words.append(word)
        self.word.line.clear()
        self.word.clear_error()
        self.clear_trouble()
        self._show()
        self.word.line.setFocus()
        if len(self.words) == COUNT:
            self._try()

    def _correct(self) -> None:
        if self.words:
            self.words.pop()
        self.word.line.clear()
        self.word.clear_error()
        self.clear_trouble()
        self._show()
        self.word.line.setFocus()

    # -- what is seen ------------------------------------------------------------------------------

    def _show(self) -> None:
        number = min(len(self.words) + 1, COUNT)
        label = _(N_("Word {number} of 12")).format(number=number)
        self.word.label.setText(label)
        self.word.target.setAccessibleName(label)
        self.boxes.show_words(self.words, now=len(self.words) + 1)
        self._show_fitting()

    def _show_fitting(self) -> None:
        typed = self.word.text()
        found: Sequence[str] = word_starts_with(typed, _CHOICES) if len(typed) > 1 else ()
        for place, button in enumerate(self.fitting):
            button.setVisible(place < len(found))
            if place < len(found):
                told = _(N_("Proposed word {number}")).format(number=place + 1)
                button.say(found[place], told=told)
        self._row.invalidate()

    def _choice(self) -> WordsButton:
        button = WordsButton("", again=True)
        button.on_press = lambda: self._add(button.block.headline)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    # -- all twelve --------------------------------------------------------------------------------

    def _try(self) -> None:
        sheet = SheetWords(" ".join(self.words))
        self.word.line.setReadOnly(True)
        self.ask(
            lambda: self.job(sheet),
            self.opened,
            words=_(N_("I am opening your folder…")),
            failed=self._refused,
        )

    def _refused(self, error: BaseException) -> None:
        self.word.line.setReadOnly(False)
        if isinstance(error, Trouble):
            self.show_trouble(error)
            self.word.line.setFocus()
            self.word.target.setAccessibleDescription(error.sentence())
        else:
            self.session.lanes.otherwise(error)
