"""A login manager and a screen that locks, on a bus of the test: told what to say, line by line."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

LOGIND = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
MINE, THEIRS = f"{MANAGER}/session/_1", f"{MANAGER}/session/_2"
PROPERTIES = "org.freedesktop.DBus.Properties"


@ClassInfo({"D-Bus Interface": f"{LOGIND}.Manager"})
class Manager(QObject):
    """Knows one session, and who holds back the sleep."""

    @Slot(int, result=QDBusObjectPath)
    def GetSessionByPID(self, _number: int) -> QDBusObjectPath:
        return QDBusObjectPath(MINE)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, _why: str, mode: str) -> QDBusUnixFileDescriptor:
        read, write = os.pipe()
        print("held", what, who, mode, flush=True)  # noqa: T201 - the test reads it
        self.watch = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self.watch.activated.connect(self._let_go)
        given = QDBusUnixFileDescriptor(write)
        os.close(write)
        return given

    def _let_go(self) -> None:
        self.watch.setEnabled(False)
        print("let go", flush=True)  # noqa: T201 - the test reads it


@ClassInfo({"D-Bus Interface": f"{LOGIND}.Session"})
class Mine(QObject):
    """The session of the program: in view, or behind that of somebody else."""

    in_view = True

    def _active(self) -> bool:
        return self.in_view

    Active = Property(bool, _active)


SIGNALS = {
    "sleeps": (MANAGER, f"{LOGIND}.Manager", "PrepareForSleep", [True]),
    "wakes": (MANAGER, f"{LOGIND}.Manager", "PrepareForSleep", [False]),
    "lock": (MINE, f"{LOGIND}.Session", "Lock", []),
    "lock of another": (THEIRS, f"{LOGIND}.Session", "Lock", []),
    "switched": (MINE, PROPERTIES, "PropertiesChanged", [f"{LOGIND}.Session"]),
    "back": (MINE, PROPERTIES, "PropertiesChanged", [f"{LOGIND}.Session"]),
    "covered": ("/a", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "uncovered": ("/a", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
}


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "logind")
    manager = Manager()
    bus.registerObject(MANAGER, manager, QDBusConnection.RegisterOption.ExportAllSlots)
    mine = Mine()
    bus.registerObject(MINE, mine, QDBusConnection.RegisterOption.ExportAllProperties)
    bus.registerService(LOGIND)

    def hear() -> None:
        words = os.read(0, 1000).decode().split("\n")[:-1]
        if not words:
            app.quit()
        for word in words:
            say(word)

    def say(word: str) -> None:
        mine.in_view = word != "switched"
        path, interface, name, given = SIGNALS[word]
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(given)
        bus.send(signal)

    lines = QSocketNotifier(0, QSocketNotifier.Type.Read)
    lines.activated.connect(hear)
    print("ready", flush=True)  # noqa: T201 - the test reads it
    app.exec()


if __name__ == "__main__":
    main()
