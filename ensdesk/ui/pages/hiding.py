"""« Rien que pour moi »: putting something there, showing it again, and what is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.ui.lanes import Lane
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.pages.ways import record_page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.vault.document_store import Kept
    from ensdesk.vault.paper_rows import PaperRow

A = TypeVar("A")
Move = Callable[["Folder", Record, "Kept | None"], object]


class ForMe(Page):
    """Everything that is there, by kind."""

    name = "for-me"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Only for me")))
        self.add_text(_(N_("Nobody who helps you sees this, nor your copies.")))

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(folder.drawers.hidden, self._show)

    def _show(self, hidden: tuple[Record, ...]) -> None:
        if hidden:
            rows = self.add_list([self._row(record) for record in hidden])
            self.first = rows.buttons()[0]
            return
        self.add_text(_(N_("Nothing is here.")), "lead")
        self.add_text(_(N_("On the page of a line or of a paper, choose “Only for me”.")))
        self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")

    def _row(self, record: Record) -> RowItem:
        make = record_page(type(record), record.id)
        press = partial(self.session.go, make)
        return RowItem(first_line(record), _(record.title), press, record.icon)


class HideIt(Page):
    """Says once, plainly, what it does and what it cannot do; then asks about the sheet."""

    name = "hide-it"

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__(session, _(N_("Put it in “Only for me”?")))
        self.record = record
        self.add_text(first_line(record), "h2")
        self.add_text(_(N_("Nobody who helps you will see it any more.")))
        self.before = self.add_text("")
        self.before.hide()
        self.add_text(_(N_("How many papers are hidden, and how large, can be seen.")), "example")
        self.place_notices()
        start_at_title(self)

    def entered(self) -> None:
        from ensdesk.folder.people import names_before

        folder = folder_of(self.session)
        self.ask(lambda: names_before(folder), self._show)

    def _show(self, names: tuple[str, ...]) -> None:
        from ensdesk.folder.for_me import is_on_emergency_sheet

        if names:
            said = _(N_("{name} may have read it before."))
            self.before.setText(" ".join(said.format(name=name) for name in names))
            self.before.show()
        if is_on_emergency_sheet(self.record):
            self.add_text(_(N_("It will also go from your emergency sheet.")), "lead")
            self.add_primary(_(N_("Leave it on the sheet")), lambda: self._hide(stays=True))
            self.add_secondary(_(N_("Hide it everywhere")), lambda: self._hide(stays=False))
        else:
            words = _(N_("Put it in “Only for me”"))
            self.add_primary(words, lambda: self._hide(stays=False), icon="eye-off")

    def _hide(self, *, stays: bool) -> None:
        hide_record(self, self.record, self.session.back, stays=stays)


def add_hiding(page: Page, record: Record) -> None:
    """Offer to hide *record*, or to show it again, where whoever is there may."""
    from ensdesk.folder.for_me import may_hide

    if not may_hide(folder_of(page.session), record):
        return
    if record.private:
        words = _(N_("Show it again"))
        page.add_link(words, lambda: show_record(page, record, page.session.again), icon="eye")
    else:
        words = _(N_("Put it in “Only for me”"))
        page.add_link(words, lambda: page.session.go(_asking(record)), icon="eye-off")


def hide_record(
    page: Page, record: Record, then: Callable[[], object], *, stays: bool = False
) -> None:
    """Hide *record*, go on with *then*, and offer to show it again."""
    session = page.session

    def done() -> None:
        then()
        session.say(_(N_("It is in “Only for me”.")), lambda: _move(session, record, _show_again))

    _move(session, record, partial(_hide_it, stays=stays), page=page, done=done)


def show_record(page: Page, record: Record, then: Callable[[], object]) -> None:
    """Show *record* again, go on with *then*, and offer to hide it as it was."""
    session = page.session

    def done() -> None:
        then()
        session.say(
            _(N_("Whoever helps you can see it.")), lambda: _move(session, record, _hide_it)
        )

    _move(session, record, _show_again, page=page, done=done)


def _move(
    session: Session,
    record: Record,
    move: Move,
    *,
    page: Page | None = None,
    done: Callable[[], object] | None = None,
) -> None:
    """Write the bytes of a paper again, then move the record; on *page* while it is in view."""
    folder = folder_of(session)

    def run(lane: Lane, job: Callable[[], A], then: Callable[[A], None]) -> None:
        if page is not None:
            page.ask(job, then, lane=lane, words=_(N_("I am moving it…")))
        else:
            session.lanes.run(lane, job, done=then)

    def write_again(row: PaperRow | None) -> None:
        if row is None:
            move_it(None)
            return
        from ensdesk.folder.for_me import encrypt_again

        run("work", lambda: encrypt_again(folder.vault.documents, row), move_it)

    def move_it(kept: Kept | None) -> None:
        def moved(_none: object) -> None:
            (done or session.again)()

        run("vault", lambda: move(folder, record, kept), moved)

    def look() -> PaperRow | None:
        from ensdesk.folder.papers import paper_of

        return paper_of(folder, record.id)

    run("vault", look, write_again)


def _hide_it(
    folder: Folder, record: Record, kept: Kept | None, *, stays: bool | None = None
) -> None:
    from ensdesk.folder.for_me import hide

    hide(folder, record, kept, stays=stays)


def _show_again(folder: Folder, record: Record, kept: Kept | None) -> None:
    from ensdesk.folder.for_me import show_again

    show_again(folder, record, kept)


def _asking(record: Record) -> MakePage:
    return lambda session: HideIt(session, record)
