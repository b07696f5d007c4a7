"""Keeps what is in memory from other programs of the same person, and from crash files."""

import ctypes
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def keep_memory_private() -> bool:
    """Refuse debuggers and crash files; return whether that holds here.

    It holds on Linux; elsewhere only the crash files are refused, where the system can.
    """
    try:
        import resource
    except ImportError:  # Windows, not tried
        return False
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not sys.platform.startswith("linux"):
        return False
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
