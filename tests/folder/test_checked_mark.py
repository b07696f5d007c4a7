"""« Vérifier une feuille »: a mark tells when, what left, and what changed since."""

import pytest

from ensdesk.folder.checked_mark import MOST, UnknownMark, check_mark
from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.acts import Act


def test_a_sheet_that_still_is_right(folder):
    """Printing itself is no change."""
    mark = folder.anchor()
    folder.note(Act.SHEET_PRINTED, "emergency")
    found = check_mark(folder, mark.lower().replace("-", " "))
    assert found.printed.words == "emergency"
    assert found.since == ()
    assert not found.more


def test_what_changed_since(folder):
    """The latest first."""
    mark = folder.anchor()
    folder.save(Allergy(substance="Latex"))
    folder.save(Allergy(substance="Noix"))
    found = check_mark(folder, mark)
    assert found.printed is None
    assert [line.words for line in found.since] == ["Noix", "Latex"]


def test_of_many_changes_the_latest_are_told(folder):
    """And that there are more."""
    mark = folder.anchor()
    for number in range(MOST + 3):
        folder.save(Allergy(substance=f"Allergie {number}"))
    found = check_mark(folder, mark)
    assert len(found.since) == MOST
    assert found.more


@pytest.mark.parametrize("typed", ["", "7KQF", "7KQF-02MX-9T4C-HB1Z", "<b>&", "é" * 10_000])
def test_any_other_mark_is_told(folder, typed):
    """Nothing that is typed is a bug."""
    with pytest.raises(UnknownMark):
        check_mark(folder, typed)
