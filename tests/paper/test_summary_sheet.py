"""The summary for the doctor: every section, in its three states."""

from dataclasses import replace

import pytest

from ensdesk.kinds import KINDS
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.emergency import BloodGroup, Emergency
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.wish import Wish, WishType
from ensdesk.language import _
from ensdesk.paper.emergency_sheet import emergency_sheet
from ensdesk.paper.printed import Printed
from ensdesk.paper.summary_sheet import summary_sheet
from ensdesk.record.contents import Contents
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from tests.paper import people, reading

pytestmark = pytest.mark.usefixtures("french")


def words(contents: Contents) -> str:
    return reading.text(summary_sheet(contents, Printed(people.TODAY)))


@pytest.mark.parametrize("who", ["nobody", "jeanne", "without_anything"])
def test_every_section_is_on_it(who: str) -> None:
    """Empty or not, no section is left out but those that are not for a doctor."""
    page = words(getattr(people, who)())
    for kind in KINDS:
        if kind not in {Consent, Declaration}:
            assert reading.squeezed(_(kind.section)) in reading.squeezed(page)


def test_it_tells_all_that_is_known() -> None:
    """Measurements with their hours, papers with their dates, people with their phones."""
    page = words(people.jeanne())
    for expected in (
        "Fait par la personne ou son aidant",
        "135/82 mmHg",
        "20 novembre 2026 à 8 h 30",
        "68,4 kg",
        "Prise de sang",
        "octobre 2026",
        "prise de sang et laboratoire",
        "Marie Exemple, ma fille",
        "Eliquis 5 mg : Pour le cœur",
        "Ordonnance du 3 novembre 2026",
    ):
        assert expected in page, expected


def test_it_has_three_states() -> None:
    """Not filled in is never none, and none is never not filled in."""
    assert "aucun" not in words(people.nobody()).lower()
    assert "rien" not in words(people.nobody()).lower()
    none = words(people.without_anything())
    assert "NON RENSEIGNÉ" not in none
    assert "Aucun papier (dit le 3 mars 2026)" in none


def test_old_measurements_are_counted() -> None:
    """Ten of each are enough for a doctor; the others are not passed over in silence."""
    page = words(people.crowded())
    assert "148/80 mmHg" in page
    assert "et 18 plus anciennes, dans le dossier" in page


def test_stopped_medicines_are_named_as_stopped() -> None:
    """A doctor wants to know what was tried, with the notes."""
    stopped = replace(
        people.medicine("Fini", "b", "100"), until=PartialDate("2025"), note=Prose("Toux")
    )
    taken = replace(people.medicine("Pris", "c", "100"), note=Prose("Bien supporté"))
    page = words(people.contents_of(stopped, taken))
    assert page.index("Arrêtés") < page.index("Fini (b) (depuis mars 2019, jusqu’à 2025)")
    assert "Pris : Bien supporté" in page


def test_a_dose_of_nothing_stays_honest() -> None:
    """A medicine without dose says so here too."""
    assert "doses : NON RENSEIGNÉ" in words(people.contents_of(Medication(name="Sirop")))


def test_a_blood_group_is_never_for_a_transfusion() -> None:
    """It says so where it is printed, and the emergency sheet leaves it out."""
    known = people.contents_of(
        people.identity("Jeanne", "Petit"), Emergency(blood_group=BloodGroup.AB_NEGATIVE)
    )
    expected = reading.squeezed("AB− (dit par la personne ; ne sert pas pour une transfusion)")
    assert expected in reading.squeezed(words(known))
    assert "AB−" not in reading.text(emergency_sheet(known, Printed(people.TODAY)))


def test_unfilled_sections_are_gathered_and_never_read_as_none() -> None:
    """What a nurse looks for is missed in its place; the others are named in one line."""
    page = words(people.nobody())
    assert page.count("NON RENSEIGNÉ") < 25
    gathered = page[page.rindex("NON RENSEIGNÉ") :]
    assert "Mes vaccins · " in gathered
    assert "Mes allergies" not in gathered


def test_what_no_longer_holds_is_left_out() -> None:
    """A past appointment, an expired card, a wish that a later one replaced."""
    before, after = PartialDate("2020"), PartialDate("2030-05")
    page = words(
        people.contents_of(
            Appointment(name="Docteur Passé", date=before),
            Appointment(name="Docteur Martin", date=after),
            Coverage(name="Mutuelle finie", until=before),
            Wish(type=WishType.DIRECTIVES, date=before, kept_at="Ancien tiroir"),
            Wish(type=WishType.DIRECTIVES, date=PartialDate("2024"), kept_at="Nouveau tiroir"),
        )
    )
    for gone in ("Docteur Passé", "Mutuelle finie", "Ancien tiroir"):
        assert gone not in page
    for there in ("Docteur Martin", "Rien qui soit encore valable", "Nouveau tiroir"):
        assert there in page
