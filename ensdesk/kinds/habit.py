"""Habits of life (FHIR Observation of the category social history)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import ended, in_order, not_later


class HabitType(Choice):
    """What the habit is about: the list of the national health space."""

    ACTIVITY = "physical-activity", N_("walking, sport")
    FOOD = "food", N_("food")
    SLEEP = "sleep", N_("sleep")
    TOBACCO = "tobacco", N_("tobacco")
    VAPING = "vaping", N_("electronic cigarette")
    ALCOHOL = "alcohol", N_("alcohol")
    SCREEN = "screen", N_("screens")
    OTHER = "other", N_("something else")


class Frequency(Choice):
    """How often."""

    NEVER = "never", N_("never")
    STOPPED = "stopped", N_("I have stopped")
    OCCASIONALLY = "occasionally", N_("from time to time")
    WEEKLY_1_2 = "weekly-1-2", N_("1 or 2 days a week")
    WEEKLY_3_4 = "weekly-3-4", N_("3 or 4 days a week")
    WEEKLY_5_7 = "weekly-5-7", N_("5 to 7 days a week")
    DAILY = "daily", N_("every day")


@dataclass(frozen=True, kw_only=True)
class Habit(Record):
    """How the person lives, in one respect."""

    slug = "habit"
    title = N_("Habit")
    section = N_("My habits")
    add = N_("Add a habit")
    over = N_("Stopped")
    icon = "footprints"

    type: Annotated[HabitType, Label(N_("What is it about?"))]
    frequency: Annotated[Frequency | None, Label(N_("How often?"))] = None
    detail: Annotated[
        str, Label(N_("How much, or how?"), N_("For example: 30 minutes on foot, 5 cigarettes"))
    ] = ""
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )
    until: Annotated[
        PartialDate | None, Label(N_("Stopped when?"), N_("Leave empty if it goes on"))
    ] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.detail

    def when(self) -> PartialDate | None:
        return self.since

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.until, today)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("since", self.since, today)
        yield from not_later("until", self.until, today)
        yield from in_order("until", self.since, self.until)
