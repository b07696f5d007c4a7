"""Something that can be looked at page by page, and printed: a sheet, or a paper of the folder."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from ensdesk.language import N_, _
from ensdesk.reading.media import PDF
from ensdesk.reading.reader import PageImage
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.page_viewer import PageViewer, Stop


@dataclass(frozen=True)
class OnPaper:
    """Its title in words, its pages, and how its bytes are opened (lane of work).

    `printed` is called on the thread of the window once it has gone to a printer. `cover` is a PDF
    of one page that is printed first.
    """

    title: str
    pages: int
    media_type: str
    open: Callable[[], BinaryIO]
    texts: tuple[str, ...]
    printed: Callable[[], object]
    turn: int = 0  # degrees, to the right
    cover: bytes = b""


def add_viewer(page: Page, paper: OnPaper, *, zooms: bool = True) -> PageViewer:
    """Show the pages of *paper* at the end of *page*."""
    return page.add(viewer_of(page, paper, zooms=zooms))


def viewer_of(page: Page, paper: OnPaper, *, zooms: bool = True, quiet: bool = False) -> PageViewer:
    """Return the pages of *paper* for *page* to show; each is drawn away from the screen."""
    gone: list[bool] = []

    def fetch(number: int, dpi: int, show: Callable[[PageImage], object]) -> Stop:
        def job(running: Running) -> PageImage | None:
            if running.stopped() or gone:
                return None
            from ensdesk.reading.reader import page_image

            with paper.open() as source:
                return page_image(source, paper.media_type, number, dpi)

        def done(image: PageImage | None) -> None:
            if image is not None and not gone:
                show(image)

        return page.session.lanes.run_long("work", job, done=done, failed=failed).stop

    def failed(error: BaseException) -> None:
        if not gone:
            page.session.lanes.otherwise(error)

    name, texts = paper.title, paper.texts
    viewer = PageViewer(
        paper.pages, fetch, name=name, texts=texts, zooms=zooms, turn=paper.turn, quiet=quiet
    )
    viewer.destroyed.connect(lambda: gone.append(True))
    return viewer


def print_on(page: Page, printer: str, paper: OnPaper) -> None:
    """Send every page of *paper* to the printer called *printer*; it can be stopped."""

    def job(running: Running) -> int:
        from ensdesk.reading.reader import page_images
        from ensdesk.ui.printing import print_pages, printer_named

        with paper.open() as source:
            cover = page_images(io.BytesIO(paper.cover), PDF) if paper.cover else ()
            pages = chain(cover, page_images(source, paper.media_type))
            return print_pages(printer_named(printer), pages, running.stopped)

    def done(count: int) -> None:
        if count == paper.pages + bool(paper.cover):
            paper.printed()
        else:
            page.session.say(_(N_("Stopped. Look whether a page is in the printer.")))

    page.work(job, done, words=_(N_("I am printing…")))
