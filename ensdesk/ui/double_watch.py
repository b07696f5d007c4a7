"""A known key is plugged in: its double starts by itself, after the person said so once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from ensdesk.folder.places import sticks
from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.lanes import Lane, Running
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.known_doubles import KnownDouble

_LOOK_EVERY = 3000  # milliseconds


class DoubleWatch(QObject):
    """Looks for keys while a holder has the folder open; the work goes on behind any page."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._keys: tuple[Path, ...] = ()
        self._busy = False
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Look once which keys are plugged in."""
        folder = self.session.folder
        if folder is None or folder.helped_by is not None or folder.is_example:
            self._keys = ()
        elif not self._busy:
            self._busy = True
            self.ask(sticks, lambda found: self._looked(folder, found), lane="work")

    def _looked(self, folder: Folder, found: tuple[Path, ...]) -> None:
        from ensdesk.folder.known_doubles import plugged, wanted

        if set(found) <= set(self._keys):  # nothing was plugged in
            self._keys, self._busy = found, False
            return
        self._keys = found
        self.ask(
            lambda: wanted(folder),
            lambda known: self.ask(lambda: plugged(known), self._plugged, lane="work"),
        )

    def _plugged(self, found: tuple[tuple[KnownDouble, Path], ...]) -> None:
        self._busy = False
        if not found:
            return
        known, place = found[0]
        if known.by_itself:
            self._start(known, place)
            return
        words = _(N_("Your key {name} is here. Shall I make the double?")).format(name=known.label)
        self.session.say(words, lambda: self._start(known, place), _(N_("Make the double")))

    def _start(self, known: KnownDouble, place: Path) -> None:
        if self.session.folder is None or self._busy:
            return
        from ensdesk.ui.pages.doubles.work import Doubling  # brings the vault: not at the start

        self._busy = True
        self.session.say(_(N_("I am making the double. You can go on.")))
        Doubling(self, place, lambda _written: self._done(known)).start()

    def _done(self, known: KnownDouble) -> None:
        self._busy = False
        if not known.by_itself:
            self._answer(known, yes=True)
        words = _(N_("Your double is made and was read again. Next time it starts by itself."))
        self.session.say(words, lambda: self._answer(known, yes=False), _(N_("Not by itself")))

    def _answer(self, known: KnownDouble, *, yes: bool) -> None:
        from ensdesk.folder.known_doubles import start_by_itself

        folder = self.session.folder
        if folder is not None:
            self.ask(lambda: start_by_itself(folder, known.id, yes=yes), lambda _none: None)

    # What the work of a double asks of a page, without one.

    def ask(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        *,
        lane: Lane = "vault",
    ) -> None:
        self.work(lambda _running: job(), done, lane=lane)

    def work(
        self,
        job: Callable[[Running], Any],
        done: Callable[[Any], object],
        *,
        lane: Lane = "work",
        words: str = "",
    ) -> Running:
        del words
        return self.session.lanes.run_long(lane, job, done=_ignoring(done), failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, Trouble):
            self.session.say(error.sentence())
        else:
            self.session.lanes.otherwise(error)


def _ignoring(done: Callable[[Any], object]) -> Callable[[Any], None]:
    def taken(answer: Any) -> None:
        done(answer)

    return taken
