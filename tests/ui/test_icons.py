"""Icons take the colour of the theme, and every kind has its own."""

import pytest
from PySide6.QtGui import QColor

from ensdesk.kinds import KINDS
from ensdesk.resources import assets
from ensdesk.ui.icons import pixmap


def inks(name, colour):
    picture = pixmap(name, 48, colour).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("colour", ["#0B3F8A", "#FFE600"])
def test_an_icon_is_painted_in_its_colour(qapp, colour):
    """Not in black, as Qt would."""
    assert QColor(colour).name() in inks("pill", colour)
    assert "#000000" not in inks("pill", colour)


def test_icons_are_sharp_on_a_fine_screen(qapp):
    """Twice the pixels, the same size."""
    fine = pixmap("pill", 24, "#000000", ratio=2)
    assert fine.width() == 48
    assert fine.deviceIndependentSize().width() == 24


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_kind_has_an_icon(kind):
    """Under the name that it gives."""
    assert (assets() / "icons" / f"{kind.icon}.svg").is_file()
