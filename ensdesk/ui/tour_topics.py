"""The stops of the tour that show what goes with an illness, and the question « pour quoi »."""

from __future__ import annotations

from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.operation import Operation
from ensdesk.record.record import Record
from ensdesk.record.topic import topics_of
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop


def topic_stops() -> tuple[Stop, ...]:
    """Return an illness with its papers and medicines, and the other end: a medicine and a stay."""
    return (
        Stop("record-illness", _illness),
        Stop("record-found", _found),
        Stop("record-stay", _stay),
        Stop("about-what", _about_what),
        Stop("topics", _topics),
    )


def _first(session: Session, kind: type[Record]) -> Record:
    assert session.folder is not None  # noqa: S101 - the tour has one
    return session.folder.records(kind)[0]


def _illness(session: Session) -> Page:
    from ensdesk.ui.pages.ways import record_page

    return record_page(Illness, topics_of(_first(session, Medication))[0])(session)


def _stay(session: Session) -> Page:
    from ensdesk.ui.pages.ways import record_page

    return record_page(Operation, _first(session, Operation).id)(session)


def _about_what(session: Session) -> Page:
    from ensdesk.ui.pages.about_what import AboutWhat

    return AboutWhat(session, _first(session, Medication))


def _topics(session: Session) -> Page:
    from ensdesk.ui.pages.ties import Topics

    return Topics(session, _first(session, Medication).id)


def _found(session: Session) -> Page:
    """Show a record as a search opens it."""
    from ensdesk.ui.pages.ways import record_page

    record = _first(session, Illness)
    return record_page(Illness, record.id, frozenset({"diabete", "metformine"}))(session)
