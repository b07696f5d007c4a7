"""The work of a double, each part in its lane; left before its end, it leaves what was there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ensdesk.language import N_, _
from ensdesk.ui.lanes import Lane, Running
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.doubling import Target
    from ensdesk.vault.double import Written
    from ensdesk.vault.staging import Staged


class Works(Protocol):
    """What a double asks of the page it is made on; it can be made behind all pages too."""

    session: Session

    def ask(
        self, job: Callable[[], Any], done: Callable[[Any], object], *, lane: Lane = "vault"
    ) -> None: ...

    def work(
        self,
        job: Callable[[Running], Any],
        done: Callable[[Any], object],
        *,
        lane: Lane = "work",
        words: str = "",
    ) -> Running: ...


class Doubling:
    """Looks at the place, makes the databases beside the folder, writes, reads again, notes."""

    def __init__(self, page: Works, place: Path, done: Callable[[Written], object]) -> None:
        self._page, self._place, self._done = page, place, done
        self._folder = folder_of(page.session)
        self._running: Running | None = None

    def start(self) -> None:
        from ensdesk.folder.doubling import look_at

        folder, place = self._folder, self._place
        self._page.ask(lambda: look_at(folder, place), self._begin, lane="work")

    def leave(self) -> None:
        """Stop; the databases that were made beside the folder go."""
        from ensdesk.folder.doubling import forget_begun

        if self._running is not None:
            self._running.stop()
            folder = self._folder
            self._page.session.lanes.run(
                "vault", lambda: forget_begun(folder), done=lambda _none: None
            )

    def _begin(self, target: Target) -> None:
        from ensdesk.folder.doubling import begin_double

        folder = self._folder

        def job(running: Running) -> Staged:
            return begin_double(folder, target, running.give_way, running.stopped)

        self._running = self._page.work(
            job,
            lambda staged: self._write(target, staged),
            lane="vault",
            words=_(N_("I am preparing the double…")),
        )

    def _write(self, target: Target, staged: Staged) -> None:
        from ensdesk.folder.doubling import write_double

        folder = self._folder

        def job(running: Running) -> Written:
            return write_double(
                folder, target, staged, progress=running.tell, stopped=running.stopped
            )

        self._running = self._page.work(
            job,
            lambda written: self._note(target, written),
            words=_(N_("I am copying, and reading again…")),
        )

    def _note(self, target: Target, written: Written) -> None:
        from ensdesk.folder.doubling import note_double

        self._running = None
        folder = self._folder
        self._page.ask(
            lambda: note_double(folder, target, written), lambda _none: self._done(written)
        )
