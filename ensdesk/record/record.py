"""The part that every record shares."""

from __future__ import annotations

import datetime
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, NewType

from ensdesk.language import N_
from ensdesk.record.partial_date import PartialDate

RecordId = NewType("RecordId", str)


def new_id() -> RecordId:
    """Return a random id of 32 hex digits: nothing can be told from it."""
    return RecordId(uuid.uuid4().hex)


class Problem(NamedTuple):
    """What is wrong with one field, as an English sentence to be translated when shown."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: `typed`, `document` (its id), `copy` or `example`."""

    how: str = "typed"
    ref: str = ""


@dataclass(frozen=True, kw_only=True)
class Record(ABC):
    """One entry of the health folder. Subclasses add the fields of their kind.

    `slug` is written in the vault and never changes. `title` names one record, `section` the list
    of them, `add` the button that begins one; `none` is said when the person declared that there
    are none, `over` of the records that are over; `icon` is a file name of `assets/icons` without
    its ending. A `single` kind has at most one record. Others may be about one of a `topic` kind
    (`ensdesk.record.topic`).
    """

    slug: ClassVar[str]
    title: ClassVar[str]
    section: ClassVar[str]
    add: ClassVar[str] = N_("Add")
    none: ClassVar[str] = ""
    over: ClassVar[str] = N_("Over")
    icon: ClassVar[str] = "file-text"
    single: ClassVar[bool] = False
    topic: ClassVar[bool] = False

    id: RecordId = field(default_factory=new_id)
    origin: Origin = Origin()
    # What a newer ensdesk wrote and this one cannot read: carried along, so that nothing is lost.
    unknown: Mapping[str, object] = field(default_factory=dict, repr=False, hash=False)
    # Whether only the holder sees it: told by the drawer in which it lies, never written in it.
    private: bool = field(default=False, compare=False)

    @property
    def incomplete(self) -> bool:
        """Say whether a part of it, or of one of its rows, could not be read by this version."""
        rows = (row for value in vars(self).values() if isinstance(value, tuple) for row in value)
        return bool(self.unknown) or any(getattr(row, "unknown", None) for row in rows)

    @abstractmethod
    def headline(self) -> str:
        """Return the one line that names this record in a list: data only, no words."""

    def when(self) -> PartialDate | None:
        """Return the date that places this record on the time line."""
        return None

    def over_on(self, today: datetime.date) -> bool:
        """Say whether it surely belongs to the past on the day *today*: stopped, gone by, ended."""
        del today
        return False

    def replaces(self, other: Record) -> bool:
        """Say whether *other*, of the same kind, no longer holds because of this one."""
        del other
        return False

    def part(self) -> str:
        """Return the code of the part in which it stands in a long list of its kind."""
        return ""

    def filed_under(self) -> Iterator[tuple[str, str]]:
        """Yield by what it is found beside its list: the name of a field, and what it says."""
        yield from ()

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        """Yield what is wrong with the fields taken together, on the day *today*."""
        del today
        yield from ()
