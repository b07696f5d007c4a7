"""What changes in the folder reaches the page in view, and the plain files after a pause."""

from __future__ import annotations

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.ui import changes
from ensdesk.vault import folder_lock
from tests.ui.pages.inside import seen


def test_after_a_pause_the_journals_are_brought_in(comes_in, folder, qtbot, monkeypatch):
    """Not while changes come one after the other."""
    monkeypatch.setattr(changes, "PAUSE", 50)
    person = comes_in(folder)
    journal = folder.vault.path / f"{folder.vault.locks.file_names.main}-wal"
    folder.save(Allergy(substance="Latex"))
    assert journal.stat().st_size > 0
    person.settle()
    qtbot.waitUntil(lambda: journal.stat().st_size == 0)


def test_an_opening_on_another_computer_is_told(comes_in, folder, qtbot, monkeypatch):
    """At the next pause: two programs must not go on with one folder."""
    monkeypatch.setattr(changes, "PAUSE", 50)
    person = comes_in(folder)
    (folder.vault.path / "lock").write_text('["another", 2, "computer"]')
    folder.save(Allergy(substance="Latex"))
    words = "Ce dossier vient d’être ouvert sur un autre ordinateur."
    qtbot.waitUntil(lambda: words in seen(person))
    assert folder_lock.TakenOver().what() == words


def test_the_page_in_view_hears_of_what_is_written_behind_it(comes_in, folder):
    """A list that came in from another computer, or from a paper that was on its way."""
    person = comes_in(folder)
    person.press("Mes papiers")
    assert "Ordonnance de mars" not in seen(person)
    folder.save(Document(name="Ordonnance de mars"))
    assert "Ordonnance de mars" in seen(person)
