"""Where the words of a page stand, so that they can be marked on its picture."""

from __future__ import annotations

import struct
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.reading.frames import WHOLE, WordPlace, places_of
from ensdesk.reading.reader import page_image, word_places
from tests.reading.papers import pdf_of, picture

_EDGE = st.integers(0, WHOLE)


def as_drawn(pdf: bytes, place: WordPlace) -> int:
    """Return the darkest point of the picture of the first page within *place*."""
    image = page_image(BytesIO(pdf), "application/pdf", 0, 100)
    lines = range(place.top * image.height // WHOLE, place.bottom * image.height // WHOLE)
    across = range(place.left * image.width // WHOLE, place.right * image.width // WHOLE)
    return min(image.rgb[line * image.stride + 3 * at] for line in lines for at in across)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_word_stands_where_it_is_drawn(turn):
    """Also on a page that its maker turned, and whose edges are cut."""
    held = BytesIO()
    with pikepdf.open(BytesIO(pdf_of("ici Kardégic"))) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.pages[0].CropBox = pikepdf.Array([30, 100, 400, 700])
        pdf.save(held)
    places = word_places(BytesIO(held.getvalue()), "application/pdf", 0)
    assert [place.word for place in places] == ["ici", "Kardégic"]
    for place in places:
        assert as_drawn(held.getvalue(), place) < 100
    first, second = places
    assert (first.right <= second.left) == (turn == 0)


def test_each_page_has_its_own():
    """They are asked for one page at a time."""
    pdf = pdf_of("un", "deux trois")
    words = [place.word for place in word_places(BytesIO(pdf), "application/pdf", 1)]
    assert words == ["deux", "trois"]


def test_a_picture_has_none():
    """Nothing is known of its words, and that is no failure."""
    assert word_places(BytesIO(picture("PNG")), "image/png", 0) == ()


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
            _EDGE,
            _EDGE,
            _EDGE,
            _EDGE,
        )
    )
)
def test_places_come_as_they_were_told(told):
    """Whatever the word; the edges are put in order by who tells them."""
    places = [
        WordPlace(word, min(a, b), min(c, d), max(a, b), max(c, d)) for word, a, b, c, d in told
    ]
    assert list(places_of(b"".join(place.to_bytes() for place in places))) == places


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"short", id="less than the edges of one word"),
        pytest.param(struct.pack("<4HB", 0, 0, 9, 9, 5) + b"abc", id="a word that is cut"),
        pytest.param(struct.pack("<4HB", 9, 0, 0, 9, 1) + b"a", id="edges in no order"),
        pytest.param(struct.pack("<4HB", 0, 0, 9, 9, 1) + b"\xff", id="no letters"),
    ],
)
def test_what_makes_no_sense_is_refused(body):
    """The reading process may have been taken over by the paper."""
    with pytest.raises((struct.error, ValueError)):
        list(places_of(body))
