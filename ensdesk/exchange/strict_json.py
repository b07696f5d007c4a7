"""JSON from elsewhere, read with no benefit of the doubt."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

_DEEPEST = 32


def read_strictly(raw: bytes, *, most: int) -> object:
    """Return the values in *raw*: UTF-8, no name twice, finite numbers, not deep, whole letters.

    Raises ValueError for anything else, and over *most* bytes.
    """
    if len(raw) > most:
        raise ValueError("too long")
    try:
        read = json.loads(
            raw.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_such_number
        )
        _check(read, _DEEPEST)
    except RecursionError:
        raise ValueError("too deep") from None
    except ValueError:  # its words may hold what was read
        raise ValueError("not JSON as it should be") from None
    return read


def _once_each(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    named = dict(pairs)
    if len(named) != len(pairs):
        raise ValueError("a name twice")
    return named


def _no_such_number(name: str) -> object:
    del name
    raise ValueError("not a number")


def _check(read: object, depth: int) -> None:
    if depth == 0:
        raise ValueError("too deep")
    match read:
        case str():
            read.encode("utf-8")  # half a letter (a lone surrogate) cannot be written
        case float():
            if not math.isfinite(read):
                raise ValueError("not a number")
        case list():
            for item in read:
                _check(item, depth - 1)
        case dict():
            for name, item in read.items():
                _check(name, depth)
                _check(item, depth - 1)
        case _:
            pass
