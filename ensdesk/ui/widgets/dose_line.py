"""A dose between a minus and a plus: pressed, stepped with the arrows, or typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from ensdesk.language import N_, _, plural
from ensdesk.record.doses import dose_of, next_dose, previous_dose
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.block import paint_box, paint_ring
from ensdesk.ui.widgets.buttons import Press, WordsButton

_LESS, _MORE = "\u2212", "+"
_ROUND = 8


class DoseLine(QAbstractSpinBox):
    """Empty means: not taken at this moment."""

    changed = Signal()

    def __init__(self, moment: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        line = self.lineEdit()
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setPlaceholderText(_(N_("nothing")))
        line.textChanged.connect(lambda _text: self.changed.emit())
        self.less = self._button(_LESS, N_("Less: {moment}"), moment, self.stepDown)
        self.more = self._button(_MORE, N_("More: {moment}"), moment, self.stepUp)

    def dose(self) -> str:
        """Return the dose that is written; nothing when nothing is taken."""
        return dose_of(self.lineEdit().text())

    def set_dose(self, dose: str) -> None:
        self.lineEdit().setText(dose)

    # -- what a spin box asks ----------------------------------------------------------------------

    def stepBy(self, steps: int) -> None:
        step = next_dose if steps > 0 else previous_dose
        self.set_dose(step(self.lineEdit().text()))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        steps = QAbstractSpinBox.StepEnabledFlag
        down = steps.StepDownEnabled if self.lineEdit().text() else steps.StepNone
        return steps.StepUpEnabled | down

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # to scroll past a dose must not change it

    # -- looks -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        look = look_of(self)
        height = self.more.heightForWidth(1000)
        words = plural("{count} tablet", "{count} tablets", 10)
        wide = round(look.em * 0.56 * len(words)) + 2 * height + look.space(0.6)
        return QSize(wide, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - look_of(self).em, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height()
        self.less.setGeometry(0, 0, side, side)
        self.more.setGeometry(self.width() - side, 0, side, side)
        self.lineEdit().setGeometry(side, 4, self.width() - 2 * side, side - 8)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = look_of(self).colours
        taken = bool(self.lineEdit().text())
        border = colours.primary if taken else colours.border
        painter = QPainter(self)
        paint_box(painter, self, fill=colours.surface)
        painter.setBrush(QColor(colours.surface2))
        painter.setPen(QPen(QColor(colours.border), 1))
        for button in (self.less, self.more):
            painter.drawRoundedRect(button.geometry().adjusted(6, 6, -6, -6), _ROUND, _ROUND)
        paint_box(painter, self, border=border, thickness=3 if taken else 1.5)
        if self.hasFocus():
            paint_ring(painter, self, colours.focus)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _dress(self) -> None:
        """Take the colours: the line has no box of its own inside this one."""
        colours = look_of(self).colours
        style = (
            f"border: 0; background: transparent; padding: 0; color: {colours.text};"
            f"placeholder-text-color: {colours.text2};"
        )
        line = self.lineEdit()
        if line.styleSheet() != style:
            line.setStyleSheet(style)
        self.updateGeometry()

    def _button(self, sign: str, words: str, moment: str, press: Press) -> WordsButton:
        def pressed() -> None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            press()
            self.lineEdit().deselect()

        button = WordsButton(sign, pressed, role="quiet", again=True, parent=self)
        button.setAccessibleName(_(words).format(moment=moment))
        button.block.bold = True
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows do the same
        return button
