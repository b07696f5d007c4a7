"""What a sheet is told besides the contents; nothing here asks for the library of paper."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from ensdesk.language import N_


class Band(Enum):
    """Who may see a sheet: said in words and by the look of the tab, without any colour."""

    SHOW = N_("TO SHOW")
    KEEP = N_("TO KEEP AT HOME")
    HIDE = N_("TO HIDE")


@dataclass(frozen=True, slots=True)
class Printed:
    """The day, the mark of the journal, the size of type in points (14 or more).

    Charts go *months* back, None for everything. *about* is the id of the one record that the
    sheet is about; sheets of the whole folder do not look at it.
    """

    today: datetime.date
    anchor: str = ""
    points: int = 16
    months: int | None = 12
    about: str = ""
