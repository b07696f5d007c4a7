"""Every sheet that can be printed from a folder, in the order shown.

The sheets themselves are imported when one is made: knowing their names costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_
from ensdesk.paper.printed import Band, Printed
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record

__all__ = ["SHEETS", "Band", "Printed", "Sheet", "sheet_named"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `title` is a msgid, `kinds` are those whose change makes the paper wrong."""

    name: str
    title: str
    band: Band
    kinds: tuple[type[Record], ...]
    make: Callable[[Contents, Printed], bytes]


def sheet_named(name: str) -> Sheet:
    """Return the sheet called *name*. Raises KeyError when there is none."""
    return {sheet.name: sheet for sheet in SHEETS}[name]


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


def _measures(contents: Contents, printed: Printed) -> bytes:
    from ensdesk.paper.measures_sheet import measures_sheet

    return measures_sheet(contents, printed)


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
    Sheet(
        "consent",
        N_("My agreement"),
        Band.KEEP,
        (Identity, Consent),
        _consent,
    ),
)
