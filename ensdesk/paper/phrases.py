"""Records in the short phrases of a sheet: pieces of text, of which some are strong."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication, MedicationSource, Moment
from ensdesk.language import N_, _
from ensdesk.paper.tagged_flow import Strong
from ensdesk.record.contents import Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.time_words import on_in_words, since_in_words, until_in_words
from ensdesk.record.wording import date_in_words

Pieces = list[str]

_CALLED_FIRST = (ContactRole.EMERGENCY, ContactRole.TRUSTED, ContactRole.CARER)
# An allergy of unknown severity may be a serious one: it stands before the mild ones.
_WORST_FIRST = (
    Severity.LIFE_THREATENING,
    Severity.SEVERE,
    None,
    Severity.MODERATE,
    Severity.MILD,
)


def not_filled() -> str:
    """Return the words of what nobody filled in: never to be read as "none"."""
    return _("NOT FILLED IN").replace(" ", "\u00a0")


def said_none(section: Section[Any]) -> str:
    """Return the words of a section of which the person said that there is nothing to list."""
    if section.kind in {Allergy, Illness}:
        words = _("None known")
    else:
        words = _(section.kind.none or N_("Nothing to note"))
    on = section.none_on
    return _("{words} (said {when})").format(words=words, when=on_in_words(on)) if on else words


def nothing(section: Section[Any]) -> str:
    """Return the words of a section without a list: said none, or not filled in."""
    return said_none(section) if section.state is State.NONE else not_filled()


def all_stopped(section: Section[Medication]) -> str:
    """Return the words for medicines that are all over: only the person can say "none"."""
    return said_none(section) if section.none_on else _("All those written down are stopped")


def answered(question: str, answer: str) -> Pieces:
    """Return `Question: answer` with the answer strong."""
    return [question, _(": "), Strong(answer)]


def labelled(label: str, words: str | None) -> Pieces:
    """Return `Label: words` with the label strong."""
    return [Strong(label), _(": "), words or Strong(not_filled())]


def allergy(record: Allergy) -> Pieces:
    reaction = [_(": "), record.reaction] if record.reaction else []
    severity = [" · ", Strong(_(record.severity.words))] if record.severity else []
    return [
        Strong(record.substance),
        *reaction,
        *severity,
        *_more(since_in_words(record.since)),
        *unread(record),
    ]


def illness(record: Illness) -> Pieces:
    times = _joined((since_in_words(record.since), until_in_words(record.until)), ", ")
    note = [" · ", record.note] if record.note else []
    return [Strong(record.name), *_more(times), *note, *unread(record)]


def medicine(record: Medication) -> Pieces:
    """Return the name and the substance."""
    substance = [f" ({record.substance})"] if record.substance else []
    return [Strong(record.name), *substance, *unread(record)]


def doses(record: Medication) -> Pieces:
    """Return how much is taken at which moments, and whether only if needed."""
    planned = planned_doses(record)
    if record.as_needed:
        return [Strong(_("if needed")), *([" · ", *planned] if planned else [])]
    return planned or [_("doses"), _(": "), Strong(not_filled())]


def planned_doses(record: Medication) -> Pieces:
    """Return what is taken at which moments; moments of the same dose stand together."""
    by_dose: dict[str, list[str]] = {}
    for moment in Moment:
        if dose := record.dose_at(moment):
            by_dose.setdefault(dose, []).append(_(moment.words))
    pieces: Pieces = []
    for dose, moments in by_dose.items():
        pieces += [" · "] if pieces else []
        pieces += [", ".join(moments), _(": "), Strong(dose)]
    return pieces


def medicine_times(record: Medication) -> str:
    return _joined((since_in_words(record.since), until_in_words(record.until)), ", ")


def source(record: Medication) -> str:
    """Return where the line was read, and when."""
    match record.source:
        case None:
            return _("source: {words}").format(words=not_filled())
        case MedicationSource.PRESCRIPTION:
            return _joined((_prescription(record.source_date), record.prescriber), ", ")
        case _:
            return _(record.source.words)


def contact(record: Contact) -> Pieces:
    """Return the name, the family tie and what the person is.

    Who is to be called first stands first: it is not said again.
    """
    roles = (_(row.role.words) for row in record.roles if row.role is not ContactRole.EMERGENCY)
    details = _joined((record.relation, *roles), ", ")
    return [Strong(record.name), *([f", {details}"] if details else []), *unread(record)]


def phones(record: Contact) -> Pieces:
    numbers = _joined((record.phone, record.other_phone), " / ")
    return [Strong(numbers)] if numbers else [_("phone"), _(": "), Strong(not_filled())]


def unread(record: Record) -> Pieces:
    """Warn when a newer program wrote something here that this one cannot read."""
    return [" ", _("(incomplete: written by a newer program)")] if record.incomplete else []


def allergies_in_order(records: Iterable[Allergy]) -> list[Allergy]:
    """Return the worst first."""
    return sorted(records, key=lambda a: (_WORST_FIRST.index(a.severity), a.substance.casefold()))


def illnesses_in_order(records: Iterable[Illness], today: datetime.date) -> list[Illness]:
    """Return those that go on, then those that are over."""
    return sorted(records, key=lambda i: (i.over_on(today), i.name.casefold()))


def medicines_in_order(records: Iterable[Medication], today: datetime.date) -> list[Medication]:
    """Return the medicines taken on *today*, those of one prescription together."""
    taken = [record for record in records if record.taken_on(today)]
    return sorted(taken, key=lambda m: (_trust(m), source(m), m.name.casefold()))


def people_in_order(records: Iterable[Contact]) -> list[Contact]:
    """Return two people to call, the doctor, then the others."""
    ranked = sorted(records, key=lambda c: (_rank(c), not c.phone, c.name.casefold()))
    callers = [one for one in ranked if is_called_first(one)]
    doctors = [one for one in ranked if one.has_role(ContactRole.DOCTOR)]
    first = [*callers[:2], *(one for one in doctors[:1] if one not in callers[:2])]
    return [*first, *(one for one in ranked if one not in first)]


def is_called_first(record: Contact) -> bool:
    return any(record.has_role(role) for role in _CALLED_FIRST)


def _rank(record: Contact) -> int:
    order = tuple(ContactRole)
    return min((order.index(row.role) for row in record.roles), default=len(order))


def _trust(record: Medication) -> int:
    return tuple(MedicationSource).index(record.source) if record.source else 9


def _prescription(date: PartialDate | None) -> str:
    if date is None:
        return _("prescription")
    if date.day is None:
        return _("prescription, {period}").format(period=date_in_words(date))
    return _("prescription of {day}").format(day=date_in_words(date))


def _joined(words: Iterable[str], between: str) -> str:
    return between.join(filter(None, words))


def _more(words: str) -> Pieces:
    return [f" ({words})"] if words else []
