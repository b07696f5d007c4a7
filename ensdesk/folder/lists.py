"""What a folder holds, in lists: all that is open, or what anybody who helps may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ensdesk.folder.both_drawers import BothDrawers
from ensdesk.kinds import KINDS
from ensdesk.kinds.declaration import Declaration
from ensdesk.record.contents import Contents, Section
from ensdesk.record.record import Record, RecordId

R = TypeVar("R", bound=Record)

LONG = 400  # records: a list that is longer is not read whole
LATEST, LATEST_OF_PART = 60, 10  # what the sheets show of it


class Lists:
    """Every method reads: call it from the lane of the vault."""

    @property
    def drawers(self) -> BothDrawers:
        """What is read: the drawers change when a key is renewed."""
        raise NotImplementedError

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the live records of *kind*, in the order in which they were first written."""
        return self.drawers.records(kind)

    def record(self, record_id: RecordId) -> Record | None:
        """Return a live record of a kind that this version knows."""
        found = self.drawers.get(record_id)
        return found if isinstance(found, Record) else None

    def single(self, kind: type[R]) -> R | None:
        return next(iter(self.records(kind)), None)

    def count(self, kind: type[Record], part: str | None = None) -> int:
        """Return how many live records of *kind* there are, or in one part, reading none."""
        parts = self.parts(kind)
        return sum(parts.values()) if part is None else parts.get(part, 0)

    def ids(self, kind: type[Record]) -> frozenset[RecordId]:
        """Return the ids of all live records of *kind*, reading none."""
        return self.drawers.ids(kind)

    def parts(self, kind: type[Record]) -> dict[str, int]:
        """Return how many live records each part of a list has (`Record.part`), reading none."""
        return self.drawers.parts(kind)

    def latest(self, kind: type[R], count: int = 1, part: str | None = None) -> tuple[R, ...]:
        """Return the last *count* records of *kind* by their date, the latest first."""
        return self.page_of(kind, 0, count, part)

    def page_of(
        self, kind: type[R], offset: int, count: int, part: str | None = None
    ) -> tuple[R, ...]:
        """Return some records of a long list, the latest first, those without a date last."""
        return self.drawers.some(kind, count, offset=offset, part=part)

    def since(self, kind: type[R], part: str, since: str = "") -> Iterator[tuple[R, ...]]:
        """Yield the records of one part of a long list from *since* (ISO) on, a few at a time."""
        return self.drawers.since(kind, part, since)

    def section(self, kind: type[R], *, whole: bool = False) -> Section[R]:
        """Return the records of *kind*, and whether the person said that there are none.

        Of a list longer than LONG only the latest of all and of each part, as `parts` tells; the
        *whole* one on request.
        """
        parts = self.parts(kind)
        if sum(parts.values()) > LONG and not whole:
            return Section(kind, self._latest_of(kind, parts), parts=parts)
        said = self.record(self.drawers.main.revisions.declaration_id(kind.slug))
        none_on = said.date if isinstance(said, Declaration) else None
        return Section(kind, self.records(kind), none_on)

    def contents(self) -> Contents:
        """Return what home, sections and sheets show: all, but for long lists their latest."""
        return Contents.of(self.section(kind) for kind in KINDS if kind is not Declaration)

    def _latest_of(self, kind: type[R], parts: Iterable[str]) -> tuple[R, ...]:
        """Return the latest of a long list and of each of its parts, the oldest first."""
        found = {record.id: record for record in self.latest(kind, LATEST)}
        for part in parts:
            found |= {record.id: record for record in self.latest(kind, LATEST_OF_PART, part)}
        return tuple(sorted(found.values(), key=_moment))


def _moment(record: Record) -> str:
    date = record.when()
    return date.iso if date else ""
