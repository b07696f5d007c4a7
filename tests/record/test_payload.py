"""A record written down and read again."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import Origin
from tests.kinds.samples import SOME_ID, records, sample, smallest
from tests.record.invented import Colour, Flower, Garden, Petal


@given(records(Flower))
def test_what_is_written_is_read_again(flower: Flower) -> None:
    """Through JSON and back, a record is the same."""
    payload = json.loads(json.dumps(to_payload(flower)))
    assert from_payload(Flower, flower.id, payload) == flower


def test_fields_left_empty_are_not_written() -> None:
    """A record with only its name writes only its name."""
    assert to_payload(smallest(Flower)) == {"name": "Éloïse <b>& name"}
    assert to_payload(Flower(name="")) == {}


def test_each_shape_is_written_plainly() -> None:
    """Texts, dates and numbers as strings, a unit beside its number, rows as a list."""
    assert to_payload(sample(Flower)) == {
        "name": "Éloïse <b>& name",
        "scent": "Première ligne de scent.\nDeuxième ligne : 5 < 6 & 7.",
        "seen": "2014-03-09",
        "count": "72.5",
        "height": {"value": "72.5", "unit": "kg"},
        "fresh": False,
        "colour": "red",
        "neighbour": "f" * 32,
        "petals": [{"colour": "red", "length": "72.5"}],
    }


def test_where_it_comes_from_is_written() -> None:
    """An origin other than typing is kept, with what it points to."""
    flower = Flower(id=SOME_ID, name="Rose", origin=Origin("document", "ab"))
    assert to_payload(flower)["origin"] == {"how": "document", "ref": "ab"}
    assert from_payload(Flower, SOME_ID, to_payload(flower)) == flower
    assert to_payload(Flower(name="Rose", origin=Origin("example")))["origin"] == {"how": "example"}


@pytest.mark.parametrize(
    ("field", "newer"),
    [
        ("name", 5),
        ("scent", ["a"]),
        ("seen", "2014-02-30"),
        ("seen", "spring"),
        ("seen", None),
        ("count", 5),
        ("count", "NaN"),
        ("count", "1e5"),
        ("count", "1E+99999"),
        ("count", " 5"),
        ("count", "1_0"),
        ("height", "tall"),
        ("height", {"value": "5"}),
        ("height", {"value": "5", "unit": "kg", "by": "me"}),
        ("height", {"value": "5", "unit": 3}),
        ("height", {"value": "many", "unit": "kg"}),
        ("height", 7),
        ("fresh", "yes"),
        ("fresh", 1),
        ("colour", "green"),
        ("colour", {}),
        ("neighbour", 5),
        ("petals", "two"),
        ("petals", [5]),
        ("petals", [{"length": "5"}]),
        ("petals", [{"colour": "green"}]),
        ("thorns", True),
        ("pencil", "x"),
        ("id", "x"),
        ("unknown", {"a": 1}),
        ("origin", 5),
        ("origin", {"how": "moon", "phase": 3}),
        ("origin", {"how": "copy", "ref": 5}),
        ("origin", []),
        ("origin", {}),
    ],
)
def test_what_this_version_cannot_read_is_carried_along(field: str, newer: object) -> None:
    """A field, a choice or a row of a newer version comes out as it came in."""
    written = {"name": "Rose", "seen": "2014", field: newer}
    flower = from_payload(Flower, SOME_ID, written)
    assert field in flower.unknown
    assert to_payload(flower) == written


def test_an_unread_part_of_a_row_is_carried_along() -> None:
    """A row keeps the field that only a newer version knows."""
    written = {"name": "Rose", "petals": [{"colour": "blue", "smell": ["a", 1]}]}
    flower = from_payload(Flower, SOME_ID, written)
    assert flower.petals == (Petal(colour=Colour.BLUE, unknown={"smell": ["a", 1]}),)
    assert to_payload(flower) == written


def test_one_unread_row_hides_no_other() -> None:
    """A choice of a newer version stays in its place, also when the others change or go."""
    blue, red, newer = {"colour": "blue"}, {"colour": "red"}, {"colour": "green", "length": "5"}
    written = {"name": "Rose", "petals": [blue, newer, red, 5]}
    flower = from_payload(Flower, SOME_ID, written)
    assert [petal.colour for petal in flower.petals] == [Colour.BLUE, Colour.RED]
    assert flower.incomplete
    assert to_payload(flower) == written
    fewer = replace(flower, petals=flower.petals[:1])
    assert to_payload(fewer)["petals"] == [blue, newer, 5]
    assert to_payload(replace(flower, petals=()))["petals"] == [newer, 5]


def test_half_a_row_is_not_read_as_another() -> None:
    """A length that cannot be read is not the length that is usual."""
    written = {"name": "Rose", "petals": [{"colour": "red", "length": {"about": 5}}]}
    flower = from_payload(Flower, SOME_ID, written)
    assert flower.petals == ()
    assert to_payload(flower) == written


def test_a_record_tells_that_a_part_is_unread() -> None:
    """Of itself, or of one row; the invented flower is whole."""
    assert not sample(Flower).incomplete
    newer_row = {"petals": [{"colour": "red", "smell": 1}]}
    assert from_payload(Flower, SOME_ID, {"name": "Rose", **newer_row}).incomplete
    assert from_payload(Flower, SOME_ID, {"name": "Rose", "thorns": 1}).incomplete


def test_what_is_missing_is_empty() -> None:
    """A record without what it must have is still read: nothing is lost for one gap."""
    assert from_payload(Flower, SOME_ID, {}).name == ""
    garden = from_payload(Garden, SOME_ID, {})
    assert garden.opened is None
    assert to_payload(garden) == {}


def test_a_changed_field_wins_over_the_unread_one() -> None:
    """What the person writes now replaces what could not be read."""
    flower = from_payload(Flower, SOME_ID, {"name": "Rose", "colour": "green"})
    changed = Flower(id=SOME_ID, name="Rose", colour=Colour.RED, unknown=flower.unknown)
    assert to_payload(changed)["colour"] == "red"


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["red", "5.0"]),
    lambda inside: (
        st.lists(inside)
        | st.dictionaries(st.text() | st.sampled_from(["colour", "length"]), inside)
    ),
    max_leaves=5,
)
NAMES = st.sampled_from([*to_payload(sample(Flower)), "origin"]) | st.text()


@given(st.dictionaries(NAMES, JSON_VALUES))
def test_any_payload_comes_back_as_it_was(payload: dict[str, Any]) -> None:
    """Whatever JSON is found, reading and writing loses nothing but empty values."""
    again = to_payload(from_payload(Flower, SOME_ID, payload))
    empty = {name for name in payload if name not in again}
    assert {name: payload[name] for name in again} == again
    assert all(payload[name] in ("", []) or name == "origin" for name in empty)
