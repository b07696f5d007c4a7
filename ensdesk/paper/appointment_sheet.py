"""For one appointment: where and when, the questions with room for the answers, the medicines."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.kinds.appointment import Appointment
from ensdesk.language import N_, _
from ensdesk.paper import emergency_parts as say
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import RuledLines
from ensdesk.paper.page import (
    Paper,
    Styles,
    full_name,
    make_pdf,
    masthead,
    paper_of,
    room_for,
    styles,
)
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import Strong, paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.standing import parted
from ensdesk.record.wording import date_in_words

TITLE = N_("My appointment")
_ANSWER = 2  # lines to write on under a question
_SAID = 5


def appointment_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the sheet of the appointment `printed.about`, or of the next one."""
    paper = paper_of(contents, printed, TITLE, Band.SHOW, dated=N_("On {day}"))
    size = styles(printed.points)
    one = _chosen(contents, printed)
    story = [*masthead(paper, contents, printed.points), Gap(4)]
    if one is None:
        story.append(paragraph(_("No appointment to come."), size.strong))
    else:
        story += [*_where(one, size), *_questions(one, size), *_said(size)]
    story += _medicines(contents, paper, size)
    return make_pdf([*story, *full_name(contents, size)], paper)


def _chosen(contents: Contents, printed: Printed) -> Appointment | None:
    records = contents.records(Appointment)
    if printed.about:
        return next((one for one in records if one.id == printed.about), None)
    holds, _over = parted(records, printed.today)
    dated = sorted(holds, key=lambda one: one.date.iso if one.date else "~")
    return next(iter(dated), None)


def _where(one: Appointment, size: Styles) -> list[Flowable]:
    day = date_in_words(one.date) if one.date else phrases.not_filled()
    answers = (
        (_("With"), " · ".join(filter(None, (one.name, one.speciality)))),
        (_("Day and time"), day),
        (_("Where"), one.place or ""),
        (_("What for"), one.reason),
    )
    flows = [
        paragraph([label, _(": "), Strong(words)], size.body) for label, words in answers if words
    ]
    return [*flows, *([paragraph(phrases.unread(one), size.strong)] if one.incomplete else [])]


def _questions(one: Appointment, size: Styles) -> list[Flowable]:
    flows = [Gap(8), room_for(size), paragraph(_("My questions"), size.heading, "H2")]
    if not one.questions:
        return [*flows, RuledLines(_SAID)]
    for number, row in enumerate(one.questions, 1):
        flows += [room_for(size), paragraph(f"{number}. {row.question}", size.strong)]
        flows.append(RuledLines(_ANSWER))
    return flows


def _medicines(contents: Contents, paper: Paper, size: Styles) -> list[Flowable]:
    """Return what every doctor asks first: the medicines taken now, and the allergies."""
    flows: list[Flowable] = []
    for part in (say.medicines(contents, paper.today, paper.across), say.allergies(contents)):
        title = paragraph(_(part.title), size.heading, "H2")
        drawn = part.draw(part.items, size) if part.items else [paragraph(part.empty, size.strong)]
        flows += [Gap(8), room_for(size), title, *drawn]
    return flows


def _said(size: Styles) -> list[Flowable]:
    title = paragraph(_("What the doctor said"), size.heading, "H2")
    return [Gap(8), room_for(size), title, RuledLines(_SAID)]
