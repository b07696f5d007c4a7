"""What still holds of a list, and what is over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TypeVar

from ensdesk.record.record import Record

R = TypeVar("R", bound=Record)


def parted(records: Iterable[R], today: datetime.date) -> tuple[list[R], list[R]]:
    """Part *records* of one kind, in their order, in those that hold and those that are over."""
    every = list(records)
    holds: list[R] = []
    over: list[R] = []
    for record in every:
        past = record.over_on(today) or any(other.replaces(record) for other in every)
        (over if past else holds).append(record)
    return holds, over
