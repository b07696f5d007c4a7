"""« Mes rendez-vous et mes questions »: what is to come, what is past, what to ask there."""

import datetime

import pytest

from ensdesk.kinds.appointment import Appointment, AppointmentStatus, Question
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.language import _
from ensdesk.record.partial_date import PartialDate
from tests.fakes import TODAY
from tests.ui.pages.inside import data, seen

SECTION = "Mes rendez-vous et mes questions"
QUESTIONS = "Mes questions pour le docteur"


def on(days: int, hour: str = "10:30") -> PartialDate:
    """Return a moment some days after today."""
    return PartialDate(f"{TODAY + datetime.timedelta(days=days)}T{hour}")


@pytest.fixture
def doctors(folder):
    """One past, two to come, one without a date; written in no order."""
    folder.save(Appointment(name="Docteur Loin", date=on(400)))
    folder.save(Appointment(name="Kinésithérapeute"))
    folder.save(Appointment(name="Docteur Passé", date=on(-2)))
    folder.save(
        Appointment(
            name="Docteur Martin",
            date=on(21),
            speciality="cardiologue",
            questions=(Question(question="Et le sel ?"),),
        )
    )
    return folder


def test_the_next_one_stands_on_the_home_page(comes_in, doctors):
    """By its day, not by the name of the doctor; a near one by its weekday and its hour."""
    assert "14 décembre" in seen(comes_in(doctors))
    doctors.save(Appointment(name="Docteur Proche", date=on(3)))
    assert "jeudi à 10 h 30" in seen(comes_in(doctors))


def test_the_next_one_comes_first_and_those_without_a_day_last(comes_in, doctors):
    """A far one has its year; a past one is not among them."""
    person = comes_in(doctors)
    person.press(SECTION)
    words = seen(person)
    assert "lundi 14 décembre à 10 h 30 · cardiologue · 1 question" in words
    order = [words.index(name) for name in ("Docteur Martin", "Docteur Loin", "Kinésithérapeute")]
    assert order == sorted(order)
    assert "28 décembre 2027 à 10 h 30" in words
    assert "jour à fixer" in words
    assert "Docteur Passé" not in words


def test_past_ones_have_a_page_of_their_own(comes_in, doctors):
    """They are counted, and read the latest first, without those to come."""
    doctors.save(Appointment(name="Docteur Ancien", date=PartialDate("1998")))
    doctors.save(
        Appointment(name="Docteur Absent", date=on(-9), status=AppointmentStatus.CANCELLED)
    )
    person = comes_in(doctors)
    person.press(SECTION, "3 rendez-vous passés")
    words = seen(person)
    order = [words.index(name) for name in ("Docteur Passé", "Docteur Absent", "Docteur Ancien")]
    assert order == sorted(order)
    assert "annulé" in words
    assert "Docteur Martin" not in words
    assert "Kinésithérapeute" not in words


def test_a_question_is_added_to_the_next_appointment(comes_in, doctors):
    """The one that is there stays; « Annuler » takes the new one back."""
    before = data(doctors, Appointment)
    person = comes_in(doctors)
    person.press(SECTION, QUESTIONS)
    assert "Pour Docteur Martin, lundi 14 décembre à 10 h 30" in seen(person)
    person.write("Question 2", "Puis-je marcher ?")
    person.press(_("Save"))
    assert person.title == SECTION
    asked = next(one for one in doctors.records(Appointment) if one.name == "Docteur Martin")
    assert [row.question for row in asked.questions] == ["Et le sel ?", "Puis-je marcher ?"]
    assert "2 questions" in seen(person)
    person.press("Annuler")
    assert data(doctors, Appointment) == before


def test_a_question_before_there_is_an_appointment(jeanne):
    """It is kept for the family doctor, at a day to be agreed."""
    folder = jeanne.session.folder
    folder.save(Contact(name="Docteur Petit", roles=(Role(role=ContactRole.DOCTOR),)))
    jeanne.press(SECTION)
    assert "Aucun rendez-vous à venir." in seen(jeanne)
    jeanne.press(QUESTIONS)
    assert "Pour Docteur Petit, jour à fixer" in seen(jeanne)
    jeanne.write("Question 1", "Et le café ?")
    jeanne.press(_("Save"))
    (made,) = folder.records(Appointment)
    assert (made.name, made.date, made.questions[0].question) == (
        "Docteur Petit",
        None,
        "Et le café ?",
    )
    assert "Docteur Petit" in jeanne.buttons()


def test_none_is_said_with_its_day(jeanne):
    """As in every section."""
    jeanne.press(SECTION, "Aucun rendez-vous")
    assert "Aucun rendez-vous (dit le 23 novembre 2026)" in seen(jeanne)


def test_the_questions_of_one_appointment(comes_in, doctors):
    """From its own page, even when another one comes first."""
    person = comes_in(doctors)
    person.press(SECTION, "Docteur Loin", QUESTIONS)
    assert "Pour Docteur Loin" in seen(person)
