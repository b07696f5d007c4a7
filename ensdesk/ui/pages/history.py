"""« Ce qui a été fait »: the journal of the folder, day by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.pages.doing import do_again, folder_of, named, take_back
from ensdesk.ui.pages.history_words import Done, Part, by_day, by_whom, parts
from ensdesk.ui.pages.history_words import read_history as read
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.paper.printed import Printed
    from ensdesk.record.contents import Contents

_AT_ONCE = 12
_ON_PAPER = 400


class History(Page):
    """The latest first; only what was done since the opening can be taken back."""

    name = "history"

    def __init__(
        self, session: Session, part: Part | None = None, before: tuple[int, ...] | None = None
    ) -> None:
        super().__init__(session, _(N_("What was done")))
        self.part = part or parts()[0]
        self.before = before
        start_at_title(self)

    def entered(self) -> None:
        folder, part, before = folder_of(self.session), self.part, self.before
        self.ask(lambda: read(folder, _AT_ONCE + 1, before, part), self._show)

    def _show(self, lines: Sequence[Done]) -> None:
        shown = lines[:_AT_ONCE]
        if self.before is None:
            self._add_ways_back()
            self._add_ways_on()
        if not shown:
            nothing = N_("Nothing.") if self.before is None else N_("Nothing older.")
            self.add_text(_(nothing), "lead")
        for day, done in by_day(shown):
            self.add_text(day, "h2")
            self.add(Told([(line.moment, line.words) for line in done], "text"))
        if len(lines) > len(shown):
            part, last = self.part, shown[-1].seen
            self.add_secondary(
                _(N_("See what was done before")),
                lambda: self.session.go(lambda session: History(session, part, last)),
                icon="clock",
            )

    def _add_ways_back(self) -> None:
        folder, session = folder_of(self.session), self.session
        if folder.undoes is not None:
            words = _(N_("Undo: {what}")).format(what=named(folder.undoes))
            self.add_secondary(words, lambda: take_back(session), icon="undo-2")
        if folder.redoes is not None:
            words = _(N_("Do again: {what}")).format(what=named(folder.redoes))
            self.add_secondary(words, lambda: do_again(session), icon="rotate-ccw")

    def _add_ways_on(self) -> None:
        session, part = self.session, self.part
        shown = _("Shown: {what}. Show something else").format(what=part.words)
        self.add_link(shown, lambda: session.go(WhichPart), icon="list")
        self.add_link(
            _(N_("Print this list")),
            lambda: session.go(lambda s: journal_page(s, part)),
            icon="printer",
        )
        self.add_link(_(N_("Check a sheet")), lambda: _check(session), icon="shield-check")


class WhichPart(Page):
    """Everything, some acts, or what one person did where several write here."""

    name = "history-part"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What would you like to see?")))
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: by_whom(folder), self._show)

    def _show(self, people: Sequence[Part]) -> None:
        answers = [
            (part, part.words[:1].upper() + part.words[1:], "", part.icon)
            for part in (*parts(), *people)
        ]
        add_answers(self, answers, self._answer)

    def _answer(self, part: Part) -> None:
        self.session.back_past(self.name)
        self.session.instead(lambda session: History(session, part))


def journal_page(session: Session, part: Part | None = None) -> Page:
    """Return the page that prints the journal, or a part of it."""
    from ensdesk.ui.pages.folder_sheet import FolderSheet

    return FolderSheet(session, "journal", _reading(part or parts()[0]))


def _reading(part: Part) -> Callable[[Folder], Callable[[Printed], bytes]]:
    def look(folder: Folder) -> Callable[[Printed], bytes]:
        from ensdesk.kinds.identity import Identity
        from ensdesk.record.contents import Contents

        lines = read(folder, _ON_PAPER + 1, None, part)
        whose = Contents.of([folder.section(Identity)])
        return lambda printed: _sheet(whose, lines, part, printed)

    return look


def _sheet(contents: Contents, lines: Sequence[Done], part: Part, printed: Printed) -> bytes:
    from ensdesk.paper.journal_sheet import journal_sheet

    shown = _("Shown: {what}.").format(what=part.words)
    if len(lines) > _ON_PAPER:
        shown += " " + _("The last {count} lines.").format(count=_ON_PAPER)
    days = [
        (day, [f"{line.moment} · {line.words}" for line in done])
        for day, done in by_day(lines[:_ON_PAPER])
    ]
    return journal_sheet(contents, days, shown, printed)


def _check(session: Session) -> None:
    from ensdesk.ui.pages.check_sheet import CheckSheet

    session.go(CheckSheet)
