"""S5: wicked papers by the door that people use: a sentence or a paper, never the program's end.

A directory of damaged, crowded and lying files and ZIPs is looked at and brought in; what came in
must be sound, with nothing from outside in it, and nothing outside may change. Then a paper that
took over the process that reads it tries to get out. `python3 packaging/faults.py hostile`. The
controls are doors that follow links, unpack what a ZIP says where it says, and let a bad ZIP end
the program; and a process without walls.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from ensdesk.exchange import strange_zip
from ensdesk.exchange.strange_zip import Entry, entries_in
from ensdesk.folder import lying_files
from ensdesk.folder.folder import Folder
from ensdesk.folder.several_papers import add_all, bring_in, look_around, mark_same
from ensdesk.reading.reader import page_image, word_places
from ensdesk.trouble import Trouble
from tests.exchange.test_strange_zip import zip_of
from tests.fakes import TODAY, empty_folder
from tests.faults.disk import quick_place
from tests.faults.figures import Row, tell_rows
from tests.reading.escapes import ESCAPES, tried
from tests.reading.papers import (
    bomb_pdf,
    brackets,
    closed_pdf,
    dicom,
    heic,
    huge_png,
    nested_pdf,
    pdf_of,
    pdf_with_box,
    picture,
    tiff_of,
    unfolding_pdf,
)
from tests.reading.test_hostile import mutated

QUICK, USUAL, LONG = 2, 60, 1_000  # damages of each kind of paper
SOUND = "ordonnance.pdf"  # or nothing would prove that any of them was looked at
_CANARY = b"SERIN"
SLOW = 60.0  # seconds for one paper, the limits of its process included

_ACTIONS = b"""%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /AcroForm <</XFA (<x/>)>> >> endobj
2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /AA <</O 4 0 R>> >> endobj
4 0 obj <</S /JavaScript /JS (app.launchURL\\("http://127.0.0.1/"\\);) /Next 5 0 R>> endobj
5 0 obj <</S /Launch /F (/bin/sh) /Next <</S /URI /URI (http://127.0.0.1/)>> >> endobj
trailer <</Root 1 0 R>>
"""
_OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file://%s">]>
<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text><image href="file://%s"/></svg>"""
_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">""" + b"".join(
    b'<!ENTITY a%d "&a%d;&a%d;">' % (n + 1, n, n) for n in range(30)
)


def corpus(place: Path, damages: int) -> None:
    """Lay wicked files into *place*, and one beside it that nothing may touch."""
    canary = place.parent / "canary.txt"
    canary.write_bytes(_CANARY)
    sound = {
        "pdf": pdf_of("Ordonnance", "Suite"),
        "tif": tiff_of("red", "blue"),
        **{kind.lower(): picture(kind, (300, 200)) for kind in ("JPEG", "PNG", "GIF", "WEBP")},
    }
    files = {
        f"abime-{seed}.{ending}": mutated(raw, seed)
        for ending, raw in sound.items()
        for seed in range(damages)
    } | {
        SOUND: sound["pdf"],
        "bombe.pdf": bomb_pdf(),
        "dessin.pdf": unfolding_pdf(),
        "noeuds.pdf": nested_pdf(),
        "crochets.pdf": brackets(),
        "ferme.pdf": closed_pdf(),
        "immense.pdf": pdf_with_box("9e9", "-1"),
        "rien.pdf": pdf_with_box("0", "nan"),
        "actions.pdf": _ACTIONS,
        "immense.png": huge_png(),
        "dehors.svg": _OUTSIDE % (bytes(canary), bytes(canary)),
        "dehors.txt": _OUTSIDE % (bytes(canary), bytes(canary)),
        "rires.xml": _LAUGHS,
        "photo.heic": heic(),
        "radio.dcm": dicom(),
        "lettre.pdf": b"MZ" + bytes(4000),
        "dehors.zip": zip_of({f"../../{canary.name}": b"x", str(canary): b"x", "a.pdf": b"x"}),
        "bombe.zip": zip_of({"a.pdf": bytes(40 << 20)}),
        "poupees.zip": zip_of({"a.zip": zip_of({"b.zip": zip_of({"c.pdf": b"x"})})}),
        "lien.zip": _link_zip(canary),
    }
    for name, raw in files.items():
        (place / name).write_bytes(raw)
    (place / "lien.pdf").symlink_to(canary)
    for seed in range(damages):
        raw = mutated(zip_of({"a.pdf": sound["pdf"], "b/c.png": sound["png"]}), seed)
        (place / f"abime-{seed}.zip").write_bytes(raw)


def _link_zip(to: Path) -> bytes:
    info = zipfile.ZipInfo("a.pdf")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(info, bytes(to))
    return held.getvalue()


def bring_all(place: Path, damages: int) -> tuple[int, list[str]]:
    """Bring everything in, all at once and each file alone; return how many, what broke.

    In the QUICK size only ZIPs alone: in a directory they are told, not opened.
    """
    lying = place / "papiers"
    lying.mkdir(parents=True)
    corpus(lying, damages)
    paths = sorted(lying.iterdir())
    alone = paths if damages > QUICK else _zips(lying)
    return len(paths), bring_some(place, [lying, *alone], SOUND)


def bring_some(place: Path, paths: Sequence[Path], sound: str = "") -> list[str]:
    """Bring some of them in, one after the other; return what broke."""
    broken = []
    with contextlib.closing(empty_folder(place / "dossier")) as folder:
        for path in paths:
            broken += _bring(folder, (path,))
        broken += _from_outside(folder)
        kept = {row.kept.sha256 for row in folder.drawers.papers()}
        if sound and hashlib.sha256((paths[0] / sound).read_bytes()).digest() not in kept:
            broken.append("a sound paper was not taken")
        broken += [one.words for one in folder.vault.check().findings]
    if (place / "canary.txt").read_bytes() != _CANARY:
        broken.append("a file outside was changed")
    return broken


def _zips(lying: Path) -> list[Path]:
    return sorted(lying.glob("*.zip"))


def _bring(folder: Folder, paths: tuple[Path, ...]) -> Iterator[str]:
    began = time.monotonic()
    try:
        found = mark_same(folder, look_around(paths, TODAY, lambda _part: None, lambda: False))
        places = [paper.place for paper in found.papers if not paper.same]
        add_all(folder, bring_in(folder, found, places, lambda _part: None, lambda: False))
        if len(paths) == 1 and paths[0].is_file():
            for paper in found.papers[:1]:
                _look(paths[0], paper.media_type)
    except Trouble:
        pass  # told in words
    except Exception as bug:  # noqa: BLE001 - whatever it is, nobody would understand it
        frame = traceback.extract_tb(bug.__traceback__)[-1]
        yield f"{paths[0].name}: {bug!r:.90} at {Path(frame.filename).name}:{frame.lineno}"
    if len(paths) == 1 and paths[0].is_file() and time.monotonic() - began > SLOW:
        yield f"{paths[0].name}: {time.monotonic() - began:.0f} s"


def _look(path: Path, media: str) -> None:
    """Look at it as the page of a paper does."""
    for ask in (
        lambda file: page_image(file, media, 0, 72),
        lambda file: word_places(file, media, 0),
    ):
        with contextlib.suppress(Trouble), path.open("rb") as file:
            ask(file)


def _from_outside(folder: Folder) -> Iterator[str]:
    """Yield the papers in the folder that hold what lay beside the directory."""
    for row in folder.drawers.papers():
        with folder.vault.documents.open(row.kept) as clear:
            if _CANARY in clear.read():
                yield f"{row.original_name}: from outside"


# -- controls: doors with a rule broken -----------------------------------------------------------


def _follows_links(patch: pytest.MonkeyPatch) -> None:
    """Bring in what a link points to."""
    file = lying_files._file
    patch.setattr(lying_files, "_file", lambda path: replace(file(path), why=""))


def _unpacks(patch: pytest.MonkeyPatch) -> None:
    """Write each entry where its name says."""

    @contextlib.contextmanager
    def unpacked(file: BinaryIO, size: int) -> Iterator[tuple[Entry, ...]]:
        with entries_in(file, size) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    (Path(file.name).parent / entry.place).write_bytes(entry.open().read(99))
            yield entries

    patch.setattr(lying_files, "entries_in", unpacked)


def _falls_over(patch: pytest.MonkeyPatch) -> None:
    """Take every ZIP for a sound one."""
    patch.setattr(strange_zip, "_BROKEN", ())


DOORS = {"follows links": _follows_links, "unpacks": _unpacks, "trusts ZIPs": _falls_over}


def caught(breaking: Callable[[pytest.MonkeyPatch], None], place: Path) -> list[str]:
    """Bring the ZIPs and the link in by a door with a rule broken; return what broke."""
    lying = place / "papiers"
    lying.mkdir(parents=True)
    corpus(lying, QUICK)
    with pytest.MonkeyPatch.context() as patch:
        breaking(patch)
        return bring_some(place, [*_zips(lying), lying / "lien.pdf"])


def escaped(before: str = "") -> list[str]:
    """Return the attempts of a wicked paper that no wall stopped."""
    walls, said = tried(before)
    return (
        [name for name, ended in said.items() if ended == "done"]
        + ([] if set(said) == set(ESCAPES) else ["not all were tried"])
        + ([] if walls.proved else ["no walls here"])
    )


_NO_WALLS = (
    "import ensdesk.reading.walls as walls\nwalls.only_compute = walls.no_files = lambda: False\n"
)


def main() -> int:
    """Take the papers, the escapes and the control; return 0 when each ended as it must."""
    damages = LONG if "--long" in sys.argv else USUAL
    with quick_place() as place:
        return tell_rows(_rows(damages, place))


def _rows(damages: int, place: Path) -> Iterator[Row]:
    count, broken = bring_all(place / "all", damages)
    yield Row("S5", "wicked papers and ZIPs", f"{count} files, alone and at once", broken)
    for name, breaking in DOORS.items():
        broken = caught(breaking, place / name)
        yield Row("S5", f"control: a door that {name}", "ZIPs, a link", broken, control=True)
    tried = f"{len(ESCAPES)} tried"
    yield Row("S5", "escapes from the reading process", tried, escaped())
    yield Row("S5", "control: no walls", tried, escaped(_NO_WALLS), control=True)


if __name__ == "__main__":
    sys.exit(main())
