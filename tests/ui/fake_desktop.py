"""A desktop that shows notifications, on a bus of the test: it says what it was asked to show."""

from __future__ import annotations

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusConnection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


@ClassInfo({"D-Bus Interface": NAME})
class Desktop(QObject):
    """Takes the types of the specification, and no others."""

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, *asked: object) -> int:
        print(*asked, sep="|", flush=True)  # noqa: T201 - the test reads it
        return 1


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "desktop")
    desktop = Desktop()
    bus.registerObject(PATH, desktop, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.registerService(NAME)
    over = QSocketNotifier(0, QSocketNotifier.Type.Read)
    over.activated.connect(app.quit)  # the test let go
    print("ready", flush=True)  # noqa: T201 - the test reads it
    app.exec()


if __name__ == "__main__":
    main()
