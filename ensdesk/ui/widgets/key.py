"""One key of the keyboard on the screen: it never takes the focus from the line one types in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ensdesk.ui.theme import TARGET, Look, look_of
from ensdesk.ui.widgets.block import Block, paint_box
from ensdesk.ui.widgets.one_press import is_held, is_second_half

_SIGN = 22  # points


class Key(QAbstractButton):
    """Counts each press, also the second of two quick ones: « 11 » is two.

    The presses of a mouse are its own, not Qt's: on a secret line nothing shows which key is
    held, and assistive tools are told nothing of it. What is painted may be a capital; the name
    never changes, as a change of name would be told.
    """

    def __init__(
        self,
        words: str,
        on_press: Callable[[], object],
        *,
        name: str = "",
        icon: str = "",
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.block = Block(words, icon=icon, bold=bold, icon_ems=1.2)
        self.secret = False  # what is typed now is nobody's business
        self.lit = ""  # "border" or "full": a key that stays pressed
        self._held = False
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(on_press)  # so assistive tools can press it too

    def show_icon(self, shown: bool) -> None:
        """Show what only adorns, or not."""
        self.block.icon = self._icon if shown else ""

    def wished(self) -> int:
        """Return the width that its words need."""
        look = self._look()
        return max(TARGET, self.block.width(look) + 2 * look.space(0.6))

    def sizeHint(self) -> QSize:
        return QSize(self.wished(), TARGET)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_second_half(event)  # noted for the buttons: a press elsewhere is a press of its own
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = True
            self._show_press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, False
        self._show_press()
        if held and is_held(self, event.position().toPoint()):
            self.clicked.emit()

    def _look(self) -> Look:
        """One sign alone is large even among small words."""
        look = look_of(self)
        return Look(look.theme, max(look.points, _SIGN)) if self.block.bold else look

    def _show_press(self) -> None:
        if not self.secret:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look()
        colours = look.colours
        full = self.lit == "full" or (self._held and not self.secret)
        fill, ink = (
            (colours.primary, colours.on_primary) if full else (colours.surface, colours.text)
        )
        border = colours.primary if self.lit or full else colours.border
        painter = QPainter(self)
        paint_box(painter, self, fill=fill, border=border, thickness=4 if self.lit else 1.5)
        width = min(self.block.width(look), self.width())
        left = (self.width() - width) // 2
        self.block.paint(painter, QRect(left, 0, width, self.height()), look, ink)
