"""One thing a person did: one transaction, one undo step and its name."""

from __future__ import annotations

from dataclasses import dataclass

from ensdesk.record.record import Record, RecordId


@dataclass(frozen=True, slots=True)
class Change:
    """The records before and after, and the English msgid of its name.

    A record only in `after` was added, only in `before` was retired, in both was changed.
    """

    name: str
    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()

    def reversed(self) -> Change:
        return Change(self.name, before=self.after, after=self.before)

    def retired(self) -> tuple[Record, ...]:
        """Return the records that this change takes out of the lists."""
        kept = {record.id for record in self.after}
        return tuple(record for record in self.before if record.id not in kept)

    def concerns(self, record_id: RecordId) -> bool:
        return any(record.id == record_id for record in self.before + self.after)

    def kinds(self) -> frozenset[type[Record]]:
        return frozenset(type(record) for record in self.before + self.after)
