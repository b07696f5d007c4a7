"""There is one way to write a value that is signed or sealed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.canonical import canonical, from_canonical, to_bytes, to_text

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_what_is_written_is_read_back(value: object) -> None:
    """Every value comes back, and is written the same way again."""
    assert canonical(from_canonical(canonical(value))) == canonical(value)


def test_names_are_sorted_and_nothing_is_between() -> None:
    """The bytes of docs/format.md."""
    assert canonical({"b": [1, True, None], "a": "é"}) == b'{"a":"\\u00e9","b":[1,true,null]}'


@pytest.mark.parametrize(
    "raw",
    [
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1,"a":1}',
        b'"\xc3\xa9"',
        b"1.5",
        b"NaN",
        b"01",
        b"{",
        b"\xff",
        b"[" * 60000 + b"]" * 60000,
        b"9" * 5000,
    ],
)
def test_any_other_spelling_is_refused(raw: bytes) -> None:
    """Two readers never understand a signed text differently."""
    with pytest.raises(ValueError, match=r".*"):
        from_canonical(raw)


@pytest.mark.parametrize("value", [1.5, {"a": 2.0}, {1: "a"}, [b"x"]])
def test_what_two_readers_may_write_differently_is_refused(value: object) -> None:
    """No fractions, no names that are not text."""
    with pytest.raises(TypeError):
        canonical(value)


@given(st.binary())
def test_bytes_go_through_text(raw: bytes) -> None:
    """Bytes come back from their text."""
    assert to_bytes(to_text(raw)) == raw


@pytest.mark.parametrize("text", ["AA", "A===", "AB==", "é", "AAA!", 5, None])
def test_other_texts_are_refused(text: object) -> None:
    """Only the one spelling of these bytes is read."""
    with pytest.raises(ValueError, match="not"):
        to_bytes(text)


def test_the_size_is_checked() -> None:
    """A key of another length is no key."""
    with pytest.raises(ValueError, match="not these bytes"):
        to_bytes(to_text(b"123"), 4)
