"""The work of taking a copy back; if the page is left before its end, nothing stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.record import RecordId
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of

if TYPE_CHECKING:
    from ensdesk.folder.bringing_back import Brought, BroughtBack


class Bringing:
    """What the folder knows, then reading the copy, then writing it, each in its lane."""

    def __init__(
        self, page: Page, path: Path, words: str | None, done: Callable[[BroughtBack], object]
    ) -> None:
        self._page, self._path, self._words, self._done = page, path, words, done
        self._folder = folder_of(page.session)
        self._running: Running | None = None
        self._brought: Brought | None = None

    def start(self) -> None:
        from ensdesk.folder.bringing_back import known_papers

        folder = self._folder
        self._page.ask(lambda: known_papers(folder), self._read)

    def leave(self) -> None:
        """Stop reading, and forget the papers read so far."""
        if self._running is not None:
            self._running.stop()
        if self._brought is not None:
            self._forget(self._brought)

    def _read(self, known: dict[RecordId, str]) -> None:
        from ensdesk.folder.bringing_back import read_copy
        from ensdesk.vault.document_store import Stopped

        folder = self._folder

        def job(running: Running) -> Brought:
            documents = folder.vault.documents
            brought = read_copy(documents, known, self._path, self._words, stop=running.stopped)
            self._brought = brought
            if running.stopped():  # the page may be gone: nobody else would forget the papers
                self._forget(brought)
                raise Stopped
            return brought

        words = _(N_("I am reading the copy…"))
        self._running = self._page.work(job, self._take_in, words=words)

    def _take_in(self, brought: Brought) -> None:
        from ensdesk.folder.bringing_back import take_in

        self._brought = None  # from here on it is written whole, or `take_in` says why not
        folder = self._folder
        self._page.ask(lambda: take_in(folder, brought), self._done)

    def _forget(self, brought: Brought) -> None:
        from ensdesk.folder.bringing_back import leave_brought

        documents = self._folder.vault.documents
        self._page.session.lanes.run(
            "vault", lambda: leave_brought(documents, brought.papers), done=lambda _none: None
        )
