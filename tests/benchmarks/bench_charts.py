"""A chart of 100,000 values, from the numbers to the picture in the colours of the theme."""

from __future__ import annotations

import math

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ensdesk.language import choose
from ensdesk.paper.chart import Ink, Line, Size, chart_svg
from ensdesk.ui.theme import FAMILY, load_fonts
from tests.benchmarks.measure import Row, median, seconds

_COUNT = 100_000


def rows() -> list[Row]:
    app = QGuiApplication.instance() or QGuiApplication([])
    choose("fr")
    load_fonts()
    times = [730_000 + number / 14 for number in range(_COUNT)]
    high = [13 + math.sin(number) for number in range(_COUNT)]
    low = [8 + math.cos(number) for number in range(_COUNT)]

    def draw() -> None:
        lines = (Line("premier chiffre", times, high), Line("deuxième chiffre", times, low))
        svg = chart_svg(lines, (), Size(560, 370, 17), Ink(), FAMILY)
        picture = QImage(560, 370, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()

    spent = median(lambda: seconds(draw)) * 1000
    del app
    return [Row(f"chart of {_COUNT} blood pressures, drawn and painted", spent, "ms", 50)]
