"""Every sheet that can be printed from a folder, in the order shown.

The sheets themselves are imported when one is made: knowing their names costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.series import Series
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.language import N_
from ensdesk.paper.printed import Band, Printed
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record

__all__ = [
    "SHEETS", "Band", "Printed", "Sheet", "is_sheet", "section_alone", "sheet_named",
]  # fmt: skip

_SECTION = "section"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `title` is a msgid, `kinds` are those whose change makes the paper wrong.

    Without any it is for one use, and is never to be made again.
    """

    name: str
    title: str
    band: Band
    kinds: tuple[type[Record], ...]
    make: Callable[[Contents, Printed], bytes]


def sheet_named(name: str) -> Sheet:
    """Return the sheet called *name*, `section:` and a slug for one section alone.

    Raises KeyError when there is none.
    """
    of_section, _colon, slug = name.partition(":")
    if of_section == _SECTION and slug:
        return section_alone(BY_SLUG[slug])
    return {sheet.name: sheet for sheet in SHEETS}[name]


def is_sheet(name: str) -> bool:
    """Say whether `sheet_named` knows *name*."""
    try:
        sheet_named(name)
    except KeyError:
        return False
    return True


def section_alone(kind: type[Record]) -> Sheet:
    """Return the sheet that prints the section of *kind* and nothing else."""

    def make(contents: Contents, printed: Printed) -> bytes:
        from ensdesk.paper.section_sheet import section_sheet

        return section_sheet(kind, contents, printed)

    return Sheet(f"{_SECTION}:{kind.slug}", kind.section, Band.SHOW, (Identity, kind), make)


def _emergency(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.emergency_sheet import emergency_sheet

    return emergency_sheet(contents, printed)


def _week(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.week_sheet import week_sheet

    return week_sheet(contents, printed)


def _summary(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.summary_sheet import summary_sheet

    return summary_sheet(contents, printed)


def _consent(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.consent_sheet import consent_sheet

    return consent_sheet(contents, printed)


def _vaccinations(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.vaccination_sheet import vaccination_sheet

    return vaccination_sheet(contents, printed)


def _contacts(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.contacts_sheet import contacts_sheet

    return contacts_sheet(contents, printed)


def _appointment(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.appointment_sheet import appointment_sheet

    return appointment_sheet(contents, printed)


def _card(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.wallet_card import wallet_card

    return wallet_card(contents, printed)


def _measures(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.measures_sheet import measures_sheet

    return measures_sheet(contents, printed)


def _lab_results(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.lab_sheet import lab_sheet

    return lab_sheet(contents, printed)


def _series(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.series_sheet import series_sheet

    return series_sheet(contents, printed)


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "emergency",
        N_("Emergency sheet"),
        Band.SHOW,
        (Identity, Emergency, Allergy, Illness, Medication, Contact),
        _emergency,
    ),
    Sheet(
        "week",
        N_("My medicines of the week"),
        Band.SHOW,
        (Identity, Medication, Allergy, Contact),
        _week,
    ),
    Sheet(
        "summary",
        N_("Summary for the doctor"),
        Band.SHOW,
        tuple(kind for kind in KINDS if kind not in {Consent, Declaration}),
        _summary,
    ),
    Sheet(
        "measures",
        N_("My measurements"),
        Band.SHOW,
        (Identity, Measurement, Goal),
        _measures,
    ),
    Sheet("series", Series.section, Band.SHOW, (), _series),
    Sheet(
        "lab-results",
        N_("My laboratory results"),
        Band.SHOW,
        (Identity, LabResult),
        _lab_results,
    ),
    Sheet("vaccinations", N_("My vaccinations"), Band.SHOW, (Identity, Vaccination), _vaccinations),
    Sheet("contacts", N_("The people to call"), Band.KEEP, (Identity, Contact), _contacts),
    Sheet(
        "card",
        N_("My wallet card"),
        Band.SHOW,
        (Identity, Emergency, Allergy, Illness, Medication, Contact),
        _card,
    ),
    Sheet("appointment", N_("My appointment"), Band.SHOW, (), _appointment),
    Sheet(
        "consent",
        N_("My agreement"),
        Band.KEEP,
        (Identity, Consent),
        _consent,
    ),
)
