"""What a look found, as lines of the table that `packaging/faults.py` shows at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One promise, or a control: the program with a rule broken, which must be caught."""

    promise: str
    what: str
    tried: str
    broken: list[str] = field(default_factory=list)
    control: bool = False

    @property
    def right(self) -> bool:
        return bool(self.broken) == self.control

    def line(self) -> str:
        """Return it as a line of the table."""
        found = f"{len(self.broken)} {'caught' if self.control else 'broken'}"
        judged = "ok" if self.right else "WRONG"
        return f"| {self.promise} | {self.what} | {self.tried} | {found} | {judged} |"


def tell_rows(rows: Iterable[Row]) -> int:
    """Print each row when it comes, with the first things that are broken; 0 when all is right.

    A long look that is stopped has told what it had found.
    """
    right = True
    for row in rows:
        sys.stdout.write(row.line() + "\n")
        if not row.right:
            sys.stdout.writelines(f"    {each}\n" for each in row.broken[:5])
        sys.stdout.flush()
        right = right and row.right
    return int(not right)
