"""« None, on this date »: an empty section that was answered is not an unfilled one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Label
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record


@dataclass(frozen=True, kw_only=True)
class Declaration(Record):
    """The person said that a section has nothing to list; a live record there wins over it."""

    slug = "declaration"
    title = N_("Nothing to note")
    section = N_("Nothing to note")

    about: Annotated[str, Label(N_("Section"))]
    date: Annotated[PartialDate | None, Label(N_("Said on"))] = None

    def headline(self) -> str:
        return self.about

    def when(self) -> PartialDate | None:
        return self.date
