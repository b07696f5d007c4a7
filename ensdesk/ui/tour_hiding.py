"""The stops of the tour in « Rien que pour moi »: the tour hides one illness of its own."""

from __future__ import annotations

from ensdesk.kinds.illness import Illness
from ensdesk.kinds.note import Note
from ensdesk.record.record import RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop

_HIDDEN = Illness(id=RecordId("d" * 32), name="Dépression")


def hiding_stops() -> tuple[Stop, ...]:
    """Return the pages that hide something, show it again, and ask about it."""
    return (
        Stop("hide-it", lambda s: _hide(s, Note(name="Lettre à mon fils"))),
        Stop("hide-it-sheet", lambda s: _hide(s, Illness(name="Dépression"))),
        Stop("for-me", _for_me),
        Stop("private-record", _record),
        Stop("which-private", _which),
    )


def _hide(session: Session, record: Illness | Note) -> Page:
    from ensdesk.ui.pages.hiding import HideIt

    return HideIt(session, record)


def _with_hidden(session: Session) -> Session:
    from ensdesk.folder.for_me import hide

    folder = session.folder
    if folder is not None and not folder.drawers.hidden():
        folder.save(_HIDDEN)
        hide(folder, _HIDDEN)
    return session


def _for_me(session: Session) -> Page:
    from ensdesk.ui.pages.hiding import ForMe

    return ForMe(_with_hidden(session))


def _record(session: Session) -> Page:
    from ensdesk.ui.pages.record_page import RecordPage

    return RecordPage(_with_hidden(session), _HIDDEN.id)


def _which(session: Session) -> Page:
    from ensdesk.ui.pages.sheet_page import SheetPage

    return SheetPage(_with_hidden(session), "summary")
