"""A file that lives in memory only: clear bytes never lie in a temporary file."""

from __future__ import annotations

import io
import os
from typing import BinaryIO


def memory_file() -> BinaryIO:
    """Return an empty file in memory that no other program can find by a name."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("paper", os.MFD_CLOEXEC), "w+b")
    return io.BytesIO()
