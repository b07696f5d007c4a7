"""The two commands: what they find missing, what they remember, what they say."""

import ast
import errno
import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
LISTS = ("locked.txt", "locked-check.txt")


@pytest.fixture
def part(monkeypatch):
    """Return one of the scripts by its name, imported as they import each other."""
    monkeypatch.syspath_prepend(str(PACKAGING))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load


# What the computer lacks


def test_a_computer_with_everything_lacks_nothing(part):
    """No package is asked for when all is there."""
    needs = part("needs")
    yes = lambda _name: True  # noqa: E731
    assert (
        needs.missing_packages(check=True, has_library=yes, has_program=yes, has_module=yes) == []
    )


def test_a_bare_debian_lacks_the_libraries_and_the_venv(part):
    """Every library has its package, and the venv module its own."""
    needs = part("needs")
    no = lambda _name: None  # noqa: E731
    lacking = needs.missing_packages(check=False, has_library=no, has_program=no, has_module=no)
    assert lacking == sorted({*needs.LIBRARIES.values(), "python3-venv"})
    more = needs.missing_packages(check=True, has_library=no, has_program=no, has_module=no)
    assert {*more} - {*lacking} == {*needs.CHECK_PROGRAMS.values()}


def test_one_missing_library_gives_one_package(part):
    """Only what is missing is asked for."""
    needs = part("needs")
    lacking = needs.missing_packages(
        check=False,
        has_library=lambda name: name != "libxcb-cursor.so.0",
        has_module=lambda _name: True,
    )
    assert lacking == ["libxcb-cursor0"]


def test_what_a_screen_reader_needs_is_named_by_its_package(part):
    """All, nothing, or the one that is missing."""
    reader = part("screen_reader")
    assert reader.missing(lambda _name: True, lambda _place: True) == []
    every = {*reader.PROGRAMS.values(), *reader.FILES.values()}
    assert {*reader.missing(lambda _name: None, lambda _place: False)} == every
    assert reader.missing(lambda name: name != "xdotool", lambda _place: True) == ["xdotool"]


def test_a_pip_of_the_system_makes_up_for_a_cut_python(part):
    """Without ensurepip but with pip, nothing has to be asked for."""
    needs = part("needs")
    lacking = needs.missing_packages(
        check=False, has_library=lambda _name: True, has_module=lambda name: name == "pip"
    )
    assert lacking == []


@pytest.mark.parametrize(
    ("sudo", "lists", "line"),
    [
        (True, True, "sudo apt-get install -y --no-install-recommends a b"),
        (False, True, "apt-get install -y --no-install-recommends a b"),
        (True, False, "sudo apt-get update && sudo apt-get install -y --no-install-recommends a b"),
    ],
)
def test_the_line_to_ask_for(part, sudo, lists, line):
    """One line, ready to be typed by somebody who may."""
    assert part("needs").apt_line(["a", "b"], sudo=sudo, lists=lists) == line


def test_a_plain_user_is_told_the_line_and_nothing_is_installed(part, monkeypatch):
    """A person without the right gets the line, not a try."""
    needs, stop = part("needs"), part("stop")
    monkeypatch.setattr(needs.sys, "platform", "linux")
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(needs, "missing_packages", lambda **_: ["libegl1"])
    with pytest.raises(stop.Stop) as told:
        needs.provide(check=False)
    assert "sudo apt-get install" in told.value.to_do
    assert told.value.to_do.count("libegl1") == 1


# What a script does, asked before it does it


@pytest.mark.parametrize(
    "name", ["check", "faults", "bench", "matrix", "journeys", "screen_reader"]
)
@pytest.mark.parametrize(("word", "code"), [("--help", 0), ("--hepl", 2)])
def test_a_script_says_what_it_does_and_does_nothing(tmp_path, name, word, code):
    """Nothing is prepared or measured for who only asks; a word it does not know is told."""
    here = tmp_path / "packaging"
    shutil.copytree(PACKAGING, here, ignore=shutil.ignore_patterns("__pycache__"))
    before = {path.name for path in tmp_path.iterdir()}
    asked = [sys.executable, "-B", here / f"{name}.py", word]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (code, not code, bool(code))
    assert {path.name for path in tmp_path.iterdir()} == before


# What is remembered


def ready_notes(part):
    ready = part("ready")
    full = ready.Ready(python="cpython-311", root="/p", pieces="a", check_pieces="b", words="c")
    return ready, full


def test_a_prepared_folder_has_nothing_left_to_do(part):
    """The second start does nothing."""
    ready, full = ready_notes(part)
    assert ready.steps_left(full, full, check=True) == []


def test_a_fresh_folder_has_all_to_do(part):
    """Nothing stands yet."""
    ready, full = ready_notes(part)
    assert ready.steps_left(full, ready.Ready(), check=False) == ["venv", "pieces", "words"]


@pytest.mark.parametrize(
    ("changed", "check", "steps"),
    [
        ({"words": "old"}, False, ["words"]),
        ({"pieces": "old"}, False, ["pieces"]),
        ({"check_pieces": ""}, False, []),
        ({"check_pieces": ""}, True, ["pieces"]),
        ({"python": "cpython-310"}, False, ["venv", "pieces", "words"]),
        ({"root": "/elsewhere"}, False, ["venv", "pieces", "words"]),
    ],
)
def test_only_what_changed_is_done_again(part, changed, check, steps):
    """New words do not fetch pieces; a moved folder or a new Python starts over."""
    ready, full = ready_notes(part)
    have = ready.Ready(**{**vars(full), **changed})
    assert ready.steps_left(full, have, check=check) == steps


def test_a_note_is_kept_and_a_damaged_one_is_no_note(part, monkeypatch, tmp_path):
    """What is noted comes back; anything unreadable means starting over."""
    ready, full = ready_notes(part)
    built = tmp_path / "words.mo"
    built.write_bytes(b"x")
    monkeypatch.setattr(ready, "NOTE", tmp_path / "note.json")
    monkeypatch.setattr(ready, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(ready, "BUILT_WORDS", built)
    ready.remember(full, ready.Ready(), check=True)
    assert ready.found() == full
    built.unlink()
    assert ready.found().words == ""
    ready.NOTE.write_text('{"python": ')
    assert ready.found() == ready.Ready()


def test_starting_keeps_what_checking_had_added(part, monkeypatch, tmp_path):
    """A start after a check does not make the next check fetch its pieces again."""
    ready, full = ready_notes(part)
    monkeypatch.setattr(ready, "NOTE", tmp_path / "note.json")
    ready.remember(full, full, check=False)
    assert '"check_pieces": "b"' in ready.NOTE.read_text()


# What is said


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("ERROR: [Errno 28] No space left on device", "FULL"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "NOT_THE_SAME"),
        ("ProxyError('Cannot connect to proxy.')", "PROXY"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED]", "NOT_TRUSTED"),
        (
            "[Errno -3] Temporary failure in name resolution\nNo matching distribution",
            "NO_INTERNET",
        ),
        ("ERROR: No matching distribution found for x==1", "NOT_MADE_FOR"),
        ("Permission denied: '.venv'", "NO_RIGHT"),
        ("something else", "UNKNOWN"),
    ],
)
def test_each_failure_has_its_sentence(part, output, name):
    """The words of pip and apt become one sentence and one thing to do."""
    stop = part("stop")
    told = stop.stop_from_output(output)
    assert (told.what, told.to_do) == getattr(stop, name)


@pytest.mark.parametrize(("number", "name"), [(errno.ENOSPC, "FULL"), (errno.EACCES, "NO_RIGHT")])
def test_each_refusal_of_the_system_has_its_sentence(part, number, name):
    """A full disk and a missing right are told apart."""
    stop = part("stop")
    told = stop.stop_from_error(OSError(number, "refused"))
    assert (told.what, told.to_do) == getattr(stop, name)


# The locked lists


@pytest.mark.parametrize("name", LISTS)
def test_every_locked_piece_has_fingerprints(name):
    """Each piece is pinned and hashed; nothing else stands in the list."""
    text = (PACKAGING / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pieces = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert pieces
    for piece in pieces:
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ;[^-]+)?( +--hash=sha256:[0-9a-f]{64})+", piece), (
            piece
        )


@pytest.mark.parametrize("path", sorted(PACKAGING.glob("*.*")), ids=lambda path: path.name)
def test_no_address_stands_in_packaging(path):
    """Where pieces come from is the business of each computer."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|\b[\w-]+\.(org|com|net|io)\b", text)


def test_every_direct_dependency_is_locked_within_its_bounds():
    """The lists follow pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    check = project["optional-dependencies"]["check"]
    for name, asked in zip(LISTS, (project["dependencies"], check), strict=True):
        text = (PACKAGING / name).read_text(encoding="utf-8")
        locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))
        for line in asked:
            wanted = Requirement(line)
            assert locked[canonicalize_name(wanted.name)] in wanted.specifier, line


@pytest.mark.parametrize(
    ("wheel", "ours"),
    [
        ("reportlab-5.1.0-py3-none-any.whl", True),
        ("pillow-13.0.0-cp312-cp312-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl", True),
        ("pillow-13.0.0-cp313-cp313t-win_amd64.whl", False),
        ("pillow-13.0.0-cp310-cp310-win_amd64.whl", False),
        ("shiboken6-6.11.3-cp310-abi3-macosx_13_0_universal2.whl", True),
        ("cffi-2.1.1-cp311-cp311-musllinux_1_2_x86_64.whl", False),
    ],
)
def test_only_files_for_our_systems_are_listed(part, wheel, ours):
    """A fingerprint is kept for the Pythons and systems we mean to run on."""
    assert part("lock").suits(wheel) is ours


# The French catalogue


def catalogue(*entries):
    french = Catalog(locale="fr")
    for text, words, *flags in entries:
        french.add(text, words, flags=flags)
    return french


GOOD = (("Open", "Ouvrir"), ("{n} left", "encore {n}"), (("{count} page", "{count} pages"),) * 2)
ASKED = {text: "a.py:1" for text, _ in GOOD}


def test_a_complete_catalogue_has_no_fault(part):
    """Every text asked for, and no other, has its French."""
    assert [*part("catalogue").faults(ASKED, catalogue(*GOOD))] == []


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (GOOD[1:], "a.py:1: pas de français pour 'Open'"),
        ((("Open", ""), *GOOD[1:]), "français vide pour 'Open'"),
        ((("Open", "Ouvrir", "fuzzy"), *GOOD[1:]), "à confirmer (fuzzy) pour 'Open'"),
        ((*GOOD, ("Close", "Fermer")), "plus demandé nulle part : 'Close'"),
        ((GOOD[0], ("{n} left", "encore {m}"), GOOD[2]), "d’autres {places}"),
        ((*GOOD[:2], ("{count} page", "{count} page")), "pas de français pour ('{count} page'"),
    ],
)
def test_each_fault_of_a_catalogue_is_found(part, entries, said):
    """Missing, empty, unsure, left over, filled in differently, or without its plural."""
    found = [*part("catalogue").faults(ASKED, catalogue(*entries))]
    assert any(said in fault for fault in found)


def test_texts_are_found_in_the_sources(part, tmp_path):
    """Marked, shown and counted texts are all asked for."""
    source = '_("One")\nN_("Two "\n   "halves")\nplural("a page", "pages", 3)\n_(name)\n'
    (tmp_path / "some.py").write_text(source)
    assert {*part("catalogue").asked_in(tmp_path)} == {"One", "Two halves", ("a page", "pages")}


def test_words_are_built_whole(part, tmp_path):
    """The built words speak, and no half-written file stays."""
    po, mo = tmp_path / "x.po", tmp_path / "x.mo"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Open"\nmsgstr "Ouvrir"\n',
    )
    part("catalogue").build(po, mo)
    assert b"Ouvrir" in mo.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.mo", "x.po"]


# The menu, the start, the table


def test_the_menu_entry_survives_odd_paths(part):
    """Spaces, dollars, quotes and percents reach the program as they are."""
    entry = part("menu_entry").desktop_entry(Path('/h/Jean "d" $1/50%/python'), Path("/i/e.svg"))
    assert 'Exec="/h/Jean \\\\"d\\\\" \\\\$1/50%%/python" -P -m ensdesk\n' in entry
    assert "Icon=/i/e.svg\n" in entry


def test_the_menu_entry_goes_where_menus_look(part, monkeypatch, tmp_path):
    """The person's own place for entries is used, and renewed only when it changed."""
    menu = part("menu_entry")
    monkeypatch.setattr(menu.sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert menu.add() == tmp_path / "applications" / "ensdesk.desktop"
    assert "Terminal=false" in menu.add().read_text(encoding="utf-8")


def test_the_program_gets_its_own_arguments(part):
    """What start.py does not know goes to the program."""
    start = part("start")
    assert start.read(["find", "dir", "-", "--json"]) == (
        ["find", "dir", "-", "--json"],
        False,
        None,
    )
    assert start.read(["--only-setup"]) == ([], True, None)
    assert start.read(["--tour", "out"]) == ([], False, "out")


def test_a_computer_without_a_display_is_recognised(part, monkeypatch):
    """Neither X nor Wayland nor a chosen platform: no window can be shown."""
    start = part("start")
    monkeypatch.setattr(start.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not start.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert start.has_display()


@pytest.mark.parametrize("name", ["start.py", "check.py"])
def test_an_old_python_can_read_the_command_and_be_told(name):
    """Python 3.8 must get as far as the sentence about its age."""
    ast.parse((PACKAGING / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_a_step_that_fails_is_told_and_the_others_are_taken(part, monkeypatch, capfd):
    """The lines of a failed step are shown; its code and last line are kept."""
    check = part("check")
    monkeypatch.setattr(part("places"), "PYTHON", Path(sys.executable))
    bad = check.take(check.Step(name="bad", command=("-c", "print('why'); raise SystemExit(3)")))
    good = check.take(check.Step(name="good", command=("-c", "print('fine')")))
    assert (bad.code, bad.last_line, good.code) == (3, "why", 0)
    told = capfd.readouterr().out
    assert "why" in told
    assert "fine" not in told


def test_the_table_has_a_line_a_step_and_the_sum(part):
    """Each step is there with its seconds, then all of them."""
    check = part("check")
    outcomes = [
        check.Outcome(name="a", code=0, seconds=1),
        check.Outcome(name="b", code=1, seconds=2),
    ]
    first, second, last = check.table(outcomes).splitlines()
    assert first.startswith("bonne")
    assert second.startswith("ratée")
    assert "3.0 s" in last


def test_the_menu_entry_is_added_once(part, monkeypatch, tmp_path, capsys):
    """An entry that the person removed does not come back by itself."""
    start, places = part("start"), part("places")
    monkeypatch.setattr(part("menu_entry").sys, "platform", "linux")
    monkeypatch.setattr(places, "IN_MENU", tmp_path / "in-menu.txt")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    start.add_to_menu()
    assert "dans le menu" in capsys.readouterr().out
    (tmp_path / "applications" / "ensdesk.desktop").unlink()
    start.add_to_menu()
    assert not (tmp_path / "applications" / "ensdesk.desktop").exists()


def test_only_root_by_sudo_steps_back(part, monkeypatch):
    """A real root and a plain user stay who they are."""
    sudo = part("sudo")
    monkeypatch.setattr(sudo.os, "geteuid", lambda: 0)
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert sudo.person() is None
    monkeypatch.setenv("SUDO_UID", "1000")
    monkeypatch.setenv("SUDO_GID", "1000")
    assert sudo.person() == (1000, 1000)
    monkeypatch.setattr(sudo.os, "geteuid", lambda: 1000)
    assert sudo.person() is None
