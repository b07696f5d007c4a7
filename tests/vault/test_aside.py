"""Small things kept beside the records."""

from ensdesk.vault.drawer import Drawer


def test_a_thing_is_kept_replaced_and_forgotten(drawer: Drawer) -> None:
    """The last value wins, and None takes it away."""
    aside = drawer.aside
    assert aside.get("draft") is None
    aside.put("draft", b"a" * 10_000)
    aside.put("draft", b"b" * 10_000)
    aside.put("other", b"")
    assert aside.get("draft") == b"b" * 10_000
    assert aside.get("other") == b""
    assert aside.starting("") == {"draft": b"b" * 10_000, "other": b""}
    assert list(aside.starting("dr")) == ["draft"]
    aside.put("draft", None)
    aside.put("draft", None)
    assert list(aside.starting("")) == ["other"]


def test_a_damaged_thing_is_nothing(drawer: Drawer) -> None:
    """A draft is no memory of the person: when it is damaged it is forgotten."""
    drawer.aside.put("draft", b"abc")
    drawer.connection.write("UPDATE aside SET value = zeroblob(3)")
    assert drawer.aside.get("draft") is None
    assert drawer.aside.starting("") == {}
    assert drawer.aside.damaged() == ("draft",)
