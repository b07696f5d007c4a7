"""How everything looks: colours with enough contrast, four sizes of text, one grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QWidget

from ensdesk.resources import assets
from ensdesk.settings import POINTS, THEMES, Settings

FAMILY = "Atkinson Hyperlegible Next"
TARGET = 56  # height of what can be pressed, in pixels
TILE = 96
RING = 4  # thickness of the focus ring
RADIUS = 12
SHEET_EMS = 50  # width of what stands on the sheet, in heights of the text
LINE_EMS = 29  # width of the longest line of words: 70 letters

__all__ = ["COLOURS", "FAMILY", "POINTS", "THEMES", "Colours", "Look", "chosen_look", "look_of"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The tokens of one theme, as `#RRGGBB`."""

    background: str
    surface: str
    surface2: str
    text: str
    text2: str
    border: str
    primary: str
    on_primary: str
    danger: str
    ok: str
    warning: str
    focus: str
    focus_on_primary: str


COLOURS = {
    "light": Colours(
        background="#F7F5F0", surface="#FFFFFF", surface2="#ECE8DF",
        text="#1B1B1F", text2="#3F3F46", border="#5B5B66",
        primary="#0B3F8A", on_primary="#FFFFFF",
        danger="#8F1414", ok="#0B5130", warning="#6B3F00",
        focus="#1B1B1F", focus_on_primary="#FFD23F",
    ),
    "dark": Colours(
        background="#15181C", surface="#1F242A", surface2="#2B3138",
        text="#F4F4F5", text2="#D4D4D8", border="#A1A8B3",
        primary="#A8CBFF", on_primary="#06214A",
        danger="#FFB4A9", ok="#9ADBB3", warning="#FFD08A",
        focus="#FFFFFF", focus_on_primary="#15181C",
    ),
    "contrast": Colours(
        background="#000000", surface="#000000", surface2="#000000",
        text="#FFFFFF", text2="#FFFFFF", border="#FFFFFF",
        primary="#FFE600", on_primary="#000000",
        danger="#FF9B9B", ok="#8CFF9E", warning="#FFE600",
        focus="#00E5FF", focus_on_primary="#000000",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One theme at one size of text; every measure grows with the text."""

    theme: str = "light"
    points: int = 14

    @property
    def colours(self) -> Colours:
        return COLOURS[self.theme]

    @property
    def edge(self) -> str:
        """Colour of the quiet lines around large grounds."""
        return self.colours.border if self.theme == "contrast" else self.colours.surface2

    @property
    def em(self) -> int:
        """Height of the text in pixels."""
        return _pixels(self.points)

    @property
    def title_points(self) -> float:
        """Size of a title: large letters need less to stand out, and have less room."""
        return self.points * (1.8 - 0.2 * (self.points - POINTS[0]) / POINTS[0])

    def font(self, *, bold: bool = False, underlined: bool = False) -> QFont:
        """Return the font of the program; it is shared, never change it."""
        return _font(self.points, bold, underlined)

    def margin(self, window_width: int) -> int:
        """Return the distance between the edge of the page and its words."""
        return self.space(2 if window_width > 60 * self.em else 0.9)

    def space(self, ems: float) -> int:
        """Return a distance in pixels; it grows half as fast as the text, for small screens."""
        half = POINTS[0] + (self.points - POINTS[0]) / 2
        return round(ems * 19 * half / POINTS[0])


def chosen_look(settings: Settings) -> Look:
    """Return the look the person chose, or that of the system."""
    return Look(settings.theme or _theme_of_system(), settings.points)


def look_of(widget: QWidget) -> Look:
    """Return the look of the window that holds *widget*."""
    look = getattr(widget.window(), "look", None)
    return look if isinstance(look, Look) else Look()


@cache
def load_fonts() -> None:
    """Make the shipped fonts known, once a process."""
    for weight in ("Regular", "Bold"):
        file = assets() / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"
        QFontDatabase.addApplicationFont(str(file))


@cache
def _font(points: int, bold: bool, underlined: bool) -> QFont:
    font = QFont(FAMILY, points)
    font.setBold(bold)
    font.setUnderline(underlined)
    return font


@cache
def _pixels(points: int) -> int:
    return QFontInfo(_font(points, False, False)).pixelSize()


def _theme_of_system() -> str:
    hints = QGuiApplication.styleHints()
    access = hints.accessibility()
    if access.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
