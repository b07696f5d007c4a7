"""What every page is: a column that waits, tells trouble, and keeps what is half written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton, QWidget

from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.column import Column
from ensdesk.ui.focus_order import focusable_in
from ensdesk.ui.lanes import Lane, Running
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.boxes import Box, announce, trouble_box
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.progress import ProgressStrip
from ensdesk.ui.widgets.words import Words

if TYPE_CHECKING:
    from ensdesk.record.record import Record

A = TypeVar("A")
_PATIENCE = 100  # milliseconds before a wait is shown


class Page(Column):
    """Base of every page. A subclass builds itself in `__init__` with the `add_…` methods.

    `name` is a short stable word for pictures and drafts. `heading` is the title; `set_title`
    changes it later.
    """

    name: ClassVar[str] = ""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(title)
        self.session = session
        self.may_change = session.folder is None or session.folder.may_change
        self._trouble: Box | None = None
        self._busy: ProgressStrip | None = None
        self.has_left = False  # answers that come later are dropped
        self._explained: Words | None = None
        self.wants_focus = False  # nothing could take the focus yet
        self.first: QWidget | None = None

    # -- trouble and waiting ---------------------------------------------------------------------

    def show_trouble(self, trouble: Trouble) -> None:
        """Show what happened and what to do, above the main button."""
        self.clear_trouble()
        self.done()
        self.place_notices()
        self._trouble = trouble_box(trouble)
        self._notices.addWidget(self._trouble)
        if self.primary is not None and self.isVisible():
            self.primary.setAccessibleDescription(trouble.sentence())
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, trouble.sentence())
        self._forget_press()
        QTimer.singleShot(0, self, self._show_notices)

    def clear_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
            if self.primary is not None:
                self.primary.setAccessibleDescription("")

    def busy(self, words: str = "", stop: Press | None = None) -> ProgressStrip:
        """Show that work is on its way; the main button waits. End it with `done`."""
        self.done()
        self.clear_trouble()
        self.place_notices()
        self._busy = ProgressStrip(words or _(N_("One moment…")), stop)
        self._notices.addWidget(self._busy)
        if self.primary is not None:
            self.primary.rest()
        announce(self, words)
        QTimer.singleShot(0, self, self._show_notices)
        return self._busy

    def done(self) -> None:
        """Take the strip of `busy` away."""
        if self._busy is not None:
            self._busy.hide()
            self._busy.deleteLater()
            self._busy = None
            if self.primary is not None:
                self.primary.rest(waits=False)

    def ask(
        self,
        job: Callable[[], A],
        done: Callable[[A], object],
        *,
        lane: Lane = "vault",
        words: str = "",
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Run *job* away from the screen; a wait over 100 ms is shown. Late answers are dropped."""
        self.work(lambda _running: job(), done, lane=lane, words=words, failed=failed, stops=False)

    def work(
        self,
        job: Callable[[Running], A],
        done: Callable[[A], object],
        *,
        lane: Lane = "work",
        words: str = "",
        failed: Callable[[BaseException], object] | None = None,
        stops: bool = True,
    ) -> Running:
        """Run a job that may tell how far it is and be stopped; see `Running`."""
        over: list[bool] = []

        def end(act: Callable[[], object]) -> None:
            over.append(True)
            if not self.has_left:
                self.done()
                act()
                self._show_new()
                self.explain()
                if self.wants_focus and not self.has_left:
                    self._window_does("focus_first")

        def wait() -> None:
            if not over and not self.has_left:
                self.busy(words, running.stop if stops else None)

        running = self.session.lanes.run_long(
            lane,
            job,
            done=lambda answer: end(lambda: done(answer)),
            failed=lambda error: end(lambda: (failed or self._failed)(error)),
            progress=self._progress,
        )
        if not over:
            QTimer.singleShot(_PATIENCE, self, wait)
        return running

    def _progress(self, part: float) -> None:
        if self._busy is not None and not self.has_left:
            self._busy.progress(part)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.show_trouble(error)
        else:
            self.session.lanes.otherwise(error)

    # -- life ------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Called when the page is in view: the place to ask for what it shows."""

    def explain(self) -> None:
        """Explain the medical words in view at the end of the page, each in one sentence."""
        from ensdesk.folder.glossary import explained

        labels, buttons = (
            self.column.findChildren(QLabel),
            self.column.findChildren(QAbstractButton),
        )
        said = [one.text() for one in labels if one is not self._explained and not _hidden(one)]
        said += [one.text() for one in buttons if not _hidden(one)]
        plain = "\n".join(explained(said))
        if self._explained is None and plain:
            self._explained = Words("", "explained")
        if self._explained is not None:
            self._stack.removeWidget(self._explained)  # what came since stands above
            self._stack.addWidget(self._explained)
            self._explained.setText(plain)
            self._explained.setVisible(bool(plain))

    def changed(self, kinds: frozenset[type[Record]]) -> None:
        """Called when records of *kinds* changed while the page is in view."""

    def leave(self) -> None:
        """Called when the page goes: answers that come later are dropped."""
        self.has_left = True

    def leave_for_later(self) -> None:
        """Called in the place of `leave` when the folder closes and keeps the draft."""
        self.leave()

    def first_focus(self) -> QWidget | None:
        """Return what takes the focus first: `first`, else the first input or button."""
        if self.first is not None:
            return self.first
        found = focusable_in(self)
        typed = [widget for widget in found if not isinstance(widget, WordsButton)]
        first = next(iter(typed or found), None)
        group = first.group() if isinstance(first, QRadioButton) else None
        return (group.checkedButton() if group else None) or first

    def draft(self) -> dict[str, Any] | None:
        """Return what is half written, as JSON values; None if nothing is."""
        values = {str(n): value for n, kept in enumerate(self._inputs) if (value := kept.value())}
        return values or None

    def restore(self, values: dict[str, Any]) -> None:
        """Give back what `draft` returned."""
        for number, kept in enumerate(self._inputs):
            if str(number) in values:
                kept.set_value(values[str(number)])

    # -- inside ----------------------------------------------------------------------------------

    def _show_new(self) -> None:
        """Show what was added while in view: Qt does it later, too late for the focus."""
        for widget in self.column.findChildren(QWidget) if self.isVisible() else ():
            if widget.isHidden() and not _hidden(widget):
                widget.show()
        if (layout := self.layout()) is not None:
            layout.activate()

    def _show_notices(self) -> None:
        if (box := self._trouble or self._busy) is not None:
            self._window_does("show_widget", box)


def _hidden(widget: QWidget) -> bool:
    """Say whether *widget* was hidden, and not only not shown yet."""
    told = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return widget.isHidden() and widget.testAttribute(told)
