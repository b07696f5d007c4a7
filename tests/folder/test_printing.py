"""Sheets on paper, and when they no longer tell the truth."""

import datetime

import pytest

from ensdesk.folder.due import due
from ensdesk.folder.printing import last_prints, printed, sheets_to_redo
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.record.partial_date import PartialDate
from tests.fakes import NOW, TODAY


def to_redo(folder):
    return [sheet.name for sheet in sheets_to_redo(folder, folder.contents())]


def test_a_sheet_just_printed_is_right(full_folder):
    """Nothing is due for a paper that says what the folder says."""
    for name in ("emergency", "week"):
        printed(full_folder, name, full_folder.contents())
    assert to_redo(full_folder) == []
    assert set(last_prints(full_folder)) == {"emergency", "week"}


def test_a_change_tells_only_the_sheets_that_show_it(full_folder):
    """An allergy is on the emergency sheet; a weight is on neither."""
    for name in ("emergency", "consent"):
        printed(full_folder, name, full_folder.contents())
    full_folder.retire(full_folder.records(Measurement)[0])
    assert to_redo(full_folder) == []
    full_folder.save(Allergy(substance="Pollen"))
    assert to_redo(full_folder) == ["emergency"]
    full_folder.undo()
    assert to_redo(full_folder) == []


def test_saying_that_there_is_none_changes_the_sheet(folder):
    """« Aucune connue » is not « non renseigné »."""
    printed(folder, "emergency", folder.contents())
    folder.declare_none(Allergy)
    assert to_redo(folder) == ["emergency"]


def test_a_medicine_that_ends_makes_the_paper_wrong_by_itself(folder):
    """No change of the folder, only a day that passes."""
    tomorrow = TODAY + datetime.timedelta(days=1)
    folder.save(Medication(name="Amoxicilline", until=PartialDate.of(TODAY)))
    printed(folder, "emergency", folder.contents())
    assert to_redo(folder) == []
    folder._clock = lambda: datetime.datetime.combine(tomorrow, NOW.timetz())
    assert to_redo(folder) == ["emergency"]


def test_the_home_page_asks_for_what_is_gravest_first(folder):
    """The key sheet before all; a sheet never printed comes last; three at most."""
    sheets = [one.sheet for one in due(folder, folder.contents(), TODAY)]
    assert sheets == ["", "emergency"]  # the key sheet first
    folder.prove_key_sheet()
    for name in ("emergency", "week", "summary"):
        printed(folder, name, folder.contents())
    assert due(folder, folder.contents(), TODAY) == ()
    folder.save(Medication(name="Doliprane"))
    duties = [one.sheet for one in due(folder, folder.contents(), TODAY)]
    assert duties == ["emergency", "week", "summary"]


@pytest.mark.parametrize(("days", "asked"), [(92, []), (93, ["emergency"])])
def test_an_emergency_sheet_is_made_again_after_three_months(folder, days, asked):
    """As it says itself, in large letters."""
    folder.prove_key_sheet()
    printed(folder, "emergency", folder.contents())
    later = TODAY + datetime.timedelta(days=days)
    found = due(folder, folder.contents(), later)
    assert [one.sheet for one in found if one.sheet] == asked
