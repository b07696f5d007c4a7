"""The tokens keep their contrast, and the style sheet follows the look."""

import pytest

from ensdesk.settings import POINTS, Settings
from ensdesk.ui.style_sheet import style_sheet
from ensdesk.ui.theme import COLOURS, Look, chosen_look
from tests.ui.audit import contrast

GROUNDS = ("background", "surface", "surface2")


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2", "primary", "danger", "ok", "warning"])
def test_words_stand_out(theme, ground, ink):
    """Every ink on every ground of its theme: 7 to 1."""
    colours = COLOURS[theme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 7


@pytest.mark.parametrize("theme", COLOURS)
def test_what_is_not_words_stands_out(theme):
    """Borders and rings: 3 to 1; words on the main button: 7 to 1."""
    colours = COLOURS[theme]
    for ground in GROUNDS:
        assert contrast(colours.border, getattr(colours, ground)) >= 3
        assert contrast(colours.focus, getattr(colours, ground)) >= 3
    assert contrast(colours.on_primary, colours.primary) >= 7
    assert contrast(colours.focus_on_primary, colours.primary) >= 3


def test_style_sheet_names_family_and_size(qapp):
    """Qt forgets a font that does not stand in the style sheet."""
    sheet = style_sheet(Look("dark", 22))
    assert "Atkinson Hyperlegible Next" in sheet
    assert "22pt" in sheet


def test_system_decides_until_a_theme_is_chosen(qapp):
    """An empty theme is that of the system; a chosen one stays."""
    assert chosen_look(Settings()).theme in COLOURS
    assert chosen_look(Settings(theme="contrast")).theme == "contrast"


def test_distances_grow_with_the_text(qapp):
    """Each step of the text is larger, in pixels too."""
    ems = [Look("light", points).em for points in POINTS]
    spaces = [Look("light", points).space(1) for points in POINTS]
    assert ems == sorted(set(ems))
    assert spaces == sorted(set(spaces))
