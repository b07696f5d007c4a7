"""The one way to write JSON that is signed or sealed (docs/format.md)."""

import base64
import json
from typing import Any

JSON = dict[str, Any]


def canonical(value: object) -> bytes:
    """Return *value* as ASCII JSON: sorted names, no spaces, whole numbers only.

    Raises TypeError for a number that is not whole: two readers may write it differently.
    """
    _refuse_fractions(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def from_canonical(raw: bytes) -> object:
    """Read what `canonical` wrote. Raises ValueError for any other spelling."""
    try:
        value = json.loads(raw)
        if canonical(value) != raw:
            raise ValueError("not canonical")
    except (RecursionError, TypeError) as error:
        raise ValueError("not canonical") from error
    return value


def to_text(raw: bytes) -> str:
    """Return bytes as standard base64 with its padding."""
    return base64.b64encode(raw).decode("ascii")


def to_bytes(text: object, size: int | None = None) -> bytes:
    """Return the bytes that `to_text` wrote. Raises ValueError, also for a wrong *size*."""
    if not isinstance(text, str):
        raise ValueError("not text")  # noqa: TRY004 - a damaged value, not a bug
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise ValueError("not base64") from error
    if to_text(raw) != text or (size is not None and len(raw) != size):
        raise ValueError("not these bytes")
    return raw


def _refuse_fractions(value: object) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            if not isinstance(name, str):
                raise TypeError("a name is text")
            _refuse_fractions(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_fractions(inner)
    elif not isinstance(value, str | int | None):
        raise TypeError("text, whole numbers, true, false, nothing")
