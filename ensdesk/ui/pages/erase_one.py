"""« Effacer pour toujours »: what goes, what cannot go, and one press more."""

from __future__ import annotations

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import MakePage, Session


class EraseOne(Page):
    """Enter answers nothing here; afterwards the person stands on the page *then*."""

    name = "erase-one"

    def __init__(self, session: Session, record: Record, then: MakePage) -> None:
        super().__init__(session, _(N_("Erase this for ever?")))
        self.record = record
        self.then = then
        self.add_text(first_line(record), "h2")
        self.add_text(_(N_("What is written about it goes, and what was written before.")))
        if isinstance(record, Document):
            self.add_text(_(N_("The pages of the paper go too.")))
        self.add_text(_(N_("The list of what was done keeps the day, without the words.")))
        self.add_note(
            _(N_("The program cannot erase copies and printed sheets made before.")),
            _(N_("“Undo” will not bring it back.")),
        )
        self.add_pair(_(N_("Erase for ever")), self._erase, _(N_("Keep it")), session.back)
        start_at_title(self)

    def _erase(self) -> None:
        from ensdesk.folder.removed import erase_for_ever

        folder, session, record = folder_of(self.session), self.session, self.record

        def done(_erased: bool) -> None:
            session.land(self.then)
            session.say(_(N_("It is erased for ever.")))

        self.ask(lambda: erase_for_ever(folder, record), done, words=_(N_("I am erasing…")))
