"""« Vérifier une feuille »: whether a sheet came from this folder, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.history_words import Done, done_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder


@dataclass(frozen=True, slots=True)
class MarkSays:
    """What the mark tells, in words."""

    made: str
    left: str
    since: tuple[Done, ...]
    more: bool


class CheckSheet(Page):
    """The mark stands at the foot of the last page of each sheet."""

    name = "check-sheet"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Check a sheet")))
        self.add_text(_(N_("Copy the mark that stands at the foot of the sheet.")))
        self.mark = Field(_(N_("The mark")), _(N_("For example: 7KQF-02MX-9T4C-HB1Z")), letters=22)
        self.mark.on_enter(self.press_primary)
        self.add(self.mark, keeps=True)
        self.add_primary(_(N_("Check this sheet")), self._check, icon="shield-check")
        self.first = self.mark.line

    def _check(self) -> None:
        folder, mark = folder_of(self.session), self.mark.text()

        def check() -> MarkSays:
            return look(folder, mark)

        self.ask(check, lambda answer: self.session.go(lambda s: SheetChecked(s, answer)))


class SheetChecked(Page):
    """The sheet is ours: when it was made, and what is no longer as it says."""

    name = "sheet-checked"

    def __init__(self, session: Session, answer: MarkSays) -> None:
        super().__init__(session, _(N_("This sheet comes from your folder.")))
        self.add_text(answer.made, "lead")
        if answer.left:
            self.add_text(answer.left)
        if not answer.since:
            self.add_text(_(N_("Nothing was changed in the folder since.")), "good")
        else:
            self.add_text(_(N_("What was changed since")), "h2")
            self.add(Told([(f"{d.day}, {d.moment}", d.words) for d in answer.since], "text"))
            if answer.more:
                self.add_text(_(N_("And other changes before these.")), "example")
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")

    def entered(self) -> None:
        """Prove the whole journal, once the answer is in view: a long one takes its time."""
        journal = folder_of(self.session).vault.main.journal
        self.ask(journal.verify, self._proved)

    def _proved(self, wrong: tuple[int, ...]) -> None:
        if wrong:
            self.add_note(_(N_("A line of the list of what was done is damaged or was changed.")))


def look(folder: Folder, mark: str) -> MarkSays:
    """Return what *mark* tells (lane of the vault). Raises UnknownMark."""
    from ensdesk.folder.checked_mark import check_mark

    found = check_mark(folder, mark)
    made = done_in_words(folder, found.printed or found.made_at)
    return MarkSays(
        made=_("Made on {day}, {moment}.").format(day=made.day.lower(), moment=made.moment),
        left=made.words if found.printed else "",
        since=tuple(done_in_words(folder, line) for line in found.since),
        more=found.more,
    )
