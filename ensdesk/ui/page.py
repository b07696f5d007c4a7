"""What every page is made of: one question, one column, one main action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGroupBox, QRadioButton, QVBoxLayout, QWidget

from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.trouble import Trouble
from ensdesk.ui.focus_order import focusable_in
from ensdesk.ui.lanes import Lane, Running
from ensdesk.ui.session import Session
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.boxes import Box, announce, note_box, trouble_box
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.choice import ChoiceList, Option, TickList
from ensdesk.ui.widgets.date_field import DateField
from ensdesk.ui.widgets.field import Field, ProseField
from ensdesk.ui.widgets.flow import FlowLayout, TileGrid
from ensdesk.ui.widgets.progress import ProgressStrip
from ensdesk.ui.widgets.quantity_field import QuantityField
from ensdesk.ui.widgets.row_list import RowItem, RowList
from ensdesk.ui.widgets.secret_field import CodeField, SecretField
from ensdesk.ui.widgets.words import Words, WordsRole

A = TypeVar("A")
W = TypeVar("W", bound=QWidget)
Tile = tuple[str, str, Press]  # words, icon, what a press does
_PATIENCE = 100  # milliseconds before a wait is shown


class Keeps(Protocol):
    """An input whose half-written words can be kept and given back."""

    def value(self) -> object: ...
    def set_value(self, value: object) -> None: ...


class Page(QGroupBox):
    """Base of every page. A subclass builds itself in `__init__` with the `add_…` methods.

    `name` is a short stable word for pictures and drafts. `heading` is the title; `set_title`
    changes it later. Words given to the methods are already translated.
    """

    name: ClassVar[str] = ""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self.session = session
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = QWidget()
        self.column.setProperty("role", "column")
        outer.addWidget(self.column)
        outer.addStretch(1)
        self._stack = QVBoxLayout(self.column)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.heading = Words(title, "h1")
        self.heading.setObjectName("title")
        self._stack.addWidget(self.heading)
        self._inputs: list[Keeps] = []
        self._actions: QWidget | None = None
        self._links: QWidget | None = None
        self._notices = QVBoxLayout()
        self._notices_placed = False
        self._trouble: Box | None = None
        self._busy: ProgressStrip | None = None
        self._left = False
        self.wants_focus = False  # nothing could take the focus yet
        self.primary: WordsButton | None = None
        self.first: QWidget | None = None

    # -- words -----------------------------------------------------------------------------------

    def set_title(self, title: str) -> None:
        self.heading.setText(title)
        self.setAccessibleName(title)
        self._window_does("name_page", self)

    def add_text(self, words: str, role: WordsRole = "text") -> Words:
        """Add a sentence or two; roles `lead` (larger), `h2`, `good`, `example`."""
        return self.add(Words(words, role))

    def add_note(self, *lines: str) -> Box:
        """Add a quiet box with something good to know."""
        return self.add(note_box(*lines))

    def add_due(self, words: str, button: str, on_press: Press) -> Box:
        """Add a box with one thing to do and its button."""
        box = self.add(Box("due", "circle-alert", "warning", words))
        box.column.addWidget(WordsButton(button, on_press), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def add(self, widget: W, *, keeps: bool = False) -> W:
        """Add any widget at the end of the column."""
        self._stack.addWidget(widget)
        self._actions = self._links = None
        if keeps:
            self._inputs.append(widget)  # type: ignore[arg-type]  # the caller says so
        return widget

    # -- inputs ----------------------------------------------------------------------------------

    def add_field(
        self, label: str, example: str = "", *, optional: bool = False, letters: int = 0
    ) -> Field:
        """Add a line to type in, about *letters* letters wide; Enter presses the main button."""
        field = self.add(Field(label, example, optional=optional, letters=letters), keeps=True)
        field.on_enter(self.press_primary)
        return field

    def add_prose(self, label: str, example: str = "", *, optional: bool = False) -> ProseField:
        """Add a few lines to type in."""
        return self.add(ProseField(label, example, optional=optional), keeps=True)

    def add_secret(self, label: str, example: str = "") -> SecretField:
        """Add a line for words that nobody beside should read; never kept in a draft."""
        field = self.add(SecretField(label, example))
        field.on_enter(self.press_primary)
        return field

    def add_code(
        self, label: str, on_code: Callable[[str], object] | None = None, example: str = ""
    ) -> CodeField:
        """Add a code of six digits; the sixth calls *on_code*."""
        field = self.add(CodeField(label, on_code, example))
        field.on_enter(self.press_primary)
        return field

    def add_date(self, label: str, example: str = "", *, optional: bool = False) -> DateField:
        """Add a date, as exact as the person knows it."""
        field = self.add(DateField(label, example, optional=optional), keeps=True)
        field.on_enter(self.press_primary)
        return field

    def add_quantity(
        self, label: str, unit: str, example: str = "", *, optional: bool = False
    ) -> QuantityField:
        """Add a number whose *unit* (a UCUM code) is written beside."""
        field = self.add(QuantityField(label, unit, example, optional=optional), keeps=True)
        field.on_enter(self.press_primary)
        return field

    def add_choice(self, question: str, options: Sequence[Option], example: str = "") -> ChoiceList:
        """Add one answer among several."""
        return self.add(ChoiceList(question, options, example), keeps=True)

    def add_ticks(self, question: str, options: Sequence[Option], example: str = "") -> TickList:
        """Add any number of answers."""
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
        return self.add(RowList(rows, name=name or self.heading.text(), shown=shown))

    def add_primary(self, words: str, on_press: Press, icon: str = "") -> WordsButton:
        """Add the main action of the page: one at most."""
        self.place_notices()
        self.primary = self._action(WordsButton(words, on_press, role="primary", icon=icon))
        return self.primary

    def add_secondary(self, words: str, on_press: Press, icon: str = "") -> WordsButton:
        """Add another action, beside or under the main one."""
        self.place_notices()
        return self._action(WordsButton(words, on_press, icon=icon))

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

    def add_link(self, words: str, on_press: Press, icon: str = "") -> WordsButton:
        """Add a way to somewhere else, underlined."""
        if self._links is None:
            self._links = QWidget()
            self._links.setLayout(FlowLayout(gap=16))
            links = self._links
            self.add(links)
            self._links = links
        button = WordsButton(words, on_press, role="link", icon=icon, parent=self._links)
        _lay(self._links, button)
        return button

    def press_primary(self) -> None:
        """Do the main action, as Enter in a field does."""
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    # -- trouble and waiting ---------------------------------------------------------------------

    def show_trouble(self, trouble: Trouble) -> None:
        """Show what happened and what to do, above the main button."""
        self.clear_trouble()
        self.done()
        self.place_notices()
        self._trouble = trouble_box(trouble)
        self._notices.addWidget(self._trouble)
        if self.primary is not None and self.isVisible():
            self.primary.setAccessibleDescription(trouble.sentence())
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, trouble.sentence())
        QTimer.singleShot(0, self, self._show_notices)

    def clear_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
            if self.primary is not None:
                self.primary.setAccessibleDescription("")

    def busy(self, words: str = "", stop: Press | None = None) -> ProgressStrip:
        """Show that work is on its way; the main button waits. End it with `done`."""
        self.done()
        self.clear_trouble()
        self.place_notices()
        self._busy = ProgressStrip(words or _(N_("One moment…")), stop)
        self._notices.addWidget(self._busy)
        if self.primary is not None:
            self.primary.setEnabled(False)
        announce(self, words)
        QTimer.singleShot(0, self, self._show_notices)
        return self._busy

    def done(self) -> None:
        """Take the strip of `busy` away."""
        if self._busy is not None:
            self._busy.hide()
            self._busy.deleteLater()
            self._busy = None
            if self.primary is not None:
                self.primary.setEnabled(True)

    def ask(
        self,
        job: Callable[[], A],
        done: Callable[[A], object],
        *,
        lane: Lane = "vault",
        words: str = "",
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Run *job* away from the screen; a wait over 100 ms is shown. Late answers are dropped."""
        self.work(lambda _running: job(), done, lane=lane, words=words, failed=failed, stops=False)

    def work(
        self,
        job: Callable[[Running], A],
        done: Callable[[A], object],
        *,
        lane: Lane = "work",
        words: str = "",
        failed: Callable[[BaseException], object] | None = None,
        stops: bool = True,
    ) -> Running:
        """Run a job that may tell how far it is and be stopped; see `Running`."""
        over: list[bool] = []

        def end(act: Callable[[], object]) -> None:
            over.append(True)
            if not self._left:
                self.done()
                act()
                self._show_new()
                if self.wants_focus and not self._left:
                    self._window_does("focus_first")

        def wait() -> None:
            if not over and not self._left:
                self.busy(words, running.stop if stops else None)

        running = self.session.lanes.run_long(
            lane,
            job,
            done=lambda answer: end(lambda: done(answer)),
            failed=lambda error: end(lambda: (failed or self._failed)(error)),
            progress=self._progress,
        )
        if not over:
            QTimer.singleShot(_PATIENCE, self, wait)
        return running

    def _progress(self, part: float) -> None:
        if self._busy is not None and not self._left:
            self._busy.progress(part)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.show_trouble(error)
        else:
            self.session.lanes.otherwise(error)

    # -- life ------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Called when the page is in view: the place to ask for what it shows."""

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        """Called when records of *kinds* changed while the page is in view."""

    def leave(self) -> None:
        """Called when the page goes: answers that come later are dropped."""
        self._left = True

    def first_focus(self) -> QWidget | None:
        """Return what takes the focus first: `first`, else the first input or button."""
        if self.first is not None:
            return self.first
        found = focusable_in(self)
        typed = [widget for widget in found if not isinstance(widget, WordsButton)]
        first = next(iter(typed or found), None)
        group = first.group() if isinstance(first, QRadioButton) else None
        return (group.checkedButton() if group else None) or first

    def draft(self) -> dict[str, Any] | None:
        """Return what is half written, as JSON values; None if nothing is."""
        values = {str(n): value for n, kept in enumerate(self._inputs) if (value := kept.value())}
        return values or None

    def restore(self, values: dict[str, Any]) -> None:
        """Give back what `draft` returned."""
        for number, kept in enumerate(self._inputs):
            if str(number) in values:
                kept.set_value(values[str(number)])

    # -- inside ----------------------------------------------------------------------------------

    def _action(self, button: WordsButton) -> WordsButton:
        if self._actions is None:
            self._actions = QWidget()
            flow = FlowLayout(gap=16)
            flow.setContentsMargins(0, look_of(self).space(0.4), 0, 0)
            self._actions.setLayout(flow)
            self._stack.addWidget(self._actions)
        _lay(self._actions, button)
        return button

    def place_notices(self) -> None:
        """Keep troubles and waits here: above the first button of the page."""
        if not self._notices_placed:
            self._notices_placed = True
            self._stack.addLayout(self._notices)

    def _show_new(self) -> None:
        """Show what was added while in view: Qt does it later, too late for the focus."""
        attribute = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        for widget in self.column.findChildren(QWidget) if self.isVisible() else ():
            if widget.isHidden() and not widget.testAttribute(attribute):
                widget.show()
        if (layout := self.layout()) is not None:
            layout.activate()

    def _show_notices(self) -> None:
        if (box := self._trouble or self._busy) is not None:
            self._window_does("show_widget", box)

    def _window_does(self, what: str, *given: object) -> None:
        act = getattr(self.window(), what, None)
        if act is not None:
            act(*given)

    def fit_look(self) -> None:
        """Take the distances of the look; the window calls this."""
        look = look_of(self)
        self._stack.setSpacing(look.space(1.05))


def _lay(place: QWidget, button: WordsButton) -> None:
    layout = place.layout()
    if layout is not None:
        layout.addWidget(button)
