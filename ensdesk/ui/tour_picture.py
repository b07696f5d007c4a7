"""An invented prescription as a picture, such as a telephone takes of a paper."""

from __future__ import annotations

import io

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from ensdesk.ui.theme import FAMILY

_LINES = (
    (34, "Docteur Martin"),
    (24, "Médecin généraliste"),
    (24, ""),
    (26, "Le 3 mars 2026"),
    (30, "Madame Jeanne Exemple"),
    (24, ""),
    (30, "KARDEGIC 75 mg"),
    (26, "1 sachet à midi"),
    (24, ""),
    (30, "BISOPROLOL 5 mg"),
    (26, "1 comprimé le matin"),
    (24, ""),
    (30, "ELIQUIS 5 mg"),
    (26, "1 comprimé matin et soir"),
    (24, ""),
    (26, "Pour 3 mois"),
)


def prescription_picture() -> io.BytesIO:
    """Return it as a PNG file of the shape of an A5 sheet."""
    image = QImage(900, 1270, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    y = 90.0
    for size, words in _LINES:
        font = QFont(FAMILY)
        font.setPixelSize(size)
        painter.setFont(font)
        painter.drawText(QPointF(80, y), words)
        y += size * 2
    painter.end()
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, Qt for str
    return io.BytesIO(bytes(raw.data()))
