"""No file at all, by the kernel (Landlock, linux/landlock.h, Linux 5.13 and later), by ctypes."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_CREATE, _RESTRICT = 444, 446  # the same numbers on every machine
_VERSION = 1
_NO_NEW_PRIVILEGES = 38
_FIRST_RIGHTS = (1 << 13) - 1
_LATER_RIGHTS = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # refer, truncate, ioctl on devices
_NETWORK = 0b11  # bind and connect TCP, from version 4
_SCOPES = 0b11  # abstract sockets and signals to other processes, from version 6


def no_files() -> bool:
    """Take every file from this process for ever; say whether the system accepted."""
    if sys.platform != "linux":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    version = system.syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION)
    if version < 1:
        return False
    rules = _rules(version)
    held = system.syscall(_CREATE, rules, ctypes.c_size_t(len(rules)), 0)
    if held < 0:
        return False
    system.prctl(_NO_NEW_PRIVILEGES, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    closed = bool(system.syscall(_RESTRICT, held, 0) == 0)
    os.close(held)
    return closed


def _rules(version: int) -> bytes:
    """Return a set of rules that handles every right this kernel knows and allows none."""
    rights = _FIRST_RIGHTS
    for since, right in _LATER_RIGHTS.items():
        rights |= right if version >= since else 0
    if version >= 6:
        return struct.pack("<QQQ", rights, _NETWORK, _SCOPES)
    return struct.pack("<QQ", rights, _NETWORK) if version >= 4 else struct.pack("<Q", rights)
