"""What the emergency sheet says, part by part: nothing here knows about the room on the page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole
from ensdesk.kinds.emergency import Answer, Emergency
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _, plural
from ensdesk.paper import phrases
from ensdesk.paper.cells import Cells
from ensdesk.paper.fonts import BOLD, clean, width
from ensdesk.paper.page import Styles, room_for
from ensdesk.paper.parts import Part
from ensdesk.paper.table import table
from ensdesk.paper.tagged_flow import Strong, Words, bullets, paragraph
from ensdesk.record.contents import Contents, State


def allergies(contents: Contents) -> Part:
    section = contents.section(Allergy)
    return Part(
        "allergies",
        N_("Allergies"),
        lambda count: plural(
            "ON THE BACK: {count} allergy", "ON THE BACK: {count} allergies", count
        ),
        [phrases.allergy(one) for one in phrases.allergies_in_order(section.records)],
        _listed,
        phrases.nothing(section),
    )


def illnesses(contents: Contents, today: datetime.date) -> Part:
    section = contents.section(Illness)
    return Part(
        "illnesses",
        N_("Illnesses"),
        lambda count: plural(
            "ON THE BACK: {count} illness", "ON THE BACK: {count} illnesses", count
        ),
        [phrases.illness(one) for one in phrases.illnesses_in_order(section.records, today)],
        _listed,
        phrases.nothing(section),
    )


def medicines(contents: Contents, today: datetime.date, across: float) -> Part:
    section = contents.section(Medication)
    taken = phrases.medicines_in_order(section.records, today)

    def draw(records: Sequence[Medication], size: Styles) -> list[Flowable]:
        return medicine_groups(records, size, across)

    return Part(
        "medicines",
        N_("Medicines"),
        lambda count: plural(
            "ON THE BACK: {count} medicine", "ON THE BACK: {count} medicines", count
        ),
        taken,
        draw,
        phrases.all_stopped(section) if section.records else phrases.nothing(section),
        weight=0.4,
    )


def people(contents: Contents, across: float) -> Part:
    section = contents.section(Contact)
    known: list[Contact | str] = list(phrases.people_in_order(section.records))
    if section.state is not State.NONE:
        if not any(map(phrases.is_called_first, section.records)):
            known.insert(0, N_("To call first"))
        if not any(one.has_role(ContactRole.DOCTOR) for one in section.records):
            known.insert(_callers(known), N_("Family doctor"))

    def draw(rows: Sequence[Contact | str], size: Styles) -> list[Flowable]:
        return people_table(rows, size, across)

    return Part(
        "people",
        N_("People to call, in this order"),
        lambda count: plural(
            "ON THE BACK: {count} person to call", "ON THE BACK: {count} people to call", count
        ),
        known,
        draw,
        phrases.nothing(section),
    )


def at_once(contents: Contents) -> list[list[str]]:
    """Return the answers that a nurse needs before anything else."""
    said = contents.single(Emergency) or Emergency()
    return [
        phrases.answered(_(label), _answer(answer))
        for label, answer in (
            (N_("Thins the blood"), said.blood_thinner),
            (N_("Diabetes"), said.diabetes),
            (N_("Insulin"), said.insulin),
            (N_("Pacemaker"), said.pacemaker),
        )
    ]


def about(contents: Contents) -> Part:
    """Sight, hearing, memory and language."""
    said = contents.single(Emergency) or Emergency()
    return Part(
        "about",
        N_("To understand each other"),
        lambda count: plural("ON THE BACK: {count} answer", "ON THE BACK: {count} answers", count),
        [
            phrases.labelled(_(label), words)
            for label, words in (
                (N_("Sight"), said.sight),
                (N_("Hearing"), said.hearing),
                (N_("Memory"), said.memory),
                (N_("Language spoken"), said.spoken),
            )
        ],
        _lines,
    )


def other(contents: Contents) -> Part:
    """Where the directives are, and what else the person wants to be known."""
    said = contents.single(Emergency) or Emergency()
    return Part(
        "other",
        N_("Also good to know"),
        lambda count: plural("ON THE BACK: {count} remark", "ON THE BACK: {count} remarks", count),
        [
            phrases.labelled(_("Advance directives"), said.directives),
            *([phrases.labelled(_("Also good to know"), said.other)] if said.other else []),
        ],
        _lines,
        headed=False,
    )


def medicine_groups(records: Sequence[Medication], size: Styles, across: float) -> list[Flowable]:
    """Return the medicines under the paper or the person that each of them comes from."""
    rows: dict[str, list[Words]] = {
        one.id: [phrases.medicine(one), phrases.doses(one), phrases.medicine_times(one)]
        for one in records
    }
    widths = _widths(list(rows.values()), across, (0.4, 0.28), size)
    flows: list[Flowable] = []
    for where, together in groupby(records, key=phrases.source):
        flows += [room_for(size)] if flows else []
        flows.append(paragraph(where[:1].upper() + where[1:], size.group))
        flows += _plain_table([rows[one.id] for one in together], widths, size)
    return flows


def people_table(rows: Sequence[Contact | str], size: Styles, across: float) -> list[Flowable]:
    """Return people and their phones; a text is somebody who is missing."""
    written: list[list[Words]] = [
        [_(row), [Strong(phrases.not_filled())]]
        if isinstance(row, str)
        else [phrases.contact(row), phrases.phones(row)]
        for row in rows
    ]
    return _plain_table(written, _widths(written, across, (0.45,), size), size)


def _plain_table(
    rows: Sequence[Sequence[Words]], widths: Sequence[float], size: Styles
) -> list[Flowable]:
    cells = Cells(size.cell)
    fitted = [cells.row(row, widths) for row in rows]
    return [table(fitted, widths, size.cell, header_cols=1), *cells.whole()]


def _widths(
    rows: Sequence[Sequence[Words]], across: float, most: Sequence[float], size: Styles
) -> list[float]:
    """Return widths that leave the first column all the room that the others do not need.

    *most* are the largest parts of *across* that each of the others may take.
    """
    others = [
        min(part * across, 8 + max(_wide(row[at], size) for row in rows))
        for at, part in enumerate(most, start=1)
    ]
    return [across - sum(others), *others]


def _wide(words: Words, size: Styles) -> float:
    """Return how wide a cell is on one line."""
    pieces = [words] if isinstance(words, str) else words
    fonts = ((BOLD if isinstance(piece, Strong) else size.cell.font, piece) for piece in pieces)
    return sum(width(clean(piece), font, size.cell.points) for font, piece in fonts)


def _listed(items: Sequence[Words], size: Styles) -> list[Flowable]:
    return bullets(items, size.item)


def _lines(items: Sequence[Words], size: Styles) -> list[Flowable]:
    return [paragraph(item, size.cell) for item in items]


def _answer(answer: Answer | None) -> str:
    return _(answer.words).upper() if answer else phrases.not_filled()


def _callers(people: Sequence[Contact | str]) -> int:
    """Return how many people to call stand before the place of the doctor."""
    return sum(1 for one in people[:2] if isinstance(one, str) or phrases.is_called_first(one))
