"""Hears what the program asks of the system: the processes it starts, the sockets it opens."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass
class Heard:
    """Everything that was asked while it was listened to."""

    started: list[str] = field(default_factory=list)  # arguments and surroundings, as one line
    sockets: list[tuple[int, str]] = field(default_factory=list)  # families, and who asked
    connected: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)  # names of other computers


class _Ears:
    now: ClassVar[Heard | None] = None
    there: ClassVar[bool] = False


def _hear(event: str, given: tuple[Any, ...]) -> None:
    heard = _Ears.now
    if heard is None:
        return
    if event == "subprocess.Popen":
        heard.started.append(repr([*given, dict(os.environ)]))
    elif event in {"os.exec", "os.posix_spawn", "os.system"}:
        heard.started.append(repr(given))
    elif event == "socket.__new__":
        heard.sockets.append((given[1], _who_asks()))
    elif event in {"socket.connect", "socket.bind", "socket.sendto"} and not isinstance(
        given[1], str | bytes
    ):
        heard.connected.append(event)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        heard.looked_up.append(event)


def _who_asks() -> str:
    """Return the function of the program that asks."""
    frame = sys._getframe(2)
    while frame.f_back and not frame.f_globals.get("__name__", "").startswith("ensdesk"):
        frame = frame.f_back
    return f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}"


@contextmanager
def listening() -> Iterator[Heard]:
    """Listen to this process while the block runs. (What Python hears cannot be unheard.)"""
    if not _Ears.there:
        sys.addaudithook(_hear)
        _Ears.there = True
    _Ears.now = Heard()
    try:
        yield _Ears.now
    finally:
        _Ears.now = None


def strangers(heard: Heard) -> list[tuple[int, str]]:
    """Return the sockets that reach out of this computer.

    The one by which the program proves that it cannot is opened, connected to nothing and closed.
    """
    proof = "ensdesk.reading.walls._open_socket"
    return [asked for asked in heard.sockets if asked[0] != socket.AF_UNIX and asked[1] != proof]
