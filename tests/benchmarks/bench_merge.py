"""Taking in the news of another computer, from the file to the end of the last transaction."""

from __future__ import annotations

import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import open_folder
from ensdesk.folder.two_computers import agree, outgoing, put_in
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from tests.benchmarks.measure import Row, seconds
from tests.fakes import NOW, SHEET, MemoryKeychain, empty_folder

_THERE, _NEW, _AT_ONCE = 100_000, 10_000, 5_000


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        place = Path(directory)
        one = empty_folder(place / "one")
        _write(one, _THERE)
        one.close()
        shutil.copytree(place / "one", place / "other")
        one, other = (_open(place / name) for name in ("one", "other"))
        other.vault.new_installation()
        _write(other, _NEW)
        _write(one, 10)
        out = outgoing(other)
        put = seconds(lambda: put_in(other.vault.documents, out, place, NOW.date()))
        (path,) = place.glob("*.age")
        took = seconds(lambda: agree(one, path))
        again = seconds(lambda: agree(one, path))
        one.close()
        other.close()
    return [
        Row("10,000 new revisions put on a key", put, "s", 5),
        Row("10,000 new revisions merged into 100,000", took, "s", 5),
        Row("the same again", again, "s", 5),
    ]


def _open(place: Path) -> Folder:
    return open_folder(place, SHEET, MemoryKeychain())


def _write(folder: Folder, count: int) -> None:
    for start in range(0, count, _AT_ONCE):
        weights = tuple(_weight(number) for number in range(start, min(count, start + _AT_ONCE)))
        folder.vault.main.commit(
            lambda weights=weights: folder.vault.main.revisions.write(weights)  # type: ignore[misc]
        )


def _weight(number: int) -> Measurement:
    day = PartialDate(f"{2000 + number % 25}-0{1 + number % 9}-{10 + number % 18}")
    value = Quantity(Decimal(60 + number % 40), "kg")
    return Measurement(type=MeasurementType.WEIGHT, taken=day, value=value)
