"""« Essayer mon double »: all of it is taken back into a place that goes away, and compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.doubles.take_back import DoubleWords
from ensdesk.ui.pages.new_folder.making import keychain_of
from ensdesk.ui.pages.pick_place import words_of
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.double_rehearsal import Compared, Tried
    from ensdesk.vault.double_layout import Double
    from ensdesk.vault.secrets import SheetWords


class TryDouble(Page):
    """Finds a double of this folder; one press, then what was seen."""

    name = "try-double"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Does your double work?")))
        self._trying = Trying(self)
        self.add_text(_(N_("I take all of it back, read it, and clear it away again.")))
        self.where = self.add_text(_(N_("Plug in the key with your double, then press.")), "lead")
        self.add_primary(_(N_("Try it")), lambda: self._look(self._try), icon="refresh-cw")
        self.add_secondary(
            _(N_("Try it with my 12 words")), lambda: self._look(self._ask_words), icon="file-text"
        )

    def leave(self) -> None:
        super().leave()
        self._trying.leave()

    def _look(self, found: Callable[[Double], None]) -> None:
        from ensdesk.folder.double_rehearsal import own_double, places_of_doubles

        folder = folder_of(self.session)
        self.ask(
            lambda: places_of_doubles(folder),
            lambda places: self.ask(lambda: own_double(folder, places), found, lane="work"),
        )

    def _try(self, double: Double) -> None:
        self.where.setText(words_of(double.path.parent))
        self._trying.start(double)

    def _ask_words(self, double: Double) -> None:
        self.session.go(partial(WordsOfDouble, double=double))


class WordsOfDouble(DoubleWords):
    """The 12 words, as on the day when nothing but the key and the sheet is left."""

    name = "words-of-double"

    def opened(self, answer: SheetWords) -> None:
        self.session.instead(partial(TryWithWords, double=self._double, sheet=answer))


class TryWithWords(Page):
    """The words open the double; one press takes all of it back with them alone."""

    name = "try-with-words"

    def __init__(self, session: Session, double: Double, sheet: SheetWords) -> None:
        super().__init__(session, _(N_("Your key sheet opens this double.")))
        self._trying = Trying(self)
        self.add_text(words_of(double.path.parent), "lead")
        self.add_text(_(N_("I take all of it back, read it, and clear it away again.")))
        self.add_primary(
            _(N_("Try it")), lambda: self._trying.start(double, sheet), icon="refresh-cw"
        )

    def leave(self) -> None:
        super().leave()
        self._trying.leave()


class Trying:
    """The work of a try on a page; it stops when the page is left."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.running: Running | None = None

    def start(self, double: Double, sheet: SheetWords | None = None) -> None:
        """Take the double back and compare, with the open keys or with *sheet* alone."""
        folder = folder_of(self._page.session)
        typed = (sheet, keychain_of(self._page.session)) if sheet else None

        def job(running: Running) -> Tried:
            from ensdesk.folder.double_rehearsal import try_double

            return try_double(folder, double, typed, progress=running.tell, stopped=running.stopped)

        self.running = self._page.work(job, self._note, words=_(N_("I am reading the double…")))

    def leave(self) -> None:
        if self.running is not None:
            self.running.stop()

    def _note(self, tried: Tried) -> None:
        from ensdesk.folder.double_rehearsal import compare

        self.running = None
        session = self._page.session
        folder = folder_of(session)
        self._page.ask(
            lambda: compare(folder, tried),
            lambda now: session.land(partial(DoubleTried, tried=tried, now=now)),
        )


class DoubleTried(Page):
    """What it would give back, and what it would not."""

    name = "double-tried"

    def __init__(self, session: Session, tried: Tried, now: Compared) -> None:
        works = now.same and not tried.restored.lost
        title = N_("Your double works.") if works else N_("Your double works in part.")
        super().__init__(session, _(title))
        lines = plural("{count} line", "{count} lines", tried.restored.records)
        papers = plural("{count} paper", "{count} papers", tried.restored.papers)
        self.add_text(f"{lines} · {papers}", "lead")
        self.add_text(_in_folder(tried, now))
        day = on_in_words(PartialDate.of(tried.day))
        if works:
            self.add_text(_(N_("All of it is right, as it was {day}.")).format(day=day), "good")
        if not now.same:
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


def _in_folder(tried: Tried, now: Compared) -> str:
    """Say how much the folder has today, beside what the double has."""
    papers = tried.restored.papers + tried.restored.lost
    if (now.records, now.papers) == (tried.restored.records, papers):
        return _(N_("That is as much as in your folder today."))
    words = _(N_("Your folder has today: {lines} · {papers}."))
    return words.format(
        lines=plural("{count} line", "{count} lines", now.records),
        papers=plural("{count} paper", "{count} papers", now.papers),
    )
