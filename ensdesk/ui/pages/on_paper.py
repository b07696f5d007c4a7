"""Something that can be looked at page by page, and printed: a sheet, or a paper of the folder."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from ensdesk.folder.marked_words import Mark, marks_on
from ensdesk.language import N_, _
from ensdesk.reading.media import PDF
from ensdesk.reading.reader import PageImage
from ensdesk.trouble import Trouble
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.page_viewer import PageViewer, Stop


@dataclass(frozen=True)
class OnPaper:
    """Its title in words, its pages, and how its bytes are opened (lane of work).

    `printed` is called on the thread of the window once it has gone to a printer. `cover` is a PDF
    of one page that is printed first. The `marked` words stand out on the screen, never on paper.
    """

    title: str
    pages: int
    media_type: str
    open: Callable[[], BinaryIO]
    texts: tuple[str, ...]
    printed: Callable[[], object]
    turn: int = 0  # degrees, to the right
    cover: bytes = b""
    marked: frozenset[str] = frozenset()


def add_viewer(page: Page, paper: OnPaper, *, zooms: bool = True) -> PageViewer:
    """Show the pages of *paper* at the end of *page*."""
    return page.add(viewer_of(page, paper, zooms=zooms))


def viewer_of(page: Page, paper: OnPaper, *, zooms: bool = True, quiet: bool = False) -> PageViewer:
    """Return the pages of *paper* for *page* to show; each is drawn away from the screen."""
    drawing = _Drawing(page, paper)
    viewer = PageViewer(
        paper.pages,
        drawing.fetch,
        name=paper.title,
        texts=paper.texts,
        zooms=zooms,
        turn=paper.turn,
        quiet=quiet,
    )
    drawing.mark = viewer.mark
    viewer.destroyed.connect(drawing.end)
    return viewer


class _Drawing:
    """Has pages of *paper* drawn for a viewer, in the lane of work, until it is gone."""

    def __init__(self, page: Page, paper: OnPaper) -> None:
        self._lanes, self._paper = page.session.lanes, paper
        self._gone = False
        self._marked: set[int] = set()
        self.mark: Callable[[int, Sequence[Mark]], object] | None = None

    def end(self) -> None:
        self._gone = True

    def fetch(self, number: int, dpi: int, show: Callable[[PageImage], object]) -> Stop:
        """Call *show* with the page, then have it marked."""
        paper = self._paper

        def draw(running: Running) -> PageImage | None:
            if running.stopped() or self._gone:
                return None
            from ensdesk.reading.reader import page_image

            with paper.open() as source:
                return page_image(source, paper.media_type, number, dpi)

        def done(image: PageImage | None) -> None:
            if image is not None and not self._gone:
                show(image)
                self._look_for_marks(number)

        return self._lanes.run_long("work", draw, done=done, failed=self._failed).stop

    def _look_for_marks(self, number: int) -> None:
        paper = self._paper
        if not paper.marked or number in self._marked:
            return
        self._marked.add(number)

        def look(running: Running) -> Sequence[Mark]:
            if running.stopped() or self._gone:
                return ()
            with paper.open() as source:
                return marks_on(source, paper.media_type, number, paper.marked)

        def done(marks: Sequence[Mark]) -> None:
            if self.mark is not None and marks and not self._gone:
                self.mark(number, marks)

        self._lanes.run_long("work", look, done=done, failed=self._failed_to_mark)

    def _failed_to_mark(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):  # else the page itself is there, only without marks
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        if not self._gone:
            self._lanes.otherwise(error)


def print_on(page: Page, printer: str, paper: OnPaper) -> None:
    """Send every page of *paper* to the printer called *printer*; it can be stopped."""

    def job(running: Running) -> int:
        from ensdesk.reading.reader import page_images
        from ensdesk.ui.printing import image_of, print_pages, printer_named

        with paper.open() as source:
            cover = page_images(io.BytesIO(paper.cover), PDF) if paper.cover else ()
            turned = (image_of(one, paper.turn) for one in page_images(source, paper.media_type))
            pages = chain(map(image_of, cover), turned)
            return print_pages(printer_named(printer), pages, running.stopped)

    def done(count: int) -> None:
        if count == paper.pages + bool(paper.cover):
            paper.printed()
        else:
            page.session.say(_(N_("Stopped. Look whether a page is in the printer.")))

    page.work(job, done, words=_(N_("I am printing…")))
