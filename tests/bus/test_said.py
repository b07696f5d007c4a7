"""What a screen reader has to say is looked for in its order, and the code is heard."""

from tests.bus.said import ECHO, MUST, SECRET, faults


def test_all_that_has_to_be_said_is_no_fault():
    """More may be said between."""
    assert list(faults("lock", ["Autre chose", *MUST["lock"]], "602917")) == []


def test_what_is_missing_or_in_another_order_is_named():
    """By its words."""
    first, second = MUST["lock"]
    assert list(faults("lock", [first], "602917")) == [f"never said: {second}"]
    assert list(faults("lock", [second, first], "602917")) == [f"never said: {second}"]


def test_the_code_is_heard_whole_or_key_by_key():
    """And where keys are said, one of them has to be heard."""
    whole = list(MUST[SECRET])
    assert list(faults(SECRET, whole, "602917")) == []
    assert list(faults(SECRET, [*whole, "9"], "602917")) == ["the code was said"]
    assert list(faults(SECRET, [*whole, "code 602917"], "602917")) == ["the code was said"]
    (told,) = faults(ECHO, list(MUST[ECHO]), "602917")
    assert told.startswith("no key was heard")
