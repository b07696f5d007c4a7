"""Copies made for the tests: an honest one, and ways to harm it."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import zipfile
from collections.abc import Callable

from ensdesk.exchange.archive import About, Manifest, Part, write_archive
from ensdesk.exchange.records_json import records_to_json

MADE = datetime.datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001  # local time
ABOUT = About(for_whom="le docteur Martin", why="rendez-vous du 3 mars", made=MADE)


def part(name: str, raw: bytes) -> Part:
    """Return a part of known size."""
    return Part(name, lambda: io.BytesIO(raw), len(raw))


def parts() -> list[Part]:
    """Return what an honest copy is made of."""
    return [
        part("resume.pdf", b"%PDF-1.7 summary"),
        part("dossier.json", records_to_json([], folder_id="f" * 32, made=MADE)),
        part("papiers/001-2026-03-12.pdf", b"%PDF-1.7 paper" * 999),
        part("papiers/002.jpg", bytes(range(256)) * 40),
    ]


def honest() -> bytes:
    """Return an honest copy."""
    out = io.BytesIO()
    write_archive(out, parts(), ABOUT)
    return out.getvalue()


def contents_of(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a copy by name."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(
    named: dict[str, bytes], change: Callable[[zipfile.ZipInfo], None] | None = None
) -> bytes:
    """Return a ZIP of *named*, each entry changed before it is written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in named.items():
            info = zipfile.ZipInfo(name)
            if change:
                change(info)
            archive.writestr(info, raw)
    return out.getvalue()


def with_manifest(named: dict[str, bytes], **others: object) -> dict[str, bytes]:
    """Return *named* with a list that fits them; *others* replace what the list says."""
    manifest = json.loads(Manifest(ABOUT, ()).to_json())
    manifest["parts"] = [
        {"name": name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
        for name, raw in named.items()
    ]
    return {**named, "manifeste.json": json.dumps({**manifest, **others}).encode()}
