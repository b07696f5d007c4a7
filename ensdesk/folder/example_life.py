"""The rest of what the invented person keeps: care, family, habits, appointments, wishes, cards."""

from __future__ import annotations

import datetime
from decimal import Decimal

from ensdesk.kinds.appointment import Appointment, AppointmentStatus, Question
from ensdesk.kinds.coverage import Coverage, CoverageType
from ensdesk.kinds.device import Device, DeviceType, MriSafety
from ensdesk.kinds.disability import Disability
from ensdesk.kinds.family_history import FamilyHistory, Kin
from ensdesk.kinds.habit import Frequency, Habit, HabitType
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.note import Note
from ensdesk.kinds.operation import CareType, Operation
from ensdesk.kinds.vaccination import Vaccination, VaccineDose
from ensdesk.kinds.wish import Wish, WishType
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Origin, Record

_EXAMPLE = Origin("example")


def life_records(today: datetime.date) -> tuple[Record, ...]:
    """Return what Jeanne Exemple keeps beside her illnesses and medicines; dated around *today*."""
    return (
        *_care(today),
        *_laboratory(today),
        *_family_and_habits(),
        *_appointments(today),
        *_wishes_and_cards(today),
    )


def _care(today: datetime.date) -> tuple[Record, ...]:
    return (
        Vaccination(
            vaccine="Grippe",
            date=PartialDate.of(today - datetime.timedelta(days=33)),
            dose=VaccineDose.BOOSTER,
            performer="Pharmacie des Lilas",
            lot="EX1234",
            origin=_EXAMPLE,
        ),
        Vaccination(
            vaccine="Tétanos, diphtérie, polio",
            date=PartialDate("2023-07"),
            dose=VaccineDose.BOOSTER,
            next_due=PartialDate("2033"),
            performer="Docteur Martin",
            origin=_EXAMPLE,
        ),
        Operation(
            name="Prothèse de la hanche gauche",
            date=PartialDate("2016-05"),
            type=CareType.PROCEDURE,
            place="Hôpital de Limoges",
            origin=_EXAMPLE,
        ),
        Operation(name="Appendicite", date=PartialDate("1961"), origin=_EXAMPLE),
        Device(
            name="Prothèse de hanche",
            type=DeviceType.JOINT,
            since=PartialDate("2016-05"),
            site="Hanche gauche",
            mri=MriSafety.CONDITIONAL,
            origin=_EXAMPLE,
        ),
        Disability(
            name="Marche difficile",
            technical_help="Canne, main droite",
            care=Prose("Marcher à son pas, sans la presser"),
            since=PartialDate("2020"),
            origin=_EXAMPLE,
        ),
    )


def _laboratory(today: datetime.date) -> tuple[Record, ...]:
    def result(name: str, days: int, value: str, unit: str, low: str, high: str) -> LabResult:
        return LabResult(
            name=name,
            value=Decimal(value),
            unit=unit,
            date=PartialDate.of(today - datetime.timedelta(days=days)),
            low=Decimal(low) if low else None,
            high=Decimal(high),
            laboratory="Laboratoire des Lilas",
            origin=_EXAMPLE,
        )

    return (
        result("Hémoglobine glyquée (HbA1c)", 410, "7.4", "%", "4.0", "6.0"),
        result("Hémoglobine glyquée (HbA1c)", 225, "7.2", "%", "4.0", "6.0"),
        result("Hémoglobine glyquée (HbA1c)", 48, "7.1", "%", "4.0", "6.0"),
        result("Créatinine", 225, "8.4", "mg/L", "5.0", "9.0"),
        result("Créatinine", 48, "8.7", "mg/L", "5.0", "9.0"),
        result("Cholestérol LDL", 48, "0.92", "g/L", "", "1.00"),
    )


def _family_and_habits() -> tuple[Record, ...]:
    return (
        FamilyHistory(name="Diabète", relation=Kin.MOTHER, origin=_EXAMPLE),
        FamilyHistory(
            name="Infarctus", relation=Kin.FATHER, onset_age=Decimal(71), origin=_EXAMPLE
        ),
        Habit(
            type=HabitType.ACTIVITY,
            frequency=Frequency.WEEKLY_3_4,
            detail="30 minutes à pied",
            origin=_EXAMPLE,
        ),
        Habit(
            type=HabitType.TOBACCO,
            frequency=Frequency.STOPPED,
            until=PartialDate("1990"),
            origin=_EXAMPLE,
        ),
    )


def _appointments(today: datetime.date) -> tuple[Record, ...]:
    return (
        Appointment(
            name="Docteur Martin",
            date=PartialDate(f"{today + datetime.timedelta(days=21)}T10:30"),
            speciality="médecin traitant",
            reason="Pour la tension",
            place=Prose("3 place de la Mairie, Limoges\nPremier étage, avec ascenseur"),
            questions=(
                Question(question="Puis-je arrêter le Doliprane\u00a0?"),
                Question(question="Pourquoi ai-je des vertiges le matin\u00a0?"),
            ),
            origin=_EXAMPLE,
        ),
        Appointment(
            name="Docteur Roche",
            date=PartialDate(f"{today - datetime.timedelta(days=62)}T14:00"),
            speciality="ophtalmologue",
            status=AppointmentStatus.FULFILLED,
            note=Prose("Les lunettes vont encore. Revenir dans un an."),
            origin=_EXAMPLE,
        ),
    )


def _wishes_and_cards(today: datetime.date) -> tuple[Record, ...]:
    return (
        Wish(
            type=WishType.DIRECTIVES,
            date=PartialDate("2024-02-03"),
            kept_at="Dans le dossier bleu, sur le bureau",
            signed=True,
            copy_holder="Docteur Martin",
            informed=True,
            origin=_EXAMPLE,
        ),
        Wish(
            type=WishType.TRUSTED,
            date=PartialDate("2024-02-03"),
            person="Marie Exemple",
            kept_at="Dans le dossier bleu, sur le bureau",
            signed=True,
            origin=_EXAMPLE,
        ),
        Coverage(
            name="Carte Vitale",
            type=CoverageType.VITALE,
            kept_at="Dans le sac à main",
            origin=_EXAMPLE,
        ),
        Coverage(
            name="Mutuelle des Lilas",
            type=CoverageType.COMPLEMENTARY,
            until=PartialDate(f"{today.year + 1}-12-31"),
            phone="05 55 00 00 05",
            origin=_EXAMPLE,
        ),
        Note(
            name="Pour l’ambulance",
            text=Prose("La clé est chez Paul Voisin, en face."),
            origin=_EXAMPLE,
        ),
    )
