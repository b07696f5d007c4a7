"""The walls around the process that opens strangers' papers, and the one against the Internet."""

from __future__ import annotations

import _socket as socket  # as in seccomp
import os
import sys
from collections.abc import Callable
from typing import NamedTuple

from ensdesk.reading.landlock import no_files
from ensdesk.reading.seccomp import only_compute, only_local_sockets

MEMORY = 1 << 30
PROCESSOR_SECONDS = 20


class Walls(NamedTuple):
    """Which walls were tried and held. What could not be tried counts as not holding."""

    files: bool = False
    network: bool = False
    programs: bool = False
    limits: bool = False

    @property
    def proved(self) -> bool:
        """Say whether all of them hold; otherwise the program says "not checked here"."""
        return all(self)

    def to_byte(self) -> int:
        return sum(held << place for place, held in enumerate(self))

    @classmethod
    def of_byte(cls, written: int) -> Walls:
        return cls(*(bool(written >> place & 1) for place in range(4)))


def close_walls(processor_seconds: int = PROCESSOR_SECONDS) -> Walls:
    """Close this process in for ever: call it after imports and before a stranger's first byte.

    Each wall is then tried, so that the answer is what was seen and not what was asked for.
    """
    limits = _set_limits(processor_seconds)
    without_files = no_files()
    computing = only_compute()
    return Walls(
        files=(without_files or computing) and _refused(_open_something),
        network=computing and _refused(_open_local_socket) and network_refused(),
        programs=computing and _refused(_start_another) and _refused(_signal_another),
        limits=limits,
    )


def refuse_network() -> bool:
    """Keep this program, its threads and its children off the Internet; say whether that holds.

    Sockets between programs of this computer stay: windows, sound and the printer need them.
    The filter is only added while a socket still opens: filters pile up at each restart.
    """
    return network_refused() or (only_local_sockets() and network_refused())


def network_refused() -> bool:
    """Try to open sockets to other computers; say whether the system refused them."""
    return _refused(lambda: _open_socket(socket.AF_INET)) and _refused(
        lambda: _open_socket(socket.AF_INET6)
    )


def _set_limits(processor_seconds: int) -> bool:
    if sys.platform == "win32":  # not tried
        return False
    import resource

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: processor_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 16,
        resource.RLIMIT_CORE: 0,
    }
    try:
        for limit, most in limits.items():
            resource.setrlimit(limit, (most, most))
    except (OSError, ValueError):  # macOS does not take RLIMIT_AS
        return False
    return True


def _open_something() -> None:
    os.close(os.open("/", os.O_RDONLY))


def _open_local_socket() -> None:
    if sys.platform != "win32":
        _open_socket(socket.AF_UNIX)


def _open_socket(family: int) -> None:
    socket.socket(family).close()


def _start_another() -> None:
    if sys.platform != "win32":
        started = os.fork()
        if started == 0:
            os._exit(0)
        os.waitpid(started, 0)


def _signal_another() -> None:
    os.kill(os.getppid(), 0)  # signal 0 does nothing but ask


def _refused(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False
