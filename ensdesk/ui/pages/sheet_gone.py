"""The sheet is on paper, or on a key: what to do with it now."""

from __future__ import annotations

from ensdesk.folder.due import REDO
from ensdesk.language import N_, _
from ensdesk.paper.other_sheets import OTHER_SHEETS
from ensdesk.paper.printed import Band
from ensdesk.paper.sheets import sheet_named
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session

_WHERE = {
    "emergency": N_("Put it on the fridge, or in your bag."),
    "week": N_("Put it where you take your medicines."),
    "card": N_("Cut it out, fold it, and put it with your papers."),
    "contacts": N_("Put it beside the phone."),
    "appointment": N_("Take it with you, with a pen."),
    "vaccinations": N_("Put it in your vaccination booklet."),
    "summary": N_("Give it to the doctor, and take it back home."),
}
_TOLD = {due.sheet for due in REDO}
_OLD = N_("An older one is still there? Tear it up.")


class SheetGone(Page):
    """Says what was done; *said* is a msgid, *again* makes the page of the sheet."""

    name = "sheet-gone"

    def __init__(self, session: Session, sheet: str, said: str, again: MakePage) -> None:
        super().__init__(session, _(said))
        band = (OTHER_SHEETS.get(sheet) or sheet_named(sheet)).band
        usual = N_("Keep it at home.") if band is Band.KEEP else ""
        if where := _WHERE.get(sheet, usual):
            self.add_text(_(where), "lead")
        if sheet != "consent":
            self.add_text(_(_OLD))
        if sheet in _TOLD:
            self.add_text(_(N_("When your folder changes, the home page tells you.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
        see = _(N_("See the sheet again"))
        self.add_secondary(see, lambda: session.go(again), icon="file-text")
