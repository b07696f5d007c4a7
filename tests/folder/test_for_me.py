"""« Rien que pour moi »: hidden, shown again, on paper only when chosen, in no copy unasked."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.folder.bringing_back import bring_back
from ensdesk.folder.copying import amount, everything, look_inside, make_copy
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import encrypt_again, hide, is_on_emergency_sheet, may_hide, show_again
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import add_paper, keep_paper, paper_of
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.printing import last_prints, printed, sheet_pdf, sheets_to_redo
from ensdesk.folder.sheet_contents import private_of, shown_on
from ensdesk.folder.stays_on_sheet import EMERGENCY, staying
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.document_store import DamagedPaper
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from ensdesk.vault.storage_trouble import DiskFull
from tests.fakes import NOW, MemoryKeychain
from tests.paper import reading

MARIE = SheetWords(words_of(b"\2" * 16))
SECRET = Medication(name="Zyxomarkowine 5 mg")
OPEN = Medication(name="Doliprane 500 mg")
PAPER = Document(name="Lettre")


@pytest.fixture
def hiding(folder: Folder) -> Folder:
    """A folder with an open medicine and a private one."""
    folder.save(OPEN)
    folder.save(SECRET)
    hide(folder, SECRET)
    return folder


def paper_in(folder: Folder, tmp_path: Path) -> Document:
    file = tmp_path / "lettre.txt"
    file.write_text("Bonjour")
    return add_paper(folder, PAPER, keep_paper(folder.vault.documents, file))


def as_marie(folder: Folder) -> Folder:
    """Close the folder, and open it as Marie, who helps."""
    add_person(folder, "Marie", HELPER, MARIE)
    folder.close()
    return open_folder(folder.vault.path, MARIE, MemoryKeychain(), clock=lambda: NOW)


def test_what_can_be_private(hiding: Folder) -> None:
    """Any record or paper, but not who the person is nor what they agreed to; never for Marie."""
    assert may_hide(hiding, SECRET)
    assert may_hide(hiding, PAPER)
    assert not may_hide(hiding, hiding.single(Identity))
    assert not may_hide(hiding, hiding.single(Consent))
    marie = as_marie(hiding)
    assert not may_hide(marie, OPEN)
    for act in (hide, show_again):
        with pytest.raises(RuntimeError):
            act(marie, OPEN)
    marie.close()


def test_a_paper_is_written_again_under_another_key(folder: Folder, tmp_path: Path) -> None:
    """There and back; its old bytes go."""
    paper = paper_in(folder, tmp_path)
    documents = folder.vault.documents
    seen = []
    for act in (hide, show_again):
        row = paper_of(folder, paper.id)
        seen.append(row.kept.name)
        act(folder, paper, encrypt_again(documents, row))
    row = paper_of(folder, paper.id)
    assert list(documents.names()) == [row.kept.name]
    assert row.kept.name not in seen
    with documents.open(row.kept) as clear:
        assert clear.read() == b"Bonjour"
    assert folder.record(paper.id) == paper


def test_what_fails_leaves_no_second_bytes(folder: Folder, tmp_path: Path, monkeypatch) -> None:
    """The paper stays as it was."""
    paper = paper_in(folder, tmp_path)
    again = encrypt_again(folder.vault.documents, paper_of(folder, paper.id))

    def full(_job: object) -> None:
        raise DiskFull

    monkeypatch.setattr(folder.vault.private, "commit", full)
    with pytest.raises(DiskFull):
        hide(folder, paper, again)
    assert list(folder.vault.documents.names()) == [paper_of(folder, paper.id).kept.name]
    assert folder.open_part.record(paper.id) == paper


def test_damaged_bytes_are_told_before_anything_moves(folder: Folder, tmp_path: Path) -> None:
    """Nothing is written in their place."""
    paper = paper_in(folder, tmp_path)
    row = paper_of(folder, paper.id)
    path = folder.vault.documents.path(row.kept)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(DamagedPaper):
        encrypt_again(folder.vault.documents, row)
    assert list(folder.vault.documents.names()) == [row.kept.name]


def test_what_was_done_before_can_no_longer_be_undone(folder: Folder) -> None:
    """To take it back is to show it again."""
    folder.save(OPEN)
    folder.save(SECRET)
    changed = []
    folder.changed = changed.append
    hide(folder, SECRET)
    assert changed == [frozenset({Medication})]
    assert folder.undoes is not None
    assert folder.undoes.after == (OPEN,)
    show_again(folder, SECRET)
    assert folder.open_part.records(Medication) == (OPEN, SECRET)


def test_none_said_before_does_not_come_true_again(folder: Folder) -> None:
    """« Aucune connue » would be false on the sheet: the section is not filled in."""
    folder.declare_none(Allergy)
    first, second = Allergy(substance="Latex"), Allergy(substance="Pollen")
    for allergy in (first, second):
        folder.save(allergy)
    hide(folder, first)
    assert folder.open_part.section(Allergy).none_on is not None
    hide(folder, second)
    assert folder.open_part.section(Allergy).none_on is None
    marie = as_marie(folder)
    assert marie.section(Allergy).none_on is None
    marie.close()


def test_sheets_leave_it_out_unless_it_is_chosen(hiding: Folder) -> None:
    """One by one; a sheet that shows no medicines does not ask."""
    contents = hiding.open_part.contents()
    assert shown_on(hiding, contents, "week").records(Medication) == (OPEN,)
    assert private_of(hiding, "week") == (SECRET,)
    assert private_of(hiding, "vaccinations") == ()
    shown = shown_on(hiding, contents, "week", private=private_of(hiding, "week"))
    assert shown.records(Medication) == (OPEN, SECRET)


def test_the_sheet_about_a_private_thing_shows_it(folder: Folder) -> None:
    """Whoever prints it from its own page has chosen."""
    visit = Appointment(name="Docteur Martin", date=PartialDate("2026-12-01"))
    folder.save(visit)
    hide(folder, visit)
    assert private_of(folder, "appointment", visit.id) == ()
    shown = shown_on(folder, folder.open_part.contents(), "appointment", about=visit.id)
    assert shown.records(Appointment) == (visit,)


def emergency(folder: Folder) -> str:
    shown = shown_on(folder, folder.open_part.contents(), EMERGENCY)
    return reading.text(sheet_pdf(shown, EMERGENCY, folder.today()))


def test_it_may_stay_on_the_emergency_sheet(hiding: Folder) -> None:
    """On the holder's paper; a helper's view and print have nothing of it."""
    assert is_on_emergency_sheet(SECRET)
    assert not is_on_emergency_sheet(PAPER)
    assert "Zyxomarkowine" not in emergency(hiding)
    show_again(hiding, SECRET)
    hide(hiding, SECRET, stays=True)
    assert staying(hiding) == (SECRET,)
    assert "Zyxomarkowine" in emergency(hiding)
    assert "Zyxomarkowine" not in str(hiding.open_part.contents())
    marie = as_marie(hiding)
    assert "Doliprane" in emergency(marie)
    assert "Zyxomarkowine" not in emergency(marie)
    assert staying(marie) == ()
    marie.close()


def redo(folder: Folder) -> list[str]:
    return [sheet.name for sheet in sheets_to_redo(folder, folder.contents())]


def test_a_sheet_on_the_fridge_is_to_be_made_again(folder: Folder) -> None:
    """When what was on it is hidden everywhere; not when it stays; nor for a helper then."""
    folder.save(OPEN)
    folder.save(SECRET)
    printed(folder, EMERGENCY, folder.open_part.contents())
    hide(folder, SECRET)
    assert redo(folder) == [EMERGENCY]
    assert last_prints(folder)[EMERGENCY].shown == ""
    printed(folder, EMERGENCY, folder.open_part.contents())
    assert redo(folder) == []
    show_again(folder, SECRET)
    hide(folder, SECRET, stays=True)
    assert redo(folder) == [EMERGENCY]
    printed(folder, EMERGENCY, folder.open_part.contents())
    assert redo(folder) == []
    folder.save(replace(staying(folder)[0], name="Zyxomarkowine 10 mg"))
    assert redo(folder) == [EMERGENCY]
    marie = as_marie(folder)
    assert redo(marie) == []
    marie.close()


def test_a_copy_leaves_it_out_unless_it_is_chosen(hiding: Folder, tmp_path: Path) -> None:
    """Also a copy of everything; a private paper is chosen like a line."""
    paper = paper_in(hiding, tmp_path)
    hide(hiding, paper, encrypt_again(hiding.vault.documents, paper_of(hiding, paper.id)))
    plan = everything(hiding, tmp_path / "copie.zip", for_whom="moi", why="test")
    inside = look_inside(hiding, plan)
    assert inside.contents.records(Medication) == (OPEN,)
    assert inside.papers == ()
    assert "Zyxomarkowine" not in str(inside.records)
    chosen = replace(plan, private=frozenset({SECRET.id, paper.id}), papers=frozenset({paper.id}))
    inside = look_inside(hiding, chosen)
    assert inside.contents.records(Medication) == (OPEN, SECRET)
    assert [one.id for one, _row in inside.papers] == [paper.id]
    assert amount(hiding, chosen).records == amount(hiding, plan).records + 2
    assert amount(hiding, chosen).papers == 1


def test_a_copy_that_comes_back_opens_nothing_private(folder: Folder, tmp_path: Path) -> None:
    """What is private stays; an older line of it comes beside it, private too."""
    for record in (OPEN, SECRET):
        folder.save(record)
    copy = tmp_path / "copie.zip"
    make_copy(folder, everything(folder, copy, for_whom="moi", why="test"))
    hide(folder, SECRET)
    assert bring_back(folder, copy).new == 0
    folder.save(replace(folder.records(Medication)[1], name="Zyxomarkowine 10 mg"))
    back = bring_back(folder, copy)
    assert (back.new, back.differing) == (1, 1)
    assert folder.open_part.records(Medication) == (OPEN,)
    assert len(folder.records(Medication)) == 3
    marie = as_marie(folder)
    back = bring_back(marie, copy)
    assert (back.new, back.differing, back.erased) == (0, 0, 0)
    assert marie.records(Medication) == (OPEN,)
    marie.close()


def test_a_private_paper_comes_back_with_its_bytes(folder: Folder, tmp_path: Path) -> None:
    """Retired and brought back: into the drawer where it was."""
    paper = paper_in(folder, tmp_path)
    copy = tmp_path / "copie.zip"
    make_copy(folder, everything(folder, copy, for_whom="moi", why="test"))
    hide(folder, paper, encrypt_again(folder.vault.documents, paper_of(folder, paper.id)))
    folder.retire(folder.records(Document)[0])
    assert bring_back(folder, copy).new == 1
    assert folder.open_part.records(Document) == ()
    assert folder.records(Document) == (paper,)
    row = paper_of(folder, paper.id)
    out = io.BytesIO()
    folder.vault.documents.decrypt_to(row.kept, out)
    assert out.getvalue() == b"Bonjour"
