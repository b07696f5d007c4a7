"""A process that closes the walls, then tries everything that a wicked paper would try."""

from __future__ import annotations

import ctypes
import mmap
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ensdesk.reading.walls import Walls, close_walls

_ROOT = str(Path(__file__).resolve().parents[2])
_START = """
import sys; sys.path.insert(0, {root!r})
{before}
from tests.reading.escapes import main; main()
"""


def _write() -> None:
    with Path("/tmp/ensdesk-escape").open("w") as out:  # noqa: S108
        out.write("x")


def _executable_memory() -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


def _io_uring() -> None:
    held = ctypes.create_string_buffer(256)
    if ctypes.CDLL(None, use_errno=True).syscall(425, 4, held) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _more_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


# name -> (the wall that stands before it, the attempt)
ESCAPES: dict[str, tuple[str, Callable[[], object]]] = {
    "read a file": ("files", lambda: Path("/etc/passwd").read_text()),
    "write a file": ("files", _write),
    "list a folder": ("files", lambda: next(Path("/").iterdir())),
    "another's memory": ("files", lambda: os.open(f"/proc/{os.getppid()}/mem", 0)),
    "a socket to the Internet": ("network", socket.socket),
    "a local socket": ("network", lambda: socket.socket(socket.AF_UNIX)),
    "a pair of sockets": ("network", socket.socketpair),
    "io_uring": ("network", _io_uring),
    "fork": ("programs", lambda: os.fork() or os._exit(0)),
    "exec": ("programs", lambda: os.execv("/not/there", ["x"])),  # noqa: S606
    "signal the parent": ("programs", lambda: os.kill(os.getppid(), 0)),
    "code made in memory": ("programs", _executable_memory),
    "raise its own limits": ("programs", _more_memory),
    "2 GB of memory": ("limits", lambda: bytearray(2 << 30)),
}


def main() -> None:
    """Close the walls, try, and tell."""
    walls = close_walls()
    said = [f"walls={walls.to_byte()}"]
    for name, (_wall, attempt) in ESCAPES.items():
        try:
            attempt()
        except FileNotFoundError:  # the system looked for it: no wall stood before
            said.append(f"{name}=done")
        except (OSError, MemoryError, ValueError):
            said.append(f"{name}=blocked")
        else:
            said.append(f"{name}=done")
    os.write(1, "\n".join(said).encode())
    os._exit(0)


def tried(before: str = "") -> tuple[Walls, dict[str, str]]:
    """Run the attempts in a process of their own, after the line *before*."""
    code = _START.format(root=_ROOT, before=before)
    ran = subprocess.run(
        [sys.executable, "-I", "-B", "-c", code], capture_output=True, check=True, timeout=30
    )
    said = dict(line.split("=") for line in ran.stdout.decode().splitlines())
    return Walls.of_byte(int(said.pop("walls"))), said
