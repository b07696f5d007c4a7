"""The one window: at the left a bar that never moves, at the right a sheet with the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ensdesk import language
from ensdesk.settings import POINTS, THEMES
from ensdesk.trouble import Trouble
from ensdesk.ui.bar import Bar
from ensdesk.ui.changes import Changes
from ensdesk.ui.closing import Closing
from ensdesk.ui.draft_watch import DraftWatch
from ensdesk.ui.focus_order import focusable_in
from ensdesk.ui.keyboard_dock import KeyboardDock
from ensdesk.ui.page import Page
from ensdesk.ui.qt_words import speak_as
from ensdesk.ui.quiet import quiet
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.strip import done_strip, help_strip, helps_now, warning_strip
from ensdesk.ui.style_sheet import style_sheet
from ensdesk.ui.theme import SHEET_EMS, chosen_look, load_fonts
from ensdesk.ui.voice.reading import Reader, ReadingStrip
from ensdesk.ui.widgets.buttons import WordsButton

if TYPE_CHECKING:
    from ensdesk.record.record import Record


@dataclass(slots=True)
class _Visit:
    """A page that « Retour » can come back to, and what was half written on it."""

    make: MakePage
    draft: dict[str, Any] | None = None
    name: str = ""


class Window(QWidget):
    """Shows one page at a time and knows the way back. It lays out and connects, no more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        load_fonts()
        speak_as(language.code())
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.session = session
        self.look = chosen_look(session.settings)
        self.page: Page | None = None
        self.on_close: Callable[[], object] = lambda: None
        self._visits: list[_Visit] = []
        self._strip_age = 0
        self.changes = Changes(session, self._changed, self)
        self.closing = Closing(self)
        self._build()
        self._listen()
        self.idle = self.closing.watch_idle()
        self.drafts = DraftWatch(session, self.half_filled, self)
        session.shown_in(self)
        session.lanes.otherwise = self._failed
        self.resize(1180, 760)
        self._dress()

    # -- ways to go (see Session) ----------------------------------------------------------------

    def go(self, make: MakePage) -> None:
        self._keep_draft()
        self._show_page([*self._visits, _Visit(make)])

    def instead(self, make: MakePage) -> None:
        self._show_page([*self._visits[:-1], _Visit(make)])

    def land(self, make: MakePage) -> None:
        start = self._start()
        self._show_page([*([_Visit(start)] if start else []), _Visit(make)])

    def again(self) -> None:
        self._keep_draft()
        self._show_page(self._visits)

    def back(self) -> None:
        if len(self._visits) > 1:
            self._show_page(self._visits[:-1])

    def back_past(self, name: str) -> None:
        visits = self._visits
        while len(visits) > 1 and visits[-1].name == name:
            visits = visits[:-1]
        self._show_page(visits)

    def home(self) -> None:
        if start := self._start():
            self._show_page([_Visit(start)])

    def say(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        self._strip_age = 0
        self.strip.say(words, undo, button)
        self.area.verticalScrollBar().setValue(0)

    def trouble(self, trouble: Trouble) -> None:
        if self.page is not None:
            self.page.show_trouble(trouble)

    def settings_changed(self) -> None:
        self.idle.clock.minutes = self.session.minutes
        if language.code() != self.session.settings.language:
            language.choose(self.session.settings.language)
            speak_as(language.code())
            self.bar.speak()
            self._fit()
        look = chosen_look(self.session.settings)
        if look != self.look:  # dressing takes a while, and not every setting is seen
            self.look = look
            self._dress()

    def folder_changed(self) -> None:
        folder = self.session.folder
        in_centre = self.session.centre is not None
        self.bar.show_folder(is_open=folder is not None, ends_visit=in_centre)
        self.reader.stop()
        self.help_strip.hide()
        if folder is not None:
            self.changes.listen_to(folder)
        if folder is not None and folder.helped_by is not None:
            self.help_strip.say(helps_now(folder), self.closing.lock)

    def _changed(self, kinds: frozenset[type[Record]]) -> None:
        if self.page is not None:
            self.page.changed(kinds)

    # -- what the program asks -------------------------------------------------------------------

    def half_filled(self) -> tuple[str, dict[str, Any]] | None:
        """Return the name and the words of the page in view, if it is half filled."""
        page = self.page
        draft = page.draft() if page is not None and page.name and not page.has_left else None
        return (page.name, draft) if page is not None and draft else None

    def forget(self) -> None:
        """Forget the way back and what was said."""
        self._visits = []
        self.strip.hide()

    @property
    def has_way_back(self) -> bool:
        """Say whether any page was opened since the first one."""
        return len(self._visits) > 1

    def name_page(self, page: Page) -> None:
        """Put the title of *page* into the title of the window: kinds of pages, never people."""
        if page is self.page:
            self.setWindowTitle(f"{page.heading.text()} — ensdesk")

    def show_widget(self, widget: QWidget) -> None:
        """Scroll *widget* into view."""
        if self.page is not None and self.page.isAncestorOf(widget):
            layout = self.page.layout()
            if layout is not None:
                layout.activate()
            # Not ensureWidgetVisible, which is content when the cursor of a field is in view.
            spare = max(0, (self.area.viewport().height() - widget.height()) // 2)
            margin = min(self.look.space(4), spare)
            for corner in (widget.rect().bottomLeft(), widget.rect().topLeft()):
                at = widget.mapTo(self.holder, corner)
                self.area.ensureVisible(at.x(), at.y(), 0, margin)

    # -- one look --------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setStyleSheet(style_sheet(self.look))
        self._fit()
        for button in self.findChildren(WordsButton):
            button.updateGeometry()

    def _fit(self) -> None:
        self.bar.fit(self.width())
        self._keep_column()
        if self.page is not None:
            self.page.fit_look()

    def _keep_column(self) -> None:
        """Give the column its width, the same whether the scroll bar is there or not."""
        look = self.look
        there = self.area.verticalScrollBar().sizeHint().width()
        room = self.width() - self.bar.maximumWidth()
        page = SHEET_EMS * look.em + 2 * look.margin(self.width())
        side = max(look.space(0.7), there + 4, (room - page) // 2)
        self.holder_layout.setContentsMargins(side, look.space(1), side, look.space(0.4))
        self.holder_layout.setSpacing(look.space(0.8))
        self.help_strip.fit(room)
        self.reading.fit()
        for strip in (self.warning, self.strip):
            strip.fit(room - 2 * side)
        self._keep_gutter()

    def _keep_gutter(self) -> None:
        """Take the room of the scroll bar from the margin beside it."""
        scroll_bar = self.area.verticalScrollBar()
        gone = scroll_bar.sizeHint().width() if scroll_bar.maximum() > 0 else 0
        margins = self.holder_layout.contentsMargins()
        margins.setRight(margins.left() - gone)
        self.holder_layout.setContentsMargins(margins)

    def _larger(self, step: int) -> None:
        at = POINTS.index(self.look.points) + step
        if 0 <= at < len(POINTS):
            self.session.set_settings(replace(self.session.settings, points=POINTS[at]))

    def _next_theme(self) -> None:
        at = (THEMES.index(self.look.theme) + 1) % len(THEMES)
        self.session.set_settings(replace(self.session.settings, theme=THEMES[at]))

    # -- one page --------------------------------------------------------------------------------

    def _show_page(self, visits: list[_Visit]) -> None:
        with quiet():
            page = visits[-1].make(self.session)  # made first: if it cannot be, nothing has moved
        self.reader.stop()
        old, self.page, self._visits = self.page, page, visits
        visits[-1].name = page.name
        self._strip_age += 1
        if self._strip_age > 1:
            self.strip.hide()
        self.bar.show_back(possible=self.has_way_back)
        self.sheet.setUpdatesEnabled(False)
        if old is not None:
            self._take_away(old)
        self.holder_layout.insertWidget(2, page)
        page.fit_look()
        self.area.verticalScrollBar().setValue(0)
        self.name_page(page)
        with quiet():
            if draft := visits[-1].draft:
                page.restore(draft)
            page.explain()
        page.show()
        self.sheet.setUpdatesEnabled(True)
        page.entered()
        if page is self.page:
            self.focus_first()
            self.reader.turned()

    def _take_away(self, old: Page) -> None:
        old.leave()
        self.drafts.forget()
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()  # or Qt would hand the focus round and have it spoken
        self.holder_layout.removeWidget(old)
        old.hide()
        old.deleteLater()

    def focus_first(self) -> None:
        """Put the focus where the page begins; a page still waiting for its words asks again."""
        if self.page is not None:
            first = self.page.first_focus()
            self.page.wants_focus = first is None
            (first or self.bar.home).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self) -> None:
        if self._visits and self.page is not None:
            self._visits[-1].draft = self.page.draft()

    def _start(self) -> MakePage | None:
        session = self.session
        return session.make_home if session.folder is not None else session.make_first

    def _search(self) -> None:
        if self.session.folder is not None and self.session.make_search is not None:
            self.go(self.session.make_search)

    def _take_back(self) -> None:
        from ensdesk.ui.pages.doing import take_back

        if self.session.folder is not None:
            take_back(self.session)

    def _do_again(self) -> None:
        from ensdesk.ui.pages.doing import do_again

        if self.session.folder is not None:
            do_again(self.session)

    def _help(self) -> None:
        if self.session.make_help is not None:
            self.go(self.session.make_help)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.trouble(error)
        else:
            raise error

    # -- built once ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.reading = ReadingStrip()
        self.reader = Reader(self.session, self.reading, lambda: self.page)
        self.bar = Bar(
            home=self.home,
            help_page=self._help,
            lock=self.closing.close,
            search=self._search,
            smaller=lambda: self._larger(-1),
            larger=lambda: self._larger(1),
            colours=self._next_theme,
            listen=self.reader.press,
            back=self.back,
        )
        self.sheet = QFrame()
        self.sheet.setObjectName("sheet")
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.holder = QWidget()
        self.holder_layout = QVBoxLayout(self.holder)
        self.area.setWidget(self.holder)
        self.help_strip, self.warning, self.strip = help_strip(), warning_strip(), done_strip()
        self.holder_layout.addWidget(self.warning)
        self.holder_layout.addWidget(self.strip)
        self.holder_layout.addStretch(1)
        sheet = QVBoxLayout(self.sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(0)
        sheet.addWidget(self.help_strip)  # above what scrolls: it is always in view
        sheet.addWidget(self.reading)
        sheet.addWidget(self.area, 1)
        self.keys = KeyboardDock(self)
        sheet.addWidget(self.keys)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.sheet, 1)
        self.folder_changed()

    def _listen(self) -> None:
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        for keys, act in (
            ("F1", self._help),
            ("F2", self.reader.press),
            ("Ctrl+F", self._search),
            ("Ctrl+L", self.closing.lock),
            ("Ctrl+Z", self._take_back),
            ("Ctrl+Y", self._do_again),
            ("Ctrl+Shift+Z", self._do_again),
            ("Ctrl++", lambda: self._larger(1)),
            ("Ctrl+-", lambda: self._larger(-1)),
            ("Alt+Left", self.back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.page is not None and self.page.isAncestorOf(new):
            QTimer.singleShot(0, new, lambda: self.show_widget(new))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reader.stop()
        self.on_close()
        super().closeEvent(event)

    # -- Tab, in reading order whatever was built when -------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        strips = (self.help_strip, self.reading, self.warning, self.strip)
        parts = (self.bar, *strips, *([self.page] if self.page else []), self.keys)
        stops = [stop for part in parts for stop in focusable_in(part)]
        if not stops:
            return False
        now = self.focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True
