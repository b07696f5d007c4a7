"""Reads what strace wrote: the sockets that reach out, the words in arguments and surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SOCKET = re.compile(r"\bsocket\((AF_\w+|[0-9a-fx]+)[^)]*\)\s*=\s*(-?\d+)")
_ADDRESS = re.compile(r"\b(?:connect|bind|sendto|sendmsg)\(.*sa_family=(AF_\w+)")
_LOCAL = "AF_UNIX"
_PROBES = 1  # the one by which the program sees that the filter is still missing; never connected


def sockets_out(trace: str) -> list[str]:
    """Return the lines of *trace* where a socket reaches out of this computer."""
    opened = [
        line
        for line in trace.splitlines()
        for found in [_SOCKET.search(line)]
        if found and found[1] != _LOCAL and not found[2].startswith("-")
    ]
    reached = [
        line
        for line in trace.splitlines()
        for found in [_ADDRESS.search(line)]
        if found and found[1] != _LOCAL
    ]
    return [*opened[_PROBES:], *reached]


def words_started(trace: str, words: Iterable[str]) -> set[str]:
    """Return those of *words* that a started program got as argument or surroundings."""
    started = "\n".join(line for line in trace.splitlines() if "execve(" in line)
    # strace writes letters that are not ASCII as octal bytes.
    return {word for word in words if word in started or _octal(word) in started}


def _octal(word: str) -> str:
    return "".join(chr(byte) if byte < 0x80 else f"\\{byte:03o}" for byte in word.encode())
