"""The column of a page: words, inputs and buttons, one under the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QScrollArea, QVBoxLayout, QWidget

from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.actions_layout import ActionsLayout
from ensdesk.ui.widgets.boxes import Box, note_box
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.flow import FlowLayout, TileGrid
from ensdesk.ui.widgets.rhythm import Rhythm, link_inset
from ensdesk.ui.widgets.words import Title, Words, WordsRole

if TYPE_CHECKING:
    from ensdesk.ui.widgets.choice import ChoiceList, Option, TickList
    from ensdesk.ui.widgets.date_field import DateField
    from ensdesk.ui.widgets.field import Field, ProseField
    from ensdesk.ui.widgets.row_list import RowItem, RowList
    from ensdesk.ui.widgets.secret_field import CodeField, SecretField

W = TypeVar("W", bound=QWidget)
Tile = tuple[str, str, Press]  # words, icon, what a press does


class Keeps(Protocol):
    """An input whose half-written words can be kept and given back."""

    def value(self) -> object: ...
    def set_value(self, value: object) -> None: ...


class Column(QGroupBox):
    """The `add_…` methods that pages are built with. Words given to them are translated already.

    Each part is imported when a page first wants it: the first page comes at once.

    A group box, because it is what screen readers name when the focus enters a page.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setObjectName("page")
        self._outer = QVBoxLayout(self)
        self.column = QWidget()
        self.column.setProperty("role", "column")
        self._outer.addWidget(self.column)
        self._stack = Rhythm(self.column)
        self.heading = Title(title)
        self._stack.addWidget(self.heading)
        self._inputs: list[Keeps] = []
        self._actions: QWidget | None = None
        self._links: QWidget | None = None
        self._growing: TileGrid | None = None
        self._notices = QVBoxLayout()
        self._notices_placed = False
        self.primary: WordsButton | None = None
        self.may_change = True

    # -- words -----------------------------------------------------------------------------------

    def set_title(self, title: str) -> None:
        self.heading.setText(title)
        self.setAccessibleName(title)
        self._window_does("name_page", self)

    def add_text(self, words: str, role: WordsRole = "text") -> Words:
        """Add a sentence or two; roles `lead` (larger), `h2`, `good`, `example`."""
        return self.add(Words(words, role))

    def say_beside_title(self) -> Words:
        """Return a line, still empty, at the side of the title."""
        from ensdesk.ui.widgets.pair_layout import Line

        said = Words("", "lead")
        self._stack.removeWidget(self.heading)
        line = Line(self.heading, said)
        line.setProperty("role", "title")
        self._stack.insert(0, line)
        return said

    def add_note(self, *lines: str) -> Box:
        """Add a quiet box with something good to know."""
        return self.add(note_box(*lines))

    def add_empty(self, icon: str, *lines: str) -> Box:
        """Add the place where something will stand once it is there, and how to begin."""
        return self.add(Box("empty", icon, "primary", *lines))

    def add_due(self, words: str, button: str, on_press: Press) -> Box:
        """Add a box with one thing to do and its button."""
        box = self.add(Box("due", "circle-alert", "warning", words))
        box.column.addWidget(WordsButton(button, on_press), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def add(self, widget: W, *, keeps: bool = False) -> W:
        """Add any widget at the end of the column."""
        self._stack.addWidget(widget)
        self._actions = self._links = None
        if hasattr(widget, "refused"):
            widget.refused.connect(self._forget_press)
        if keeps:
            self._inputs.append(widget)  # type: ignore[arg-type]  # the caller says so
        return widget

    def let_grow(self, tiles: TileGrid) -> None:
        """Make *tiles* taller as long as the whole page stays in view."""
        self._growing = tiles

    def stand_in(self, place: Callable[[QWidget], QWidget]) -> None:
        """Put the whole column in the widget that *place* makes of it."""
        self._outer.removeWidget(self.column)
        self._outer.addWidget(place(self.column))

    # -- inputs ----------------------------------------------------------------------------------

    def add_field(
        self, label: str, example: str = "", *, optional: bool = False, letters: int = 0
    ) -> Field:
        """Add a line to type in, about *letters* letters wide; Enter presses the main button."""
        from ensdesk.ui.widgets.field import Field

        field = self.add(Field(label, example, optional=optional, letters=letters), keeps=True)
        field.on_enter(self.press_primary)
        return field

    def add_prose(self, label: str, example: str = "", *, optional: bool = False) -> ProseField:
        """Add a few lines to type in."""
        from ensdesk.ui.widgets.field import ProseField

        return self.add(ProseField(label, example, optional=optional), keeps=True)

    def add_secret(self, label: str, example: str = "") -> SecretField:
        """Add a line for words that nobody beside should read; never kept in a draft."""
        from ensdesk.ui.widgets.secret_field import SecretField

        field = self.add(SecretField(label, example))
        field.on_enter(self.press_primary)
        return field

    def add_code(
        self, label: str, on_code: Callable[[str], object] | None = None, example: str = ""
    ) -> CodeField:
        """Add a code of six digits; the sixth calls *on_code*."""
        from ensdesk.ui.widgets.secret_field import CodeField

        field = self.add(CodeField(label, on_code, example))
        field.on_enter(self.press_primary)
        return field

    def add_date(self, label: str, example: str = "", *, optional: bool = False) -> DateField:
        """Add a date, as exact as the person knows it."""
        from ensdesk.ui.widgets.date_field import DateField

        field = self.add(DateField(label, example, optional=optional), keeps=True)
        field.on_enter(self.press_primary)
        return field

    def add_choice(self, question: str, options: Sequence[Option], example: str = "") -> ChoiceList:
        """Add one answer among several."""
        from ensdesk.ui.widgets.choice import ChoiceList

        return self.add(ChoiceList(question, options, example), keeps=True)

    def add_ticks(self, question: str, options: Sequence[Option], example: str = "") -> TickList:
        """Add any number of answers."""
        from ensdesk.ui.widgets.choice import TickList

        return self.add(TickList(question, options, example), keeps=True)

    # -- buttons ---------------------------------------------------------------------------------

    def add_tiles(self, tiles: Sequence[Tile], columns: int = 2) -> list[WordsButton]:
        """Add large buttons with an icon, side by side."""
        place = QWidget()
        grid = TileGrid(columns)
        place.setLayout(grid)
        buttons = [
            WordsButton(words, press, role="tile", icon=icon) for words, icon, press in tiles
        ]
        for button in buttons:
            grid.addWidget(button)
        self.add(place)
        return buttons

    def add_list(self, rows: Sequence[RowItem], *, name: str = "", shown: int = 4) -> RowList:
        """Add a list of big buttons, *shown* at a time."""
        from ensdesk.ui.widgets.row_list import RowList

        return self.add(RowList(rows, name=name or self.heading.text(), shown=shown))

    def add_primary(
        self, words: str, on_press: Press, icon: str = "", *, changes: bool = False
    ) -> WordsButton:
        """Add the main action of the page: one at most.

        What *changes* the folder is not offered to somebody who may only read it.
        """
        self.place_notices()
        button = self._action(WordsButton(words, on_press, role="primary", icon=icon), changes)
        self.primary = button if self.may_change or not changes else None
        return button

    def add_secondary(
        self, words: str, on_press: Press, icon: str = "", *, changes: bool = False
    ) -> WordsButton:
        """Add another action, beside or under the main one; *changes* as above."""
        self.place_notices()
        return self._action(WordsButton(words, on_press, icon=icon), changes)

    def add_pair(self, yes: str, on_yes: Press, no: str, on_no: Press) -> list[WordsButton]:
        """Add two answers of the same size and the same weight."""
        self.place_notices()
        place = QWidget()
        grid = TileGrid(2)
        place.setLayout(grid)
        pair = [WordsButton(yes, on_yes), WordsButton(no, on_no)]
        for button in pair:
            button.fill_width()
            grid.addWidget(button)
        self.add(place)
        return pair

    def add_link(
        self, words: str, on_press: Press, icon: str = "", *, changes: bool = False
    ) -> WordsButton:
        """Add a way to somewhere else, underlined; *changes* as above."""
        if self._links is None:
            links = QWidget()
            links.setProperty("role", "links")
            links.setLayout(FlowLayout(gap=8))
            self.add(links)
            self._links = links
        button = WordsButton(words, on_press, role="link", icon=icon, parent=self._links)
        _lay(self._links, button)
        self._offer(button, changes)
        return button

    def press_primary(self) -> None:
        """Do the main action, as Enter in a field does."""
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    # -- inside ----------------------------------------------------------------------------------

    def _forget_press(self) -> None:
        if self.primary is not None:
            self.primary.forget_press()

    def _action(self, button: WordsButton, changes: bool) -> WordsButton:
        if self._actions is None:
            self._actions = QWidget()
            self._actions.setProperty("role", "actions")
            ActionsLayout(self._actions)
            self._stack.addWidget(self._actions)
        _lay(self._actions, button)
        self._offer(button, changes)
        return button

    def _offer(self, button: WordsButton, changes: bool) -> None:
        if changes and not self.may_change:
            button.hide()

    def place_notices(self) -> None:
        """Keep troubles and waits here: above the first button of the page."""
        if not self._notices_placed:
            self._notices_placed = True
            self._stack.add_layout(self._notices)

    def _window_does(self, what: str, *given: object) -> None:
        act = getattr(self.window(), what, None)
        if act is not None:
            act(*given)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        tiles, area = self._growing, _area_of(self)
        if tiles is None or area is None:
            return
        width = self.column.contentsRect().width()
        natural = self._outer.heightForWidth(self.width()) - tiles.grown(width)
        # As much room stays free under the page as above it.
        tiles.grow(area.viewport().height() - 2 * self.y() - natural, width)

    def fit_look(self) -> None:
        """Take the distances of the look; the window calls this."""
        look = look_of(self)
        inset = link_inset(self)
        self.column.setContentsMargins(inset, 0, inset, 0)
        side = look.margin(self.window().width()) - inset
        self._outer.setContentsMargins(side, look.space(0.6), side, look.space(0.5))
        self._stack.invalidate()


def _area_of(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _lay(place: QWidget, button: WordsButton) -> None:
    layout = place.layout()
    if layout is not None:
        layout.addWidget(button)
