"""The first page of a paper in small, beside what is asked about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from ensdesk.reading.reader import PageImage
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.items_layout import height_of
from ensdesk.ui.widgets.pair_layout import PairLayout

_GAP = 24
_ROOM = 20  # ems that questions need beside a picture


class PagePicture(QWidget):
    """A picture with a thin edge, about 13 letters wide."""

    def __init__(self, image: PageImage, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        shown = QImage(
            image.rgb, image.width, image.height, image.stride, QImage.Format.Format_RGB888
        )
        self._image = shown.copy()  # the bytes belong to somebody else
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = min(look_of(self).em * 13, 360)
        height = round(width * self._image.height() / max(1, self._image.width()))
        return QSize(width, min(height, round(width * 1.6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QColor(look_of(self).colours.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class BesidePicture(QWidget):
    """A picture at the left and *words* at the right; the picture above where room is short."""

    def __init__(self, picture: PagePicture, words: QWidget) -> None:
        super().__init__()
        layout = PairLayout(self, beside_places)
        layout.addWidget(picture)
        layout.addWidget(words)


def beside_places(
    picture: QLayoutItem, words: QLayoutItem, width: int, least: int = _ROOM
) -> tuple[QRect, QRect]:
    """Return where both stand: side by side if the words keep *least* ems, else below."""
    size = picture.sizeHint()
    room = width - size.width() - _GAP
    if room < least * _em(picture):
        below = size.height() + _GAP
        high = height_of(words, width)
        return QRect(0, 0, size.width(), size.height()), QRect(0, below, width, high)
    left = QRect(0, 0, size.width(), size.height())
    return left, QRect(size.width() + _GAP, 0, room, max(height_of(words, room), size.height()))


def _em(item: QLayoutItem) -> int:
    widget = item.widget()
    return look_of(widget).em if widget else 0
