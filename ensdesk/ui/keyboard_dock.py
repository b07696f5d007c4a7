"""Where the keyboard on the screen stands: under the page, as long as one types on that page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ensdesk.language import N_, _, code
from ensdesk.ui.focus_order import focusable_in
from ensdesk.ui.widgets.buttons import WordsButton

if TYPE_CHECKING:
    from ensdesk.ui.page import Page
    from ensdesk.ui.widgets.screen_keyboard import ScreenKeyboard
    from ensdesk.ui.window import Window

_MARGIN = 8


class KeyboardDock(QFrame):
    """Shows the keyboard, or the button that brings it back, once a line of the page was entered.

    It stays until the page goes, wherever the focus is: what one is about to press must not move.
    It makes room while a page is read aloud.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setObjectName("keys")
        self.setProperty("role", "bar")
        self._window = window
        self.keyboard: ScreenKeyboard | None = None  # made when it is first wanted
        self.show_again: WordsButton | None = None
        self._speaks = ""
        self._wanted = True
        self._page: Page | None = None
        self._line: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(_MARGIN,) * 4)
        self.hide()
        window.reading.installEventFilter(self)
        window.area.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def refresh(self) -> None:
        """Show what there is to show now."""
        on = self._window.session.settings.keyboard and self._window.reading.isHidden()
        line = self._line if self._line is not None and isValid(self._line) else None
        if not on or line is None:
            self.hide()
            return
        keyboard, again = self._parts()
        again.setVisible(not self._wanted)
        keyboard.setVisible(self._wanted)
        keyboard.serve(line)
        if self.isHidden():
            self.show()
        self._keep_in_view(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.refresh()
        elif event.type() == QEvent.Type.Resize and self.isVisible() and self._line is not None:
            self._show_line(self._line)  # a strip came above the page, or the window shrank
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.refresh()  # larger letters push the line out of view

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._window.session.settings.keyboard and self._line is None:
            return
        from ensdesk.ui.widgets.screen_keyboard import is_typed_in

        page, before = self._window.page, self._line
        if page is not self._page:
            self._page, self._line = page, None
        if page is not None and new is not None and page.isAncestorOf(new) and is_typed_in(new):
            self._line = new
        if self._line is not before:
            self.refresh()

    def _parts(self) -> tuple[ScreenKeyboard, WordsButton]:
        if self._speaks != code():
            self._forget_parts()
        if self.keyboard is None or self.show_again is None:
            from ensdesk.ui.widgets.screen_keyboard import ScreenKeyboard

            self._speaks = code()
            self.keyboard = ScreenKeyboard()
            self.keyboard.typed.connect(lambda: self._window.idle.clock.touch(meant=True))
            self.keyboard.next_wanted.connect(self._go_on)
            self.keyboard.put_away.connect(lambda: self.want(wanted=False))
            words = _(N_("Keyboard on the screen"))
            again = WordsButton(words, lambda: self.want(wanted=True), icon="keyboard")
            again.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a mouse leaves the focus in the line
            self.show_again = again
            self._column.addWidget(self.keyboard)
            self._column.addWidget(again)
        return self.keyboard, self.show_again

    def _forget_parts(self) -> None:
        for part in (self.keyboard, self.show_again):
            if part is not None:
                part.hide()
                part.deleteLater()
        self.keyboard = self.show_again = None

    def want(self, *, wanted: bool) -> None:
        """Show the keys, or the button that brings them back."""
        self._wanted = wanted
        self.refresh()

    def _go_on(self) -> None:
        """Go to the next line of the page; after the last one, to its main button."""
        from ensdesk.ui.widgets.screen_keyboard import is_typed_in

        page = self._window.page
        if page is None:
            return
        stops = focusable_in(page)
        after = stops[stops.index(self._line) + 1 :] if self._line in stops else stops
        following = next((stop for stop in after if is_typed_in(stop)), page.primary)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_view(self, line: QWidget) -> None:
        """Lay out at once, then scroll: the page has become lower."""
        if (layout := self._window.sheet.layout()) is not None:
            layout.activate()
        self._show_line(line)

    def _show_line(self, line: QWidget) -> None:
        if isValid(line):
            QTimer.singleShot(0, line, lambda: self._window.show_widget(line))
