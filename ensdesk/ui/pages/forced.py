"""« On me force, on m’arnaque »: what one may refuse, and whom to call."""

from __future__ import annotations

from ensdesk.folder.help_numbers import help_numbers
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.point import Point, Points
from ensdesk.ui.widgets.told import Told

_REFUSE = (
    N_("Nobody has the right to your code or to your 12 words."),
    N_("You may say no, and think about it until tomorrow."),
    N_("Somebody hurries you on the telephone? Hang up."),
    N_("You stop a person’s help in one press. The program tells them nothing."),
)
_WHEN = {
    "danger": N_("You are in danger now: the police"),
    "silent": N_("You cannot speak: a text message"),
    "mistreated": N_("Somebody hurts you, takes your money or forces you"),
}


class Forced(Page):
    """Also without a folder: whoever needs it may never have one."""

    name = "help-forced"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("I am being forced or cheated")))
        self.add(Points(*(Point("shield-check", _(words)) for words in _REFUSE)))
        known = help_numbers()
        self.add(
            Told(
                [(_(_WHEN[one.when]), one.number) for one in known.numbers], role="h2", asked="text"
            )
        )
        self.add_text(_(N_("The 3133 is free, every day from 9 to 20.")))
        if known.old(session.today()):
            old = _(N_("Numbers of {year}, perhaps no longer right."))
            self.add_text(old.format(year=known.written.year), "example")
        if session.folder is not None:
            self.add_link(_(N_("The people who help me")), self._people, icon="users")
        self.add_link(_(N_("What the program cannot prevent")), self._limits, icon="info")
        start_at_title(self)

    def _people(self) -> None:
        from ensdesk.ui.pages.people.who_helps import WhoHelps

        self.session.go(WhoHelps)

    def _limits(self) -> None:
        from ensdesk.ui.pages.people.limits import Limits

        self.session.go(Limits)
