"""A folder made by Marie for Jeanne becomes that of Jeanne."""

from pathlib import Path

import pytest

from ensdesk.folder.folder import Folder
from ensdesk.folder.handing_over import hand_over, made_by
from ensdesk.folder.opening import NewFolder, make_folder, new_sheet, open_folder
from ensdesk.folder.people import HELPER, add_person, people
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.consent import Capacity, Consent
from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.acts import Act
from ensdesk.vault.locks import SecretTaken
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords, WrongSheet
from tests.fakes import NOW, SHEET, TODAY, MemoryKeychain

JEANNE, MARIE, PAUL = (SheetWords(words_of(bytes([n]) * 16)) for n in (2, 3, 4))


def made_for_jeanne(place: Path, keychain: MemoryKeychain | None = None) -> Folder:
    """Marie made it and has proved its key sheet; Paul helps."""
    consent = Consent(
        given_on=PartialDate("2026-03-03"), written_by="Marie", capacity=Capacity.RELATIVE,
        person_present=True, person_agrees=True,
    )  # fmt: skip
    plan = NewFolder(
        place=place,
        identity=Identity(given="Jeanne", family="Essai", born=PartialDate("1948-07-14")),
        consent=consent,
        secrets=(SHEET,),
        writer="Marie",
    )
    folder = make_folder(plan, keychain or MemoryKeychain(), clock=lambda: NOW)
    folder.prove_key_sheet()
    folder.save(Allergy(substance="Latex"))
    add_person(folder, "Paul", HELPER, PAUL)
    return folder


def opened(place: Path, secret: SheetWords) -> Folder:
    return open_folder(place, secret, MemoryKeychain(), clock=lambda: NOW)


@pytest.mark.parametrize("goes_on", [True, False])
def test_it_opens_for_jeanne_and_no_longer_for_marie(
    tmp_path: Path, french: None, goes_on: bool
) -> None:
    """Marie goes on as one who helps, or goes; Paul is let in anew."""
    folder = made_for_jeanne(tmp_path / "Dossier")
    assert made_by(folder) == "Marie"
    sheet = new_sheet()
    hand_over(folder, JEANNE, sheet, MARIE if goes_on else None)
    assert made_by(folder) == ""
    assert not folder.key_sheet_proved()
    assert folder.writing(folder.records(Allergy)[0].id).who == "Marie (aide)"  # type: ignore[union-attr]
    assert folder.single(Consent).given_on == PartialDate.of(TODAY)  # type: ignore[union-attr]
    assert [one.name for one in people(folder)] == (["Marie"] if goes_on else [])
    assert [line.words for line in folder.journal(9, acts={Act.HANDED_OVER})] == ["Jeanne"]
    folder.close()
    for secret in (SHEET, PAUL, *(() if goes_on else (MARIE,))):
        with pytest.raises(WrongSheet):
            opened(folder.vault.path, secret)
    for secret in (JEANNE, sheet):
        again = opened(folder.vault.path, secret)
        assert (again.helped_by, len(again.records(Allergy))) == (None, 1)
        assert again.vault.private is not None
        again.close()
    if goes_on:
        helped = opened(folder.vault.path, MARIE)
        assert helped.helped_by == "Marie"
        helped.close()


def test_the_same_secret_for_both_changes_nothing(tmp_path: Path) -> None:
    """It would not say who came: Marie's own still opens it as before."""
    folder = made_for_jeanne(tmp_path / "Dossier")
    with pytest.raises(SecretTaken):
        hand_over(folder, JEANNE, new_sheet(), JEANNE)
    assert made_by(folder) == "Marie"
    folder.close()
    opened(folder.vault.path, SHEET).close()
