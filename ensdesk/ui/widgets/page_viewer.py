"""Shows pages of paper one at a time, larger on demand; what they say is told to screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QGroupBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ensdesk.folder.marked_words import Mark
from ensdesk.language import N_, _
from ensdesk.reading.reader import PageImage
from ensdesk.ui.theme import RING
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.page_marks import paint_marks, turned_marks
from ensdesk.ui.widgets.words import Words

Stop = Callable[[], object]
Fetch = Callable[[int, int, Callable[[PageImage], object]], Stop | None]
_ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
_INCHES = 8.27  # width of an A4 page
_DPI = (60, 450)  # at 400 %; the reading process bounds the pixels of one page


class PageViewer(QGroupBox):
    """Asks `fetch(page, dpi, show)` for each page it shows; pages count from 0.

    *fetch* draws the page away from the screen, calls *show* with it, and returns how to call it
    off. The next page is drawn before it is asked for. *turn* is in degrees. *texts* are what the
    pages say, for those who do not see them. Without *zooms* a page is only shown whole.
    A *quiet* one has a single button: it enlarges and shrinks, or of several pages shows the next.
    """

    def __init__(
        self,
        pages: int,
        fetch: Fetch,
        *,
        name: str,
        texts: Sequence[str] = (),
        zooms: bool = True,
        turn: int = 0,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._pages, self._fetch, self._texts = max(1, pages), fetch, tuple(texts)
        self.page, self._zoom = 0, 0
        self._asked: tuple[int, int] | None = None
        self._coming: tuple[int, int] | None = None  # drawn ahead, on its way
        self._ready: dict[tuple[int, int], PageImage] = {}  # drawn ahead, one page at most
        self._call_off: Stop | None = None
        self._marks: dict[int, Sequence[Mark]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        turners = QWidget()
        flow = FlowLayout(turners)
        self.before = _turner(_(N_("Page before")), self._back, "chevron-left")
        self.after = _turner(_(N_("Page after")), self._forth, "chevron-right")
        self.larger = _turner(_(N_("Enlarge the page")), self._enlarge, "zoom-in")
        self.smaller = _turner(_(N_("Shrink the page")), self._shrink, "zoom-out")
        for button in (self.before, self.after, self.larger, self.smaller):
            flow.addWidget(button)
        column.addWidget(turners)
        self.where = Words("", "example")
        column.addWidget(self.where)
        self.paper = _Paper(turn)
        self._frame = _Frame(self.paper)
        column.addWidget(self._frame)
        if self._pages == 1:
            self.before.hide()
            self.after.hide()
        if not zooms:
            self.larger.hide()
            self.smaller.hide()
        self._quiet = quiet
        if quiet:
            self.before.hide()
            self.smaller.hide()
            self.larger.setHidden(self._pages > 1)
            self._zoom = int(self._pages > 1)  # large at once: nothing would enlarge it
        self._tell()

    @property
    def pages(self) -> int:
        return self._pages

    def turn_to(self, page: int) -> None:
        """Show *page*, counted from 0."""
        self.page = min(max(0, page), self._pages - 1)
        self._tell()
        self._ask()

    @property
    def frame(self) -> QWidget:
        """What takes the focus for the page itself."""
        return self._frame

    def mark(self, page: int, marks: Sequence[Mark]) -> None:
        """Have the words at *marks* stand out on *page*, counted from 0, the first one in view."""
        self._marks[page] = marks
        self._tell()
        if page == self.page and self._frame.hasFocus() and (first := self.paper.first_mark()):
            area = self.window().findChild(QScrollArea)  # the page of the window: it scrolls
            inside = area.widget() if area is not None else None
            if area is not None and inside is not None and inside.isAncestorOf(self):
                at = self.paper.mapTo(inside, first)
                area.ensureVisible(at.x(), at.y(), 0, area.viewport().height() // 3)

    def _tell(self) -> None:
        words = _(N_("Page {page} of {pages}")).format(page=self.page + 1, pages=self._pages)
        marks = self._marks.get(self.page, ())
        if marks:
            words = f"{words}. " + _(N_("What you look for is marked in yellow."))
        self.where.setText(words)
        self.paper.show_marks(marks)
        self._frame.setAccessibleName(self.where.text())
        said = self._texts[self.page] if self.page < len(self._texts) else ""
        self._frame.setAccessibleDescription(said)
        self.before.setEnabled(self.page > 0)
        most = self._zoom + 1 == len(_ZOOMS)
        self.after.setEnabled(self._quiet or self.page + 1 < self._pages)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._quiet or not most)
        if self._quiet:
            self.larger.say(_(N_("Shrink the page")) if most else _(N_("Enlarge the page")))

    def _ask(self) -> None:
        across = self._frame.room() * _ZOOMS[self._zoom]
        dpi = round(across * self.devicePixelRatioF() / _INCHES)
        dpi = -(-min(max(dpi, _DPI[0]), _DPI[1]) // 30) * 30  # in steps: resizing asks less often
        asked = (self.page, dpi)
        self._frame.zoom(_ZOOMS[self._zoom])
        if asked == self._asked or across <= 0:
            return
        self._asked = asked

        if asked == self._coming:
            return  # it is shown when it comes
        self.rest()
        ready = self._ready.pop(asked, None)
        if ready is not None:
            self._show(asked, ready)
        else:
            self._call_off = self._fetch(self.page, dpi, lambda image: self._show(asked, image))

    def rest(self) -> None:
        """Call off what is being drawn: nobody looks at it any more."""
        if self._call_off is not None:
            self._call_off()
        self._call_off = self._coming = None

    def _show(self, asked: tuple[int, int], image: PageImage) -> None:
        if self._asked == asked:  # a late page must not cover the one wanted now
            self.paper.show_image(image)
            self._frame.zoom(_ZOOMS[self._zoom])
            self._draw_ahead(asked[0] + 1, asked[1])

    def _draw_ahead(self, page: int, dpi: int) -> None:
        """Have the next page ready; an enlarged one is too heavy to wait in memory."""
        self._ready.clear()
        self._coming = None
        if self._zoom or page >= self._pages:
            return
        ahead = (page, dpi)

        def came(image: PageImage) -> None:
            if self._coming != ahead:
                return
            self._coming = None
            if self._asked == ahead:
                self._show(ahead, image)
            else:
                self._ready[ahead] = image

        self._coming = ahead
        self._call_off = self._fetch(page, dpi, came)

    def _back(self) -> None:
        self.turn_to(self.page - 1)
        (self.before if self.before.isEnabled() else self.after).setFocus()

    def _forth(self) -> None:
        self.turn_to((self.page + 1) % self._pages)
        (self.after if self.after.isEnabled() else self.before).setFocus()

    def _enlarge(self) -> None:
        last = len(_ZOOMS) - 1
        self._zoom = 0 if self._quiet and self._zoom == last else min(self._zoom + 1, last)
        self._again(self.larger, self.smaller)

    def _shrink(self) -> None:
        self._zoom = max(self._zoom - 1, 0)
        self._again(self.smaller, self.larger)

    def _again(self, pressed: WordsButton, other: WordsButton) -> None:
        self._tell()
        (pressed if pressed.isEnabled() else other).setFocus()
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()


class _Paper(QWidget):
    """The page itself, white as paper in every theme."""

    def __init__(self, turn: int) -> None:
        super().__init__()
        self.image: QImage | None = None
        self._turn = turn
        self._marks: Sequence[QRectF] = ()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = turned_marks(marks, self._turn)
        self.update()

    def first_mark(self) -> QPoint | None:
        """Return where the first mark is painted."""
        first = next(iter(self._marks), None)
        if first is None:
            return None
        return QPoint(round(first.x() * self.width()), round(first.y() * self.height()))

    def show_image(self, image: PageImage) -> None:
        pixels = QImage(
            image.rgb, image.width, image.height, image.stride, QImage.Format.Format_RGB888
        )
        # A copy in either case: the bytes belong to somebody else.
        turned = QTransform().rotate(self._turn)
        self.image = pixels.transformed(turned) if self._turn else pixels.copy()
        self.update()

    def ratio(self) -> float:
        """Return height by width."""
        return self.image.height() / self.image.width() if self.image else 2**0.5

    def minimumSizeHint(self) -> QSize:
        return QSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self.image)
            paint_marks(painter, self.rect(), self._marks)


class _Frame(QScrollArea):
    """As high as the page: only an enlarged page moves sideways, with the arrow keys too."""

    def __init__(self, paper: _Paper) -> None:
        super().__init__()
        self._paper = paper
        self.setWidget(paper)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "paper")
        self._height = 400

    def room(self) -> int:
        """Return the width for a page that is not enlarged."""
        return self.width() - 2 * RING

    def zoom(self, times: float) -> None:
        """Give the paper its size."""
        width = round(self.room() * times)
        height = round(width * self._paper.ratio())
        self._paper.resize(width, height)
        scroll_bar = self.horizontalScrollBar().sizeHint().height() if times > 1 else 0
        if self._height != height + 2 * RING + scroll_bar:
            self._height = height + 2 * RING + scroll_bar
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(300, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._height)


def _turner(words: str, on_press: Callable[[], object], icon: str) -> WordsButton:
    return WordsButton(words, on_press, icon=icon, again=True)
