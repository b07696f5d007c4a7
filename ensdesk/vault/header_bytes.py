"""The header of a folder as values, and as the 64 KiB that lie on disk (docs/format.md)."""

import hashlib
import re
import struct
from dataclasses import dataclass, field
from typing import NamedTuple

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.canonical import JSON, canonical, from_canonical, to_bytes, to_text

SIZE = 65536
MAGIC = b"ensdesk\n"
FORMAT = 1
READER = 1  # a header whose `min_reader` is greater is not for this program

_FRAME = struct.Struct("<QI")  # write counter, length of the JSON
_START = len(MAGIC) + _FRAME.size
_DIGEST = 32
_ROOM = SIZE - _START - _DIGEST
_FOLDER_ID = re.compile(r"[0-9a-f]{32}")
_SLOT_ID = re.compile(r"[0-9a-f]{16}")
_FILE_NAME = re.compile(r"[a-z]{1,16}-[0-9]{1,9}\.db")
_WORD = re.compile(r"[a-z][a-z0-9-]{0,31}")
_DATA_FILES = frozenset({"main", "private"})
_SIGNED = frozenset(
    (
        "format",
        "min_reader",
        "folder",
        "generation",
        "files",
        "key_versions",
        "verify",
        "slots",
        "closed",
    )
)
_SLOT_FIELDS = frozenset({"id", "type", "role", "public", "box"})
_TOP = frozenset({"signed", "signature", "wraps"})


class HeaderFull(Trouble):
    """The 64 KiB are used up by slots."""

    words = N_("This folder has too many keys.")
    advice = N_("Remove a key that is no longer used.")


class NewerFolder(Trouble):
    """Written by a program that this one cannot follow."""

    words = N_("This folder was made by a newer ensdesk.")
    advice = N_("Install the newer ensdesk, then open the folder.")


class NotAHeader(ValueError):
    """These bytes are not a sound header."""


class FileNames(NamedTuple):
    """The database files that the header points to."""

    main: str
    private: str


@dataclass(frozen=True)
class Slot:
    """One way in: what is signed of it, and the private half wrapped by a secret."""

    id: str
    type: str
    role: str
    public: bytes
    box: bytes = field(repr=False)
    wrap: JSON = field(repr=False)
    unknown: JSON = field(default_factory=dict, repr=False)

    def signed(self) -> JSON:
        """Return the part that the holder signs."""
        known = {"id": self.id, "type": self.type, "role": self.role}
        halves = {"public": to_text(self.public), "box": to_text(self.box)}
        return {**self.unknown, **known, **halves}


@dataclass(frozen=True)
class Header:
    """Who may open the folder, and which files it is made of.

    `unknown` and `signed_unknown` hold what a newer version wrote: carried along untouched.
    `unsound` names the copies on disk that are missing, damaged or older than this one.
    """

    folder_id: str
    verify: bytes
    files: dict[str, str]
    key_versions: dict[str, int]
    slots: tuple[Slot, ...] = ()
    closed: tuple[str, ...] = ()  # the ids of slots that were closed for good
    generation: int = 0
    counter: int = 0
    signature: bytes = b"\0" * 64
    format: int = FORMAT
    min_reader: int = READER
    signed_unknown: JSON = field(default_factory=dict)
    unknown: JSON = field(default_factory=dict)
    unsound: tuple[str, ...] = field(default=(), compare=False)

    @property
    def file_names(self) -> FileNames:
        """Return the names of the two databases."""
        return FileNames(self.files["main"], self.files["private"])

    def signed(self) -> JSON:
        """Return what the signature covers."""
        return {
            **self.signed_unknown,
            "format": self.format,
            "min_reader": self.min_reader,
            "folder": self.folder_id,
            "generation": self.generation,
            "files": dict(self.files),
            "key_versions": dict(self.key_versions),
            "verify": to_text(self.verify),
            "slots": [slot.signed() for slot in self.slots],
            **({"closed": list(self.closed)} if self.closed else {}),
        }


def encode(header: Header) -> bytes:
    """Return the 64 KiB of *header*. Raises HeaderFull."""
    body = canonical(
        {
            **header.unknown,
            "signed": header.signed(),
            "signature": to_text(header.signature),
            "wraps": {slot.id: slot.wrap for slot in header.slots},
        }
    )
    if len(body) > _ROOM:
        raise HeaderFull
    framed = MAGIC + _FRAME.pack(header.counter, len(body)) + body
    padded = framed.ljust(SIZE - _DIGEST, b"\0")
    return padded + hashlib.sha256(padded).digest()


def decode(raw: bytes) -> Header:
    """Read what `encode` wrote. Raises NotAHeader, or NewerFolder."""
    counter, body = unframe(raw)
    try:
        top = from_canonical(body)
        newer = _whole(_object(_object(top)["signed"])["min_reader"]) > READER
        header = None if newer else _header(counter, _object(top))
    except (ValueError, KeyError) as error:
        raise NotAHeader from error
    if header is None:
        raise NewerFolder
    return header


def unframe(raw: bytes) -> tuple[int, bytes]:
    """Return the write counter and the JSON: this frame is the same in every version."""
    if len(raw) != SIZE or not raw.startswith(MAGIC):
        raise NotAHeader
    if hashlib.sha256(raw[:-_DIGEST]).digest() != raw[-_DIGEST:]:
        raise NotAHeader
    counter, length = _FRAME.unpack_from(raw, len(MAGIC))
    if length > _ROOM:
        raise NotAHeader
    return counter, raw[_START : _START + length]


def _header(counter: int, top: JSON) -> Header:
    signed = _object(top["signed"])
    wraps = _object(top["wraps"])
    slots = tuple(_slot(_object(slot), wraps) for slot in _list(signed["slots"]))
    if set(wraps) != {slot.id for slot in slots} or len(wraps) != len(slots):
        raise ValueError("each slot has one wrap")
    return Header(
        folder_id=_match(_FOLDER_ID, signed["folder"]),
        verify=to_bytes(signed["verify"], 32),
        files=_files(_object(signed["files"])),
        key_versions={name: _whole(v) for name, v in _object(signed["key_versions"]).items()},
        slots=slots,
        closed=_closed(signed),
        generation=_whole(signed["generation"]),
        counter=counter,
        signature=to_bytes(top["signature"], 64),
        format=_whole(signed["format"]),
        min_reader=_whole(signed["min_reader"]),
        signed_unknown=_others(signed, _SIGNED),
        unknown=_others(top, _TOP),
    )


def _closed(signed: JSON) -> tuple[str, ...]:
    closed = tuple(_match(_SLOT_ID, slot) for slot in _list(signed.get("closed", [])))
    if "closed" in signed and not closed:
        raise ValueError("not written while empty")
    return closed


def _slot(signed: JSON, wraps: JSON) -> Slot:
    slot_id = _match(_SLOT_ID, signed["id"])
    return Slot(
        id=slot_id,
        type=_match(_WORD, signed["type"]),
        role=_match(_WORD, signed["role"]),
        public=to_bytes(signed["public"], 32),
        box=to_bytes(signed["box"]),
        wrap=_object(wraps[slot_id]),
        unknown=_others(signed, _SLOT_FIELDS),
    )


def _files(named: JSON) -> dict[str, str]:
    """A name never leaves the folder, whatever a stranger wrote."""
    files = {name: _match(_FILE_NAME, file) for name, file in named.items()}
    if not _DATA_FILES.issubset(files):
        raise ValueError("main and private")
    return files


def _others(found: JSON, known: frozenset[str]) -> JSON:
    return {name: value for name, value in found.items() if name not in known}


def _object(value: object) -> JSON:
    if not isinstance(value, dict):
        raise ValueError("an object")  # noqa: TRY004 - a damaged value, not a bug
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("a list")  # noqa: TRY004 - a damaged value, not a bug
    return value


def _match(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("a name")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise ValueError("a whole number")
    return value
