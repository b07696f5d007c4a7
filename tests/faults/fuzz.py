"""R7: every reader of bytes that somebody else may have written: it says no, and never falls over.

`python3 packaging/faults.py fuzz` changes real bytes by chance; `--long` lets atheris, which sees
what the reader looks at, try for half an hour each (`pip install atheris`, Linux). Digests that a
forger would make right are made right, so that what lies behind them is tried. The control is a
reader that trusts what it reads. PDF and pictures are read behind walls: `tests/reading`.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import random
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ensdesk.exchange.archive import verify_archive
from ensdesk.exchange.records_json import records_from_json
from ensdesk.exchange.strange_zip import entries_in
from ensdesk.exchange.zip_rules import WickedZip
from ensdesk.folder.copying import everything, make_copy
from ensdesk.folder.doubling import double_to
from ensdesk.folder.opening import secret_of
from ensdesk.kinds import KINDS
from ensdesk.reading.media import sniff
from ensdesk.reading.plain_text import decoded
from ensdesk.record.date_reading import read_date
from ensdesk.record.doses import dose_of, rest_of_dose, spread
from ensdesk.record.measure_reading import read_measure
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.pressure_reading import read_pressure
from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.age_reader import AgeReader, DamagedAge
from ensdesk.vault.beside import Beside
from ensdesk.vault.double_layout import double_at
from ensdesk.vault.header_bytes import NotAHeader, decode, unframe
from ensdesk.vault.key_file import NAME, read_key_file, write_key_file
from ensdesk.vault.news_rows import (
    NotRows,
    beside_line,
    beside_of,
    journal_line,
    journal_row_of,
    paper_line,
    paper_of,
    person_line,
    person_of,
    read_lines,
    revision_line,
    revision_of,
)
from tests.fakes import TODAY, filled_folder
from tests.faults.disk import quick_place
from tests.faults.figures import Row, tell_rows
from tests.vault.test_double import add_paper

QUICK, USUAL = 60, 20_000  # changed inputs for each reader
MINUTES = 30
SLOW = 5.0  # seconds
_TOKENS = (
    b"null", b"true", b"-1", b"0", b"1e999", b"NaN", b"9" * 40, b'"', b"\\ud800", b"\0", b"[" * 99,
    b"{}", b"[]", b'""', b"2026-13-45", b"../../x", b"\xff\xfe", b"\r\n", "é".encode(),
)  # fmt: skip
_VALUES = (None, True, 0, -1, 2**70, 1.5, "", "x" * 5000, "\x00", [], {}, [[]], {"a": {}}, "1e5")


@dataclass(frozen=True)
class Reader:
    """What reads, real bytes for it, and how it says no."""

    seeds: tuple[bytes, ...]
    read: Callable[[bytes], object]
    says_no: tuple[type[Exception], ...] = (Trouble,)


def readers(place: Path) -> dict[str, Reader]:
    """Return all of them; *place* is a directory of theirs."""
    key, beside = place / "key", place / "beside"
    for directory in (key, beside):
        directory.mkdir(parents=True)
    with contextlib.closing(filled_folder(place / "folder")) as folder:
        vault = folder.vault
        add_paper(vault, b"papier")
        lines = (
            *map(revision_line, vault.main.revisions.revisions()),
            *map(journal_line, vault.main.journal.rows()),
            *map(person_line, vault.main.said_people()),
            beside_line(Beside(RecordId("0" * 32), True, (("1" * 32, 1, "2" * 32, "mots"),))),
            *(paper_line(said) for row in vault.main.papers.all()
              if (said := vault.main.papers.said(row.record_id))),
        )  # fmt: skip
        (row,) = vault.main.papers.all()
        closed = next(vault.path.glob("documents/*/*.age")).read_bytes()
        payloads = [
            json.dumps(to_payload(record)).encode()
            for kind in KINDS
            for record in folder.records(kind)
        ]
        double = double_to(folder, key).double
        copy = make_copy(folder, everything(folder, place / "copy.zip", for_whom="a", why="b")).path
    no = (NotAHeader, Trouble)
    raw = (vault.path / "header.a").read_bytes()
    write_key_file(beside)
    manifest = (double.path / "snapshot-1/manifest").read_bytes().split(b"\n")[0]
    marker = (double.path / "double.json").read_bytes().split(b"\n")[0]
    return {
        "header": Reader((unframe(raw)[1],), lambda data: decode(_framed(data, raw)), no),
        "header, its frame": Reader((raw,), decode, no),
        "double": Reader((marker, manifest), lambda data: _double(data, place)),
        "news, its rows": Reader(lines, _rows, (NotRows,)),
        "copy": Reader((copy.read_bytes(),), lambda data: verify_archive(io.BytesIO(data))),
        "copy, its records": Reader((_records_of(copy),), records_from_json),
        "zip": Reader((copy.read_bytes(),), _zip, (WickedZip, Trouble)),
        "age file": Reader(
            (closed,),
            lambda data: AgeReader(io.BytesIO(data), row.kept.identity).readall(),
            (DamagedAge, OSError),
        ),
        "key file": Reader(((beside / NAME).read_bytes(),), lambda data: _key(data, beside)),
        "payload": Reader(tuple(payloads), _payload),
        "typed": Reader((b"12/03/2026", b"13/8", b"72,5", b"1 matin", b"abaisser"), _typed),
        "paper": Reader((b"%PDF-1.7", b"\xff\xd8\xff", "été".encode("utf-16")), _paper),
    }


def _framed(body: bytes, like: bytes) -> bytes:
    """Return a header with this JSON, its length and its digest made right."""
    start = like.index(b"{")
    body = body[: len(like) - 32 - start]
    head = like[: start - 4] + len(body).to_bytes(4, "little")
    padded = (head + body).ljust(len(like) - 32, b"\0")
    return padded + hashlib.sha256(padded).digest()


def _double(data: bytes, place: Path) -> None:
    path = place / "read" / "Double ensdesk"
    state = path / "snapshot-1"
    state.mkdir(parents=True, exist_ok=True)
    marked = data + b"\n" + hashlib.sha256(data).hexdigest().encode() + b"\n"
    for text in (path / "double.json", state / "manifest"):
        text.write_bytes(marked)
    if found := double_at(path):
        found.snapshots()


def _rows(data: bytes) -> None:
    """Try each kind of row: one of them may fit."""
    refused = 0
    for read in (revision_of, journal_row_of, paper_of, person_of, beside_of):
        try:
            read_lines(data, read)
        except NotRows:
            refused += 1
    if refused == 5:
        raise NotRows


def _records_of(copy: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(copy) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("dossier.json"))
        return archive.read(name)


def _zip(data: bytes) -> None:
    with entries_in(io.BytesIO(data), len(data)) as entries:
        for entry in entries:
            if not entry.why:
                with contextlib.suppress(OSError), entry.open() as stream:
                    stream.read(1 << 20)


def _key(data: bytes, place: Path) -> None:
    (place / NAME).write_bytes(data)
    read_key_file(place)


def _payload(data: bytes) -> None:
    """Whatever a newer program wrote: it is read, shown, and written back as it was."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(values, dict):
        for kind in KINDS:
            record = from_payload(kind, RecordId("0" * 32), values)
            record.headline(), record.when(), record.part(), record.over_on(TODAY)
            assert list(record.problems(TODAY)) is not None
            to_payload(record)


def _typed(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    secret_of(text)
    for read in (read_date, read_pressure, dose_of, rest_of_dose, spread, _measure):
        with contextlib.suppress(ValueError, Trouble):
            read(text)


def _measure(text: str) -> object:
    return read_measure(text, "kg", ("kg", "g/L"))


def _paper(data: bytes) -> None:
    sniff(data)
    with contextlib.suppress(ValueError):
        decoded(data)


# -- trying ---------------------------------------------------------------------------------------


def try_often(reader: Reader, times: int, seed: int = 1) -> list[str]:
    """Let it read changed bytes; return what was not a no."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    broken = []
    for _time in range(times):
        data = changed(chance.choice(reader.seeds), chance, reader.seeds)
        if found := fault_of(reader, data):
            broken.append(found)
    return broken


def fault_of(reader: Reader, data: bytes) -> str:
    """Return what went wrong, nothing for a no or a value."""
    began = time.monotonic()
    try:
        reader.read(data)
    except reader.says_no:
        pass
    except Exception as bug:  # noqa: BLE001 - whatever it is, it should have said no
        frame = traceback.extract_tb(bug.__traceback__)[-1]
        return f"{bug!r:.120} at {Path(frame.filename).name}:{frame.lineno} of {data[:60]!r}"
    if time.monotonic() - began > SLOW:
        return f"took {time.monotonic() - began:.0f} s for {data[:60]!r}"
    return ""


def changed(data: bytes, chance: random.Random, others: tuple[bytes, ...]) -> bytes:
    """Change some bytes, or some values where they are JSON."""
    if chance.random() < 0.4:
        with contextlib.suppress(ValueError, RecursionError):
            return _other_value(json.loads(data), chance)
    raw = bytearray(data)
    for _change in range(chance.randrange(1, 5)):
        at = chance.randrange(len(raw) + 1)
        to = min(len(raw), at + chance.randrange(1, 40))
        match chance.randrange(6):
            case 0:
                raw[at:to] = chance.randbytes(to - at)
            case 1:
                del raw[at:to]
            case 2:
                raw[at:at] = raw[at:to]
            case 3:
                raw[at:at] = chance.choice(_TOKENS)
            case 4:
                raw[at:] = chance.choice(others)[at:]
            case _ if at < len(raw):
                raw[at] ^= 1 << chance.randrange(8)
    return bytes(raw)


def _other_value(value: object, chance: random.Random) -> bytes:
    """Put something else in one place of it."""
    places = list(_places(value))
    if places:
        holder, name = chance.choice(places)
        match chance.randrange(3):
            case 0:
                del holder[name]
            case _:
                holder[name] = chance.choice(_VALUES)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _places(value: object) -> Iterator[tuple[object, object]]:
    inside = value.items() if isinstance(value, dict) else ()
    inside = enumerate(value) if isinstance(value, list) else inside
    for name, one in list(inside):
        yield value, name
        yield from _places(one)


def trusting() -> Reader:
    """A reader that believes what it reads."""
    return Reader((b'{"a":[1,2],"b":"2026"}',), lambda data: json.loads(data)["a"][1] + 1)


def main() -> int:
    """Try every reader and the control; return 0 when each said no in words."""
    if "--one" in sys.argv:
        return _with_atheris(sys.argv[sys.argv.index("--one") + 1])
    with quick_place() as place:
        return tell_rows(_rows(place))


def _rows(place: Path) -> Iterator[Row]:
    for name, reader in readers(place).items():
        if "--long" in sys.argv:
            yield Row("R7", f"read: {name}", f"atheris, {MINUTES} min", _by_atheris(name))
        broken = try_often(reader, USUAL)
        yield Row("R7", f"read: {name}", f"{USUAL} changed inputs", broken)
    broken = try_often(trusting(), 200)
    yield Row("R7", "control: believes what it reads", "200", broken, control=True)


def _by_atheris(name: str) -> list[str]:
    called = [sys.executable, "-m", "tests.faults.fuzz", "--one", name]
    done = subprocess.run(called, capture_output=True, text=True, check=False, errors="replace")
    if done.returncode == 0:
        return []
    said = (done.stdout + done.stderr).splitlines()
    return [line for line in said if line][-5:] or [f"ended with {done.returncode}"]


def _with_atheris(name: str) -> int:
    import atheris  # type: ignore[import-not-found]

    with quick_place() as place:
        reader = readers(place)[name]
        corpus = place / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(reader.seeds[:200]):
            (corpus / str(number)).write_bytes(seed)

        def one(data: bytes) -> None:
            if found := fault_of(reader, data):
                sys.stdout.write(f"{found}\n")
                sys.stdout.flush()
                raise AssertionError(found)

        atheris.instrument_all()
        words = [f"-max_total_time={MINUTES * 60}", "-max_len=131072", "-timeout=20"]
        words += [f"-artifact_prefix={place}/", str(corpus)]
        atheris.Setup([sys.argv[0], *words], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
