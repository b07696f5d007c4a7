"""What will be in the copy, for whom, and who can read it: one look, then « Copier »."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _, plural
from ensdesk.record.record import Record, RecordId
from ensdesk.ui.lanes import Running
from ensdesk.ui.pages.copy_out.about_copy import AboutCopy
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.pick_place import PickPlace, words_of
from ensdesk.ui.pages.size_words import size_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import Press, WordsButton

if TYPE_CHECKING:
    from ensdesk.folder.copying import Amount, CopyPlan, Receipt, ToCopy

_SMALL_PARTS = 300_000  # bytes, about: summary, list of lines, words to read first

_SMALL = 1_000_000


def CopyOut(session: Session) -> PickPlace:
    """Return the first page: where the copy goes."""

    def chosen(session: Session, place: Path) -> None:
        wish = CopyWish(place)
        session.go(lambda session: CopySummary(session, wish))

    return PickPlace(session, _(N_("Where shall I put the copy?")), chosen)


class CopySummary(AboutCopy):
    """Each row says how it is, and a press changes it."""

    name = "copy-summary"

    def __init__(self, session: Session, wish: CopyWish) -> None:
        super().__init__(session, _(N_("Shall I make this copy?")), wish)
        self._running: Running | None = None
        self._plan: CopyPlan | None = None
        self._hidden: tuple[Record, ...] = ()
        self._inside: ToCopy | None = None
        self.add_text(words_of(wish.place), "lead")
        self.amount = self.add_text("", "example")
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        self._row(_(N_("What is copied")), wish.in_words(), "list", self._what)
        whom = f"{wish.for_whom} · {wish.why}"
        self._row(_(N_("For whom, and why")), whom, "user", self._whom)
        readable = N_("Everybody who has the copy, without a code.")
        closed = N_("Only the people who have the words.")
        self._row(
            _(N_("Who can read it")), _(closed if wish.closed else readable), "eye", self._how
        )
        self._private = self._row(_(N_("Only for me")), "", "eye-off", self._choose_private)
        self._private.hide()
        self.add(rows)
        main = self.add_primary(_(N_("Copy")), self._copy, icon="copy")
        main.setEnabled(False)
        self.add_link(_(N_("See what will be in it")), self._see, icon="file-text")

    def _row(self, words: str, detail: str, icon: str, press: Press) -> WordsButton:
        row = WordsButton(words, press, role="row", icon=icon, detail=detail)
        self._rows.addWidget(row)
        return row

    # -- what is in it ---------------------------------------------------------------------------

    def entered(self) -> None:
        folder, wish, today = folder_of(self.session), self.wish, self.session.today()

        def count() -> tuple[CopyPlan, Amount, tuple[Record, ...]]:
            from ensdesk.folder.copying import amount

            hidden = folder.drawers.hidden()
            plan = wish.plan(folder.open_part.ids(Document), today, hidden)
            return plan, amount(folder, plan), hidden

        self.ask(count, self._counted)

    def _counted(self, found: tuple[CopyPlan, Amount, tuple[Record, ...]]) -> None:
        self._plan, amount, self._hidden = found
        self._tell_private(len(self._plan.private))
        lines = plural("{count} line", "{count} lines", amount.records)
        papers = plural("{count} paper", "{count} papers", amount.papers)
        whole = amount.size + _SMALL_PARTS
        size = _(N_("about {size}")).format(size=size_in_words(whole))
        if whole < _SMALL:
            size = _(N_("less than 1 MB"))
        self.amount.setText(f"{lines} · {papers} · {size}")
        assert self.primary is not None  # noqa: S101 - made above
        self.primary.setEnabled(True)

    def _look(self, then: Callable[[ToCopy], object]) -> None:
        """Read what will be in it, once, and go on with it."""
        folder, plan = folder_of(self.session), self._plan
        if plan is None:
            return
        if self._inside is not None:
            then(self._inside)
            return

        def look() -> ToCopy:
            from ensdesk.folder.copying import look_inside

            return look_inside(folder, plan)

        def looked(inside: ToCopy) -> None:
            self._inside = inside
            then(inside)

        self.ask(look, looked, words=_(N_("I am preparing the copy…")))

    def _tell_private(self, ticked: int) -> None:
        if self._hidden:
            said = plural("{count} line ticked", "{count} lines ticked", ticked)
            nothing = _(N_("Nothing of it is copied."))
            self._private.say(_(N_("Only for me")), said if ticked else nothing)
            self._private.show()

    # -- the rows --------------------------------------------------------------------------------

    def _what(self) -> None:
        from ensdesk.ui.pages.copy_out.what import WhatToCopy

        wish = self.wish
        self.session.go(lambda session: WhatToCopy(session, wish))

    def _choose_private(self) -> None:
        from ensdesk.ui.pages.which_private import WhichPrivate

        session, wish, hidden = self.session, self.wish, self._hidden

        def then(chosen: frozenset[RecordId]) -> None:
            wish.private = chosen
            session.back()

        title = _(N_("What shall I add to the copy?"))
        session.go(lambda session: WhichPrivate(session, title, hidden, then, wish.private))

    def _whom(self) -> None:
        from ensdesk.ui.pages.copy_out.whom import ForWhomCopy

        wish = self.wish
        self.session.go(lambda session: ForWhomCopy(session, wish))

    def _how(self) -> None:
        from ensdesk.ui.pages.copy_out.how import WhoCanRead

        wish = self.wish
        self.session.go(lambda session: WhoCanRead(session, wish))

    def _see(self) -> None:
        from ensdesk.ui.pages.copy_out.inside import SeeInside

        self._look(lambda inside: self.session.go(lambda session: SeeInside(session, inside)))

    # -- copying ---------------------------------------------------------------------------------

    def _copy(self) -> None:
        if self.wish.closed and not self.wish.words:
            self._choose_words()
        else:
            self._look(self._write)

    def _write(self, inside: ToCopy) -> None:
        folder = folder_of(self.session)

        def job(running: Running) -> Receipt:
            from ensdesk.folder.copying import write_copy

            whole = inside.size + _SMALL_PARTS
            return write_copy(
                folder.vault.documents,
                inside,
                progress=lambda count: running.tell(count / whole),
                stop=running.stopped,
            )

        def done(receipt: Receipt) -> None:
            from ensdesk.folder.copying import note_copy

            self.ask(lambda: note_copy(folder, inside, receipt), lambda _none: self._end(receipt))

        self._running = self.work(job, done, words=_(N_("I am copying, then I read it again…")))

    def _choose_words(self) -> None:
        """After a lock: the words were kept nowhere."""
        from ensdesk.ui.pages.copy_out.how import CopyWords

        wish = self.wish
        self.session.go(lambda session: CopyWords(session, wish))

    def leave(self) -> None:
        if self._running is not None:
            self._running.stop()
        super().leave()

    def _end(self, receipt: Receipt) -> None:
        from ensdesk.ui.pages.copy_out.receipt import CopyReceipt

        wish = self.wish
        self.session.land(lambda session: CopyReceipt(session, wish, receipt))
