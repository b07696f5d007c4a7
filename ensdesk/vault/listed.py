"""Where a record stands in a list that is read a few lines at a time."""

from typing import NamedTuple


class Listed(NamedTuple):
    """A row of a list: what it is ordered by, and the number of the record's row."""

    happened: str
    place: int
    number: int
