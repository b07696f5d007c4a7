"""« Essayer mon double »: all of it is taken back into a place that goes away, and compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.pick_place import words_of
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.double_rehearsal import Tried
    from ensdesk.vault.double_layout import Double


class TryDouble(Page):
    """Finds a double of this folder; one press, then what was seen."""

    name = "try-double"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Does your double work?")))
        self._running: Running | None = None
        self._double: Double | None = None
        self.add_text(_(N_("I take all of it back, read it, and clear it away again.")))
        self.where = self.add_text(_(N_("Plug in the key with your double, then press.")), "lead")
        self.add_primary(_(N_("Try it")), self._look, icon="refresh-cw")

    def leave(self) -> None:
        super().leave()
        if self._running is not None:
            self._running.stop()

    def _look(self) -> None:
        from ensdesk.folder.double_rehearsal import own_double, places_of_doubles

        folder = folder_of(self.session)
        self.ask(
            lambda: places_of_doubles(folder),
            lambda places: self.ask(lambda: own_double(folder, places), self._try, lane="work"),
        )

    def _try(self, double: Double) -> None:
        from ensdesk.folder.double_rehearsal import try_double

        folder = folder_of(self.session)
        self.where.setText(words_of(double.path.parent))

        def job(running: Running) -> Tried:
            return try_double(folder, double, progress=running.tell, stopped=running.stopped)

        self._running = self.work(job, self._note, words=_(N_("I am reading the double…")))

    def _note(self, tried: Tried) -> None:
        from ensdesk.folder.double_rehearsal import compare

        self._running = None
        folder = folder_of(self.session)
        self.ask(
            lambda: compare(folder, tried),
            lambda same: self.session.land(partial(DoubleTried, tried=tried, same=same)),
        )


class DoubleTried(Page):
    """What it would give back, and what it would not."""

    name = "double-tried"

    def __init__(self, session: Session, tried: Tried, *, same: bool) -> None:
        works = same and not tried.restored.lost
        title = N_("Your double works.") if works else N_("Your double works in part.")
        super().__init__(session, _(title))
        lines = plural("{count} line", "{count} lines", tried.restored.records)
        papers = plural("{count} paper", "{count} papers", tried.restored.papers)
        self.add_text(f"{lines} · {papers}", "lead")
        day = on_in_words(PartialDate.of(tried.day))
        if works:
            self.add_text(_(N_("All of it is right, as it was {day}.")).format(day=day), "good")
        if not same:
            self.add_note(_(N_("It knows things that your folder does not have.")))
        if tried.restored.lost:
            lost = plural(
                "{count} paper was damaged in the double. Make a new double: it comes back.",
                "{count} papers were damaged in the double. Make a new double: they come back.",
                tried.restored.lost,
            )
            self.add_note(lost)
        self.add_text(_(N_("Nothing of it stays here. Your folder has not changed.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
