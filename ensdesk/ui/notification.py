"""A few words outside the window, where the desktop shows such things (freedesktop, on D-Bus)."""

from __future__ import annotations

import sys
from contextlib import closing

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_SIGNATURE = "susssasa{sv}i"  # Qt's own D-Bus has no unsigned number for Python: desktops refuse it
_PATIENCE = 1.0  # seconds, for an answer of the desktop


def notify(words: str, bus: str = "SESSION") -> bool:
    """Show *words*, which everybody near the screen may read; say whether a desktop took them.

    Waits for the answer: call it in the lane of work. *bus* may be the address of another one.
    """
    if sys.platform != "linux":
        return False
    import jeepney  # comes with the keychain
    from jeepney.io.blocking import open_dbus_connection

    # Who says it, what it replaces, picture, words, more words, buttons, hints, for how long.
    said: tuple[object, ...] = ("ensdesk", 0, "", words, "", [], {}, -1)
    desktop = jeepney.DBusAddress(_PATH, _NAME, _NAME)
    try:
        with closing(open_dbus_connection(bus)) as connection:
            call = jeepney.new_method_call(desktop, "Notify", _SIGNATURE, said)
            answer = connection.send_and_get_reply(call, timeout=_PATIENCE)
    except (OSError, RuntimeError, LookupError, ValueError, StopIteration):  # no bus that answers
        return False
    return bool(answer.header.message_type is jeepney.MessageType.method_return)
