"""Reading a long list to a day in the past, or to its end: the thousandth slice costs the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from ensdesk.record.record import Record
from ensdesk.vault.current_view import CurrentView
from ensdesk.vault.record_lists import Spot
from ensdesk.vault.revision import DamagedRecord

R = TypeVar("R", bound=Record)

_SLICE = 200


def read_since(
    view: CurrentView, kind: type[R], part: str, since: str = ""
) -> Iterator[tuple[R, ...]]:
    """Yield the live records of a part from *since* (ISO) on, some at a time, the latest first.

    Without *since* those without a date end the list. Raises DamagedRecord.
    """
    spot = Spot()
    while True:
        rows, damaged, spot = view.since(kind.slug, part, since, spot, _SLICE)
        if damaged:
            raise DamagedRecord(damaged[0])
        if not rows:
            return
        yield cast("tuple[R, ...]", tuple(row.record() for row in rows))
