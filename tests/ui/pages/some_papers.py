"""Papers of an invented person, in her folder or lying on a disk."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.papers import add_paper, keep_paper
from ensdesk.folder.proposals import proposed
from tests.reading.papers import pdf_of

LYING = {
    "ordonnance_du_3_mars.pdf": "Docteur Martin Ordonnance du 3 mars 2026",
    "prise de sang.pdf": "Laboratoire Central, prise de sang du 12/05/2026",
    "radio du genou.pdf": "Radiographie du 2 avril 2025",
    "lettre.pdf": "Cher confrere, consultation du 1 juin 2024",
}


def lay_papers(place: Path) -> list[Path]:
    """Write the papers into the directory *place*."""
    place.mkdir(parents=True, exist_ok=True)
    for name, words in LYING.items():
        (place / name).write_bytes(pdf_of(words, "page 2"))
    return [place / name for name in LYING]


def add_papers(folder: Folder, place: Path, count: int = len(LYING)) -> None:
    """Add the first *count* of them to *folder*."""
    for path in lay_papers(place)[:count]:
        paper = keep_paper(folder.vault.documents, path)
        add_paper(folder, proposed(paper), paper)
