"""What every record has in common."""

import dataclasses

import pytest

from ensdesk.record.record import Origin, Record, new_id
from tests.kinds.samples import TODAY
from tests.record.invented import Flower


def test_ids_are_random() -> None:
    """Two records never have the same id, and an id tells nothing."""
    one, other = new_id(), new_id()
    assert one != other
    assert len(one) == len(other) == 32
    assert int(one, 16) >= 0


def test_a_record_never_changes() -> None:
    """Editing makes a new value with the same id."""
    flower = Flower(name="Rose")
    with pytest.raises(dataclasses.FrozenInstanceError):
        flower.name = "Lily"  # type: ignore[misc]
    assert dataclasses.replace(flower, name="Lily").id == flower.id


def test_what_a_kind_need_not_say() -> None:
    """Without more words a record has no date, no problem and was typed."""
    flower = Flower(name="Rose")
    assert flower.when() is None
    assert list(flower.problems(TODAY)) == []
    assert flower.origin == Origin("typed")


def test_a_record_needs_a_headline() -> None:
    """A kind that cannot name its records is refused."""
    with pytest.raises(TypeError):
        Record()  # type: ignore[abstract]


def test_what_could_not_be_read_is_not_shown() -> None:
    """The text of a record for a programmer leaves out what was carried along."""
    assert "secret" not in repr(Flower(name="Rose", unknown={"secret": 1}))
