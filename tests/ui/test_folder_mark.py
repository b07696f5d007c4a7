"""The mark of a folder is seen by weak eyes, and never tells by its colour alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ensdesk.settings import FOLDER_COLOURS, THEMES, FolderLook
from ensdesk.ui.theme import COLOURS, Look
from ensdesk.ui.widgets.folder_mark import TONES, paint_mark, shape_of
from tests.ui.audit.colours import contrast

SIDE = 100


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", FOLDER_COLOURS)
def test_each_band_stands_out_from_every_ground(theme, colour):
    """3:1 from the page and from the tile, lit or not; the number on it 4.5:1."""
    grounds, tone = COLOURS[theme], TONES[theme][colour]
    for ground in (grounds.background, grounds.surface, grounds.surface2):
        assert contrast(tone, ground) >= 3
    assert contrast(tone, grounds.background) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_tones_are_the_same(theme):
    """Each colour of a folder has its own tone."""
    assert set(TONES[theme]) == set(FOLDER_COLOURS)
    assert len(set(TONES[theme].values())) == len(FOLDER_COLOURS)


def ink_of(colour: str) -> set[tuple[int, int]]:
    """Return the points of a square that the shape of *colour* covers."""
    picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.fillPath(shape_of(colour, QRectF(0, 0, SIDE, SIDE)), Qt.GlobalColor.black)
    painter.end()
    return {
        (x, y)
        for x in range(0, SIDE, 4)
        for y in range(0, SIDE, 4)
        if picture.pixelColor(x, y).lightness() < 128
    }


def test_the_shapes_differ_without_any_colour(qapp):
    """Whoever sees no colours still sees that two marks are not the same."""
    drawn = {colour: ink_of(colour) for colour in FOLDER_COLOURS}
    for one, other in combinations(FOLDER_COLOURS, 2):
        apart = len(drawn[one] ^ drawn[other]) / len(drawn[one] | drawn[other])
        assert apart > 0.2, (one, other, apart)


def test_a_number_is_seen_on_the_mark(qapp):
    """The second blue folder does not look like the first."""

    def painted(number):
        picture = QImage(200, SIDE, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_mark(painter, QRect(0, 0, 200, SIDE), Look(), FolderLook("/a", number=number))
        painter.end()
        return picture

    assert painted(1) == painted(1)
    assert painted(2) != painted(1)
    assert painted(3) != painted(2)
