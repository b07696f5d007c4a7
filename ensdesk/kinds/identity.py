"""Who the folder is about: identity as declared by the person, never a certified one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import not_later


class Sex(Choice):
    """Administrative sex, as on French papers."""

    FEMALE = "female", N_("woman")
    MALE = "male", N_("man")


@dataclass(frozen=True, kw_only=True)
class Identity(Record):
    """Names, birth and address of the person."""

    slug = "identity"
    title = N_("Identity")
    section = N_("Who I am")
    icon = "user"
    single = True

    given: Annotated[str, Label(N_("First name"))]
    family: Annotated[str, Label(N_("Family name"))]
    born: Annotated[PartialDate | None, Label(N_("Birth date"), N_("For example: 14/07/1948"))]
    birth_name: Annotated[str, Label(N_("Birth name"), N_("Only if it is another one"))] = ""
    sex: Annotated[Sex | None, Label(N_("Woman or man"))] = None
    birthplace: Annotated[str, Label(N_("Town of birth"))] = ""
    address: Annotated[Prose | None, Label(N_("Address"))] = None
    phone: Annotated[str, Label(N_("Phone"), N_("For example: 06 12 34 56 78"))] = ""

    def headline(self) -> str:
        return f"{self.given} {self.family}".strip()

    def when(self) -> PartialDate | None:
        return self.born

    def age_on(self, today: datetime.date) -> int | None:
        """Return the age in whole years; nothing when the birth date is not known to the day."""
        if self.born is None or self.born.day is None:
            return None
        born = self.born.first_day()
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("born", self.born, today)
        if self.born and self.born.year < today.year - 125:
            yield Problem("born", N_("This birth date is very old. Check the year."))
