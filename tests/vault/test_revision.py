"""A revision is named by its content."""

from dataclasses import replace

import pytest

from ensdesk.record.record import RecordId
from ensdesk.vault.digests import digest_of, storable
from ensdesk.vault.revision import Revision, What, named, new_revision, payload_text


def revision(payload: str = '{"a":"b"}') -> Revision:
    return new_revision(
        record_id=RecordId("r" * 32),
        kind="allergy",
        sequence=1,
        time="2026-11-23T08:30:00Z",
        author="a" * 16,
        what=What.VALUE,
        payload=payload,
        parents=(b"\2" * 32, b"\1" * 32),
    )


def test_the_same_content_has_another_id_each_time() -> None:
    """A salt keeps an erased payload from being guessed from the id that stays."""
    assert revision().id != revision().id
    assert revision().digest == revision().digest


@pytest.mark.parametrize(
    "change",
    [
        {"record_id": "x"},
        {"kind": "illness"},
        {"sequence": 2},
        {"time": "2027-01-01T00:00:00Z"},
        {"author": "b"},
        {"what": "retired"},
        {"salt": bytes(16)},
        {"payload": "{}"},
        {"digest": bytes(32)},
        {"parents": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_part_is_proved(change: dict[str, object]) -> None:
    """Whatever is changed, the revision is no longer what its id names."""
    whole = revision()
    assert whole.whole()
    assert not replace(whole, **change).whole()  # type: ignore[arg-type]


def test_parents_have_no_order() -> None:
    """Two computers that name the same parents make the same content."""
    whole = revision()
    assert named(replace(whole, parents=whole.parents[::-1])).id == whole.id


def test_an_emptied_revision_is_not_accused() -> None:
    """Erasing takes salt, digest and payload away; id and parents stay."""
    assert replace(revision(), salt=None, digest=None, payload=None).whole()


def test_equal_payloads_have_one_text() -> None:
    """The order of names does not matter, accents stay readable, halves of letters go."""
    assert payload_text({"b": 1, "a": "é"}) == '{"a":"é","b":1}' == payload_text({"a": "é", "b": 1})
    assert payload_text({"a": "\ud800"}) == '{"a":"?"}'
    assert payload_text(None) == "null"
    assert storable("é\udfff") == "é?"
    with pytest.raises(ValueError, match="JSON"):
        payload_text({"a": float("nan")})


def test_parts_cannot_slide_into_each_other() -> None:
    """Each part is led by its length."""
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("") != digest_of("", "")
