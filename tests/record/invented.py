"""An invented kind that has one field of each shape."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.record.fields import Choice, Label, Link, Prose, Row
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Record


class Colour(Choice):
    """Two answers."""

    RED = "red", "red as a tomato"
    BLUE = "blue", "blue"


@dataclass(frozen=True, kw_only=True)
class Petal(Row):
    """One row."""

    colour: Annotated[Colour, Label("Colour")]
    length: Annotated[Decimal | None, Label("Length")] = None


@dataclass(frozen=True, kw_only=True)
class Flower(Record):
    """One field of each shape, and one that is nobody's business."""

    slug = "flower"
    title = "Flower"
    section = "My flowers"

    name: Annotated[str, Label("Name")]
    scent: Annotated[Prose | None, Label("Scent")] = None
    seen: Annotated[PartialDate | None, Label("Seen")] = None
    count: Annotated[Decimal | None, Label("How many")] = None
    height: Annotated[Quantity | None, Label("Height")] = None
    fresh: Annotated[bool | None, Label("Fresh?")] = None
    colour: Annotated[Colour | None, Label("Colour")] = None
    neighbour: Annotated[Link | None, Label("Neighbour")] = None
    petals: Annotated[tuple[Petal, ...], Label("Petals")] = ()
    pencil: str = "not for the screen"

    def headline(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True)
class Garden(Record):
    """A kind that has at most one record."""

    slug = "garden"
    title = "Garden"
    section = "My garden"
    single = True

    name: Annotated[str, Label("Name")]
    opened: Annotated[PartialDate, Label("Opened")]

    def headline(self) -> str:
        return self.name
