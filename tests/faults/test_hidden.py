"""« Rien que pour moi » in a real process of whoever helps: not in its files, nor its memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import encrypt_again, hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import add_paper, keep_part, paper_of
from ensdesk.folder.people import HELPER, add_person
from ensdesk.kinds.document import Document
from ensdesk.kinds.note import Note
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.faults.memory import found_in_memory
from tests.faults.visit import ROOT
from tests.vault.pages import clear_pages

MARIE = SheetWords(words_of(b"\2" * 16))
MARK, OPEN = "Zyxomarkowine", "Ouvermarkowine"

LOOKS = """
import sys, time
from pathlib import Path
from ensdesk.folder.opening import open_folder
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from tests.fakes import MemoryKeychain
secret = SheetWords(words_of(bytes([int(sys.argv[2])]) * 16)) if sys.argv[2] != "0" else None
from tests.fakes import SHEET
folder = open_folder(Path(sys.argv[1]), secret or SHEET, MemoryKeychain())
kept = (folder.contents(), folder.writings(), folder.journal(999), folder.drawers.removed())
kept += (folder.find("markowine"), folder.find_near("zixomarkowine"), folder.take_draft())
for drawer in folder.vault.drawers:
    for (name,) in drawer.connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        kept += (drawer.connection.rows(f"SELECT * FROM {name}"),)
print("looked", flush=True)
time.sleep(60)
"""


def hiding(place: Path) -> Folder:
    """Make a folder with an open note, a private one and a private paper, and let Marie in."""
    folder = empty_folder(place)
    folder.save(Note(name=OPEN))
    secret = Note(name=MARK)
    folder.save(secret)
    paper = Document(name=MARK)
    looked = keep_part(folder.vault.documents, io.BytesIO(MARK.encode() * 99), f"{MARK}.txt")
    add_paper(folder, paper, looked)
    hide(folder, secret)
    hide(folder, paper, encrypt_again(folder.vault.documents, paper_of(folder, paper.id)))
    folder.keep_draft("form", {"words": MARK})
    add_person(folder, "Marie", HELPER, MARIE)
    return folder


def in_memory(place: Path, slot: int) -> set[str]:
    """Let a process look at all that it can, and return the markers in its memory."""
    with subprocess.Popen(
        [sys.executable, "-c", LOOKS, str(place), str(slot)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout.readline() == "looked\n"
            return found_in_memory(process.pid, [MARK, OPEN])
        finally:
            process.kill()


def test_the_memory_of_whoever_helps_holds_no_private_word(tmp_path):
    """The holder's holds both markers: the proof can fail."""
    place = tmp_path / "Dossier"
    hiding(place).close()
    assert in_memory(place, 2) == {OPEN}
    assert in_memory(place, 0) == {MARK, OPEN}


def test_the_files_that_a_helper_opens_hold_no_private_word(tmp_path):
    """Every page of the main database in clear, and the names of all files."""
    place = tmp_path / "Dossier"
    folder = hiding(place)
    folder.close()
    pages = clear_pages(place / "main-1.db", folder.vault.locks.keys.k_main).lower()
    assert OPEN.lower().encode() in pages
    assert MARK.lower().encode() not in pages
    assert not [path for path in place.rglob("*") if MARK.lower() in path.name.lower()]
    open_folder(place, SHEET, MemoryKeychain()).close()
