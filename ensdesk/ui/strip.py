"""The line above the page that says what was done, or what is about to happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from ensdesk.language import N_, _
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.boxes import Icon, announce
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.words import Words, WordsRole

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

_ROOM_BESIDE = 32  # ems in which words and button stand side by side


class Strip(QFrame):
    """Words and one button, named by its English words. It stays: nobody has to be quick."""

    def __init__(
        self, button: str, *, name: str, role: WordsRole, icon: str, colour: str, sign: str
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "bar")
        self._across = QHBoxLayout(self)
        self.words = Words("", role)
        self._usual = button
        self.button = WordsButton(_(button), self._press, icon=icon)
        self._across.addWidget(Icon(sign, colour), 0, Qt.AlignmentFlag.AlignVCenter)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self.words, 1)
        self._pair.addWidget(self.button)
        self._across.addLayout(self._pair, 1)
        self._act: Callable[[], object] | None = None
        self._told = ""
        self._told_at: QWidget | None = None
        self.hide()

    def say(self, words: str, act: Callable[[], object] | None = None, button: str = "") -> None:
        """Show *words*, and the button, called *button* or as usual, if *act* is given."""
        self._act = act
        self.button.say(button or _(self._usual))
        self.words.setText(words)
        self.button.setVisible(act is not None)
        self.show()
        announce(self, words)
        self._tell(words)

    def fit(self, width: int) -> None:
        """Take the distances of the look in *width* pixels; the button goes below if need be."""
        look = look_of(self)
        self._across.setContentsMargins(*(look.space(0.6),) * 4)
        self._across.setSpacing(look.space(0.8))
        self._pair.setSpacing(look.space(0.6))
        beside = width > _ROOM_BESIDE * look.em
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell("")

    def _tell(self, words: str) -> None:
        """Describe what has the focus with *words*: some screen readers hear no announcement."""
        if self._told_at is not None and isValid(self._told_at):
            now = self._told_at.accessibleDescription()
            self._told_at.setAccessibleDescription(now.removeprefix(self._told).strip())
        self._told, self._told_at = words, self.window().focusWidget() if words else None
        place = self._told_at.parentWidget() if self._told_at is not None else None
        if place is not None and place.objectName() == "bar":
            self._told_at = None  # it stands on every page, long after this was news
        if self._told_at is not None:
            now = self._told_at.accessibleDescription()
            self._told_at.setAccessibleDescription(f"{words} {now}".strip())

    def _press(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


def done_strip() -> Strip:
    """Return the line that says what was done, with « Annuler »."""
    undo = N_("Undo")
    return Strip(undo, name="strip", role="good", icon="undo-2", colour="ok", sign="circle-check")


def warning_strip() -> Strip:
    """Return the line that says that the folder closes soon."""
    here = N_("I am still here")
    return Strip(here, name="warning", role="label", icon="check", colour="warning", sign="clock")


def help_strip() -> Strip:
    """Return the line that says that somebody helps: pressing its button closes the folder."""
    stop = N_("Stop the help")
    return Strip(
        stop, name="help", role="label", icon="x", colour="warning", sign="heart-handshake"
    )


def helps_now(folder: Folder) -> str:
    """Say who helps, or reads, in the open folder."""
    words = N_("{name} is helping you now") if folder.may_change else N_("{name} is reading now")
    return _(words).format(name=folder.helped_by or _(N_("Somebody")))


def closes_soon(*, is_open: bool) -> str:
    if not is_open:
        return _(N_("In 1 minute, everything here is forgotten."))
    return _(N_("Your folder closes in 1 minute. Nothing you wrote is lost."))
