"""Errors of the system become troubles that name no path."""

import errno

import pytest

from ensdesk.trouble import Trouble
from ensdesk.vault.storage_trouble import (
    DiskFailing,
    DiskFull,
    PlaceGone,
    ReadOnlyPlace,
    TooLargeHere,
    telling,
    told,
)


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, TooLargeHere),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EACCES, ReadOnlyPlace),
        (errno.EIO, DiskFailing),
        (errno.ENODEV, PlaceGone),
        (errno.ENOENT, PlaceGone),
    ],
)
def test_each_error_has_its_sentence(number: int, trouble: type[Trouble]) -> None:
    """Full, closed and gone are three different things to a person."""
    error = OSError(number, "x", "a/secret/path")
    assert type(told(error)) is trouble
    with pytest.raises(trouble) as caught, telling():
        raise error
    assert "secret" not in repr(caught.value)
    assert caught.value.__cause__ is None
