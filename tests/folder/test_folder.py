"""What a person can do in an open folder."""

import datetime

from ensdesk.folder.change import Change
from ensdesk.folder.opening import open_folder
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.record.contents import State
from ensdesk.record.partial_date import PartialDate
from tests.fakes import NOW, SHEET, MemoryKeychain, empty_folder


def test_a_new_folder_knows_its_person_and_her_consent(folder):
    """What was answered before the yes is there after it."""
    assert folder.single(Identity).headline() == "Jeanne Essai"
    assert folder.single(Consent).given_on == PartialDate("2026-11-23")
    assert folder.undoes is None


def test_a_change_can_be_undone_and_done_again(folder):
    """Undo gives the same data back, redo too."""
    allergy = Allergy(substance="Pénicilline")
    folder.save(allergy)
    folder.undo()
    assert folder.records(Allergy) == ()
    assert folder.redoes.name == "Add"
    folder.redo()
    assert folder.records(Allergy) == (allergy,)


def test_retiring_is_undone_with_the_same_data(folder):
    """What was taken away comes back as it was, in its place."""
    first, second = Allergy(substance="a"), Allergy(substance="b")
    folder.do(Change("Add", after=(first, second)))
    folder.retire(first)
    assert folder.records(Allergy) == (second,)
    folder.undo()
    assert folder.records(Allergy) == (first, second)


def test_a_single_kind_stays_single(folder):
    """Writing an identity again changes the one that is there."""
    folder.save(Identity(given="Jeanne", family="Autre", born=PartialDate("1948")))
    assert [who.family for who in folder.records(Identity)] == ["Autre"]
    folder.undo()
    assert folder.single(Identity).family == "Essai"


def test_a_section_has_three_states(folder):
    """Not filled, none on a date, a list; a record wins over « none »."""
    assert folder.section(Allergy).state is State.NOT_FILLED
    folder.declare_none(Allergy)
    assert folder.section(Allergy).state is State.NONE
    assert folder.section(Allergy).none_on == PartialDate("2026-11-23")
    folder.save(Allergy(substance="Pollen"))
    assert folder.section(Allergy).state is State.LIST
    folder.undo()
    folder.undo()
    assert folder.section(Allergy).state is State.NOT_FILLED


def test_every_line_says_who_wrote_it_and_when(folder):
    """The first name of the person at the keys, and the moment."""
    allergy = Allergy(substance="Pollen")
    folder.save(allergy)
    writing = folder.writing(allergy.id)
    assert writing.who == "Jeanne"
    assert writing.at == NOW


def test_words_are_found_without_accents(full_folder):
    """A search finds a medicine by the beginning of its name and a note by a word in it."""
    assert [hit.record.headline() for hit in full_folder.find("metfo")] == ["Metformine 850 mg"]
    assert any("Fibrillation" in hit.record.headline() for hit in full_folder.find("CARDIOLOGUE"))


def test_the_screen_is_told_which_kinds_changed(folder):
    """Each page redraws only for its own kinds."""
    told = []
    folder.changed = told.append
    folder.save(Medication(name="Doliprane"))
    folder.undo()
    assert told == [{Medication}, {Medication}]


def test_a_half_filled_page_survives_closing(tmp_path):
    """The draft is taken once."""
    folder = empty_folder(tmp_path / "d")
    folder.keep_draft("medicine", {"name": "Dol"})
    folder.close()
    again = open_folder(tmp_path / "d", SHEET, MemoryKeychain())
    assert again.take_draft() == ("medicine", {"name": "Dol"})
    assert again.take_draft() is None
    again.close()


def test_the_key_sheet_counts_only_once_proved(folder):
    """New words have to be proved again."""
    assert not folder.key_sheet_proved()
    folder.prove_key_sheet()
    assert folder.key_sheet_proved()
    folder.forget_key_sheet()
    assert not folder.key_sheet_proved()


def test_days_are_those_of_the_person(folder):
    """The day of the folder's clock."""
    assert folder.today() == datetime.date(2026, 11, 23)
