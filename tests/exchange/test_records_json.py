"""Records come back from a copy as they were, or the copy is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.exchange.archive import DamagedCopy, NewerCopy, NotACopy
from ensdesk.exchange.records_json import (
    KeptPaper,
    KeptRecord,
    records_from_json,
    records_to_json,
)
from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.record.record import Record, RecordId
from tests.exchange.copies import MADE
from tests.kinds.samples import records, sample

ID = RecordId("0" * 32)
AT = "2026-11-23T09:30:00"


def there_and_back(*kept: KeptRecord) -> tuple[KeptRecord, ...]:
    return records_from_json(records_to_json(kept, folder_id="f" * 32, made=MADE)).records


def changed(**others: Any) -> bytes:
    """Return a sound copy of one record with *others* in the place of what it says."""
    one = KeptRecord("flower", ID, {"name": "rose"})
    read = json.loads(records_to_json([one], folder_id="f" * 32, made=MADE))
    return json.dumps({**read, **others}).encode()


def one_record(**others: Any) -> bytes:
    """The same, with *others* inside the record."""
    whole = json.loads(changed())
    return changed(records=[{**whole["records"][0], **others}])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
@given(data=st.data())
def test_every_kind_comes_back_equal(kind: type[Record], data: st.DataObject) -> None:
    """Whatever its fields hold, with who wrote it and when."""
    record = data.draw(records(kind))
    kept = KeptRecord.of(record, written_by="Jeanne", written_at=AT)

    (back,) = there_and_back(kept)

    assert back == kept
    assert back.record() == record


def test_declarations_are_records_like_the_others() -> None:
    """« None, on this date » travels too."""
    said = sample(BY_SLUG["declaration"])

    assert there_and_back(KeptRecord.of(said))[0].record() == said


def test_what_only_a_newer_ensdesk_knows_is_kept() -> None:
    """A kind, a field and a shape of payload that nobody here can read."""
    kept = KeptRecord("dream", ID, {"about": [{"deep": [1, 2.5, None, True, "é"]}]})

    (back,) = there_and_back(kept)

    assert back == kept
    assert back.record() is None


def test_papers_and_the_day_travel_along() -> None:
    """Which part holds the bytes of which document."""
    paper = KeptPaper(ID, "papiers/001.pdf", "application/pdf", "Ordonnance é.pdf")
    raw = records_to_json([], folder_id="f" * 32, made=MADE, papers=[paper])

    folder = records_from_json(raw)

    assert folder.papers == (paper,)
    assert folder.made == MADE
    assert folder.folder_id == "f" * 32


def test_people_can_read_it() -> None:
    """Accents are accents; a half letter is escaped and does not break the copy."""
    raw = records_to_json(
        [KeptRecord("note", ID, {"text": "œuvre \ud800"})], folder_id="f" * 32, made=MADE
    )

    assert "œuvre" in raw.decode()
    assert json.loads(raw)["records"][0]["payload"]["text"] == "œuvre \ud800"


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"[]", b"{}", b"null", b"\xff", b'"x"', b"[" * 200_000,
        b'{"kind": "ensdesk-copy", "kind": "x"}',
        changed(format="1"), changed(format=True), changed(format=-1), changed(folder=1),
        changed(made="x"), changed(records={}), changed(records=[1]), changed(papers="x"),
        changed(papers=[{}]),
        changed(papers=[{"document": ID, "part": "../x", "media_type": "", "original_name": ""}]),
        one_record(id="../x"), one_record(id=5), one_record(id="A" * 32), one_record(kind="Note"),
        one_record(kind="x" * 41), one_record(kind="../x"), one_record(payload=[]),
        one_record(payload={"x": float("nan")}), one_record(payload={"x": "\ud800"}),
        one_record(written_at="x"), one_record(written_by="x" * 301), one_record(written_by=None),
        changed().replace(b'"rose"', b"1e999"), changed().replace(b'"rose"', b"9" * 5000),
        changed().replace(b'"rose"', b"[" * 40 + b"]" * 40),
        changed(records=json.loads(changed())["records"] * 2),
        changed(records=[{"id": ID}]),
    ],
)  # fmt: skip
def test_nonsense_is_refused(raw: bytes) -> None:
    """Each gives a trouble of copies, and nothing else."""
    with pytest.raises((DamagedCopy, NotACopy)) as told:
        records_from_json(raw)
    assert told.value.__cause__ is None


def test_a_newer_format_is_told_as_such() -> None:
    """Whatever else it says."""
    with pytest.raises(NewerCopy):
        records_from_json(changed(format=2, records="elsewhere"))


def test_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is read."""
    monkeypatch.setattr("ensdesk.exchange.records_json.MOST_BYTES", 10)
    with pytest.raises(DamagedCopy):
        records_from_json(changed())


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_any_payload_becomes_a_record(data: st.DataObject, kind: type[Record]) -> None:
    """Values of another shape are carried along, never an error."""
    names = [*kind.__dataclass_fields__, "elsewhere"]
    payload = data.draw(st.dictionaries(st.sampled_from(names), _values))

    record = KeptRecord(kind.slug, ID, payload).record()

    assert isinstance(record, kind)
    assert record.headline() is not None
