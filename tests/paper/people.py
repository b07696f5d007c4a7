"""Invented people whose contents the sheets are tried with; usable by any test."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.consent import Capacity, Consent
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.document import Category, Document
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.kinds.identity import Identity, Sex
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.record.contents import Contents, Section
from ensdesk.record.fields import Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Origin, Record

TODAY = datetime.date(2026, 11, 23)
SAID = PartialDate("2026-03-03")
PRESCRIBED = PartialDate("2026-11-03")
HOSTILE = (
    "<b>&",
    "<img src=x>",
    "\u202egauche\u2066droite\u2069",
    "N" + "om" * 149 + "s",
    "mot " * 75,
    "Zoé 🙂 👩‍⚕️ 🧓",
    "Ωmega Жук",
    "deux\nlignes\ttab\x00\x07",
)


def contents_of(*records: Record, none: tuple[type[Record], ...] = ()) -> Contents:
    """Return contents that hold *records*, and the kinds said on the third of March to be none."""
    contents = Contents.of(Section(kind, (), SAID) for kind in none)
    for record in records:
        contents = contents.with_record(record)
    return contents


def nobody() -> Contents:
    """Return contents in which nothing was filled in."""
    return Contents.of()


def jeanne() -> Contents:
    """Return a typical person: 5 medicines, 3 illnesses, 2 allergies, 3 people to call."""
    return contents_of(
        identity(),
        answers(),
        Allergy(
            substance="Pénicilline",
            reaction=Prose("Plaques rouges, visage gonflé"),
            severity=Severity.SEVERE,
            since=PartialDate("1987"),
        ),
        Allergy(substance="Piqûres de guêpes", severity=Severity.MODERATE),
        Illness(name="Diabète de type 2", since=PartialDate("2006")),
        Illness(name="Hypertension artérielle", since=PartialDate("1999")),
        Illness(name="Fibrillation auriculaire", since=PartialDate("2019-03")),
        medicine("Eliquis 5 mg", "apixaban", "101", reason="Pour le cœur"),
        medicine("Metformine 850 mg", "metformine", "111", reason="Pour le diabète"),
        medicine("Ramipril 5 mg", "ramipril", "100", reason="Pour la tension"),
        medicine("Atorvastatine 20 mg", "atorvastatine", "001", reason="Pour le cholestérol"),
        Medication(
            name="Doliprane 500 mg",
            substance="paracétamol",
            as_needed=True,
            reason="Pour les douleurs",
            intakes=(Intake(moment=Moment.EVENING, dose="1 ou 2 comprimés"),),
            source=MedicationSource.TOLD,
        ),
        person("Marie Exemple", "06 00 00 00 01", ContactRole.EMERGENCY, relation="ma fille"),
        person("Paul Voisin", "06 00 00 00 02", ContactRole.CARER, relation="mon voisin"),
        person("Docteur Martin", "05 55 00 00 03", ContactRole.DOCTOR),
        pressure(135, 82, "2026-11-20T08:30"),
        pressure(142, 88, "2026-11-17T08:30"),
        weight("68.4", "2026-11-10"),
        Document(name="Prise de sang", category=Category.LABORATORY, date=PartialDate("2026-10")),
        Document(name="Ordonnance du docteur Martin", date=PRESCRIBED),
        Consent(given_on=SAID),
    )


def crowded() -> Contents:
    """Return 40 medicines, 9 people to call, 12 illnesses and 6 allergies."""
    roles = tuple(ContactRole)[:7]
    return contents_of(
        identity(),
        answers(),
        *(Allergy(substance=f"Allergie {n}", severity=Severity.MILD) for n in range(1, 7)),
        *(Illness(name=f"Maladie {n}", since=PartialDate(str(1980 + n))) for n in range(1, 13)),
        *(medicine(f"Remède {n:02} 50 mg", f"substance {n:02}", "1001") for n in range(1, 41)),
        *(
            person(f"Personne {n}", f"06 00 00 00 {n:02}", roles[n % len(roles)])
            for n in range(1, 10)
        ),
        *(pressure(120 + n, 80, f"2026-10-{n:02}T08:00") for n in range(1, 29)),
        *(Document(name=f"Papier {n}", date=PartialDate(str(1990 + n))) for n in range(1, 31)),
        Consent(
            given_on=SAID,
            written_by="Marie Exemple",
            capacity=Capacity.FAMILY_AUTHORISATION,
            person_present=True,
            person_agrees=True,
        ),
    )


def without_anything() -> Contents:
    """Return a person who answered everything, and has nothing to list."""
    lists = tuple(kind for kind in KINDS if not kind.single)
    return contents_of(identity(), answers(), Consent(given_on=SAID), none=lists)


def hostile() -> Contents:
    """Return records whose every text tries to be something else than a text."""
    records: list[Record] = [identity(given=HOSTILE[0], family=HOSTILE[1])]
    for text in HOSTILE:
        records += [
            Allergy(substance=text, reaction=Prose(text)),
            Illness(name=text, note=Prose(text)),
            Medication(
                name=text,
                substance=text,
                reason=text,
                intakes=(Intake(moment=Moment.NOON, dose=text),),
                source=MedicationSource.PRESCRIPTION,
                prescriber=text,
            ),
            person(text, text, ContactRole.TRUSTED, relation=text),
            Document(name=text, author=text, note=Prose(text)),
        ]
    records.append(
        Emergency(
            sight=HOSTILE[0],
            hearing=HOSTILE[3],
            memory=HOSTILE[4],
            spoken=HOSTILE[5],
            directives=HOSTILE[2],
            other=Prose(HOSTILE[7] * 3),
        )
    )
    records.append(Consent(given_on=SAID, written_by=HOSTILE[3], capacity=Capacity.GUARDIAN))
    return contents_of(*records)


def endless(text: str) -> Contents:
    """Return records in which every field that can hold a text holds *text*."""
    return contents_of(
        identity(text, text),
        Emergency(
            sight=text, hearing=text, memory=text, spoken=text, directives=text, other=Prose(text)
        ),
        Allergy(substance=text, reaction=Prose(text)),
        Illness(name=text, note=Prose(text)),
        Medication(
            name=text,
            substance=text,
            reason=text,
            intakes=(Intake(moment=Moment.NOON, dose=text),),
            source=MedicationSource.PRESCRIPTION,
            prescriber=text,
            note=Prose(text),
        ),
        Medication(name=text, as_needed=True),
        person(text, text, ContactRole.EMERGENCY, relation=text),
        Document(name=text, author=text),
        Consent(given_on=SAID, written_by=text),
    )


def example() -> Contents:
    """Return an invented person, as « try with an example » makes one."""
    return contents_of(replace(identity(), origin=Origin("example")))


def identity(given: str = "Jeanne", family: str = "Exemple") -> Identity:
    return Identity(given=given, family=family, born=PartialDate("1948-07-14"), sex=Sex.FEMALE)


def answers() -> Emergency:
    return Emergency(
        blood_thinner=Answer.YES,
        diabetes=Answer.YES,
        insulin=Answer.NO,
        pacemaker=Answer.UNKNOWN,
        sight="Porte des lunettes",
        hearing="Appareil à gauche",
        memory="Bonne",
        spoken="Français",
        directives="Dossier bleu, sur le bureau",
    )


def medicine(name: str, substance: str, tablets: str, *, reason: str = "") -> Medication:
    """Return a medicine; *tablets* says how many in the morning, at noon, … ("101")."""
    taken = zip(Moment, tablets, strict=False)
    return Medication(
        name=name,
        substance=substance,
        reason=reason,
        since=PartialDate("2019-03"),
        intakes=tuple(Intake(moment=m, dose=f"{n} comprimé") for m, n in taken if n != "0"),
        source=MedicationSource.PRESCRIPTION,
        source_date=PRESCRIBED,
        prescriber="Docteur Martin",
    )


def person(name: str, phone: str, *roles: ContactRole, relation: str = "") -> Contact:
    return Contact(
        name=name, phone=phone, relation=relation, roles=tuple(Role(role=role) for role in roles)
    )


def pressure(high: int, low: int, taken: str) -> Measurement:
    return Measurement(
        type=MeasurementType.BLOOD_PRESSURE,
        value=Quantity(Decimal(high), "mm[Hg]"),
        diastolic=Quantity(Decimal(low), "mm[Hg]"),
        taken=PartialDate(taken),
    )


def weight(kilograms: str, taken: str) -> Measurement:
    return Measurement(
        type=MeasurementType.WEIGHT,
        value=Quantity(Decimal(kilograms), "kg"),
        taken=PartialDate(taken),
    )
