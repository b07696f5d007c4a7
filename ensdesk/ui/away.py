"""The person goes: the computer sleeps, its screen locks, somebody else takes it, the key is gone.

The system says so on D-Bus, through local sockets. Where there is none, the clock of `idle` closes
the folder: it counts the time asleep too.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, QTimer, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusReply,
    QDBusUnixFileDescriptor,
)

from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

_LOGIND, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
_SESSION = f"{_LOGIND}.Session"
# What tells that the screen is covered: the freedesktop name, then those of desktops without it.
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOOK_EVERY = 2000  # milliseconds, for the place of the folder
_PATIENCE = 500  # milliseconds, for an answer of the system


class Buses(NamedTuple):
    """The bus of the computer and that of the person's session."""

    system: QDBusConnection
    session: QDBusConnection


def _slot(signature: str) -> bytes:
    return cast("bytes", SLOT(signature))  # bytes say the stubs of PySide; it takes text alone


def buses_here() -> Buses:
    """Return the buses of this computer; they may not be connected."""
    return Buses(QDBusConnection.systemBus(), QDBusConnection.sessionBus())


class AwayWatch(QObject):
    """Closes the open folder as its button does: what is half written waits in it."""

    def __init__(
        self, session: Session, buses: Callable[[], Buses], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._buses = buses
        self._manager: QDBusInterface | None = None  # from the first open folder on
        self._mine: QDBusInterface | None = None
        self._held: QDBusUnixFileDescriptor | None = None
        self._looks = False
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_EVERY)

    def _listen(self) -> QDBusInterface:
        buses = self._buses()
        manager = QDBusInterface(_LOGIND, _MANAGER, f"{_LOGIND}.Manager", buses.system, self)
        manager.setTimeout(_PATIENCE)
        sleeps = (_LOGIND, _MANAGER, f"{_LOGIND}.Manager", "PrepareForSleep")
        buses.system.connect(*sleeps, self, _slot("away(bool)"))
        mine = QDBusReply(manager.call("GetSessionByPID", os.getpid()))
        if mine.isValid():
            path = mine.value().path()
            self._mine = QDBusInterface(_LOGIND, path, _SESSION, buses.system, self)
            buses.system.connect(_LOGIND, path, _SESSION, "Lock", self, _slot("locked()"))
            properties = (_LOGIND, path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
            buses.system.connect(*properties, self, _slot("changed()"))
        for saver in SAVERS:
            buses.session.connect("", "", saver, "ActiveChanged", self, _slot("away(bool)"))
        return manager

    @Slot(bool)
    def away(self, begins: bool) -> None:
        """The computer goes to sleep, or its screen is covered."""
        if begins:
            self.session.lock()

    @Slot()
    def locked(self) -> None:
        """The person locked the computer."""
        self.session.lock()

    @Slot()
    def changed(self) -> None:
        """Somebody else may have taken the computer: look whether this session is in view."""
        if self._mine is not None and self._mine.property("Active") is False:
            self.session.lock()

    def look(self) -> None:
        """Look whether the folder is still there; while it is open, hold back the sleep.

        The system waits a few seconds for whoever holds it: enough to close the folder before.
        """
        folder = self.session.folder
        if folder is None:
            self._held = None
            return
        if self._manager is None:
            self._manager = self._listen()
        if self._held is None:
            why = ("sleep", "ensdesk", "closes the folder", "delay")
            held = QDBusReply(self._manager.call("Inhibit", *why))
            self._held = held.value() if held.isValid() else QDBusUnixFileDescriptor()
        if not self._looks:
            self._looks = True  # away from the window: a key that hangs would hold it up
            self.session.lanes.run(
                "work",
                folder.vault.path.is_dir,
                done=lambda there: self._seen(folder, there=there),
                failed=lambda _error: self._seen(folder, there=False),  # it answers no more
            )

    def _seen(self, folder: Folder, *, there: bool) -> None:
        self._looks = False
        if not there and folder is self.session.folder:
            self.session.lock()
