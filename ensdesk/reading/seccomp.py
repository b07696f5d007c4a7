"""Filters on what a Linux process may ask of its system (seccomp(2), man pages 6), by ctypes.

A filter is for ever and is inherited: nothing that runs later in the process can take it away.
"""

from __future__ import annotations

import _socket as socket  # the module over it takes a tenth of the start of the program
import ctypes
import errno
import os
import sys
from collections.abc import Iterable

# linux/audit.h, linux/bpf_common.h, linux/seccomp.h
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000
_LOAD, _IS, _AT_LEAST, _HAS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST, _THIRD = 0, 4, 16, 32  # places in struct seccomp_data
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_PROT_EXEC = 4
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_NO_NEW_PRIVILEGES = 38
_WHOLE_PROCESS = 1  # SECCOMP_FILTER_FLAG_TSYNC: threads that already run are held too

_SOCKET = {"x86_64": 41, "aarch64": 198}
_IO_URING_SETUP = {"x86_64": 425, "aarch64": 425}  # it can make sockets without socket(2)
_EXECUTABLE_MEMORY = {"x86_64": (9, 10), "aarch64": (222, 226)}  # mmap, mprotect

# All that is left to a process that only computes: its open ends, its memory, the time, its end.
_ONLY = {
    "x86_64": {
        "read": 0, "write": 1, "close": 3, "fstat": 5, "lseek": 8, "munmap": 11, "brk": 12,
        "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "readv": 19, "writev": 20,
        "sched_yield": 24, "mremap": 25, "madvise": 28, "nanosleep": 35, "getpid": 39, "exit": 60,
        "gettimeofday": 96, "sigaltstack": 131, "gettid": 186, "time": 201, "futex": 202,
        "sched_getaffinity": 204, "restart_syscall": 219, "clock_gettime": 228,
        "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231, "getcpu": 309,
        "getrandom": 318, "membarrier": 324, "rseq": 334,
    },
    "aarch64": {
        "read": 63, "write": 64, "close": 57, "fstat": 80, "lseek": 62, "munmap": 215, "brk": 214,
        "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "readv": 65, "writev": 66,
        "sched_yield": 124, "mremap": 216, "madvise": 233, "nanosleep": 101, "getpid": 172,
        "exit": 93, "gettimeofday": 169, "sigaltstack": 132, "gettid": 178, "futex": 98,
        "sched_getaffinity": 123, "restart_syscall": 128, "clock_gettime": 113,
        "clock_getres": 114, "clock_nanosleep": 115, "exit_group": 94, "getcpu": 168,
        "getrandom": 278, "membarrier": 283, "rseq": 293,
    },
}  # fmt: skip

Step = tuple[int, int, int, int]  # code, jump if true, jump if false, value


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("jump_if_true", ctypes.c_ubyte),
        ("jump_if_false", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Instruction)))


def only_compute() -> bool:
    """Leave this process nothing but computing; say whether the system accepted."""
    machine = _machine()
    if not _known(machine):
        return False
    steps = _beginning(machine)
    for number in _EXECUTABLE_MEMORY[machine]:
        steps += [
            (_IS, 0, 4, number),
            (_LOAD, 0, 0, _THIRD),
            (_HAS, 1, 0, _PROT_EXEC),
            (_RETURN, 0, 0, _ALLOW),
            (_RETURN, 0, 0, _REFUSE),
        ]
    for number in _ONLY[machine].values():
        steps += [(_IS, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    return _install([*steps, (_RETURN, 0, 0, _REFUSE)], machine)


def only_local_sockets() -> bool:
    """Leave this process and its children no socket but those between programs of this computer."""
    machine = _machine()
    if not _known(machine):
        return False
    steps = [
        *_beginning(machine),
        (_IS, 0, 1, _IO_URING_SETUP[machine]),
        (_RETURN, 0, 0, _REFUSE),
        (_IS, 0, 3, _SOCKET[machine]),
        (_LOAD, 0, 0, _FIRST),
        (_IS, 1, 0, socket.AF_UNIX),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return _install(steps, machine)


def _machine() -> str:
    return os.uname().machine if sys.platform == "linux" else ""


def _known(machine: str) -> bool:
    return machine in _ARCHITECTURES and sys.maxsize > 2**32


def _beginning(machine: str) -> list[Step]:
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IS, 1, 0, _ARCHITECTURES[machine]),  # 32-bit calls have other numbers: none at all
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if machine == "x86_64":
        steps += [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _REFUSE)]
    return steps


def _install(steps: Iterable[Step], machine: str) -> bool:
    written = [_Instruction(*step) for step in steps]
    program = _Program(len(written), (_Instruction * len(written))(*written))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, *map(ctypes.c_ulong, (1, 0, 0, 0))):
        return False
    filtered = system.syscall(_SECCOMP[machine], 1, _WHOLE_PROCESS, ctypes.byref(program))
    return bool(filtered == 0)
