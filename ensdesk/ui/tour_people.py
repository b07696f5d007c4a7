"""The stops of the tour about people who help, and who can see the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.folder.people import Somebody
    from ensdesk.ui.page import Page
    from ensdesk.ui.pages.people.add import Letting

_NAME = "Marie"


def people_stops() -> tuple[Stop, ...]:
    """Return the list, one person, letting in, stopping, help now, and what nobody can prevent."""
    from ensdesk.ui.pages.forced import Forced
    from ensdesk.ui.pages.people.add import AddPerson
    from ensdesk.ui.pages.people.hand_over import HandOver
    from ensdesk.ui.pages.people.help_now import HelpNow
    from ensdesk.ui.pages.people.limits import Limits
    from ensdesk.ui.pages.people.person import PersonPage, Stopped
    from ensdesk.ui.pages.people.who_helps import WhoHelps
    from ensdesk.ui.pages.people.who_sees import WhoSeesPage, who_sees_sheet

    return (
        Stop("who-helps-nobody", WhoHelps),
        Stop("add-person", AddPerson),
        Stop("add-person-secret", _choose),
        Stop("their-sheet", _their_sheet),
        Stop("help-now", HelpNow),
        Stop("who-helps", lambda s: WhoHelps(_with_marie(s))),
        Stop("person", lambda s: PersonPage(s, _marie(s).slot)),
        Stop("person-let-in", _let_in),
        Stop("person-stopped", lambda s: Stopped(s, _marie(s))),
        Stop("hand-over", HandOver),
        Stop("who-sees", lambda s: WhoSeesPage(_with_marie(s))),
        Stop("sheet-who-sees", lambda s: who_sees_sheet(_with_marie(s))),
        Stop("sheet-mandate", _mandate),
        Stop("limits", Limits),
        Stop("help-forced", Forced, needs_folder=False),
        Stop("helped-home", _helped),
    )


def _with_marie(session: Session) -> Session:
    """Let Marie in, once, with words of her own."""
    from ensdesk.folder.opening import new_sheet
    from ensdesk.folder.people import HELPER, add_person, people
    from ensdesk.ui.pages.doing import folder_of

    folder = folder_of(session)
    if not people(folder):
        add_person(folder, _NAME, HELPER, new_sheet())
    return session


def _marie(session: Session) -> Somebody:
    from ensdesk.folder.people import people
    from ensdesk.ui.pages.doing import folder_of

    return people(folder_of(_with_marie(session)))[0]


def _letting(session: Session) -> Letting:
    from ensdesk.ui.pages.people.add import Letting, Plan

    return Letting(session, Plan(_NAME))


def _choose(session: Session) -> Page:
    from ensdesk.ui.pages.people.add import Plan, choose

    return choose(session, Plan(_NAME))


def _their_sheet(session: Session) -> Page:
    from ensdesk.folder.opening import new_sheet
    from ensdesk.ui.pages.people.add import TheirSheet

    return TheirSheet(session, _letting(session), new_sheet())


def _let_in(session: Session) -> Page:
    from ensdesk.ui.pages.people.add import LetIn, Plan

    return LetIn(session, Plan(_NAME), _marie(session).slot)


def _mandate(session: Session) -> Page:
    from ensdesk.ui.pages.people.mandate import mandate_page

    return mandate_page(session, _marie(session).slot)


def _helped(session: Session) -> Page:
    """Show the home page as whoever helps sees it."""
    from ensdesk.folder.folder import Folder
    from ensdesk.ui.pages.doing import folder_of
    from ensdesk.ui.pages.home import Home

    helped = Folder(folder_of(session).vault)
    helped.helped_by = _NAME
    session.set_folder(helped)
    return Home(session)
