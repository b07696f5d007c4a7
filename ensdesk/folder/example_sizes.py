"""The invented person after many years: thousands of papers and measurements, told by a seed."""

from __future__ import annotations

import datetime
import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ensdesk.folder.example_letters import letter
from ensdesk.folder.folder import Folder
from ensdesk.folder.papers import LookedAt, note_paper
from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.letter import letter_pdf
from ensdesk.record.fields import Link
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Origin, RecordId
from ensdesk.record.topic import Topic

_EXAMPLE = Origin("example")
_AT_ONCE = 500  # records of one commit
_OF_AN_ILLNESS = 0.2  # the share of papers that are about each illness


@dataclass(frozen=True, slots=True)
class Size:
    """How much is added to the example of a few records."""

    years: int
    papers: int
    measurements: int


SIZES = {
    "small": Size(0, 0, 0),
    "large": Size(20, 2_000, 10_000),
    "huge": Size(20, 10_000, 100_000),
}


def fill(folder: Folder, size: Size, seed: int) -> None:
    """Add the years of *size* to *folder*; the same *seed* adds the same (lane of the vault)."""
    chance = random.Random(seed)  # noqa: S311 - an invented person needs no secret numbers
    for moments in _spread(folder.now(), size.years, size.measurements):
        _note_measurements(folder, chance, moments)
    illnesses = folder.records(Illness)
    for moments in _spread(folder.now(), size.years, size.papers):
        _keep_papers(folder, chance, moments, illnesses)


def _spread(now: datetime.datetime, years: int, count: int) -> Iterator[list[datetime.datetime]]:
    """Yield *count* moments of the last years in order, as many at once as one commit takes."""
    first = now - datetime.timedelta(days=365 * years)
    step = datetime.timedelta(days=365 * years) / (count or 1)
    for start in range(0, count, _AT_ONCE):
        yield [first + step * place for place in range(start, min(start + _AT_ONCE, count))]


def _note_measurements(
    folder: Folder, chance: random.Random, moments: list[datetime.datetime]
) -> None:
    records = [_measurement(chance, moment) for moment in moments]
    folder.vault.main.revisions.write(records, at=moments[-1])


def _measurement(chance: random.Random, moment: datetime.datetime) -> Measurement:
    taken = PartialDate(moment.strftime("%Y-%m-%dT%H:%M"))
    if chance.random() < 0.25:
        weight = Decimal(chance.randint(655, 705)) / 10
        return Measurement(
            id=_id(chance),
            type=MeasurementType.WEIGHT,
            value=Quantity(weight, "kg"),
            taken=taken,
            origin=_EXAMPLE,
        )
    high = round(chance.gauss(134, 8))
    return Measurement(
        id=_id(chance),
        type=MeasurementType.BLOOD_PRESSURE,
        value=Quantity(Decimal(high), "mm[Hg]"),
        diastolic=Quantity(Decimal(high - chance.randint(40, 62)), "mm[Hg]"),
        taken=taken,
        origin=_EXAMPLE,
    )


def _keep_papers(
    folder: Folder,
    chance: random.Random,
    moments: list[datetime.datetime],
    illnesses: Sequence[Illness],
) -> None:
    kept = [_kept(folder, chance, moment.date(), illnesses) for moment in moments]
    main = folder.vault.main

    def write() -> None:
        main.revisions.write([record for record, _paper in kept], at=moments[-1])
        for record, paper in kept:
            note_paper(main.papers, record.id, paper)

    main.commit(write)


def _kept(
    folder: Folder, chance: random.Random, day: datetime.date, illnesses: Sequence[Illness]
) -> tuple[Document, LookedAt]:
    written = letter(chance, day)
    kept = folder.vault.documents.keep(io.BytesIO(letter_pdf(written.lines)))
    record = Document(
        id=_id(chance),
        name=written.name,
        category=written.category,
        date=PartialDate.of(day),
        author=written.author,
        about=tuple(
            Topic(what=Link(one.id)) for one in illnesses if chance.random() < _OF_AN_ILLNESS
        ),
        origin=_EXAMPLE,
    )
    name = f"{day.isoformat()} {written.name}.pdf"
    paper = LookedAt(kept, "application/pdf", name, 1, ("\n".join(written.lines),), None)
    return record, paper


def _id(chance: random.Random) -> RecordId:
    return RecordId(f"{chance.getrandbits(128):032x}")
