"""What this copy of a drawer knows of the others: what each has seen, what it has of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ensdesk.vault.aside import Aside
from ensdesk.vault.vault_file import Connection

_KEY = "meetings"


class Mark(NamedTuple):
    """How far a copy was read: the number of its last revision and of its last journal line."""

    revision: int = 0
    line: int = 0

    def covers(self, other: Mark) -> bool:
        return self.revision >= other.revision and self.line >= other.line

    def or_later(self, other: Mark) -> Mark:
        return Mark(max(self.revision, other.revision), max(self.line, other.line))


_NOTHING = Mark()


class Came(NamedTuple):
    """Rows of ours that came from another copy: those after *after*, up to *up_to*."""

    whence: str
    after: Mark
    up_to: Mark


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the other copies, by installation.

    `seen`: up to which of their rows all is here. `given`: up to which of our rows all is there.
    """

    seen: Mapping[str, Mark] = field(default_factory=dict)
    given: Mapping[str, Mark] = field(default_factory=dict)
    came: tuple[Came, ...] = ()

    def others(self) -> tuple[str, ...]:
        """Return every other copy that was ever met."""
        return tuple(sorted({*self.seen, *self.given}))

    def waiting(self, other: str, top: Mark) -> Iterator[tuple[Mark, Mark]]:
        """Yield the parts of our rows, (after, up to), that *other* may not have."""
        at = self.given.get(other, _NOTHING)
        for came in self.came:
            if came.whence == other:
                yield at, came.after
                at = came.up_to.or_later(at)
        yield at, top


class Meetings:
    """The meetings of one drawer, kept aside in it; they go with a copy of its file."""

    def __init__(self, connection: Connection, aside: Aside) -> None:
        self._connection = connection
        self._aside = aside

    def known(self) -> Known:
        """Return what is known; damage means only that everything is given again."""
        kept = self._aside.get(_KEY)
        if kept is None:
            return Known()
        said = json.loads(kept)
        return Known(
            seen={name: Mark(*mark) for name, mark in said["seen"].items()},
            given={name: Mark(*mark) for name, mark in said["given"].items()},
            came=tuple(Came(name, Mark(*a), Mark(*b)) for name, a, b in said["came"]),
        )

    def top(self) -> Mark:
        """Return how far this copy goes now."""
        ((revision, line),) = self._connection.rows(
            "SELECT (SELECT max(number) FROM revision), (SELECT max(number) FROM journal)"
        )
        return Mark(revision or 0, line or 0)

    def copied_from(self, before: str) -> None:
        """Note that this is a copy of *before*: until here both have the same."""
        top, known = self.top(), self.known()
        self._keep(
            replace(known, seen={**known.seen, before: top}, given={**known.given, before: top})
        )

    def met(
        self, other: str, own: str, *, since: Mark, at: Mark, theirs: Mapping[str, Mark]
    ) -> None:
        """Note that all of *other* up to *at* is here, in rows of ours after *since*.

        *theirs* is what *other* had seen: of those copies we have as much now.
        """
        known = self.known()
        seen = dict(known.seen)
        for name, mark in (*theirs.items(), (other, at)):
            if name != own:
                seen[name] = mark.or_later(seen.get(name, _NOTHING))
        given = theirs.get(own, _NOTHING).or_later(known.given.get(other, _NOTHING))
        top = self.top()
        came = (*known.came, Came(other, since, top)) if top != since else known.came
        self._keep(
            Known(
                seen=seen,
                given={**known.given, other: given},
                came=tuple(_still_needed(came, {**known.given, other: given})),
            )
        )

    def _keep(self, known: Known) -> None:
        said = {"seen": known.seen, "given": known.given, "came": known.came}
        self._aside.put(_KEY, json.dumps(said, separators=(",", ":")).encode())


def _still_needed(came: Iterable[Came], given: Mapping[str, Mark]) -> Iterator[Came]:
    return (one for one in came if not given.get(one.whence, _NOTHING).covers(one.up_to))
