"""A whole journey by commands: an example, a paper, a word of it, sheets, copies, the check."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ensdesk.cli import run
from ensdesk.folder.people import HELPER, add_person
from ensdesk.paper.centre_sheets import CENTRE_SHEETS
from ensdesk.paper.sheets import SHEETS
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from tests.fakes import SHEET, empty_folder

MARIE = SheetWords(words_of(b"\2" * 16))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A laboratory result of two pages, made here."""
    place = tmp_path / "resultat.pdf"
    canvas = Canvas(str(place))
    canvas.drawString(100, 700, "Laboratoire des Lilas, le 12 mars 2026")
    canvas.drawString(100, 670, "Ferritine 45")
    canvas.showPage()
    canvas.drawString(100, 700, "Deuxieme page : thyroglobuline")
    canvas.save()
    return place


@pytest.fixture
def words(tmp_path: Path) -> str:
    """The file of --words-file: the 12 words of a key sheet, which open in no time."""
    place = tmp_path / "words"
    place.write_text(SHEET.words, encoding="utf-8")
    return str(place)


def asked(*given: object) -> int:
    """Run one command; no tour is asked for here."""
    return run([str(part) for part in given], lambda _out: None)


def test_the_whole_journey_by_commands(tmp_path, paper, words, capsys):
    """demo, add, find, print, export, import, check: each says 0 and does what it says."""
    here, there = tmp_path / "a", tmp_path / "b"
    key = ("--words-file", words)
    assert asked("demo", here, *key) == 0
    assert asked("add", here, paper, *key) == 0
    capsys.readouterr()
    assert asked("find", here, "thyroglob", "--json", *key) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert (hit["kind"], hit["page"]) == ("document", 2)
    for sheet in (one.name for one in SHEETS):
        out = tmp_path / f"{sheet}.pdf"
        assert asked("print", sheet, here, out, *key) == 0
        assert len(pikepdf.open(out).pages) >= 1
    for way in ("readable", "sealed"):
        out = tmp_path / f"{way}.zip"
        assert asked("export", way, here, out, "--for", "Marie", "--why", "au cas où", *key) == 0
        other = there / way
        assert asked("new", other, "--given", "J", "--family", "E", "--born", "1948", *key) == 0
        assert asked("import", out, other, *key) == 0
        capsys.readouterr()
        assert asked("find", other, "thyroglob", "--json", *key) == 0
        assert json.loads(capsys.readouterr().out) == [hit]
        assert asked("find", other, "metformine", *key) == 0
        told = capsys.readouterr()
        assert ("Metformine 850 mg" in told.out, told.err) == (True, "")
        assert asked("find", other, "maitformine", *key) == 0
        told = capsys.readouterr()
        assert "Metformine 850 mg" in told.out
        assert "presque pareil" in told.err
        assert asked("check", other, *key) == 0
    assert asked("check", here, *key) == 0


def test_a_double_is_made_and_comes_back_by_commands(tmp_path, paper, words, capsys):
    """With the key sheet alone, on an empty place; what cannot be is one sentence."""
    here, key = tmp_path / "a", ("--words-file", words)
    stick, there = tmp_path / "stick", tmp_path / "b"
    stick.mkdir()
    asked("demo", here, *key)
    asked("add", here, paper, *key)
    assert asked("double", here, stick, *key) == 0
    assert "Votre double est fait et relu." in capsys.readouterr().out
    assert asked("restore", stick, there, *key) == 0
    assert "Papiers : 1" in capsys.readouterr().out.replace("\u00a0", " ")
    assert asked("check", there, *key) == 0
    capsys.readouterr()
    assert asked("find", there, "thyroglob", *key) == 0
    assert capsys.readouterr().out
    assert asked("restore", stick, there, *key) == 1
    (file,) = here.glob("documents/*/*.age")
    file.write_bytes(b"damaged")
    (on_key,) = stick.glob("*/documents/*/*.age")
    on_key.unlink()
    assert asked("double", here, stick, *key) == 0
    assert "pas dans le double" in capsys.readouterr().out
    assert asked("restore", stick, tmp_path / "c", *key) == 0
    assert "ne donne plus" in capsys.readouterr().out


def test_two_computers_agree_by_commands(tmp_path, paper, words, capsys):
    """A folder comes back elsewhere; each adds a paper; news go both ways."""
    one, other, key = tmp_path / "one", tmp_path / "other", tmp_path / "key"
    key.mkdir()
    with_words = ("--words-file", words)
    assert asked("demo", one, *with_words) == 0
    assert asked("double", one, key, *with_words) == 0
    assert asked("restore", key, other, *with_words) == 0
    assert asked("add", other, paper, *with_words) == 0
    capsys.readouterr()
    assert asked("news", other, key, *with_words) == 0
    put = capsys.readouterr().out.strip()
    assert Path(put).parent == key
    assert asked("merge", put, one, *with_words) == 0
    assert "1" in capsys.readouterr().out
    assert asked("find", one, "thyroglob", *with_words) == 0
    assert capsys.readouterr().out
    assert asked("merge", put, other, *with_words) == 1
    assert asked("check", one, *with_words) == 0


def test_the_sheets_have_names(capsys):
    """`print --list` says one name a line."""
    assert asked("print", "--list") == 0
    named = [*(sheet.name for sheet in SHEETS), *CENTRE_SHEETS]
    assert capsys.readouterr().out.split() == named


def test_the_sheets_of_a_centre_need_no_folder(tmp_path):
    """No words are asked for: they are about nobody."""
    for name in CENTRE_SHEETS:
        out = tmp_path / f"{name}.pdf"
        assert asked("print", name, out) == 0
        assert len(pikepdf.open(out).pages) == 1


def test_wrong_words_are_one_sentence_and_no_trace(tmp_path, words, capsys):
    """The exit code is 1, and stderr holds a sentence for people."""
    asked("demo", tmp_path / "a", "--words-file", words)
    other = tmp_path / "other"
    other.write_text("des mots qui ne sont pas les bons du tout", encoding="utf-8")
    capsys.readouterr()
    assert asked("check", tmp_path / "a", "--words-file", other) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Traceback" not in told


def test_wrong_usage_is_exit_2_and_repeats_nothing(capsys):
    """What was typed may be private."""
    with pytest.raises(SystemExit) as left:
        asked("find", "--nonsense-secret")
    assert left.value.code == 2
    assert "nonsense" not in capsys.readouterr().err


@pytest.mark.parametrize("born", ["demain", "2999-01-01", "31/02/1950"])
def test_a_birth_date_that_cannot_be_is_refused(tmp_path, words, born):
    """Nothing is on the disk after a no."""
    place = tmp_path / "a"
    given = ("--given", "J", "--family", "E", "--born", born, "--words-file", words)
    assert asked("new", place, *given) == 1
    assert not place.exists()


def test_values_may_come_from_standard_input(tmp_path, words, monkeypatch, capsys):
    """`-` is one line of stdin: what is looked for is never an argument of a process."""
    import io

    asked("demo", tmp_path / "a", "--words-file", words)
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("ramipril\n"))
    assert asked("find", tmp_path / "a", "-", "--words-file", words) == 0
    assert "Ramipril 5 mg" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["jeanne 1948", "123456", "soleil"])
def test_a_folder_is_not_made_with_words_that_are_easy_to_guess(tmp_path, capsys, line):
    """The command is as strict as the page."""
    place, file = tmp_path / "a", tmp_path / "words"
    file.write_text(line, encoding="utf-8")
    given = ("--given", "Jeanne", "--family", "E", "--born", "1948", "--words-file", file)
    assert asked("new", place, *given) == 1
    assert "trop faciles" in capsys.readouterr().err
    assert not place.exists()


def test_five_proposed_words_open_from_the_command_too(tmp_path, capsys):
    """They stand in the list of the key sheet, and yet are not twelve."""
    file = tmp_path / "words"
    file.write_text("abeille armoire nuage fontaine tilleul", encoding="utf-8")
    key = ("--words-file", file)
    assert asked("demo", tmp_path / "a", *key) == 0
    assert asked("find", tmp_path / "a", "ramipril", *key) == 0
    assert "Ramipril" in capsys.readouterr().out


def test_who_helps_is_listed_and_copies_nothing_out(
    tmp_path: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy that leaves the folder needs a secret of the person whose folder it is."""
    folder = empty_folder(tmp_path / "dossier")
    add_person(folder, "Marie", HELPER, MARIE)
    folder.close()
    place = folder.vault.path
    assert asked("people", place, "--words-file", words) == 0
    assert capsys.readouterr().out == "Marie\thelper\t\n"
    hers = tmp_path / "hers"
    hers.write_text(MARIE.words, encoding="utf-8")
    out, to_whom = tmp_path / "copie.zip", ("--for", "Docteur Martin", "--why", "visite")
    for file, code in ((hers, 1), (words, 0)):
        asking = ("export", "readable", place, out, *to_whom, "--words-file", file)
        assert asked(*asking) == code
        assert out.exists() == (code == 0)
