"""A record in one line and a second one, as lists of every page show it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.device import Device
from ensdesk.kinds.disability import Disability
from ensdesk.kinds.document import Document
from ensdesk.kinds.family_history import FamilyHistory
from ensdesk.kinds.habit import Habit
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.kinds.wish import Wish
from ensdesk.language import N_, _
from ensdesk.record.contents import Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.time_words import on_in_words, since_in_words, until_in_words
from ensdesk.record.wording import date_in_words
from ensdesk.ui.pages.measure_words import measure_in_words

_BETWEEN = " · "


def first_line(record: Record) -> str:
    """Return what names the record in a list; never nothing."""
    if isinstance(record, Measurement):
        return measure_in_words(record) or _(record.title)
    if isinstance(record, Habit | Wish) and record.type:
        words = _(record.type.words)
        return _(": ").join(filter(None, (words[:1].upper() + words[1:], record.headline())))
    return record.headline() or _(record.title)


def second_line(record: Record) -> str:
    """Return what stands under it; nothing when there is nothing to add."""
    return _joined(_said(record), for_me(record))


def for_me(record: Record) -> str:
    """Return the mark of a record that only the holder sees; nothing for the others."""
    return _(N_("Only for me")) if record.private else ""


def icon_of(record: Record) -> str:
    """Return the icon of a record in a list: its kind, or that nobody else sees it."""
    return "eye-off" if record.private else record.icon


@singledispatch
def _said(record: Record) -> str:
    date = record.when()
    return date_in_words(date) if date else ""


@_said.register
def _medication(record: Medication) -> str:
    ended = until_in_words(record.until) if record.until else ""
    return _joined(ended or intakes_in_words(record) or _(N_("Doses: not filled in")))


@_said.register
def _allergy(record: Allergy) -> str:
    severity = _(record.severity.words) if record.severity else ""
    return _joined(severity, since_in_words(record.since))


@_said.register
def _illness(record: Illness) -> str:
    return _joined(since_in_words(record.since), until_in_words(record.until))


@_said.register
def _contact(record: Contact) -> str:
    roles = (_(row.role.words) for row in record.roles)
    return _joined(record.relation, *roles, record.phone)


@_said.register
def _document(record: Document) -> str:
    category = _(record.category.words) if record.category else ""
    return _joined(category, on_in_words(record.date), until_in_words(record.until))


@_said.register
def _measurement(record: Measurement) -> str:
    kind = _(record.type.words) if record.type else ""
    return _joined(kind, on_in_words(record.taken))


@_said.register
def _appointment(record: Appointment) -> str:
    status = _(record.status.words) if record.status else ""
    return _joined(record.speciality or record.reason, status)


@_said.register
def _vaccination(record: Vaccination) -> str:
    following = _(N_("next one {day}")).format(day=on_in_words(record.next_due))
    return _joined(on_in_words(record.date), following if record.next_due else "")


@_said.register
def _lab_result(record: LabResult) -> str:
    return _joined(record.result(), on_in_words(record.date))


@_said.register
def _operation(record: Operation) -> str:
    return _joined(on_in_words(record.date), record.place)


@_said.register
def _device(record: Device) -> str:
    return _joined(record.site, since_in_words(record.since), until_in_words(record.until))


@_said.register
def _disability(record: Disability) -> str:
    return _joined(record.technical_help, since_in_words(record.since))


@_said.register
def _family_history(record: FamilyHistory) -> str:
    return _(record.relation.words) if record.relation else ""


@_said.register
def _habit(record: Habit) -> str:
    how_often = _(record.frequency.words) if record.frequency else ""
    return _joined(how_often, since_in_words(record.since), until_in_words(record.until))


@_said.register
def _wish(record: Wish) -> str:
    return _joined(on_in_words(record.date), record.kept_at)


@_said.register
def _coverage(record: Coverage) -> str:
    kind = _(record.type.words) if record.type else ""
    named = kind.casefold() == record.name.casefold()  # « Carte Vitale » need not be said twice
    return _joined("" if named else kind, until_in_words(record.until))


def intakes_in_words(record: Medication) -> str:
    """Return `matin, soir : 1 comprimé · si besoin`; moments of the same dose stand together."""
    moments: dict[str, list[str]] = {}
    for intake in in_order(record.intakes):
        words = _(intake.moment.words) if intake.moment else "?"
        moments.setdefault(intake.dose, []).append(words)
    taken = (f"{', '.join(when)}{_(': ')}{dose}" for dose, when in moments.items())
    return _joined(*taken, _(N_("if needed")) if record.as_needed else "")


def in_order(intakes: Iterable[Intake]) -> list[Intake]:
    """Return *intakes* in the order of the day."""
    order = {moment: place for place, moment in enumerate(Moment)}
    return sorted(intakes, key=lambda intake: order.get(intake.moment, len(order)))


def source_in_words(record: Medication) -> str:
    """Return `ordonnance du 3 mars 2026, Docteur Martin`; nothing when it is not known."""
    if record.source is None:
        return ""
    words = _(record.source.words)
    if record.source is MedicationSource.PRESCRIPTION and record.source_date:
        words = prescription_in_words(record.source_date)
    return ", ".join(filter(None, (words, record.prescriber)))


def prescription_in_words(date: PartialDate) -> str:
    day = _("prescription of {day}") if date.day else ""
    return (day or _("prescription, {period}")).format(
        day=date_in_words(date), period=date_in_words(date)
    )


def state_in_words(section: Section[Record]) -> str:
    """Return the state of a section: what is listed, « none » with its day, or not filled in."""
    match section.state:
        case State.LIST:
            return ", ".join(first_line(record) for record in section.records)
        case State.NONE:
            said = _("said {day}").format(day=on_in_words(section.none_on))
            return f"{_(section.kind.none or N_('Nothing to note'))} ({said})"
        case State.NOT_FILLED:
            return _(N_("Not filled in"))


def _joined(*words: str) -> str:
    return _BETWEEN.join(filter(None, words))
