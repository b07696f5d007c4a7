"""What is kept, where, who can read it: then yes or no, of the same size."""

from __future__ import annotations

from ensdesk.kinds.consent import KeptOn
from ensdesk.language import N_, _
from ensdesk.paper.consent_words import PROMISES, terms
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.point import Point, Points

_ICONS = {KeptOn.COMPUTER: "hard-drive", KeptOn.KEY: "usb"}


class ConsentPage(Page):
    """Nothing is on the disk before the yes; the no leaves nothing."""

    name = "new-consent"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("Do you agree to this folder?")))
        self.plan = plan
        if not plan.for_me:
            self.add_text(_(N_("Read these lines with the person, without hurrying.")), "lead")
        icons = ("file-text", _ICONS[plan.kept_on], "eye")
        agreed = (
            Point(icon, _(N_("{name}: {words}")).format(name=_(name), words=_(words)))
            for icon, (name, words) in zip(icons, terms(plan.kept_on), strict=True)
        )
        *promises, if_hurried = PROMISES
        self.add(Points(*agreed, *(Point("check", _(words), colour="ok") for words in promises)))
        self.add_note(_(if_hurried))
        yes = N_("Yes, I make my folder") if plan.for_me else N_("Yes, we make this folder")
        self.add_pair(_(yes), self._yes, _(N_("No thank you")), self._no)
        start_at_title(self)

    def _yes(self) -> None:
        from ensdesk.ui.pages.new_folder.choose_secret import choose_secret
        from ensdesk.ui.pages.new_folder.making import Making

        plan = self.plan
        self.session.go(lambda session: choose_secret(session, Making(session, plan)))

    def _no(self) -> None:
        self.session.forget_sheet()
        self.session.land(NoFolder)


class NoFolder(Page):
    """What a no means: nothing was written."""

    name = "new-no-folder"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("No folder was made.")))
        self.add_text(_(N_("Nothing was written on this computer.")), "lead")
        self.add_text(_(N_("What you typed is forgotten. You can come back another day.")))
        self.add_primary(_(N_("Go back to the start")), session.home, icon="house")
