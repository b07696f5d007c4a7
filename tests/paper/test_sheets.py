"""Every sheet, for everybody: tagged, large, neutral outside, and whole."""

import io
import subprocess
import sys

import pikepdf
import pytest

from ensdesk.kinds.appointment import Appointment, Question
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.document import Category, Document
from ensdesk.kinds.habit import Habit
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.wish import Wish
from ensdesk.paper.cover_sheet import cover_sheet
from ensdesk.paper.key_sheet import empty_key_sheet, key_sheet
from ensdesk.paper.qr_code import QrCode, fitting
from ensdesk.paper.sheets import (
    SHEETS,
    Band,
    Printed,
    Sheet,
    is_sheet,
    section_alone,
    sheet_named,
)
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.payload import from_payload
from tests.fakes import SHEET
from tests.kinds.samples import SOME_ID
from tests.paper import people, reading
from tests.paper.pdfua import SMALLEST, faults

PEOPLE = ("nobody", "jeanne", "crowded", "without_anything", "hostile")
ALL = (*SHEETS, *map(section_alone, (Operation, Wish, Habit)))
every_sheet = pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.name)
SMALLER = {"card": 11.0}  # it goes into a wallet
every_language = pytest.mark.parametrize("language", ["french", "english"])


@pytest.fixture
def spoken(request: pytest.FixtureRequest, language: str) -> None:
    request.getfixturevalue(language)


@every_sheet
@pytest.mark.parametrize("who", PEOPLE)
def test_it_is_tagged_and_large(sheet: Sheet, who: str, french: None) -> None:
    """Whoever it is about, a sheet can be heard, and nothing in it is small."""
    contents = getattr(people, who)()
    smallest = SMALLER.get(sheet.name, SMALLEST)
    for points in (14, 16, 24):
        printed = Printed(people.TODAY, anchor="K3F7-22AB", points=points)
        assert faults(sheet.make(contents, printed), smallest) == []


@every_language
def test_the_key_sheets_are_tagged_and_large(spoken: None) -> None:
    """So are the key sheet and the empty one."""
    assert faults(key_sheet(SHEET.words, today=people.TODAY)) == []
    assert faults(empty_key_sheet(people.TODAY)) == []


@every_sheet
def test_it_speaks_english_too(sheet: Sheet, english: None) -> None:
    """The language is said in the file."""
    pdf = sheet.make(people.jeanne(), Printed(people.TODAY))
    assert faults(pdf, SMALLER.get(sheet.name, SMALLEST)) == []
    assert "page 1 of" in reading.text(pdf)


@every_sheet
def test_its_properties_tell_nothing(sheet: Sheet, french: None) -> None:
    """The title is that of the sheet, not of the person, and no other property says more."""
    pdf = sheet.make(people.jeanne(), Printed(people.TODAY))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        told = " ".join(str(value) for value in document.docinfo.values())
    assert "Jeanne" not in told
    assert "ensdesk" in told


@every_sheet
def test_it_bears_the_person_the_day_and_the_page(sheet: Sheet, french: None) -> None:
    """Name, birth date, day of printing, page of pages, and who made it."""
    pages = reading.pages(sheet.make(people.crowded(), Printed(people.TODAY)))
    for number, page in enumerate(pages, start=1):
        assert "Jeanne Exemple" in page
        assert "14 juillet 1948" in page
        assert "23 novembre 2026" in page
        assert f"page {number} sur {len(pages)}" in page
        assert "Document fait par la personne, à vérifier" in page


@every_sheet
def test_the_mark_of_the_journal_is_on_the_last_page_only(sheet: Sheet, french: None) -> None:
    """Small, and never in the way of a nurse."""
    *first, last = reading.pages(
        sheet.make(people.crowded(), Printed(people.TODAY, anchor="K3F7-22AB-90CD-1Z2Y"))
    )
    assert "K3F7-22AB-90CD-1Z2Y" in last
    assert not any("K3F7" in page for page in first)


@every_sheet
def test_the_same_contents_give_the_same_bytes(sheet: Sheet, french: None) -> None:
    """Nothing of the hour or of chance is in a sheet."""
    contents, printed = people.jeanne(), Printed(people.TODAY)
    assert sheet.make(contents, printed) == sheet.make(contents, printed)


@every_sheet
def test_a_text_of_any_length_is_printed_whole(sheet: Sheet, french: None) -> None:
    """Five thousand signs in each field neither stop the printing nor get lost."""
    endless = "début " + "mot " * 1250 + "fin"
    contents = people.endless(endless)
    pdf = sheet.make(contents, Printed(people.TODAY))
    assert faults(pdf, SMALLER.get(sheet.name, SMALLEST)) == []
    if sheet.name in {"emergency", "summary"}:
        assert squeezed_count(pdf, endless) >= 8


def test_every_name_is_known(french: None) -> None:
    """The sheets, by their names, and one section alone."""
    assert [sheet.name for sheet in SHEETS] == [
        "emergency",
        "week",
        "summary",
        "measures",
        "series",
        "lab-results",
        "vaccinations",
        "contacts",
        "card",
        "appointment",
        "consent",
    ]
    assert sheet_named("consent").band is Band.KEEP
    assert sheet_named("section:wish").kinds == (Identity, Wish)
    for nothing in ("nothing", "section:", "section:nothing", "section"):
        assert not is_sheet(nothing)
        with pytest.raises(KeyError):
            sheet_named(nothing)


FULL = ("emergency", "week", "summary", "contacts", "appointment", "section:contact")


@pytest.mark.parametrize("points", [14, 24])
@pytest.mark.parametrize("name", [*FULL, "section:medication"])
def test_forty_medicines_and_nine_people_are_never_cut(
    name: str, points: int, french: None
) -> None:
    """Every name of its sections is in the file, at each size, and the last page has its foot."""
    sheet, contents = sheet_named(name), people.crowded()
    page = reading.squeezed(
        reading.text(sheet.make(contents, Printed(people.TODAY, points=points)))
    )
    shown = [kind for kind in (Medication, Contact) if kind in sheet.kinds or name == "appointment"]
    if name in ("week", "appointment"):
        shown = [Medication]
    for kind in shown:
        records = contents.records(kind)
        assert len(records) >= 9
        for record in records:
            assert reading.squeezed(record.headline()) in page


def test_the_appointment_asked_for(french: None) -> None:
    """Its questions with room to write; without one asked for, the next one."""
    asked = Appointment(
        name="Docteur Loin", date=PartialDate("2027"), questions=(Question(question="Et le sel ?"),)
    )
    soon = Appointment(name="Docteur Martin", date=PartialDate("2026-12-08T10:30"))
    past = Appointment(name="Docteur Passé", date=PartialDate("2020"))
    contents = people.contents_of(asked, past, soon, Medication(name="Sirop"))
    make = sheet_named("appointment").make
    one = reading.text(make(contents, Printed(people.TODAY, about=asked.id)))
    assert "Docteur Loin" in one
    assert "1. Et le sel ?" in one
    assert "Docteur Martin" not in one
    following = reading.text(make(contents, Printed(people.TODAY)))
    assert "8 décembre 2026 à 10 h 30" in following
    assert "Sirop" in following
    assert "Docteur Passé" not in following
    assert "Aucun rendez-vous à venir." in reading.text(
        make(people.nobody(), Printed(people.TODAY))
    )


def test_what_does_not_fit_on_the_card_is_said_to_be_on_the_sheet(french: None) -> None:
    """The code holds the same words, and says the same."""
    card = sheet_named("card").make
    assert "Suite sur la fiche" not in reading.text(card(people.nobody(), Printed(people.TODAY)))
    assert "Suite sur la fiche" in reading.text(card(people.crowded(), Printed(people.TODAY)))
    assert fitting(["a", "b"]) == "a\nb"
    long = fitting([f"Ligne {number} é" for number in range(99)])
    assert len(long.encode()) <= 600
    assert long.endswith("Suite sur la fiche d’urgence")


def test_the_code_is_read_again(french: None) -> None:
    """The squares that are drawn are those of the words."""
    import segno

    words = "Éloïse <b>&\nAllergies : pénicilline"
    drawn = QrCode(words).rows
    assert drawn == [list(row) for row in segno.make_qr(words, error="m", encoding="utf-8").matrix]
    assert len({len(row) for row in drawn}) == 1


def test_knowing_the_names_costs_nothing() -> None:
    """The library of paper is read when a sheet is made, not before."""
    code = "import sys, ensdesk.paper.sheets; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_invented_person_is_said_to_be_one(french: None) -> None:
    """The sheet of the example, left on a fridge, must not be believed."""
    pdf = sheet_named("emergency").make(people.example(), Printed(people.TODAY))
    assert "cette personne n’existe pas" in reading.text(pdf)


def squeezed_count(pdf: bytes, words: str) -> int:
    return reading.squeezed("".join(reading.pages(pdf))).count(reading.squeezed(words)[-60:])


@pytest.mark.parametrize("name", ["emergency", "week", "summary"])
def test_a_moment_of_a_newer_program_hides_no_other(name: str, french: None) -> None:
    """The moments that are known are printed, and that one could not be read is said."""
    moments = [{"moment": "morning", "dose": "3 gouttes"}, {"moment": "dawn", "dose": "1"}]
    medicine = from_payload(Medication, SOME_ID, {"name": "Sirop", "intakes": moments})
    page = reading.text(sheet_named(name).make(people.contents_of(medicine), Printed(people.TODAY)))
    assert "3 gouttes" in page
    assert "incomplet : écrit par un programme plus récent" in page


def test_a_cover_says_what_the_paper_is(french: None) -> None:
    """Its kind, its date, whose it is; tagged and large like every sheet."""
    document = Document(
        name="Prise de sang <b>&",
        category=Category.LABORATORY,
        date=PartialDate("2026-10"),
        author="Docteur Martin",
    )
    for points in (14, 24):
        printed = Printed(people.TODAY, points=points)
        pdf = cover_sheet(people.jeanne(), document, 3, printed)
        assert faults(pdf) == []
    page = reading.text(pdf)
    for said in ("Prise de sang <b>&", "octobre 2026", "Docteur Martin", "3 pages après celle-ci"):
        assert said in page
