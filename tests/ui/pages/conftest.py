"""Somebody at home in an open folder: with the mouse, or with the keys alone."""

import pytest

from tests.ui.leaving import leave
from tests.ui.pages.inside import enter
from tests.ui.pages.person import Person, PersonWithKeys


@pytest.fixture
def comes_in(qapp, french):
    """Return a function that opens a folder, as somebody with the mouse or with the keys."""
    there = []

    def come(folder, hands=Person) -> Person:
        there.append(enter(hands(), folder))
        return there[-1]

    yield come
    leave(person.window for person in there)


@pytest.fixture(params=[Person, PersonWithKeys], ids=["mouse", "keys"])
def jeanne(request, comes_in, folder):
    """At home in an empty folder."""
    return comes_in(folder, request.param)


@pytest.fixture(params=[Person, PersonWithKeys], ids=["mouse", "keys"])
def full_jeanne(request, comes_in, full_folder):
    """At home in the folder of the invented person."""
    return comes_in(full_folder, request.param)
