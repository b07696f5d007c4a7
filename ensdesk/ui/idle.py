"""An open folder left alone closes by itself, after a warning of one minute."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

WARNING = 60  # seconds
_LOOK_EVERY = 1000  # milliseconds
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class Idle(Enum):
    """How long nobody has touched anything."""

    AWAKE = auto()
    WARNED = auto()
    OVER = auto()


def asleep_too() -> float:
    """Return seconds that go on while the computer sleeps, where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)  # Linux: its monotonic clock sleeps too
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class IdleClock:
    """Counts the time since somebody touched the program; knows no timer, so tests need not wait.

    Once the warning shows, only `touch(meant=True)` (its button, a key) keeps the folder open: a
    mouse that a cat pushes does not.
    """

    def __init__(self, minutes: int, now: Callable[[], float] = asleep_too) -> None:
        self.minutes = minutes
        self._now = now
        self._touched = now()

    def touch(self, *, meant: bool = False) -> None:
        """Note that somebody is there."""
        if meant or self.state() is Idle.AWAKE:
            self._touched = self._now()

    def left(self) -> int:
        """Return how many seconds are left before the folder closes."""
        return max(0, round(self.minutes * 60 - (self._now() - self._touched)))

    def state(self) -> Idle:
        left = self.left()
        if left == 0:
            return Idle.OVER
        return Idle.WARNED if left <= WARNING else Idle.AWAKE


class IdleWatch(QObject):
    """Watches what reaches the window from the keyboard and the mouse."""

    def __init__(
        self,
        clock: IdleClock,
        *,
        is_open: Callable[[], bool],
        warn: Callable[[], object],
        awake: Callable[[], object],
        close: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._heard = window, False
        self.clock = clock
        self._is_open, self._warn, self._awake, self._close = is_open, warn, awake, close
        self._was = Idle.AWAKE
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.clock.touch(meant=event.type() is QEvent.Type.KeyPress)
        return super().eventFilter(watched, event)

    def still_here(self) -> None:
        """« Je suis toujours là »."""
        self.clock.touch(meant=True)
        self.look()

    def look(self) -> None:
        """Warn, close or calm down, as the clock says."""
        self._listen()
        if not self._is_open():
            self.clock.touch(meant=True)
        state, was = self.clock.state(), self._was
        self._was = state
        if state is was:
            return
        if state is Idle.WARNED:
            self._warn()
        elif state is Idle.AWAKE:
            self._awake()
        else:
            self.clock.touch(meant=True)
            self._was = Idle.AWAKE
            self._close()

    def _listen(self) -> None:
        """Hear what comes to the native window: a filter on every widget would slow all pages."""
        native = self._window.windowHandle()
        if native is not None and not self._heard:
            self._heard = True
            native.installEventFilter(self)
