"""A paper on its way into the folder: kept beside it, and left if nobody adds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.folder.papers import LookedAt
    from ensdesk.kinds.document import Document
    from ensdesk.reading.reader import PageImage

_SMALL = 70  # dots per inch of the picture beside the questions


class Adding:
    """What is known of the paper so far.

    Pages `enter` and `leave` it; the last one to leave without `added` makes it forgotten.
    """

    def __init__(
        self, folder: Folder, path: Path, paper: LookedAt, record: Document, image: PageImage | None
    ) -> None:
        self.path, self.paper, self.record, self.image = path, paper, record, image
        self.added = False
        self.gone = False
        self.waits = False  # in the draft of a folder that closes
        self._folder = folder
        self._pages = 0

    def enter(self) -> None:
        self._pages += 1

    def leave(self, page: Page) -> None:
        """Forget the bytes when no page is about them any more and nobody added them."""
        self._pages -= 1
        if self._pages or self.added or self.gone or self.waits:
            return
        self.gone = True
        folder, paper = self._folder, self.paper

        def forget() -> None:
            from ensdesk.folder.papers import leave_paper

            leave_paper(folder, paper)

        page.session.lanes.run("vault", forget, done=lambda _none: None)


class Keeping:
    """The work of keeping a paper; whoever leaves the page before its end must say so."""

    def __init__(self, page: Page, path: Path, done: Callable[[Adding], object]) -> None:
        self._page, self._folder, self._path = page, folder_of(page.session), path
        self._adding: Adding | None = None
        self._done = done
        self._running: Running | None = None

    def start(self) -> None:
        words = _(N_("I am keeping the paper…"))
        self._running = self._page.work(self._keep, self._kept, words=words)

    def leave(self) -> None:
        """Stop, and forget what is kept already."""
        if self._running is not None:
            self._running.stop()
        if self._adding is not None:
            self._adding.leave(self._page)

    def _keep(self, running: Running) -> Adding:
        from ensdesk.folder.papers import keep_paper, leave_paper
        from ensdesk.folder.proposals import proposed
        from ensdesk.vault.document_store import Stopped

        folder, path, whole = self._folder, self._path, _size_of(self._path)
        paper = keep_paper(
            folder.vault.documents,
            path,
            progress=lambda count: running.tell(count / whole),
            stop=running.stopped,
        )
        image = first_page(folder, paper)
        adding = Adding(folder, path, paper, proposed(paper), image)
        adding.enter()
        self._adding = adding
        if running.stopped():  # the page may be gone: nobody else would forget these bytes
            leave_paper(folder, paper)
            raise Stopped
        return adding

    def _kept(self, adding: Adding) -> None:
        if not adding.gone:
            self._done(adding)


def first_page(folder: Folder, paper: LookedAt) -> PageImage | None:
    """Return the picture beside the questions (lane of work)."""
    from ensdesk.reading.reader import page_image
    from ensdesk.trouble import Trouble

    if not paper.pages:
        return None
    try:
        with folder.vault.documents.open(paper.kept) as source:
            return page_image(source, paper.media_type, 0, _SMALL)
    except Trouble:
        return None


def _size_of(path: Path) -> int:
    try:
        return max(1, path.stat().st_size)
    except OSError:
        return 1
