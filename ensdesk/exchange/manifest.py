"""The list that goes with a copy: for whom, why, when, and the digest of each part."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

import ensdesk
from ensdesk.exchange.copy_trouble import DamagedCopy, NewerCopy, NotACopy
from ensdesk.exchange.strict_json import read_strictly

FORMAT = 1
KIND = "ensdesk-copy"
READ_ME, SUMMARY, RECORDS, PAPERS, TABLES, CALENDAR, MANIFEST = (
    "LISEZ-MOI.txt",
    "resume.pdf",
    "dossier.json",
    "papiers/",
    "tableaux/",
    "rendez-vous.ics",
    "manifeste.json",
)
MOST_PARTS = 20_000
MOST_MANIFEST_BYTES = 8 << 20
_MOST_WORDS = 2000

_WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
_SAFE_NAME = re.compile(f"{_WORD}(/{_WORD})?", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Part(NamedTuple):
    """One file of a copy: its name inside, how to open it, and its size when it is known."""

    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None


@dataclass(frozen=True, kw_only=True)
class About:
    """Why a copy exists. *made* is the local time, *mark* that of the journal (`Folder.anchor`)."""

    for_whom: str
    why: str
    made: datetime.datetime
    mark: str = ""
    program: str = f"ensdesk {ensdesk.__version__}"


@dataclass(frozen=True, slots=True)
class PartLine:
    """What proves one part: its size in bytes and its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a copy, itself left out."""

    about: About
    parts: tuple[PartLine, ...]

    @property
    def size(self) -> int:
        """The bytes of all parts together."""
        return sum(part.size for part in self.parts)

    def to_json(self) -> bytes:
        written = {
            "kind": KIND,
            "format": FORMAT,
            "for": self.about.for_whom,
            "why": self.about.why,
            "made": self.about.made.isoformat(timespec="seconds"),
            "mark": self.about.mark,
            "program": self.about.program,
            "parts": [
                {"name": part.name, "size": part.size, "sha256": part.sha256} for part in self.parts
            ],
        }
        return as_json(written)

    @classmethod
    def of_json(cls, raw: bytes) -> Manifest:
        """Read it back. Raises NotACopy, NewerCopy or DamagedCopy."""
        try:
            read = read_strictly(raw, most=MOST_MANIFEST_BYTES)
            written = copy_of_this_format(read)
            return cls(_read_about(written), _read_parts(written["parts"]))
        except (ValueError, KeyError, TypeError):
            raise DamagedCopy from None


def copy_of_this_format(read: object) -> dict[str, object]:
    """Return *read* if this version can read it. Raises NotACopy, NewerCopy or ValueError."""
    if not isinstance(read, dict) or read.get("kind") != KIND:
        raise NotACopy
    written = read.get("format")
    if type(written) is not int or written < 1:
        raise ValueError("no format")
    if written > FORMAT:
        raise NewerCopy
    return read


def as_json(written: object) -> bytes:
    """Return *written* as people can read it; a half letter is escaped, never lost."""
    return json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def is_safe_name(name: str) -> bool:
    """Say whether *name* stays inside the copy on every system and says nothing personal."""
    return _SAFE_NAME.fullmatch(name) is not None


def words_of(read: object, most: int = _MOST_WORDS) -> str:
    """Return *read* if it is text of a bearable length. Raises ValueError."""
    if not isinstance(read, str) or len(read) > most:
        raise ValueError("not words")
    return read


def _read_about(written: dict[str, object]) -> About:
    return About(
        for_whom=words_of(written["for"]),
        why=words_of(written["why"]),
        made=datetime.datetime.fromisoformat(words_of(written["made"])),
        mark=words_of(written.get("mark", "")),
        program=words_of(written["program"]),
    )


def _read_parts(read: object) -> tuple[PartLine, ...]:
    if not isinstance(read, list) or not 0 < len(read) <= MOST_PARTS:
        raise ValueError("no parts")
    parts = tuple(_read_part(part) for part in read)
    names = {part.name.casefold() for part in parts}
    if len(names) != len(parts) or MANIFEST in names:
        raise ValueError("a name twice")
    return parts


def _read_part(read: object) -> PartLine:
    if not isinstance(read, dict):
        raise TypeError("not a part")
    name, size, sha256 = words_of(read["name"]), read["size"], words_of(read["sha256"])
    if not is_safe_name(name) or type(size) is not int or size < 0:
        raise ValueError("not a part")
    if not _DIGEST.fullmatch(sha256):
        raise ValueError("not a digest")
    return PartLine(name, size, sha256)
