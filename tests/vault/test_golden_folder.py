"""A folder of every released format opens, is whole, and goes on."""

from __future__ import annotations

import contextlib

import pytest

from ensdesk.folder.doubling import double_to
from ensdesk.folder.opening import open_folder
from ensdesk.folder.restoring import bring_back_to, open_restored, the_double
from ensdesk.kinds.allergy import Allergy
from tests.fakes import SHEET, MemoryKeychain, empty_folder
from tests.folder.second import second_computer, tell
from tests.vault.golden_folder import GOLDEN, MARIE, held_by, opened, taken_out

EACH = sorted(path.name for path in GOLDEN.glob("*.zip"))
_SCHEMA = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"


@pytest.fixture(params=EACH)
def golden(request, tmp_path):
    """Where a golden folder was unpacked, and what it held when it was made."""
    return taken_out(request.param, tmp_path / "golden")


def test_there_is_one_for_the_first_format():
    """They are kept for good."""
    assert "folder-1.zip" in EACH


def test_it_opens_and_holds_what_it_held(golden):
    """Every line, paper and removed thing; the opening is one line more in the journal."""
    place, holds = golden
    with contextlib.closing(opened(place)) as folder:
        found = held_by(folder)
        assert found.pop("lines") == holds.pop("lines") + 1
        assert found == holds
        assert folder.vault.check().findings == ()
        assert {one.substance for one in folder.drawers.hidden()} == {"Latex"}


def test_its_tables_are_those_of_a_new_folder(golden, tmp_path):
    """Whatever steps the schema took since: a table is never changed but by a step."""
    with (
        contextlib.closing(opened(golden[0])) as folder,
        contextlib.closing(empty_folder(tmp_path / "new")) as new,
    ):
        for old, fresh in zip(folder.vault.drawers, new.vault.drawers, strict=True):
            assert old.connection.rows(_SCHEMA) == fresh.connection.rows(_SCHEMA)


def test_who_helps_opens_it_too(golden):
    """And sees nothing that is hidden."""
    with contextlib.closing(open_folder(golden[0], MARIE, MemoryKeychain())) as folder:
        assert folder.helped_by == "Marie"
        assert "Latex" not in {one.substance for one in folder.records(Allergy)}


def test_it_is_doubled_and_comes_back(golden, tmp_path):
    """On another computer, with the key sheet alone."""
    key = tmp_path / "BLEUE"
    key.mkdir()
    with contextlib.closing(opened(golden[0])) as folder:
        double_to(folder, key)
        held = held_by(folder)
    keychain = MemoryKeychain()
    back = bring_back_to(tmp_path / "new", the_double(key), SHEET, keychain)
    with contextlib.closing(open_restored(back, SHEET, keychain)) as folder:
        found = held_by(folder)
        assert {**found, "lines": 0} == {**held, "lines": 0}


def test_two_computers_go_on_with_it(golden, tmp_path):
    """What one writes comes to the other."""
    with (
        contextlib.closing(opened(golden[0])) as folder,
        contextlib.closing(second_computer(folder, tmp_path / "second")) as other,
    ):
        other.save(Allergy(substance="Arachide"))
        tell(other, folder, tmp_path)
        assert "Arachide" in {one.substance for one in folder.records(Allergy)}
