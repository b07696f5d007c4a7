"""The bar that never moves: Accueil, Aide, Fermer, Chercher, the look of the words, Retour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ensdesk.language import N_, _
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.buttons import Press, WordsButton

_SHARE = 0.25  # of the width of the window, at most


class Bar(QFrame):
    """Stands at the left of every page: the same buttons at the same place, nothing over them."""

    def __init__(
        self,
        *,
        home: Press,
        help_page: Press,
        lock: Press,
        search: Press,
        smaller: Press,
        larger: Press,
        colours: Press,
        listen: Press,
        back: Press,
    ) -> None:
        super().__init__()
        self._ends_visit = False
        self.setObjectName("bar")
        self.setProperty("role", "bar")
        self.home = WordsButton("", home, role="quiet", icon="house")
        self.help = WordsButton("", help_page, role="quiet", icon="circle-question-mark")
        self.lock = WordsButton("", lock, role="quiet", icon="lock")
        self.search = WordsButton("", search, role="quiet", icon="search")
        self.smaller = WordsButton("A\u2212", smaller, role="quiet", again=True)
        self.larger = WordsButton("A+", larger, role="quiet", again=True)
        for button in (self.smaller, self.larger):
            button.framed = True
        self.colours = WordsButton("", colours, role="quiet", icon="contrast", again=True)
        self.listen = WordsButton("", listen, role="quiet", icon="volume-2", again=True)
        self.back = WordsButton("", back, icon="arrow-left")
        self.speak()
        self._column = QVBoxLayout(self)
        self._sizes = QHBoxLayout()
        self._lay_out()
        self._icons = [(button, button.block.icon) for button in self.buttons()]

    def speak(self) -> None:
        """Say every button in the language spoken now."""
        self.home.say(_(N_("Home")))
        self.help.say(_(N_("Help")))
        self.lock.say(_(N_("I have finished")) if self._ends_visit else _(N_("Close my folder")))
        self.search.say(_(N_("Search")))
        self.smaller.setAccessibleName(_(N_("Smaller text")))
        self.larger.setAccessibleName(_(N_("Larger text")))
        self.colours.say(_(N_("Colours")))
        self.listen.say(_(N_("Listen")))
        self.back.say(_(N_("Back")))

    def buttons(self) -> list[WordsButton]:
        """Return the buttons in reading order."""
        return [
            self.home, self.help, self.lock, self.search,
            self.smaller, self.larger, self.colours, self.listen, self.back,
        ]  # fmt: skip

    def show_folder(self, *, is_open: bool, ends_visit: bool) -> None:
        """Offer to close a folder, and to search it, only when there is one; the place stays.

        On a computer of a centre the visit ends instead, with a folder or without.
        """
        self._ends_visit = ends_visit
        self.speak()
        self.lock.setVisible(is_open or ends_visit)
        self.search.setVisible(is_open)

    def show_back(self, *, possible: bool) -> None:
        """Offer the way back only when there is one; the place stays."""
        self.back.setVisible(possible)

    def fit(self, window_width: int) -> None:
        """Be as wide as the words need, a quarter of the window at most; then without icons."""
        look = look_of(self)
        side = look.space(0.6)
        for button, icon in self._icons:
            button.block.icon = icon
        wished = max(button.block.width(look) for button in self.buttons())
        wished += 2 * look.space(0.7) + 2 * side
        most = max(round(window_width * _SHARE), 200)
        tight = wished > most  # large letters: what only adorns gives way
        if tight:
            for button, _icon in self._icons:
                button.block.icon = ""
        gap = 8 if tight else max(8, look.space(0.4))
        above, below = (0.4, 0.4) if tight else (1.2, 1)
        self._column.setContentsMargins(side, look.space(above), side, look.space(below))
        self._column.setSpacing(gap)
        self._sizes.setSpacing(gap)
        self.setMinimumWidth(min(wished, most))
        self.setMaximumWidth(min(wished, most))
        for button in self.buttons():
            button.airy = not tight
            button.updateGeometry()

    def _lay_out(self) -> None:
        for button in (
            self.home, self.help, self.lock, self.search, self.colours, self.listen
        ):  # fmt: skip
            button.leans_left = True
        for button in (self.home, self.help, self.lock, self.search):
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._sizes.addWidget(self.smaller)
        self._sizes.addWidget(self.larger)
        self._column.addLayout(self._sizes)
        self._column.addWidget(self.colours)
        self._column.addWidget(self.listen)
        self._column.addSpacing(8)
        self._column.addWidget(self.back)
        for button in self.buttons():
            button.fill_width()
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
