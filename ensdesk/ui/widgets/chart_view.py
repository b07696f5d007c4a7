"""A chart on the screen: the drawing of the paper in the colours of the theme, with its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ensdesk.ui.theme import RING, Colours, look_of
from ensdesk.ui.widgets.block import paint_ring
from ensdesk.ui.widgets.page_picture import beside_places
from ensdesk.ui.widgets.pair_layout import PairLayout

Draw = Callable[[float, float, float, Colours], bytes]  # width, height, letters, colours -> SVG

_TABLE = 15  # ems that a table needs beside its chart


class ChartView(QWidget):
    """Tab stops here, so that its words are heard; the values stand in a table beside it."""

    def __init__(self, name: str, words: str, draw: Draw) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw = draw
        self._drawn: tuple[object, QSvgRenderer] | None = None

    def sizeHint(self) -> QSize:
        across = min(look_of(self).em * 29, 560)
        return QSize(across, round(across * 0.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        self._renderer(inner.width(), inner.height()).render(painter, inner)
        if self.hasFocus():
            paint_ring(painter, self, look_of(self).colours.focus)

    def _renderer(self, across: float, up: float) -> QSvgRenderer:
        look = look_of(self)
        asked = (across, up, look)
        if self._drawn is None or self._drawn[0] != asked:
            svg = self._draw(across, up, look.em * 0.9, look.colours)
            self._drawn = asked, QSvgRenderer(QByteArray(svg))
        return self._drawn[1]


class BesideChart(QWidget):
    """A chart at the left and its table at the right; one above the other where room is short."""

    def __init__(self, chart: ChartView, table: QWidget) -> None:
        super().__init__()
        layout = PairLayout(self, partial(beside_places, least=_TABLE))
        layout.addWidget(chart)
        layout.addWidget(table)
