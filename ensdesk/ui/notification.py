"""A few words outside the window, where the desktop shows such things (freedesktop, on D-Bus)."""

from __future__ import annotations

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt
from PySide6.QtDBus import QDBusConnection, QDBusInterface

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_PATIENCE = 500  # milliseconds, for an answer of the desktop


def notify(words: str, bus: QDBusConnection) -> bool:
    """Show *words*, which everybody near the screen may read; say whether a desktop took them."""
    desktop = QDBusInterface(_NAME, _PATH, _NAME, bus)
    desktop.setTimeout(_PATIENCE)
    if not desktop.isValid():
        return False
    # By the method that the desktop tells of itself: in a plain message Python has no unsigned
    # number, and desktops refuse another type.
    shown = QMetaObject.invokeMethod(
        desktop,
        "Notify",
        Qt.ConnectionType.DirectConnection,
        Q_RETURN_ARG("uint"),
        Q_ARG("QString", "ensdesk"),
        Q_ARG("uint", 0),  # it replaces none
        Q_ARG("QString", ""),
        Q_ARG("QString", words),
        Q_ARG("QString", ""),
        Q_ARG("QStringList", []),
        Q_ARG("QVariantMap", {}),
        Q_ARG("int", -1),  # as long as the desktop likes
    )
    return not desktop.lastError().isValid() and bool(shown)
