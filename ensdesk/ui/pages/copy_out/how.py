"""Readable by all, or closed by words that are copied by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ensdesk.language import N_, _
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.copy_out.about_copy import AboutCopy
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.word_boxes import LARGE, WordBox

_NAME = "copy-how"  # both pages: after the last one comes the summary


class WhoCanRead(AboutCopy):
    """Two answers; the second proposes words."""

    name = _NAME

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("Who can read the copy?")), wish)
        add_answers(
            self,
            (
                (
                    self._all,
                    _(N_("Everybody who has it")),
                    _(N_("Opens on every computer. A lost key can be read.")),
                    "eye",
                ),
                (
                    self._closed,
                    _(N_("Only people who have the words")),
                    _(N_("Five words to write by hand, and to give apart.")),
                    "lock",
                ),
            ),
            lambda go_on: go_on(),
        )

    def _all(self) -> None:
        self.wish.closed, self.wish.words = False, None
        self.session.back()

    def _closed(self) -> None:
        wish = self.wish
        self.session.go(lambda session: CopyWords(session, wish))


class CopyWords(AboutCopy):
    """The words, large; written nowhere else."""

    name = _NAME

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("Copy these five words by hand.")), wish)
        self.words = ""
        place = QWidget()
        grid = TileGrid(3, gap=10)
        place.setLayout(grid)
        self.boxes = [WordBox(number, LARGE) for number in range(1, 6)]
        for box in self.boxes:
            grid.addWidget(box)
            box.show_word("", now=False)
        self.add(place)
        self.add_text(_(N_("Without them, nobody can open the copy, not even you.")))
        self.add_text(_(N_("Give the words and the copy separately.")))
        self.add_primary(_(N_("I have copied the words")), self._take, icon="check")
        self.add_secondary(_(N_("Propose other words")), self._propose, icon="refresh-cw")

    def entered(self) -> None:
        self._propose()

    def _propose(self) -> None:
        from ensdesk.folder.words_sense import propose

        self.ask(propose, self._show, lane="work")

    def _show(self, words: str) -> None:
        self.words = words
        for box, word in zip(self.boxes, words.split(), strict=True):
            box.show_word(word, now=False)

    def _take(self) -> None:
        if self.words:
            self.wish.closed, self.wish.words = True, self.words
            self.session.back_past(_NAME)
