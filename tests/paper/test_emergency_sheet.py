"""The sheet for the fridge must not mislead a nurse."""

import datetime
from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.paper.emergency_sheet import emergency_sheet, three_months_after
from ensdesk.paper.printed import Printed
from ensdesk.record.contents import Contents, Section
from ensdesk.record.partial_date import PartialDate
from tests.paper import people, reading

LISTS = (Allergy, Illness, Medication, Contact)
pytestmark = pytest.mark.usefixtures("french")


def sheet(contents: Contents, points: int = 16) -> bytes:
    return emergency_sheet(contents, Printed(people.TODAY, points=points))


def words(contents: Contents) -> str:
    return reading.text(sheet(contents))


def first_page(contents: Contents) -> str:
    return reading.pages(sheet(contents))[0]


def test_page_one_is_complete_alone() -> None:
    """A typical person fits on one page, with all that a nurse looks for."""
    (page,) = reading.pages(sheet(people.jeanne()))
    for expected in (
        "Fiche d’urgence",
        "À MONTRER",
        "Jeanne Exemple",
        "14 juillet 1948 · 78 ans",
        "Pénicilline : Plaques rouges, visage gonflé",
        "Fluidifie le sang : OUI",
        "Insuline : NON",
        "Pacemaker : NE SAIT PAS",
        "Diabète de type 2 (depuis 2006)",
        "Ordonnance du 3 novembre 2026, Docteur Martin",
        "Eliquis 5 mg (apixaban)",
        "matin, soir : 1 comprimé",
        "depuis mars 2019",
        "Dit par la personne",
        "si besoin",
        "Vue : Porte des lunettes",
        "Langue parlée : Français",
        "Marie Exemple, ma fille",
        "06 00 00 00 01",
        "Docteur Martin, médecin traitant",
        "Directives anticipées : Dossier bleu, sur le bureau",
        "À refaire avant le 23 février 2027",
        "Vérifiée le",
        "(cachet)",
        "Changé à la main : quoi, date, signature",
        "Remplie par la personne ou son aidant, qui a choisi ce qui figure ici.",
        "La liste peut être incomplète.",
        "À vérifier avec l’ordonnance ou la pharmacie.",
    ):
        assert expected in page, expected


def test_an_unfilled_section_never_reads_as_none() -> None:
    """With nothing filled in, no word of the sheet says that there is nothing."""
    page = words(people.nobody())
    assert "aucun" not in page.lower()
    assert "rien" not in page.lower()
    assert page.count("NON RENSEIGNÉ") == 16


@pytest.mark.parametrize("left_out", LISTS, ids=lambda kind: kind.slug)
def test_one_section_left_out_says_so(left_out: type) -> None:
    """Whichever list is left out, it is not filled in, and nothing else is in doubt."""
    full = people.without_anything()
    contents = Contents.of(s for s in full.sections.values() if s.kind is not left_out)
    page = words(contents)
    assert page.count("NON RENSEIGNÉ") == (2 if left_out is Contact else 1)
    assert page.lower().count("aucun") == len(LISTS) - 1


def test_said_none_never_reads_as_unfilled() -> None:
    """With everything answered, nothing is said to be missing, and each none has its day."""
    page = words(people.without_anything())
    assert "NON RENSEIGNÉ" not in page
    assert page.count("Aucune connue (dit le 3 mars 2026)") == 2
    assert "Aucun médicament (dit le 3 mars 2026)" in page
    assert "Aucune personne à appeler (dit le 3 mars 2026)" in page


def test_a_list_wins_over_an_older_none() -> None:
    """Something listed after « none » is what stands on the sheet."""
    contents = people.without_anything().with_record(Allergy(substance="Latex"))
    page = words(contents)
    assert "Latex" in page
    assert page.count("Aucune connue") == 1


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (Answer.YES, "Fluidifie le sang : OUI"),
        (Answer.NO, "Fluidifie le sang : NON Diabète"),
        (Answer.UNKNOWN, "Fluidifie le sang : NE SAIT PAS"),
        (None, "Fluidifie le sang : NON RENSEIGNÉ"),
    ],
)
def test_the_four_answers_about_the_blood(answer: Answer | None, shown: str) -> None:
    """Yes, no, does not know, and not asked are four different things."""
    assert shown in first_page(people.contents_of(Emergency(blood_thinner=answer)))


def test_forty_medicines_and_nine_people_are_all_there() -> None:
    """Nothing is cut: the first page counts what stands on the next ones."""
    first, *back = reading.pages(sheet(people.crowded()))
    whole = " ".join([first, *back])
    for number in range(1, 41):
        assert f"Remède {number:02} 50 mg" in whole
        assert f"substance {number:02}" in whole
    for number in range(1, 10):
        assert f"06 00 00 00 {number:02}" in whole
    shown = sum(f"Remède {number:02} 50 mg" in first for number in range(1, 41))
    assert shown >= 3
    assert f"SUITE AU DOS : {40 - shown} médicaments" in first
    shown = sum(f"06 00 00 00 {number:02}" in first for number in range(1, 10))
    assert shown >= 3
    assert f"SUITE AU DOS : {9 - shown} personnes à appeler" in first
    assert "Médicaments (suite)" in " ".join(back)


def test_a_part_that_is_all_overleaf_is_not_said_to_be_empty() -> None:
    """A list with no room at all on the first page still says that it goes on."""
    first = first_page(people.endless("mot " * 1000))
    assert "SUITE AU DOS : 2 médicaments" in first
    assert "aucun" not in first.lower()
    assert "arrêtés" not in first


def test_two_phones_and_the_doctor_stay_on_the_first_page() -> None:
    """Those to call first, then the doctor, then the others."""
    first = first_page(people.crowded())
    order = [first.index(f"Personne {number}") for number in (7, 1, 3)]
    assert order == sorted(order)


@pytest.mark.parametrize("text", people.HOSTILE)
def test_a_name_is_printed_as_it_was_typed(text: str) -> None:
    """Markup, signs of direction, emoji and three hundred letters: only what is seen is kept."""
    pdf = sheet(
        people.contents_of(
            people.identity(text, text),
            Allergy(substance=text),
            Illness(name=text),
            Medication(name=text),
            people.person(text, text, ContactRole.EMERGENCY),
        )
    )
    shown = reading.squeezed(reading.text(pdf))
    assert shown.count(reading.squeezed(text)) >= 7
    assert not any(sign in shown for sign in "\u202e\u2066\u2069\u200d")


def test_stopped_medicines_are_not_on_it() -> None:
    """A medicine that ended yesterday is gone; one that ends today is not."""
    taken = people.medicine("Encore", "a", "100")
    stopped = replace(people.medicine("Fini", "b", "100"), until=PartialDate("2026-11-22"))
    last = replace(people.medicine("Dernier jour", "c", "100"), until=PartialDate("2026-11-23"))
    page = words(people.contents_of(taken, stopped, last))
    assert "Encore" in page
    assert "Dernier jour" in page
    assert "jusqu’au 23 novembre 2026" in page
    assert "Fini" not in page


def test_medicines_that_are_all_stopped_are_not_none() -> None:
    """Only the person can say that there are none."""
    stopped = replace(people.medicine("Fini", "b", "100"), until=PartialDate("2025"))
    page = words(people.contents_of(stopped))
    assert "Tous ceux qui sont écrits sont arrêtés" in page
    assert "aucun" not in page.lower()
    said = Contents.of([Section(Medication, (stopped,), people.SAID)])
    assert "Aucun médicament (dit le 3 mars 2026)" in words(said)


def test_ended_illnesses_come_after_the_others() -> None:
    """What goes on is read first."""
    page = words(
        people.contents_of(
            Illness(name="Ancienne", until=PartialDate("2003")), Illness(name="Durable")
        )
    )
    assert page.index("Durable") < page.index("Ancienne (jusqu’à 2003)")


def test_the_worst_allergy_comes_first() -> None:
    """One of unknown severity stands before the mild ones."""
    page = words(people.crowded().with_record(Allergy(substance="Venin")))
    assert page.index("Venin") < page.index("Allergie 1")


@pytest.mark.parametrize(
    ("source", "date", "shown"),
    [
        (MedicationSource.PRESCRIPTION, PartialDate("2026-03-03"), "Ordonnance du 3 mars 2026"),
        (MedicationSource.PRESCRIPTION, PartialDate("2026-03"), "Ordonnance, mars 2026"),
        (MedicationSource.TOLD, None, "Dit par la personne"),
        (MedicationSource.BOX, None, "Écrit sur la boîte"),
        (None, None, "Origine : NON RENSEIGNÉ"),
    ],
)
def test_each_medicine_says_where_it_was_read(
    source: MedicationSource | None, date: PartialDate | None, shown: str
) -> None:
    """A nurse trusts a prescription more than a memory."""
    medicine = Medication(name="Sirop", source=source, source_date=date)
    assert shown in words(people.contents_of(medicine))


def test_a_dose_that_nobody_wrote_is_said_to_be_missing() -> None:
    """No moment and not « if needed »: the dose was forgotten."""
    page = words(people.contents_of(Medication(name="Sirop")))
    assert "doses : NON RENSEIGNÉ" in page


def test_a_contact_without_phone_is_said_to_be_incomplete() -> None:
    """A name alone calls nobody."""
    page = words(people.contents_of(people.person("Marie", "", ContactRole.EMERGENCY)))
    assert "téléphone : NON RENSEIGNÉ" in page


def test_a_line_of_a_newer_program_is_said_to_be_incomplete() -> None:
    """What this version cannot read may be what matters."""
    medicine = Medication(name="Sirop", unknown={"intakes": [{"moment": "dawn"}]})
    assert "incomplet : écrit par un programme plus récent" in words(people.contents_of(medicine))


def test_few_lines_are_printed_larger() -> None:
    """The type grows as far as one page allows, and never under fourteen points."""
    small = sheet(people.jeanne())
    assert b"/StructTreeRoot" in small
    assert len(reading.pages(sheet(people.nobody(), points=14))) == 1
    assert len(reading.pages(sheet(people.nobody(), points=18))) == 1


@pytest.mark.parametrize(
    ("day", "after"),
    [
        ((2026, 11, 23), (2027, 2, 23)),
        ((2026, 11, 30), (2027, 2, 28)),
        ((2027, 1, 5), (2027, 4, 5)),
    ],
)
def test_it_holds_three_months(day: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    """The end of a month stays within its month."""
    assert three_months_after(datetime.date(*day)) == datetime.date(*after)
