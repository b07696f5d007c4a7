"""The rows that one computer tells another, as lines of JSON (docs/format.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from ensdesk.record.record import RecordId
from ensdesk.vault.beside import Beside
from ensdesk.vault.canonical import canonical, to_bytes, to_text
from ensdesk.vault.document_store import Kept
from ensdesk.vault.drawer import PersonRow
from ensdesk.vault.journal import JournalRow
from ensdesk.vault.paper_rows import PaperRow, PaperSaid
from ensdesk.vault.revision import Revision, What

T = TypeVar("T")

_LARGEST = 2**53
_MOST_PAGES = 100_000
_RECORD = re.compile(r"[0-9a-f]{32}")
_AUTHOR = re.compile(r"[0-9a-f]{16}|")
_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[A-Z0-9]{58}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class NotRows(ValueError):
    """These lines are not what is written here."""


def revision_line(revision: Revision) -> bytes:
    """Write one revision."""
    return canonical(
        [
            revision.id.hex(),
            revision.record_id,
            revision.kind,
            revision.sequence,
            revision.time,
            revision.author,
            revision.what,
            _hex(revision.salt),
            _hex(revision.digest),
            revision.payload,
            [parent.hex() for parent in revision.parents],
        ]
    )


def journal_line(row: JournalRow) -> bytes:
    """Write one line of the journal."""
    line = [row.chain, row.place, row.time, row.act, row.author, row.record_id]
    return canonical([*line, row.commitment.hex(), row.link.hex(), _hex(row.salt), row.words])


def paper_line(paper: PaperSaid) -> bytes:
    """Write the row of one paper, the words and the images of its pages."""
    row, kept = paper.row, paper.row.kept
    return canonical(
        [
            row.record_id,
            kept.name,
            kept.identity,
            row.media_type,
            row.original_name,
            row.pages,
            kept.sha256.hex(),
            kept.size,
            kept.age_sha256.hex(),
            kept.age_size,
            [[page, words] for page, words in paper.texts.items()],
            [[page, to_text(png)] for page, png in paper.images.items()],
        ]
    )


def person_line(person: PersonRow) -> bytes:
    """Write the name of one person, and what is kept aside about them."""
    return canonical([person.slot, person.name, person.about])


def beside_line(beside: Beside) -> bytes:
    """Write what lies beside one private record."""
    return canonical([beside.record_id, beside.stays, [list(line) for line in beside.lines]])


def read_lines(raw: bytes, read: Callable[[list[object]], T]) -> tuple[T, ...]:
    """Read lines with one of the readers below. Raises NotRows."""
    return tuple(_read(line, read) for line in raw.splitlines())


def revision_of(line: list[object]) -> Revision:
    """Read what `revision_line` wrote."""
    name, record, kind, sequence, time, author, what, salt, digest, payload, parents = line
    revision = Revision(
        id=_bytes(name, 32),
        record_id=RecordId(_like(_RECORD, record)),
        kind=_text(kind),
        sequence=_number(sequence, 1),
        time=_like(_TIME, time),
        author=_like(_AUTHOR, author),
        what=_text(what),
        salt=None if salt is None else _bytes(salt, 16),
        digest=None if digest is None else _bytes(digest, 32),
        payload=None if payload is None else _text(payload),
        parents=tuple(sorted(_bytes(parent, 32) for parent in _list(parents))),
    )
    _must_be_one(revision)
    return revision


def journal_row_of(line: list[object]) -> JournalRow:
    """Read what `journal_line` wrote."""
    chain, place, time, act, author, record, commitment, link, salt, words = line
    if (salt is None) != (words is None):
        raise NotRows
    return JournalRow(
        chain=_like(_RECORD, chain),
        place=_number(place, 1),
        time=_like(_TIME, time),
        act=_text(act),
        author=_like(_AUTHOR, author),
        record_id=None if record is None else RecordId(_like(_RECORD, record)),
        commitment=_bytes(commitment, 32),
        link=_bytes(link, 32),
        salt=None if salt is None else _bytes(salt, 16),
        words=None if words is None else _text(words),
    )


def paper_of(line: list[object]) -> PaperSaid:
    """Read what `paper_line` wrote."""
    record, name, identity, media, original, pages, *proofs, texts, images = line
    sha256, size, age_sha256, age_size = proofs
    kept = Kept(
        name=_like(_RECORD, name),
        identity=_like(_IDENTITY, identity),
        sha256=_bytes(sha256, 32),
        size=_number(size, 1),
        age_sha256=_bytes(age_sha256, 32),
        age_size=_number(age_size, 1),
    )
    row = PaperRow(
        RecordId(_like(_RECORD, record)), kept, _text(media), _text(original), _number(pages)
    )
    return PaperSaid(
        row,
        {page: _text(words) for page, words in _pages(texts)},
        {page: to_bytes(png) for page, png in _pages(images)},
    )


def person_of(line: list[object]) -> PersonRow:
    """Read what `person_line` wrote."""
    slot, name, about = line
    return PersonRow(
        _like(_AUTHOR, slot), _text(name), None if about is None else _object(_text(about))
    )


def beside_of(line: list[object]) -> Beside:
    """Read what `beside_line` wrote."""
    record, stays, lines = line
    if not isinstance(stays, bool):
        raise NotRows
    return Beside(RecordId(_like(_RECORD, record)), stays, tuple(map(_journal_words, _list(lines))))


def _journal_words(line: object) -> tuple[str, int, str, str]:
    chain, place, salt, words = _list(line)
    return _like(_RECORD, chain), _number(place, 1), _bytes(salt, 16).hex(), _text(words)


def _read(line: bytes, read: Callable[[list[object]], T]) -> T:
    try:
        return read(_list(json.loads(line)))
    except (ValueError, RecursionError):
        raise NotRows from None


def _must_be_one(revision: Revision) -> None:
    """Refuse a value that no record could be read from, and one that is emptied by half."""
    parts = (revision.salt, revision.digest, revision.payload)
    if any(part is None for part in parts) and parts != (None, None, None):
        raise NotRows
    if revision.payload is not None:
        empty = revision.payload == "null"
        if revision.what == What.VALUE:
            _object(revision.payload)
        elif revision.what in set(What) and not empty:
            raise NotRows


def _pages(value: object) -> Iterator[tuple[int, object]]:
    for pair in _list(value):
        page, content = _list(pair)
        if _number(page, 1) > _MOST_PAGES:
            raise NotRows
        yield _number(page), content


def _hex(raw: bytes | None) -> str | None:
    return None if raw is None else raw.hex()


def _bytes(value: object, size: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * size or value != value.lower():
        raise NotRows
    raw = bytes.fromhex(value)
    if len(raw) != size:  # spaces are passed over
        raise NotRows
    return raw


def _like(form: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise NotRows
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotRows
    value.encode()  # halves of letters: no file can hold them
    return value


def _number(value: object, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < _LARGEST:
        raise NotRows
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise NotRows
    return value


def _object(text: str) -> str:
    if not isinstance(json.loads(text), dict):
        raise NotRows
    return text
