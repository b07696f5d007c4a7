"""« Qui peut voir mon dossier ? »: computed from the true keys, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.folder.who_sees import WhoSees, who_sees
from ensdesk.language import N_, _
from ensdesk.record.wording import day_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.double_words import place_of
from ensdesk.ui.pages.people.words import (
    SEES_ALL,
    name_in_words,
    opened_in_words,
    rights_in_words,
    until_in_words,
    way_named,
)
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.people import Somebody
    from ensdesk.paper.printed import Printed

_FROM_KEYS = N_("This is read in the keys of the folder itself.")
_NOBODY = N_("Nobody else can open this folder.")


class WhoSeesPage(Page):
    """Who, what they may do, until when, and the last openings."""

    name = "who-sees"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Who can see my folder?")))
        self.add_text(_(_FROM_KEYS))
        start_at_title(self)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: who_sees(folder), self._show)

    def _show(self, seen: WhoSees) -> None:
        self.add(Told(lines_of(seen), "text", "label"))
        if not seen.people:
            self.add_text(_(_NOBODY), "good")
        self.add_text(_(N_("The last openings")), "h2")
        self.add(Told(openings_of(seen), "text"))
        self.add_text(_(N_("The doubles")), "h2")
        self.add(Told(doubles_of(seen), "text"))
        self.add_primary(_(N_("Print this page")), self._to(who_sees_sheet), icon="printer")
        self.add_link(_(N_("What the program cannot prevent")), self._to(_limits), icon="info")
        self.add_link(_(N_("What was done")), self._to(_history), icon="clock")
        if self.session.centre is None:  # there, nobody else will see the folder in a list
            seen_here = _(N_("The name and the colour of my folder"))
            self.add_link(seen_here, self._to(_folder_look), icon="palette")
        if _can_choose(folder_of(self.session)):
            self.add_link(_(N_("How I open my folder")), self._to(_secrets), icon="key-round")

    def _to(self, make: Callable[[Session], Page]) -> Callable[[], None]:
        return lambda: self.session.go(make)


def lines_of(seen: WhoSees) -> list[tuple[str, str]]:
    """Return everybody with what their key gives, the holder first."""
    ways = ", ".join(way_named(way) for way in seen.ways)
    you = _(N_("{name}, whose folder it is")).format(name=seen.holder or _(N_("Somebody")))
    return [
        (you, f"{_(SEES_ALL)} · {_(N_('with: {ways}')).format(ways=ways)}"),
        *((name_in_words(one), _line(one)) for one in seen.people),
    ]


def openings_of(seen: WhoSees) -> list[tuple[str, str]]:
    """Return the days and hours with who came in."""
    return [
        (
            f"{day_in_words(at.date())} {at.year}, "
            + _("{hour}:{minute}").format(hour=at.hour, minute=f"{at.minute:02}"),
            who or _(N_("Somebody")),
        )
        for at, who in seen.openings
    ] or [(_(N_("No opening yet.")), "")]


def doubles_of(seen: WhoSees) -> list[tuple[str, str]]:
    """Return where each double is, and of which day; one line when there is none."""
    each = seen.doubles
    found = [(place_of(one), f"{day_in_words(one.day)} {one.day.year}") for one in each]
    return found or [(_(N_("No double yet.")), "")]


def who_sees_sheet(session: Session) -> Page:
    """Return the page that prints it."""
    from ensdesk.ui.pages.folder_sheet import FolderSheet

    return FolderSheet(session, "who-sees", _read)


def _read(folder: Folder) -> Callable[[Printed], bytes]:
    from ensdesk.kinds.identity import Identity
    from ensdesk.paper.people_sheets import who_sees_pdf
    from ensdesk.record.contents import Contents
    from ensdesk.ui.pages.people.limits import LIMITS

    seen, whose = who_sees(folder), Contents.of([folder.section(Identity)])
    limits = [_(words) for _icon, words in LIMITS]
    return lambda printed: who_sees_pdf(
        whose, lines_of(seen), openings_of(seen), doubles_of(seen), limits, printed
    )


def _line(one: Somebody) -> str:
    parts = (
        rights_in_words(one),
        until_in_words(one),
        _(N_("with: {ways}")).format(ways=way_named(one.way)),
        _(N_("last opening: {day}")).format(day=opened_in_words(one)),
    )
    return " · ".join(parts)


def _limits(session: Session) -> Page:
    from ensdesk.ui.pages.people.limits import Limits

    return Limits(session)


def _can_choose(folder: Folder) -> bool:
    """Say whether whoever opened the folder has something to change in how they open it."""
    from ensdesk.folder.secrets_of_folder import Way, ways_of_folder

    return folder.helped_by is None or bool(ways_of_folder(folder) - {Way.SHEET})


def _history(session: Session) -> Page:
    from ensdesk.ui.pages.history import History

    return History(session)


def _folder_look(session: Session) -> Page:
    from ensdesk.ui.pages.folder_look import FolderLookPage

    return FolderLookPage(session)


def _secrets(session: Session) -> Page:
    from ensdesk.ui.pages.my_secrets import MySecrets

    return MySecrets(session)
