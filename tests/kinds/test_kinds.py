"""What each kind knows beyond its fields."""

import datetime
from decimal import Decimal

import pytest

from ensdesk import language
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.device import Device
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.habit import Habit, HabitType
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Intake, Medication, Moment
from ensdesk.kinds.wish import Wish, WishType
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.payload import from_payload
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from tests.kinds.samples import SOME_ID, TODAY

TOMORROW = PartialDate("2026-11-24")
EARLIER, LATER = PartialDate("2001"), PartialDate("2014-03")


def born(iso: str) -> Identity:
    """Return Jeanne, born on *iso*."""
    return Identity(given="Jeanne", family="Petit", born=PartialDate(iso))


def pressure(high: str, low: str | None) -> Measurement:
    """Return a blood pressure in mmHg."""
    second = Quantity(Decimal(low), "mm[Hg]") if low else None
    value = Quantity(Decimal(high), "mm[Hg]")
    return Measurement(type=MeasurementType.BLOOD_PRESSURE, value=value, diastolic=second)


def weight(value: str, unit: str = "kg") -> Measurement:
    """Return a weight."""
    return Measurement(type=MeasurementType.WEIGHT, value=Quantity(Decimal(value), unit))


def intakes(*moments: Moment) -> tuple[Intake, ...]:
    """Return one tablet at each moment."""
    return tuple(Intake(moment=moment) for moment in moments)


@pytest.mark.parametrize(
    ("record", "field", "sentence"),
    [
        (born("2026-11-24"), "born", "Ce jour n’est pas encore arrivé. Vérifiez l’année."),
        (born("1899"), "born", "Cette date de naissance est très ancienne. Vérifiez l’année."),
        (
            Allergy(substance="noix", since=TOMORROW),
            "since",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            Illness(name="a", since=TOMORROW),
            "since",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            Illness(name="a", until=TOMORROW),
            "until",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            Illness(name="a", since=LATER, until=EARLIER),
            "until",
            "La fin est avant le début. Vérifiez les deux dates.",
        ),
        (
            Medication(name="a", since=LATER, until=EARLIER),
            "until",
            "La fin est avant le début. Vérifiez les deux dates.",
        ),
        (
            Medication(name="a", source_date=TOMORROW),
            "source_date",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            Medication(name="a", intakes=intakes(Moment.NOON, Moment.NOON)),
            "intakes",
            "Le même moment est écrit deux fois. Gardez-en un seul.",
        ),
        (Contact(name="Marie", phone="?"), "phone", "Écrivez les chiffres du numéro de téléphone."),
        (
            Contact(name="Marie", other_phone="chez elle, 2"),
            "other_phone",
            "Écrivez les chiffres du numéro de téléphone.",
        ),
        (
            Document(name="a", date=TOMORROW),
            "date",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            Consent(given_on=TOMORROW),
            "given_on",
            "Ce jour n’est pas encore arrivé. Vérifiez l’année.",
        ),
        (
            pressure("1300", None),
            "value",
            "Ce chiffre est inhabituel. Vérifiez-le sur votre appareil.",
        ),
        (
            pressure("130", "8"),
            "diastolic",
            "Ce chiffre est inhabituel. Vérifiez-le sur votre appareil.",
        ),
        (
            pressure("80", "130"),
            "diastolic",
            "Le deuxième chiffre doit être plus petit que le premier. Vérifiez les deux.",
        ),
        (weight("725"), "value", "Ce chiffre est inhabituel. Vérifiez-le sur votre appareil."),
    ],
)
def test_what_makes_no_sense_is_told(
    record: Record, field: str, sentence: str, french: None
) -> None:
    """One sentence for the field, and what to check."""
    (problem,) = record.problems(TODAY)
    assert (problem.field, language._(problem.words)) == (field, sentence)


@pytest.mark.parametrize(
    "record",
    [
        born("1948-07-14"),
        born("2026-11"),
        born("1901"),
        Identity(given="", family="Petit", born=None),
        Allergy(substance="noix"),
        Illness(name="a", since=EARLIER, until=LATER),
        Contact(name="Secours", phone="15"),
        Medication(name="a", intakes=intakes(*Moment), since=TOMORROW, until=PartialDate("2027")),
        Document(name="a"),
        pressure("130", "80"),
        pressure("130", None),
        weight("72.5"),
        weight("160", "[lb_av]"),
        Emergency(),
        Declaration(about="allergy"),
        from_payload(Measurement, SOME_ID, {"value": {"value": "9000", "unit": "kg"}}),
    ],
)
def test_what_makes_sense_is_left_alone(record: Record) -> None:
    """A medicine may begin tomorrow, and the fire brigade has two digits."""
    assert list(record.problems(TODAY)) == []


@pytest.mark.parametrize(
    ("record", "headline"),
    [
        (born("1948"), "Jeanne Petit"),
        (Identity(given="", family="Petit", born=None), "Petit"),
        (pressure("130", "80"), "130/80 mmHg"),
        (pressure("130", None), "130 mmHg"),
        (weight("72.5"), "72,5 kg"),
        (Medication(name="Doliprane"), "Doliprane"),
        (Contact(name="Marie"), "Marie"),
        (Document(name="Prise de sang"), "Prise de sang"),
        (Illness(name="Goutte"), "Goutte"),
        (Allergy(substance="noix"), "noix"),
        (Declaration(about="allergy"), "allergy"),
        (Consent(given_on=LATER), ""),
        (Emergency(spoken="français"), ""),
        (from_payload(Measurement, SOME_ID, {}), ""),
    ],
)
def test_headlines(record: Record, headline: str, french: None) -> None:
    """The one line that names a record holds what the person wrote."""
    assert record.headline().replace("\u00a0", " ") == headline


@pytest.mark.parametrize(
    ("iso", "age"),
    [
        ("1948-11-23", 78),
        ("1948-11-24", 77),
        ("1948-11-22", 78),
        ("2026-11-23", 0),
        ("1948", None),
        ("1948-11", None),
    ],
)
def test_the_age_is_known_with_the_day(iso: str, age: int | None) -> None:
    """Whole years, on the birthday and around it; a year alone gives none."""
    assert born(iso).age_on(TODAY) == age
    assert Identity(given="Jeanne", family="Petit", born=None).age_on(TODAY) is None


def test_the_age_of_somebody_born_on_29_february() -> None:
    """A year older on the first of March of a common year."""
    assert born("1948-02-29").age_on(datetime.date(2026, 2, 28)) == 77
    assert born("1948-02-29").age_on(datetime.date(2026, 3, 1)) == 78


def test_a_contact_may_be_several_things() -> None:
    """Marie is to be called first, and helps."""
    marie = Contact(
        name="Marie", roles=(Role(role=ContactRole.EMERGENCY), Role(role=ContactRole.CARER))
    )
    assert marie.has_role(ContactRole.CARER)
    assert not marie.has_role(ContactRole.DOCTOR)


def test_doses_by_moment() -> None:
    """What is taken at one moment; nothing where nothing is."""
    medicine = Medication(
        name="a",
        intakes=(
            Intake(moment=Moment.NOON, dose="½"),
            Intake(moment=Moment.NOON, dose="2 gouttes"),
        ),
    )
    assert medicine.dose_at(Moment.NOON) == "½, 2 gouttes"
    assert medicine.dose_at(Moment.MORNING) == ""


@pytest.mark.parametrize(
    ("until", "taken"),
    [
        (None, True),
        ("2026", True),
        ("2026-11-23", True),
        ("2026-11-24", True),
        ("2026-11-22", False),
        ("2025", False),
    ],
)
def test_a_medicine_is_taken_until_its_last_day(until: str | None, taken: bool) -> None:
    """The last day counts; a year that is not over may still be on."""
    medicine = Medication(name="a", until=PartialDate(until) if until else None)
    assert medicine.taken_on(TODAY) is taken


@pytest.mark.parametrize(
    ("goes_on", "over"),
    [
        (Illness(name="a"), Illness(name="a", until=LATER)),
        (Coverage(name="a"), Coverage(name="a", until=LATER)),
        (Device(name="a"), Device(name="a", until=LATER)),
        (Habit(type=HabitType.FOOD), Habit(type=HabitType.FOOD, until=LATER)),
        (Appointment(name="a"), Appointment(name="a", date=LATER)),
    ],
    ids=lambda record: record.slug,
)
def test_what_has_an_end_is_over_after_it(goes_on: Record, over: Record) -> None:
    """Without an end, or before it is surely past, nothing is over."""
    assert parted([goes_on, over], TODAY) == ([goes_on], [over])
    assert parted([over], LATER.first_day()) == ([over], [])


def test_of_two_wishes_of_one_type_the_latest_prevails() -> None:
    """Directives of 2014 replace those of 2001; a wish of another type, or without date, stays."""
    old = Wish(type=WishType.DIRECTIVES, date=EARLIER)
    new = Wish(type=WishType.DIRECTIVES, date=LATER)
    organs = Wish(type=WishType.ORGANS, date=EARLIER)
    undated = Wish(type=WishType.DIRECTIVES)
    others = [Wish(type=WishType.OTHER, date=date) for date in (EARLIER, LATER)]
    wishes = [old, new, organs, undated, *others]
    assert parted(wishes, TODAY) == ([new, organs, undated, *others], [old])


def test_units_of_measurement() -> None:
    """Each type has the unit of its standard."""
    assert MeasurementType.BLOOD_PRESSURE.unit == "mm[Hg]"
    assert MeasurementType.WEIGHT.unit == "kg"


@pytest.mark.parametrize(
    ("record", "when"),
    [
        (born("1948"), "1948"),
        (Allergy(substance="a", since=LATER), "2014-03"),
        (Illness(name="a", since=LATER), "2014-03"),
        (Medication(name="a", since=LATER), "2014-03"),
        (Document(name="a", date=LATER), "2014-03"),
        (Consent(given_on=LATER), "2014-03"),
        (Declaration(about="allergy", date=LATER), "2014-03"),
        (
            Measurement(
                type=MeasurementType.WEIGHT, value=Quantity(Decimal(70), "kg"), taken=LATER
            ),
            "2014-03",
        ),
    ],
)
def test_where_it_stands_in_time(record: Record, when: str) -> None:
    """Each dated kind says the date of its place on the time line."""
    assert str(record.when()) == when


@pytest.mark.parametrize(
    ("low", "high", "usual"),
    [("4.0", "6.0", "4,0 – 6,0"), (None, "1.00", "≤ 1,00"), ("30", None, "≥ 30"), (None, None, "")],
)
def test_a_result_stands_beside_what_is_usual(
    french: None, low: str | None, high: str | None, usual: str
) -> None:
    """As the laboratory prints it; a result in words has no unit."""
    one = LabResult(
        name="a",
        value=Decimal("7.1"),
        unit="%",
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
    )
    assert (one.result(), one.usual()) == ("7,1\u00a0%", usual)
    assert LabResult(name="a", text="négatif", unit="%").result() == "négatif"
