"""The small program in each double reads it all, with the key sheet and without ensdesk."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from ensdesk.folder.doubling import double_to
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.record.payload import to_payload
from ensdesk.vault.double_layout import paper_path
from ensdesk.vault.recovery_words import new_words
from tests.fakes import SHEET, filled_folder
from tests.vault.drawers import damage
from tests.vault.test_double import add_paper

Rescue = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path, french: None) -> Any:
    """The folder of the invented person, with a paper, something private, something taken away."""
    made = filled_folder(tmp_path / "folder")
    add_paper(made.vault, b"papier")
    assert made.vault.private is not None
    made.vault.private.revisions.write([Allergy(substance="Latex <b>&")])
    add_paper(made.vault, b"secret", made.vault.private)
    made.save(gone := Allergy(substance="Pollen"))
    made.retire(gone)
    yield made
    made.close()


@pytest.fixture
def double(folder: Any, tmp_path: Path) -> Path:
    key = tmp_path / "BLEUE"
    key.mkdir()
    return double_to(folder, key).double.path


@pytest.fixture
def rescue(double: Path, tmp_path: Path) -> Rescue:
    """Run the rescue.py of the double, as somebody who has only the key and the 12 words."""

    def run(words: str = SHEET.words, *more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", str(double / "rescue.py"), str(tmp_path / "out"), *more],
            input=words + "\n",
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
            cwd=tmp_path,
        )

    return run


def test_it_knows_nothing_of_the_program(double: Path) -> None:
    """One file, public libraries; the page it was written from lies beside it."""
    text = (double / "rescue.py").read_text("utf-8")
    assert not re.search(r"^\s*(from|import) ensdesk", text, re.MULTILINE)
    page = (double / "FORMAT.md").read_text("utf-8")
    for title in ("# The format of a folder", "holds on the disk: data", "# What a double holds"):
        assert title in page


def test_every_record_and_paper_comes_out(folder: Any, rescue: Rescue, tmp_path: Path) -> None:
    """The same values as in the folder, of both drawers; the PDF says them, markup and all."""
    done = rescue()
    assert done.returncode == 0, done.stderr
    out = tmp_path / "out"
    written = json.loads((out / "dossier.json").read_text("utf-8"))
    for name, drawer in (("main", folder.vault.main), ("private", folder.vault.private)):
        there = {
            record["id"]: record["values"]
            for record in written[name]["records"]
            if record["state"] == "live"
        }
        here = {
            record.id: [to_payload(record)]
            for kind in KINDS
            for record in drawer.revisions.records(kind)
        }
        assert there == json.loads(json.dumps(here))
        assert here
    retired = [one for one in written["main"]["records"] if one["state"] == "retired"]
    assert [one["values"][0]["substance"] for one in retired] == ["Pollen"]
    papers = {(out / row["file"]).read_bytes() for row in written["main"]["papers"]}
    assert papers == {b"papier"}
    (hidden,) = written["private"]["papers"]
    assert (out / hidden["file"]).read_bytes() == b"secret"
    assert "AGE-SECRET-KEY" not in (out / "dossier.json").read_text("utf-8")
    pdf = pypdfium2.PdfDocument(out / "dossier.pdf")
    words = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "Latex <b>&" in words
    assert "Metformine" in words
    assert "Rien que pour moi" in words
    assert "Pollen" not in words
    for line in ("Date de naissance : 14/07/1948", "Combien : 68,4", "1 comprimé, matin"):
        assert line in words
    assert "life-threatening" not in words
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in out.rglob("*")}
    assert modes == {0}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (new_words(), "n’ouvrent pas ce double"),
        ("abaisser " * 12, "ne vont pas ensemble"),
        ("abaisser " * 11, "Il faut 12 mots, et pas 11"),
        ("abaisser " * 6 + "zzzz " + "abaisser " * 5, "Le mot 7"),
        ("abaisser " * 6 + "abaissé " + "abaisser " * 5, "ne vont pas ensemble"),
    ],
    ids=["another sheet", "one word", "eleven", "not in the list", "an accent"],
)
def test_wrong_words_are_one_sentence(
    rescue: Rescue, tmp_path: Path, words: str, sentence: str
) -> None:
    """Nothing is written."""
    done = rescue(words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert not (tmp_path / "out").exists()


def test_four_letters_are_enough(rescue: Rescue) -> None:
    """As at the program itself: no accents, capitals, numbers between."""
    assert rescue("1. ABAI " * 11 + "12. abei").returncode == 0


def test_what_is_damaged_is_passed_over_or_told(
    folder: Any, double: Path, rescue: Rescue, tmp_path: Path
) -> None:
    """An older state takes the place of a damaged one; a lost paper is counted."""
    double_to(folder, double.parent)
    damage(double / "snapshot-2/main-1.db", 3)
    (paper, *_other) = (row.kept.name for row in folder.vault.main.papers.all())
    paper_path(double, paper).write_bytes(b"?")
    done = rescue()
    assert done.returncode == 0, done.stderr
    assert "L’état 2 n’est pas entier." in done.stderr
    assert "snapshot-1" in done.stdout
    assert "1 papiers perdus" in done.stdout
    shutil.rmtree(tmp_path / "out")
    assert "aucun double entier" in rescue(SHEET.words, "--snapshot", "2").stderr
    (double / "snapshot-1/header.a").write_bytes(b"")
    (double / "snapshot-1/manifest").unlink()
    assert "aucun double entier" in rescue().stderr


def test_without_its_words_it_prints_the_codes(
    double: Path, rescue: Rescue, tmp_path: Path
) -> None:
    """Of less help, and nothing is missing."""
    (double / "words.json").write_bytes(b"{")
    assert rescue().returncode == 0
    pdf = pypdfium2.PdfDocument(tmp_path / "out" / "dossier.pdf")
    words = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "born : 1948-07-14" in words


def test_a_forged_header_is_refused(double: Path, rescue: Rescue) -> None:
    """Right by its digests and its manifest, but not signed by the folder."""
    import hashlib

    from ensdesk.vault.double_layout import _text
    from ensdesk.vault.header_bytes import decode, encode

    state = double / "snapshot-1"
    header = decode((state / "header.a").read_bytes())
    forged = encode(header.__class__(**{**vars(header), "generation": header.generation + 1}))
    manifest = json.loads((state / "manifest").read_bytes().split(b"\n")[0])
    for name in ("header.a", "header.b"):
        (state / name).write_bytes(forged)
        manifest["files"][name] = [len(forged), hashlib.sha256(forged).hexdigest()]
    (state / "manifest").write_bytes(_text(manifest))
    done = rescue()
    assert done.returncode == 1
    assert "changée ou abîmée" in done.stderr


def test_it_writes_into_a_new_place_alone(rescue: Rescue, tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "out").mkdir()
    done = rescue()
    assert done.returncode == 1
    assert "existe déjà" in done.stderr
