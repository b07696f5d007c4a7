"""A bug, shown as a bug: calm words, and a report without a single value of the person."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ensdesk.language import N_, _
from ensdesk.ui.bug import report_of
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


class Failed(Page):
    """Says that the mistake is the program's."""

    name = "failed"

    def __init__(self, session: Session, error: BaseException) -> None:
        super().__init__(session, _(N_("Something went wrong in the program")))
        self._report = report_of(error)
        self.add_text(_(N_("It is not your fault. What was saved is still saved.")), "lead")
        self.add_text(_(N_("Go back to the first page and try again.")))
        self.add_primary(_(N_("Go back")), session.home)
        self.add_secondary(_(N_("Copy the report")), self._copy, icon="copy")
        self.add_text(_(N_("The report says where the program failed. It says nothing of you.")))
        self.add_text(self._report, "example")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.session.say(_(N_("The report is copied. Paste it into a letter.")))
