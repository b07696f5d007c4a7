"""For whom the copy is, and why: written in the copy and in what was done."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.pages.copy_out.about_copy import AboutCopy
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.session import Session

# The answer, and why such a copy is made most often.
_PEOPLE = (
    (N_("me"), N_("to have it with me")),
    (N_("my doctor"), N_("for my appointment")),
    (N_("the hospital"), N_("for my stay")),
    (N_("somebody close"), N_("to help me")),
)


class ForWhomCopy(AboutCopy):
    """A press on a person is enough; anybody else is written by name."""

    name = "copy-for-whom"

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("For whom is the copy?")), wish)
        people = [(_(whom), _(whom)) for whom, _why in _PEOPLE]
        self.people = self.add_choice(_(N_("The copy is for:")), people)
        known = wish.for_whom in dict(people)
        self.people.choose(wish.for_whom if known else None)
        self.other = self.add_field(_(N_("Somebody else")), optional=True)
        self.other.set_text("" if known else wish.for_whom)
        self.why = self.add_field(_(N_("Why?")), _(N_("For example: for my operation")))
        self.why.set_text(wish.why)
        self._usual = {_(whom): _(why) for whom, why in _PEOPLE}
        self.people.on_choice(self._chosen)
        self.add_primary(_(N_("Continue")), self._go_on)

    def _chosen(self, whom: str) -> None:
        self.other.set_text("")
        if self.why.text() in ("", *self._usual.values()):
            self.why.set_text(self._usual[whom])

    def _go_on(self) -> None:
        whom = self.other.text() or self.people.chosen()
        if not whom:
            self.people.need()
        elif self.why.need():
            self.wish.for_whom, self.wish.why = whom, self.why.text()
            self.session.back()
