"""A part of a copy, proved while it is read."""

from __future__ import annotations

import errno
import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from ensdesk.exchange.copy_trouble import DamagedCopy
from ensdesk.exchange.manifest import PartLine
from ensdesk.exchange.zip_rules import WickedZip


class ProvedPart(io.RawIOBase):
    """A part of a copy, compared with the list when its end is reached."""

    def __init__(self, part: IO[bytes], line: PartLine) -> None:
        super().__init__()
        self._part = part
        self._line, self._size, self._digest = line, 0, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        with telling_damage():
            piece = self._part.read(len(buffer))
        buffer[: len(piece)] = piece
        self._size += len(piece)
        self._digest.update(piece)
        if not piece and (self._size, self._digest.hexdigest()) != (
            self._line.size,
            self._line.sha256,
        ):
            raise DamagedCopy
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._part.close()
        super().close()


@contextmanager
def telling_damage() -> Iterator[None]:
    """Tell everything that a broken ZIP can raise as one trouble."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, WickedZip, struct.error, KeyError):
        raise DamagedCopy from None
    except (NotImplementedError, RuntimeError, ValueError, OverflowError):
        raise DamagedCopy from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place in the file that cannot be
            raise DamagedCopy from None
        raise
