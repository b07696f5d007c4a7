"""A whole folder of each format that was ever released, kept for good in `golden/`.

`python -m tests.vault.golden_folder NAME` makes the next one, before a step of the schema or
another header is written for the first time. One that is there is never made again.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import LookedAt, add_paper
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.removed import erase_for_ever
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.payload import to_payload
from tests.fakes import SHEET, MemoryKeychain, filled_folder
from tests.faults.told import SHEETS

GOLDEN = Path(__file__).parent / "golden"
MARIE = SHEETS[3]
_HOLDS = "holds.json"


def make(place: Path) -> None:
    """Make a folder with everything that the format has, and what it holds beside it."""
    with contextlib.closing(filled_folder(place)) as folder:
        add_person(folder, "Marie", HELPER, MARIE)
        kept = folder.vault.documents.keep(io.BytesIO(b"Le papier de Jeanne."))
        paper = Document(name="Papier")
        add_paper(folder, paper, LookedAt(kept, "text/plain", "a.txt", 1, ("papier",), None))
        for words in ("Latex", "Pollen", "Iode"):
            folder.save(Allergy(substance=words))
        latex, pollen, iode = folder.records(Allergy)[-3:]
        hide(folder, latex)
        folder.retire(pollen)
        erase_for_ever(folder, iode)
        held = held_by(folder)
    (place / _HOLDS).write_text(json.dumps(held, ensure_ascii=False, indent=1))


def held_by(folder: Folder) -> dict[str, object]:
    """Return every live record of both drawers, what was taken away, and the bytes of papers."""
    records = [record for kind in KINDS for record in folder.records(kind)]
    papers = {}
    for row in folder.drawers.papers():
        with folder.vault.documents.open(row.kept) as clear:
            papers[str(row.record_id)] = clear.read().decode()
    return {
        "records": {str(one.id): [one.slug, one.private, to_payload(one)] for one in records},
        "removed": sorted(one.id for one in folder.drawers.removed()),
        "papers": papers,
        "lines": len(folder.journal(1000)),
    }


def taken_out(name: str, place: Path) -> tuple[Path, dict[str, object]]:
    """Unpack the golden folder *name* at *place*; return where it is, and what it holds."""
    with zipfile.ZipFile(GOLDEN / name) as packed:
        packed.extractall(place)
    holds = json.loads((place / _HOLDS).read_text())
    (place / _HOLDS).unlink()
    return place, holds


def opened(place: Path) -> Folder:
    """Open it with the key sheet alone."""
    return open_folder(place, SHEET, MemoryKeychain())


def main() -> int:
    """Pack the next one; return 1 where there is one of this name."""
    packed = GOLDEN / f"{sys.argv[1]}.zip"
    if packed.exists():
        sys.stderr.write("A folder of a released format is never made again.\n")
        return 1
    with tempfile.TemporaryDirectory() as directory:
        make(Path(directory) / "folder")
        shutil.make_archive(str(packed.with_suffix("")), "zip", Path(directory) / "folder")
    return 0


if __name__ == "__main__":
    sys.exit(main())
