"""Buttons with words that wrap, one press at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ensdesk.record.reading_order import in_reading_order
from ensdesk.ui.theme import TARGET, TILE, Look, look_of
from ensdesk.ui.widgets import one_press
from ensdesk.ui.widgets.block import Block, paint_box, paint_ring
from ensdesk.ui.widgets.one_press import is_held, is_second_half

Role = Literal["primary", "secondary", "link", "quiet", "tile", "row"]
Press = Callable[[], object]
_FILLS = ("tile", "row")
_BOLD = ("primary", "secondary", "tile", "row")
_RING_INSET = 3  # a light ring stands within the dark ground, never beside the page
_ICON_EMS = {"tile": 1.9, "row": 1.5}


class WordsButton(QPushButton):
    """A button in one of the six roles. A trembling finger presses it once, not twice.

    `again` is for the few buttons meant to be pressed many times in a row.
    """

    def __init__(
        self,
        words: str,
        on_press: Press | None = None,
        *,
        role: Role = "secondary",
        icon: str = "",
        detail: str = "",
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.on_press = on_press
        self._role: Role = role
        self._again = again
        self._rests = False
        self.leans_left = role in _FILLS
        self.airy = True  # else as low as its words and a finger allow
        self.framed = False  # a quiet button that is seen to be one without an icon
        self._since = QElapsedTimer()
        self.block = Block(words, detail, icon, role in _BOLD, _ICON_EMS.get(role, 1.3))
        self.block.underlined = role == "link"
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fill_width(role in _FILLS)
        self.say(words, detail)
        self.clicked.connect(self._press)

    def say(self, words: str, detail: str = "", *, told: str = "") -> None:
        """Change the words; assistive tools are *told* others where these are a secret."""
        words, detail = in_reading_order(words), in_reading_order(detail)
        self.block.headline, self.block.detail = words, detail
        self.setAccessibleName(told or words)  # first: Qt tells the words where there is no name
        self.setText(words.replace("&", "&&"))
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def rest(self, *, waits: bool = True) -> None:
        """Take no press for a while; the focus stays, as a disabled button would lose it."""
        self._rests = waits
        self.update()

    def fill_width(self, fills: bool = True) -> None:
        """Take the whole width offered, or only what the words need."""
        self._fills = fills
        across = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # -- size ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        look = look_of(self)
        width = self.block.width(look) + self._around(look)
        if self._fills:
            width = min(width, self.width()) if self._laid_out() else width
        else:
            width = min(width, self._room())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        width = min(self.block.narrowest(look), look.em * 12) + self._around(look)
        return QSize(width, self._least(look))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = look_of(self)
        words = self.block.height(look, width - self._around(look))
        return max(self._least(look), words + 2 * look.space(0.55 if self.airy else 0.15))

    # -- looks -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = look_of(self)
        painter = QPainter(self)
        fill, border, thickness, ink = self._colours(look)
        paint_box(painter, self, fill=fill, border=border, thickness=thickness)
        side = self._side(look)
        place = self.rect().adjusted(side, 0, -side, 0)
        if self._role == "row":
            self._paint_arrow(painter, look, place)
        icon_ink = look.colours.primary if self._role in _FILLS else ink
        self.block.paint(painter, self._centred(look, place), look, ink, icon_ink=icon_ink)
        if self.hasFocus():
            on_primary = self._role == "primary" and self.isEnabled() and not self._rests
            ring = look.colours.focus_on_primary if on_primary else look.colours.focus
            paint_ring(painter, self, ring, _RING_INSET if on_primary else 0)

    def _colours(self, look: Look) -> tuple[str, str, float, str]:
        """Return fill, border, thickness of the border and ink."""
        colours = look.colours
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        if not self.isEnabled() or self._rests:
            return colours.surface2, "", 0, colours.text2
        match self._role:
            case "primary":
                edge = colours.text if lit else colours.primary
                return colours.primary, edge, 3, colours.on_primary
            case "secondary":
                return (
                    (colours.surface2 if lit else colours.surface),
                    colours.primary,
                    2,
                    (colours.primary),
                )
            case "link":
                return (colours.surface2 if lit else ""), "", 0, colours.primary
            case "quiet":
                framed = colours.border if self.framed else ""
                fill = colours.surface if lit or self.framed else ""
                return fill, framed, 3 if lit and self.framed else 1.5, colours.text
            case "tile" | "row":
                fill = colours.surface2 if lit else colours.surface
                return fill, colours.border, 3 if lit else 1.5, colours.text

    def _centred(self, look: Look, place: QRect) -> QRect:
        if self.leans_left:
            return place.adjusted(0, 0, -self._arrow_room(look), 0)
        spare = place.width() - self.block.width(look)
        return place.adjusted(spare // 2, 0, -(spare // 2), 0) if spare > 1 else place

    def _paint_arrow(self, painter: QPainter, look: Look, place: QRect) -> None:
        arrow = Block("", icon="chevron-right")
        at = QRect(place.right() - look.em, place.top(), look.em * 2, place.height())
        arrow.paint(painter, at, look, look.colours.primary)

    # -- one press -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not is_second_half(event) or self._again:
            super().mousePressEvent(event)

    def hitButton(self, at: QPoint) -> bool:
        return is_held(self, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.forget_press()

    def forget_press(self) -> None:
        """Something happened since the last press: the next one is meant."""
        self._since.invalidate()

    def _press(self) -> None:
        pressed_again = self._since.isValid() and self._since.elapsed() < one_press.PAUSE
        if self.on_press and not self._rests and (self._again or not pressed_again):
            self._since.start()
            self.on_press()

    # -- measures --------------------------------------------------------------------------------

    def _side(self, look: Look) -> int:
        return look.space({"link": 0.35, "quiet": 0.6}.get(self._role, 1.1))

    def _arrow_room(self, look: Look) -> int:
        return look.em + look.space(0.6) if self._role == "row" else 0

    def _around(self, look: Look) -> int:
        return 2 * self._side(look) + self._arrow_room(look)

    def _least(self, look: Look) -> int:
        return TILE if self._role == "tile" else max(TARGET, look.em + look.space(1.1))

    def _laid_out(self) -> bool:
        return self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized)

    def _room(self) -> int:
        """Return the width that the column offers; endless before it is laid out."""
        parent = self.parentWidget()
        while parent is not None and parent.property("role") != "column":
            parent = parent.parentWidget()
        width = parent.contentsRect().width() if parent is not None else 0
        return width if width > 100 else 1_000_000
