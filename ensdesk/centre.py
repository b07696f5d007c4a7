"""What a community centre sets once for all its computers: one file, nothing about any person."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.settings import POINTS, THEMES, Settings
from ensdesk.trouble import Trouble

USUAL_FILE = Path("/etc/ensdesk/centre.json")
_LONGEST_NAME = 60  # letters: it stands on one line of the first page


class CentreFileWrong(Trouble):
    """The settings file of the centre says something that cannot be followed; *why* tells what."""

    words = N_("The settings of the centre: {why}")
    advice = N_("Correct them, then start again. docs/centre.md shows an example.")


@dataclass(frozen=True, slots=True)
class Centre:
    """The choices of a centre: what each visit begins with, and after how long it is forgotten."""

    name: str = ""
    language: str = "fr"
    theme: str = ""
    points: int = 18
    minutes: int = 3  # without a touch before a visit closes
    keyboard: bool = False  # on the screen, where there is no other

    def settings(self) -> Settings:
        """Return the settings with which each visit begins."""
        return Settings(
            language=self.language, theme=self.theme, points=self.points, keyboard=self.keyboard
        )


_RULES = {
    "name": lambda value: isinstance(value, str) and len(value) <= _LONGEST_NAME,
    "language": lambda value: value in ("fr", "en"),
    "theme": lambda value: value in ("", *THEMES),
    "points": lambda value: value in POINTS,
    "minutes": lambda value: type(value) is int and 2 <= value <= 20,
    "keyboard": lambda value: isinstance(value, bool),
}


def load(file: Path | None = None) -> Centre:
    """Read *file*; without one the usual file, or the first values where there is none.

    Raises CentreFileWrong, which names what to correct: it is told to the person in charge once,
    and not met by every visitor.
    """
    try:
        written = json.loads((file or USUAL_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        if file is None:
            return Centre()
        raise CentreFileWrong(why=_("they are not there.")) from None
    except OSError:
        raise CentreFileWrong(why=_("they cannot be read.")) from None
    except ValueError as error:
        raise _bad_line(getattr(error, "lineno", 1)) from None
    if not isinstance(written, dict):
        raise _bad_line(1)
    known = [field.name for field in fields(Centre)]
    for name, value in written.items():
        if name not in known:
            raise CentreFileWrong(why=_("I do not know “{name}”.").format(name=name))
        if not _RULES[name](value):
            why = _("what stands after “{name}” does not fit.").format(name=name)
            raise CentreFileWrong(why=why)
    return Centre(**written)


def _bad_line(number: int) -> CentreFileWrong:
    why = _("line {number} is not written as it should be.").format(number=number)
    return CentreFileWrong(why=why)
