"""Notes: what has no place elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """Something to remember."""

    slug = "note"
    title = N_("Note")
    section = N_("My notes")
    add = N_("Add a note")
    icon = "notebook-pen"

    name: Annotated[str, Label(N_("What is it about?"), N_("For example: sleeps badly since May"))]
    text: Annotated[Prose | None, Label(N_("What do you want to remember?"))] = None
    date: Annotated[PartialDate | None, Label(N_("Which day?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.date

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("date", self.date, today)
