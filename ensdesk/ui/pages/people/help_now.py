"""« Me faire aider maintenant »: help for one session, without giving any secret."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.people.words import LONGEST
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem


class ExampleCloses(Trouble):
    """The folder of the example goes when it is closed: nobody can help in it."""

    words = N_("This is the example. Nobody can help you in it.")
    advice = N_("Make your folder, then come back here.")


class HelpNow(Page):
    """Whoever helped before is one press away; somebody else types a first name."""

    name = "help-now"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Who helps you now?")))
        self.add_text(_(N_("The program starts again without your code.")))
        self.add_text(_(N_("What is for you alone stays closed.")))
        self.before = self.add_list((), name=_(N_("The people who helped before")), shown=3)
        self.first_name = self.add_field(
            _(N_("First name")), _(N_("For example: Marie")), letters=24
        )
        self.first_name.line.setMaxLength(LONGEST)
        self.add_primary(_(N_("Let this person help me")), self._start, icon="heart-handshake")

    def entered(self) -> None:
        from ensdesk.folder.people import names_before

        folder = folder_of(self.session)
        self.ask(lambda: names_before(folder), self._show)

    def _show(self, names: tuple[str, ...]) -> None:
        self.before.setVisible(bool(names))
        self.before.set_rows([RowItem(name, "", self._press(name), "user") for name in names])

    def _press(self, name: str) -> Callable[[], None]:
        return lambda: self._let(name)

    def _start(self) -> None:
        if self.first_name.need():
            self._let(self.first_name.text())

    def _let(self, name: str) -> None:
        if self.session.example:
            self.show_trouble(ExampleCloses())
        else:
            self.busy()
            self.session.let_help(name)
