"""What lies where in a double, and the texts in it that say so (docs/format-double.md)."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.canonical import JSON, canonical, from_canonical
from ensdesk.vault.header import COPIES, NewerFolder
from ensdesk.vault.storage_trouble import telling

NAME = "Double ensdesk"
MARKER, MANIFEST, PAPERS, PART = "double.json", "manifest", "documents", ".part"
VERSION = 1
_LARGEST = 64 << 20  # bytes of a text: 500,000 papers
_ID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DATABASE = re.compile(r"(main|private)-[0-9]{1,9}\.db")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_SNAPSHOT = re.compile(r"snapshot-([1-9][0-9]{0,8})")


class NoDouble(Trouble):
    """Nothing here is a double."""

    words = N_("There is no double in this place.")
    advice = N_("Plug in the key that holds it, or choose another place.")


class DoubleDamaged(Trouble):
    """A double is here, and no state in it is whole."""

    words = N_("This double is damaged.")
    advice = N_("Take another double. Remove nothing on this one.")


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a file without any key: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The last line of the main journal: whoever has it goes on from there."""

    chain: str
    place: int
    mark: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What belongs to one state of the folder; papers go by the name of their file."""

    folder_id: str
    number: int
    made: str
    mark: Mark
    files: dict[str, Proof]
    papers: dict[str, Proof]
    missing: tuple[str, ...] = ()

    @property
    def named(self) -> set[str]:
        """Return the papers that its rows name, those that were missing too."""
        return {*self.papers, *self.missing}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a folder in a double; `manifest` is None when it is damaged."""

    path: Path
    number: int
    manifest: Manifest | None


@dataclass(frozen=True, slots=True)
class Double:
    """A double: its place, the folder that it is of, the id by which it is known again.

    `id` is empty when the text that gave it was lost; the next writing gives a new one.
    """

    path: Path
    id: str
    folder_id: str

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return every state in it, the latest first."""
        with telling():
            found = [(_number(path), path) for path in self.path.iterdir()]
        numbered = sorted((number, path) for number, path in found if number)
        return tuple(
            Snapshot(path, number, _manifest_of(path, number, self.folder_id))
            for number, path in reversed(numbered)
        )


def paper_path(double: Path, name: str) -> Path:
    """Return where a paper lies in a double."""
    return double / PAPERS / name[:2] / f"{name}.age"


def double_at(path: Path) -> Double | None:
    """Return the double at *path*, None if there is none that can be read.

    Raises NewerFolder for one that only a later program understands.
    """
    texts = (path / MARKER, *sorted(path.glob(f"snapshot-*/{MANIFEST}")))
    found = next((text for text in map(_read_text, texts) if text), None)
    if found is None:
        return None
    if found.get("double") != VERSION:
        raise NewerFolder
    try:
        known = _match(_ID, found["id"]) if "id" in found else ""
        return Double(path, known, _match(_ID, found["folder"]))
    except (KeyError, ValueError):
        return None


def doubles_in(place: Path) -> tuple[Double, ...]:
    """Return *place* itself if it is a double, else the doubles just inside it."""
    try:
        inside = sorted(place.glob(f"{NAME}*"))
    except OSError:
        inside = []
    found = (double_at(path) for path in (place, *inside))
    return tuple(double for double in found if double is not None)


def new_marker(folder_id: str) -> tuple[str, bytes]:
    """Return a new id of a double, and the text that says whose double it is."""
    fresh = secrets.token_hex(16)
    return fresh, _text({"double": VERSION, "id": fresh, "folder": folder_id})


def manifest_text(manifest: Manifest) -> bytes:
    """Return the text of a manifest; `_manifest` reads it."""
    return _text(
        {
            "double": VERSION,
            "folder": manifest.folder_id,
            "number": manifest.number,
            "made": manifest.made,
            "chain": manifest.mark.chain,
            "place": manifest.mark.place,
            "mark": manifest.mark.mark,
            "files": {name: [proof.size, proof.sha256] for name, proof in manifest.files.items()},
            "papers": [[n, p.size, p.sha256] for n, p in sorted(manifest.papers.items())],
            "missing": sorted(manifest.missing),
        }
    )


def to_keep(snapshots: Iterable[Snapshot]) -> set[int]:
    """Return the numbers that stay: the last three whole ones, then one for each of three months.

    A damaged one stays as long as fewer than three whole ones are later.
    """
    kept: set[int] = set()
    months: dict[str, int] = {}
    last = 0
    for snapshot in sorted(snapshots, key=lambda each: -each.number):
        if last < 3:
            kept.add(snapshot.number)
            last += snapshot.manifest is not None
        elif snapshot.manifest is not None:
            months.setdefault(snapshot.manifest.made[:7], snapshot.number)
    return kept | {months[month] for month in sorted(months, reverse=True)[:3]}


def _number(path: Path) -> int:
    match = _SNAPSHOT.fullmatch(path.name)
    return int(match[1]) if match else 0


def _manifest_of(path: Path, number: int, folder_id: str) -> Manifest | None:
    found = _read_text(path / MANIFEST)
    try:
        manifest = _manifest(found) if found and found["double"] == VERSION else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    right = manifest is not None and (manifest.number, manifest.folder_id) == (number, folder_id)
    return manifest if right else None


def _manifest(found: JSON) -> Manifest:
    """Read what `manifest_text` wrote; a name in it never leaves the double."""
    files = {name: _proof(*proof) for name, proof in found["files"].items()}
    databases = sorted(_match(_DATABASE, name)[:4] for name in files if name not in COPIES)
    if databases != ["main", "priv"] or not set(COPIES) <= set(files):
        raise ValueError("two databases and two headers")
    return Manifest(
        folder_id=_match(_ID, found["folder"]),
        number=_whole(found["number"]),
        made=_match(_TIME, found["made"]),
        mark=Mark(
            _match(_ID, found["chain"]), _whole(found["place"]), _match(_SHA256, found["mark"])
        ),
        files=files,
        papers={_match(_ID, name): _proof(*proof) for name, *proof in found["papers"]},
        missing=tuple(_match(_ID, name) for name in found["missing"]),
    )


def _proof(size: Any, sha256: Any) -> Proof:
    return Proof(_whole(size), _match(_SHA256, sha256))


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("a whole number")
    return value


def _match(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("a name")
    return value


def _text(value: JSON) -> bytes:
    line = canonical(value)
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def _read_text(path: Path) -> JSON | None:
    """Return what `_text` wrote, None when it is missing, damaged or something else."""
    try:
        with path.open("rb") as file:
            line, digest, rest = file.read(_LARGEST).split(b"\n")
        value = from_canonical(line)
    except (OSError, ValueError):
        return None
    right = not rest and digest == hashlib.sha256(line).hexdigest().encode()
    return value if right and isinstance(value, dict) else None
