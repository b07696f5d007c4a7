"""What the fields of a kind say about themselves."""

import pytest

from ensdesk.record.fields import Label, Prose, Shape, choices_of, fields_of
from tests.kinds.samples import sample
from tests.record.invented import Colour, Flower, Garden, Petal


def test_every_shape_is_found_from_the_type() -> None:
    """The type of a field gives its shape; together they are all the shapes there are."""
    shapes = {field.name: field.shape for field in fields_of(Flower)}
    assert shapes["name"] is Shape.LINE
    assert shapes["petals"] is Shape.ROWS
    assert set(shapes.values()) == set(Shape)


def test_only_labelled_fields_are_shown() -> None:
    """A field without a label, and what every record shares, stay out."""
    names = {field.name for field in fields_of(Flower)}
    assert not names & {"pencil", "id", "origin", "unknown"}


def test_fields_keep_their_order_and_their_words() -> None:
    """The order of the class is the order of the screen and of the paper."""
    name, opened = fields_of(Garden)
    assert (name.name, name.label, name.required) == ("name", Label("Name"), True)
    assert opened.required
    assert not fields_of(Flower)[1].required


def test_a_choice_lists_its_answers() -> None:
    """Answers stand in the order they were written; the code is what is stored."""
    (colour,) = (field for field in fields_of(Petal) if field.name == "colour")
    assert choices_of(colour) == (Colour.RED, Colour.BLUE)
    assert str(Colour("red")) == "red"
    assert Colour.RED.words == "red as a tomato"
    with pytest.raises(ValueError):
        Colour("green")


def test_records_may_stand_in_a_set() -> None:
    """Two equal records are one, whatever they carry along."""
    flower = sample(Flower)
    assert len({flower, sample(Flower)}) == 1
    assert isinstance(flower.scent, Prose)
