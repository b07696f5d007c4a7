"""An invented person, for a first look without any risk. Nobody of this name and birth is meant."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

from ensdesk.folder.example_life import life_records
from ensdesk.folder.folder import Folder, local_now
from ensdesk.folder.opening import NewFolder, make_folder
from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.kinds.identity import Identity, Sex
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.record.contents import Contents
from ensdesk.record.fields import Link, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.record.record import Origin, Record
from ensdesk.record.topic import Topic
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.secrets import Secret

_EXAMPLE = Origin("example")


def example_folder(place: Path, secrets: tuple[Secret, ...], keychain: Keychain) -> Folder:
    """Make the folder of the invented person at *place*, and return it open."""
    today = local_now().date()
    contents = Contents.of()
    for record in example_records(today):
        contents = contents.with_record(record)
    plan = NewFolder(
        place=place,
        identity=contents.records(Identity)[0],
        consent=contents.records(Consent)[0],
        secrets=secrets,
        contents=contents,
    )
    return make_folder(plan, keychain)


def example_records(today: datetime.date) -> tuple[Record, ...]:
    """Return the records of Jeanne Exemple, dated around *today*; French, as a person writes."""
    return (
        *_who(today),
        *_health(today),
        *_people(),
        *_measurements(today),
        *life_records(today),
    )


def _who(today: datetime.date) -> tuple[Record, ...]:
    return (
        Identity(
            given="Jeanne",
            family="Exemple",
            born=PartialDate("1948-07-14"),
            sex=Sex.FEMALE,
            birthplace="Limoges",
            address=Prose("12 rue des Lilas\n87000 Limoges"),
            phone="05 55 00 00 00",
            origin=_EXAMPLE,
        ),
        Consent(given_on=PartialDate.of(today), origin=_EXAMPLE),
        Emergency(
            blood_thinner=Answer.YES,
            diabetes=Answer.YES,
            insulin=Answer.NO,
            pacemaker=Answer.NO,
            sight="Porte des lunettes",
            hearing="Appareil à gauche",
            spoken="Français",
            directives="Dans le dossier bleu, sur le bureau",
            origin=_EXAMPLE,
        ),
    )


def _health(today: datetime.date) -> tuple[Record, ...]:
    prescribed = PartialDate.of(today - datetime.timedelta(days=40))

    def medicine(
        name: str, substance: str, reason: str, since: str, tablets: str, *about: Illness
    ) -> Medication:
        taken = zip(Moment, tablets, strict=False)
        return Medication(
            name=name,
            substance=substance,
            reason=reason,
            about=tuple(Topic(what=Link(illness.id)) for illness in about),
            since=PartialDate(since),
            intakes=tuple(Intake(moment=m, dose=f"{n} comprimé") for m, n in taken if n != "0"),
            source=MedicationSource.PRESCRIPTION,
            source_date=prescribed,
            prescriber="Docteur Martin",
            origin=_EXAMPLE,
        )

    diabetes = Illness(name="Diabète de type 2", since=PartialDate("2006"), origin=_EXAMPLE)
    tension = Illness(name="Hypertension artérielle", since=PartialDate("1999"), origin=_EXAMPLE)
    heart = Illness(
        name="Fibrillation auriculaire",
        since=PartialDate("2019-03"),
        note=Prose("Suivie par le cardiologue, deux fois par an"),
        origin=_EXAMPLE,
    )
    return (
        Allergy(
            substance="Pénicilline",
            reaction=Prose("Plaques rouges, visage gonflé"),
            severity=Severity.SEVERE,
            since=PartialDate("1987"),
            origin=_EXAMPLE,
        ),
        Allergy(
            substance="Piqûres de guêpes",
            severity=Severity.MODERATE,
            origin=_EXAMPLE,
        ),
        diabetes,
        tension,
        heart,
        medicine("Eliquis 5 mg", "apixaban", "Pour le cœur", "2019-03", "101", heart),
        medicine("Metformine 850 mg", "metformine", "Pour le diabète", "2006", "111", diabetes),
        medicine("Ramipril 5 mg", "ramipril", "Pour la tension", "1999", "100", tension),
        medicine("Atorvastatine 20 mg", "atorvastatine", "Pour le cholestérol", "2015", "001"),
        Medication(
            name="Doliprane 500 mg",
            substance="paracétamol",
            as_needed=True,
            reason="Pour les douleurs",
            intakes=(Intake(moment=Moment.EVENING, dose="1 ou 2 comprimés"),),
            source=MedicationSource.TOLD,
            origin=_EXAMPLE,
        ),
    )


def _people() -> tuple[Record, ...]:
    def contact(name: str, relation: str, phone: str, *roles: ContactRole) -> Contact:
        return Contact(
            name=name,
            relation=relation,
            phone=phone,
            origin=_EXAMPLE,
            roles=tuple(Role(role=role) for role in roles),
        )

    return (
        contact(
            "Marie Exemple",
            "ma fille",
            "06 00 00 00 01",
            ContactRole.EMERGENCY,
            ContactRole.TRUSTED,
        ),
        contact("Paul Voisin", "mon voisin", "06 00 00 00 02", ContactRole.EMERGENCY),
        contact("Docteur Martin", "", "05 55 00 00 03", ContactRole.DOCTOR),
        contact("Pharmacie des Lilas", "", "05 55 00 00 04", ContactRole.PHARMACIST),
    )


def _measurements(today: datetime.date) -> tuple[Record, ...]:
    pressures = ((135, 82), (142, 88), (138, 80), (129, 78), (133, 81))
    weights = ("68.4", "68.1", "67.9")

    def on(days: int, hour: str) -> PartialDate:
        return PartialDate(f"{today - datetime.timedelta(days=days)}T{hour}")

    return (
        *(
            Measurement(
                type=MeasurementType.BLOOD_PRESSURE,
                value=Quantity(Decimal(high), "mm[Hg]"),
                diastolic=Quantity(Decimal(low), "mm[Hg]"),
                taken=on(3 * place, "08:30"),
                origin=_EXAMPLE,
            )
            for place, (high, low) in enumerate(pressures, start=1)
        ),
        *(
            Measurement(
                type=MeasurementType.WEIGHT,
                value=Quantity(Decimal(weight), "kg"),
                taken=on(10 * place, "08:00"),
                origin=_EXAMPLE,
            )
            for place, weight in enumerate(weights, start=1)
        ),
    )
