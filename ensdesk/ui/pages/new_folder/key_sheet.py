"""The key sheet: 12 words that open the folder when everything else is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.word_boxes import WordBoxes

if TYPE_CHECKING:
    from ensdesk.vault.secrets import SheetWords


class KeySheetPage(Page):
    """By hand first: a printer keeps a copy of what it prints. Later is allowed, and remembered.

    Without *words* new ones are made: see `start_sheet` for what becomes of an older sheet.
    """

    name = "key-sheet"

    def __init__(
        self, session: Session, words: SheetWords | None = None, *, is_first: bool = False
    ) -> None:
        super().__init__(session, _(N_("My key sheet")))
        self.words = words
        self.is_first = is_first
        if is_first:
            self.add_text(_(N_("Your folder is made.")), "good")
        self.add_text(_(N_("12 words that open your folder if you forget your code.")), "lead")
        self.add_text(_(N_("Hide this sheet at home. Not on the fridge.")))
        self.add_note(
            _(N_("Nobody has the right to ask you for these words.")),
            _(N_("Neither doctor, nor bank, nor health insurance. If asked, hang up.")),
        )
        add_answers(
            self,
            (
                (
                    self._copy,
                    _(N_("Copy the 12 words by hand")),
                    _(N_("The safest. Take a sheet and a pen.")),
                    "pencil",
                ),
                (
                    self._print,
                    _(N_("Print my key sheet")),
                    _(N_("The printer may keep a copy for a day.")),
                    "printer",
                ),
                (
                    self._later,
                    _(N_("Do it another day, with somebody")),
                    _(N_("The home page will remind you.")),
                    "calendar",
                ),
            ),
            lambda go_on: go_on(),
        )
        start_at_title(self)

    def entered(self) -> None:
        folder = self.session.folder
        if self.words is None and folder is not None:
            from ensdesk.folder.secrets_of_folder import start_sheet

            self.ask(lambda: start_sheet(folder), self._started)

    def _started(self, words: SheetWords) -> None:
        """Come back with these words, and not with others, after the pages that follow."""
        self.session.instead(lambda session: KeySheetPage(session, words))

    def _copy(self) -> None:
        if words := self.words:
            self.session.go(lambda session: CopyWords(session, words))

    def _print(self) -> None:
        from ensdesk.ui.pages.new_folder.print_key_sheet import PrintKeySheet

        if words := self.words:
            self.session.go(lambda session: PrintKeySheet(session, words))

    def _later(self) -> None:
        if self.is_first:
            from ensdesk.ui.pages.new_folder.ready import Ready

            self.session.land(lambda session: Ready(session, proved=False))
        else:
            self.session.home()
            self.session.say(_(N_("The home page will remind you of your key sheet.")))


class CopyWords(Page):
    """The 12 words in numbered boxes, large enough to be copied from a distance."""

    name = "copy-words"

    def __init__(self, session: Session, words: SheetWords) -> None:
        super().__init__(session, _(N_("Copy these 12 words, with their numbers.")))
        self.words = words
        self.add(WordBoxes(words.words.split()))
        self.add_text(_(N_("Write at the top: my key sheet. Hide it at home.")))
        self.add_primary(_(N_("I have copied my 12 words")), self._copied, icon="check")
        start_at_title(self)

    def _copied(self) -> None:
        from ensdesk.ui.pages.new_folder.prove_key_sheet import ProveKeySheet

        self.session.go(lambda session: ProveKeySheet(session, self.words))
