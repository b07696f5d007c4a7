"""Argon2id for what people can remember, done in a short-lived process beside."""

import os
import struct
from dataclasses import dataclass

from ensdesk.vault.passphrase_child import in_child

SALT_BYTES = 16
_GIB = 1024**3
_MEMORY_KIB = range(64 * 1024, 1024 * 1024 + 1)
_PASSES = range(1, 11)
_LANES = range(1, 17)


@dataclass(frozen=True, order=True)
class Cost:
    """How dear one guess is: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def within_limits(self) -> bool:
        """Tell whether the cost is neither a weakness nor an attack on this computer."""
        return self.memory_kib in _MEMORY_KIB and self.passes in _PASSES and self.lanes in _LANES


STANDARD = Cost(256 * 1024, 3, 4)
SMALL = Cost(128 * 1024, 3, 4)


def chosen_cost() -> Cost:
    """Return the cost for a new secret on this computer: SMALL under 3 GiB of memory."""
    return SMALL if _memory_bytes() < 3 * _GIB else STANDARD


def stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return 32 bytes of Argon2id version 1.3.

    Raises ValueError before any work when *cost* or *salt* is out of limits, NotEnoughMemory,
    CutShort.
    """
    if not cost.within_limits() or len(salt) != SALT_BYTES:
        raise ValueError("out of limits")
    given = struct.pack("<III", cost.memory_kib, cost.passes, cost.lanes) + salt + secret
    return in_child("stretch", given)


def _memory_bytes() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 8 * _GIB  # Windows: not known without a call of its own; assume a usual computer
