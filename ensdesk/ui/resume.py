"""Going back to a page that was half filled when the folder was closed."""

from __future__ import annotations

from typing import Any

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session

_FORM, _MEDICINE, _MEASURE, _COPY = "form-", "medicine-", "measure-", "copy-"
_PRESCRIPTION = "prescription-"


def resume(session: Session, name: str, values: dict[str, Any]) -> None:
    """Open the page called *name* as it was left; what cannot be opened again is let be."""
    way = way_to(name, values)
    for make in way:
        session.go(make)
    if way:
        session.say(_(N_("Here is what you were writing. Nothing is lost.")))


def page_named(name: str) -> MakePage | None:
    """Return the page called *name*, if it can be opened by its name alone."""
    match name:
        case "blood-pressure":
            from ensdesk.ui.pages.blood_pressure import NoteBloodPressure

            return NoteBloodPressure
        case "series-reading":
            from ensdesk.ui.pages.series.reading import SeriesReading

            return SeriesReading
        case "questions":
            from ensdesk.ui.pages.questions import Questions

            return Questions
        case "search":
            from ensdesk.ui.pages.search import Search

            return Search
        case _:
            return None


def way_to(name: str, values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the pages that lead to the one called *name*, the last one filled with *values*."""
    try:
        if name.startswith(_FORM):
            return _form(name.removeprefix(_FORM), values)
        if name.startswith(_MEDICINE):
            from ensdesk.ui.pages.medicine import steps

            return steps.way_to(name, values)
        if name.startswith(_COPY):
            from ensdesk.ui.pages.copy_out import about_copy

            return about_copy.way_to(name, values)
        if name in ("paper-details", "paper-kind", "paper-about"):
            from ensdesk.ui.pages import paper_again

            return paper_again.way_to(values)
        if name == "about-what":
            from ensdesk.ui.pages import about_what

            return about_what.way_to(values)
        if name.startswith(_PRESCRIPTION):
            from ensdesk.ui.pages.prescription import steps as lines

            return lines.way_to(name, values)
    except (KeyError, ValueError, TypeError, AttributeError):
        return ()  # a draft of another version
    make = _measure(name) if name.startswith(_MEASURE) else page_named(name)
    return (restored(make, values),) if make is not None else ()


def restored(make: MakePage, values: dict[str, Any] | None) -> MakePage:
    """Return what makes the page of *make* as *values* left it; without any, as it begins."""

    def made(session: Session) -> Page:
        page = make(session)
        if values:
            page.restore(values)
        return page

    return made


def _measure(name: str) -> MakePage | None:
    from ensdesk.kinds.measurement import MeasurementType
    from ensdesk.ui.pages.note_measure import OFFERED, note_page

    wanted = MeasurementType.__members__.get(name.removeprefix(_MEASURE).upper())
    return note_page(wanted) if wanted in OFFERED else None


def _form(slug: str, values: dict[str, Any]) -> tuple[MakePage, ...]:
    from ensdesk.kinds import BY_SLUG
    from ensdesk.ui.record_form import resumed

    return (resumed(BY_SLUG[slug], values),)
