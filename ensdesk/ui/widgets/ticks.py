"""A round button and a tick box, as large as a line and pressed anywhere on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ensdesk.ui.theme import TARGET, Look, look_of
from ensdesk.ui.widgets.block import Block, paint_box, paint_ring, paint_tick
from ensdesk.ui.widgets.one_press import is_held, is_second_half


class RoundChoice(QRadioButton):
    """One answer among several."""

    def __init__(self, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.block = _dress(self, words, detail)

    def sizeHint(self) -> QSize:
        return _size(self, self.block)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self, self.block)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, self.block, width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not is_second_half(event):
            super().mousePressEvent(event)

    def hitButton(self, at: QPoint) -> bool:
        return is_held(self, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        group = self.group()  # Qt lets Tab reach only the chosen one: here it reaches each
        for button in group.buttons() if group is not None else []:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        look = look_of(self)
        mark = _paint_line(painter, self, self.block, look, _mark(self, round_one=True))
        painter.setBrush(QColor(look.colours.surface))
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.colours.primary))
            inset = mark.width() * 0.24
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))
        _finish(painter, self, look)


class TickBox(QCheckBox):
    """One thing that is so, or not."""

    def __init__(self, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.block = _dress(self, words, detail)

    def sizeHint(self) -> QSize:
        return _size(self, self.block)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self, self.block)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, self.block, width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not is_second_half(event):
            super().mousePressEvent(event)

    def hitButton(self, at: QPoint) -> bool:
        return is_held(self, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        look = look_of(self)
        mark = _paint_line(painter, self, self.block, look, _mark(self, round_one=False))
        ticked = self.isChecked()
        painter.setBrush(QColor(look.colours.primary if ticked else look.colours.surface))
        painter.drawRoundedRect(mark, 4, 4)
        if ticked:
            paint_tick(painter, mark, look.colours.on_primary)
        _finish(painter, self, look)


def _dress(box: QAbstractButton, words: str, detail: str) -> Block:
    box.setText(words.replace("&", "&&"))
    box.setAccessibleName(words)
    box.setAccessibleDescription(detail)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAttribute(Qt.WidgetAttribute.WA_Hover)
    box.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return Block(words, detail)


def _enter(box: QAbstractButton, event: QKeyEvent) -> bool:
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        box.click()
    return True


def _mark(box: QCheckBox | QRadioButton, *, round_one: bool) -> QRect:
    """Return where the style sheet puts the round or the square."""
    option = QStyleOptionButton()
    box.initStyleOption(option)
    what = (
        QStyle.SubElement.SE_RadioButtonIndicator
        if round_one
        else QStyle.SubElement.SE_CheckBoxIndicator
    )
    return box.style().subElementRect(what, option, box)


def _paint_line(
    painter: QPainter, box: QAbstractButton, block: Block, look: Look, mark: QRect
) -> QRectF:
    colours = look.colours
    lit = box.isEnabled() and (box.underMouse() or box.isDown())
    chosen = box.isChecked()
    paint_box(
        painter,
        box,
        fill=colours.surface2 if lit else colours.surface,
        border=colours.primary if chosen else colours.border,
        thickness=2 if chosen else 1.5,
    )
    side = _side(look)
    words = box.rect().adjusted(mark.right() + look.space(0.7), 0, -side, 0)
    block.bold = chosen
    block.paint(painter, words, look, colours.text if box.isEnabled() else colours.text2)
    painter.setPen(QPen(QColor(colours.primary if chosen else colours.border), 2.5))
    return QRectF(mark).adjusted(1.5, 1.5, -1.5, -1.5)


def _finish(painter: QPainter, box: QAbstractButton, look: Look) -> None:
    if box.hasFocus():
        paint_ring(painter, box, look.colours.focus)


def _side(look: Look) -> int:
    return look.space(0.7)


def _around(look: Look) -> int:
    return max(28, look.em) + 3 * _side(look) + 2


def _size(box: QAbstractButton, block: Block) -> QSize:
    look = look_of(box)
    width = Block(block.headline, block.detail, bold=True).width(look) + _around(look)
    if box.testAttribute(Qt.WidgetAttribute.WA_Resized) or box.isVisible():
        width = min(width, box.width())
    return QSize(width, _height(box, block, width))


def _least_size(box: QAbstractButton, block: Block) -> QSize:
    look = look_of(box)
    width = min(Block(block.headline, bold=True).narrowest(look), look.em * 12) + _around(look)
    return QSize(width, max(TARGET, look.em + look.space(1.1)))


def _height(box: QAbstractButton, block: Block, width: int) -> int:
    look = look_of(box)
    # Measured in bold, so that choosing an answer moves nothing.
    words = Block(block.headline, block.detail, bold=True).height(look, width - _around(look))
    return max(TARGET, look.em + look.space(1.1), words + 2 * look.space(0.45))
