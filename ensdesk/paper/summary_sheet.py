"""The summary for the doctor: every section of the folder, in its three states."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.wish import Wish
from ensdesk.language import N_, _, plural
from ensdesk.paper import emergency_parts as say
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import Row
from ensdesk.paper.cells import Cells
from ensdesk.paper.field_flow import record_flow, record_line
from ensdesk.paper.names import names_on_sheet
from ensdesk.paper.page import (
    LINE,
    Paper,
    Styles,
    full_name,
    make_pdf,
    masthead,
    paper_of,
    room_for,
    styles,
)
from ensdesk.paper.parts import Part
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.table import table
from ensdesk.paper.tagged_flow import Strong, bullets, paragraph
from ensdesk.record.contents import Contents, State
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from ensdesk.record.topic import topics_of
from ensdesk.record.wording import NameOf, date_in_words, quantity_in_words

TITLE = N_("Summary for the doctor")
_INTRODUCTION = N_(
    "Made by the person or a helper, from what they know. To be checked with the patient."
)
_ELSEWHERE = (Consent, Declaration)  # not for the doctor
_NEEDED = (Identity, Emergency, Allergy, Illness, Medication, Contact)  # missed where they stand
_CURRENT = (Appointment, Coverage, Wish)  # of these, what is over would mislead
_LESS = 2  # points: a doctor reads fast, and wants few pages
_LATEST = 10  # measurements of each type
_PAPERS = 60
_RESULTS = 3  # of each analysis
Draw = Callable[[Contents, Paper, Styles], list[Flowable]]


def summary_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the summary, as many pages as it takes."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("On {day}"))
    points = printed.points - _LESS
    size = styles(points)
    story = [*masthead(paper, contents, points), paragraph(_(_INTRODUCTION), size.body)]
    unfilled = []
    for kind in KINDS:
        if kind in _ELSEWHERE:
            continue
        if kind not in _NEEDED and contents.section(kind).state is State.NOT_FILLED:
            unfilled.append(_(kind.section))
            continue
        story += [Gap(10), room_for(size), paragraph(_(kind.section), size.heading, "H2")]
        story += _SECTIONS.get(kind, _any_kind(kind))(contents, paper, size)
    if unfilled:
        words = [Strong(phrases.not_filled()), _(": "), " · ".join(unfilled)]
        story += [Gap(10), paragraph(words, size.body)]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _any_kind(kind: type[Record]) -> Draw:
    """Return how a kind without a form of its own is printed."""

    def draw(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
        found = contents.section(kind)
        if found.state is not State.LIST:
            return [paragraph(phrases.nothing(found), size.strong)]
        holds, over = parted(found.records, paper.today)
        shown = holds if kind in _CURRENT else [*holds, *over]
        if not shown:
            return [paragraph(_("Nothing that still holds"), size.strong)]
        name_of = names_on_sheet(contents)
        lines = [record_line(record, size, name_of) for record in shown]
        return [flow for line in lines for flow in (*line, Gap(4))]

    return draw


def _identity(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    del paper
    identity = contents.single(Identity)
    if identity is None:
        return [paragraph(phrases.not_filled(), size.strong)]
    name_of = names_on_sheet(contents)
    return record_flow(identity, size, name_of)[1:]  # the name is at the top


def _emergency(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    del paper
    left, right, below = (
        [paragraph(line, size.cell) for line in lines]
        for lines in (
            say.at_once(contents),
            say.about(contents).items,
            [*say.other(contents).items, *_blood_group(contents)],
        )
    )
    return [Row([left, right], [1, 1]), *below]


def _blood_group(contents: Contents) -> list[list[str]]:
    said = contents.single(Emergency)
    if said is None or said.blood_group is None:
        return []
    words = _("{group} (said by the person; not for a transfusion)")
    group = words.format(group=_(said.blood_group.words))
    return [phrases.labelled(_(N_("Blood group")), group)]


def _allergies(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    del paper
    return _part(say.allergies(contents), size)


def _illnesses(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    return _part(say.illnesses(contents, paper.today), size)


def _medicines(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    section = contents.section(Medication)
    taken = phrases.medicines_in_order(section.records, paper.today)
    name_of = names_on_sheet(contents)
    why = [
        [Strong(one.name), _(": "), " · ".join(filter(None, words))]
        for one in taken
        if any(words := (one.reason, *map(name_of, topics_of(one)), one.note))
    ]
    stopped = [
        [*phrases.medicine(one), f" ({phrases.medicine_times(one)})"]
        for one in section.records
        if not one.taken_on(paper.today)
    ]
    flows = _part(say.medicines(contents, paper.today, paper.across), size)
    for title, lines in ((N_("What they are for"), why), (N_("Stopped"), stopped)):
        if lines:
            flows += [room_for(size), paragraph(_(title), size.group), *bullets(lines, size.item)]
    return flows


def _people(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    notes = [
        [Strong(one.name), _(": "), " · ".join(filter(None, (one.address, one.note)))]
        for one in contents.records(Contact)
        if one.address or one.note
    ]
    return [*_part(say.people(contents, paper.across), size), *bullets(notes, size.item)]


def _measurements(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    del paper
    section = contents.section(Measurement)
    if section.state is not State.LIST:
        return [paragraph(phrases.nothing(section), size.strong)]
    flows: list[Flowable] = []
    for kind in MeasurementType:
        if together := [one for one in section.records if one.type is kind]:
            flows += [
                Gap(4),
                *_table_of(kind, together, section.count_of(str(kind)), size),
            ]
    return flows


def _table_of(
    kind: MeasurementType, records: Sequence[Measurement], count: int, size: Styles
) -> list[Flowable]:
    latest = sorted(records, key=lambda one: one.taken.iso if one.taken else "", reverse=True)
    rows = [[_when(one), _value(one), one.note or ""] for one in latest[:_LATEST]]
    words = _(kind.words)
    remark = _("Remark") if any(note for *_both, note in rows) else ""
    head = [_("Date"), words[:1].upper() + words[1:], remark]
    left = count - _LATEST
    more = plural(
        "and {count} older one, in the folder", "and {count} older ones, in the folder", left
    )
    return [
        *_table([head, *rows], (0.4, 0.25, 0.35), size),
        *([paragraph(more, size.strong)] if left > 0 else []),
    ]


def _documents(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    del paper
    section = contents.section(Document)
    if section.state is not State.LIST:
        return [paragraph(phrases.nothing(section), size.strong)]
    latest = sorted(
        section.records, key=lambda one: (one.date.iso if one.date else "", one.name), reverse=True
    )
    name_of = names_on_sheet(contents)
    rows = [
        [one.name, date_in_words(one.date) if one.date else "", _about(one, name_of)]
        for one in latest[:_PAPERS]
    ]
    left = section.count - _PAPERS
    more = plural(
        "and {count} other paper, in the folder", "and {count} other papers, in the folder", left
    )
    return [
        *_table(
            [[_("Paper"), _("Date"), _("From, kind, illness")], *rows], (0.42, 0.23, 0.35), size
        ),
        *([paragraph(more, size.strong)] if left > 0 else []),
    ]


def _about(paper: Document, name_of: NameOf) -> str:
    """Return who wrote a paper, its kind, and what it is about."""
    category = _(paper.category.words) if paper.category else ""
    return ", ".join(filter(None, (paper.author, category, *map(name_of, topics_of(paper)))))


def _laboratory(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    """Return the latest results of each analysis, beside what the laboratory calls usual."""
    del paper
    section = contents.section(LabResult)
    if section.state is not State.LIST:
        return [paragraph(phrases.nothing(section), size.strong)]
    by_name: dict[str, list[LabResult]] = {}
    for one in sorted(section.records, key=lambda one: one.date.iso if one.date else "")[::-1]:
        by_name.setdefault(one.name.casefold(), []).append(one)
    shown = [one for name in sorted(by_name) for one in by_name[name][:_RESULTS]]
    rows = [
        [one.name, date_in_words(one.date) if one.date else "", one.result(), one.usual()]
        for one in shown
    ]
    head = [_("Analysis"), _("Date"), _("Result"), _("Usual for the laboratory")]
    left = section.count - len(shown)
    more = plural(
        "and {count} older one, in the folder", "and {count} older ones, in the folder", left
    )
    return [
        *_table([head, *rows], (0.36, 0.24, 0.2, 0.2), size),
        *([paragraph(more, size.strong)] if left > 0 else []),
    ]


_SECTIONS: dict[type[Record], Draw] = {
    Identity: _identity,
    Emergency: _emergency,
    Allergy: _allergies,
    Illness: _illnesses,
    Medication: _medicines,
    Contact: _people,
    Measurement: _measurements,
    LabResult: _laboratory,
    Document: _documents,
}


def _part(part: Part, size: Styles) -> list[Flowable]:
    if part.items:
        return list(part.draw(part.items, size))
    return [paragraph(part.empty, size.strong)]


def _table(rows: Sequence[Sequence[str]], shares: Sequence[float], size: Styles) -> list[Flowable]:
    widths = [LINE * share for share in shares]
    cells = Cells(size.cell)
    fitted = [cells.row(row, widths) for row in rows]
    return [table(fitted, widths, size.cell, head=size.strong), *cells.whole()]


def _when(record: Measurement) -> str:
    return date_in_words(record.taken) if record.taken else phrases.not_filled()


def _value(record: Measurement) -> str:
    if not record.value:  # a newer program may have written what this one cannot read
        return phrases.not_filled()
    if record.diastolic:
        return f"{record.value.value:f}/{record.diastolic.value:f}\u00a0{record.value.sign()}"
    return quantity_in_words(record.value)
