"""What holds for every kind of record, whatever it is about."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk import kinds, language
from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.kinds.measurement import MeasurementType
from ensdesk.record.fields import Field, Label, Link, Shape, choices_of, fields_of
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import Record
from ensdesk.record.wording import in_words
from ensdesk.resources import assets
from tests.kinds.samples import SOME_ID, TODAY, records, sample, sample_value, smallest


def parts_of(kind: type[Record]) -> list[Field]:
    """Return the fields of *kind* and those of its rows."""
    fields = fields_of(kind)
    rows = [field.type for field in fields if field.shape is Shape.ROWS]
    return [*fields, *(part for row in rows for part in fields_of(cast("type", row)))]


LINK = Field("any", Label(""), Shape.LINK, Link, required=False)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)


# The list of kinds.


def test_every_file_of_kinds_is_listed() -> None:
    """A file in `kinds/` holds exactly one kind, and the table of contents names it."""
    held: list[type[Record]] = []
    for found in pkgutil.iter_modules(kinds.__path__):
        module = importlib.import_module(f"ensdesk.kinds.{found.name}")
        own = [
            thing
            for thing in vars(module).values()
            if isinstance(thing, type)
            and issubclass(thing, Record)
            and thing.__module__ == module.__name__
        ]
        assert len(own) == 1, found.name
        held += own
    assert set(held) == set(KINDS)


def test_every_slug_is_its_own() -> None:
    """No two kinds share the name that is written on disk."""
    assert len(BY_SLUG) == len(KINDS)
    assert all(BY_SLUG[kind.slug] is kind for kind in KINDS)
    assert all(re.fullmatch(r"[a-z][a-z-]*", kind.slug) for kind in KINDS)


def test_slugs_and_codes_that_were_written_stay() -> None:
    """What folders of people already hold is never renamed: only add to this list."""
    for slug, codes in ON_DISK.items():
        choices = [part for part in parts_of(BY_SLUG[slug]) if part.shape is Shape.CHOICE]
        assert codes <= {str(choice) for part in choices for choice in choices_of(part)}


ON_DISK = {
    "identity": {"female", "male"},
    "emergency": {"yes", "no", "unknown"},
    "allergy": {"mild", "moderate", "severe", "life-threatening"},
    "illness": set[str](),
    "medication": {"morning", "noon", "evening", "bedtime", "prescription", "box", "told"},
    "contact": {"emergency", "trusted", "carer", "doctor", "specialist", "nurse", "pharmacist"},
    "measurement": {
        *("85354-9", "29463-7", "2345-7", "8867-4", "8310-5", "72514-3", "2708-6", "9279-1"),
        *("41950-7", "4548-4", "MED-969", "MED-972", "8280-0", "8302-2", "8287-5", "39156-5"),
        *("fasting", "after-meal", "after-exercise", "unwell", "other"),
        *("7-days", "14-days", "30-days", "90-days"),
    },
    "goal": {"85354-9", "4548-4"},
    "document": {
        "summary",
        "prescription",
        "imaging",
        "laboratory",
        "report",
        "prevention",
        "certificate",
        "administrative",
        "other",
    },
    "consent": {"relative", "trusted", "family-authorisation", "curator", "guardian"},
    "declaration": set[str](),
    "vaccination": {
        "first",
        "booster",
        "unknown",
    },
    "lab-result": set[str](),
    "operation": {
        "procedure",
        "encounter",
        "d",
        "wk",
        "mo",
        "a",
    },
    "family-history": {
        "mother",
        "father",
        "sister",
        "brother",
        "child",
        "grandmother",
        "grandfather",
        "aunt",
        "uncle",
        "great-grandmother",
        "great-grandfather",
        "other",
    },
    "disability": {
        "sensory",
        "motor",
        "psychic",
        "neurodevelopmental",
        "multiple",
        "illness",
        "other",
        "under-50",
        "50-79",
        "80-or-more",
        "unknown",
    },
    "device": {
        "pacemaker",
        "defibrillator",
        "heart-valve",
        "stent",
        "joint",
        "pump",
        "breathing",
        "catheter",
        "other",
        "safe",
        "conditional",
        "unsafe",
        "unknown",
    },
    "habit": {
        "physical-activity",
        "food",
        "sleep",
        "tobacco",
        "vaping",
        "alcohol",
        "screen",
        "other",
        "never",
        "stopped",
        "occasionally",
        "weekly-1-2",
        "weekly-3-4",
        "weekly-5-7",
        "daily",
    },
    "appointment": {
        "booked",
        "fulfilled",
        "cancelled",
        "noshow",
    },
    "wish": {
        "advance-directives",
        "trusted-person",
        "organ-donation",
        "other",
    },
    "coverage": {
        "health-card",
        "complementary",
        "european-card",
        "long-term-illness",
        "disability-card",
        "identity-card",
        "other",
    },
    "note": set[str](),
}


# The words of a kind.


@every_kind
def test_it_has_words_in_french(kind: type[Record], french: None) -> None:
    """Title, section, labels, hints and choices are all in the French catalogue."""
    english = [kind.title, kind.section, kind.none]
    for part in parts_of(kind):
        english += [part.label.text, part.label.hint]
        if part.shape is Shape.CHOICE:
            english += [choice.words for choice in choices_of(part)]
    known = language._Chosen.catalogue._catalog  # type: ignore[attr-defined]
    assert [words for words in english if words and words not in known] == []


@every_kind
def test_its_fields_are_told_apart(kind: type[Record]) -> None:
    """A reader who hears the labels one after the other hears no label twice."""
    labels = [field.label.text for field in fields_of(kind)]
    assert len(set(labels)) == len(labels)
    assert all(label.strip() for label in labels)


@every_kind
def test_its_choices_fit_a_page(kind: type[Record]) -> None:
    """At most twelve answers, all with different words; measurements have a page to choose on."""
    for field in fields_of(kind):
        if field.shape is Shape.CHOICE:
            words = [choice.words for choice in choices_of(field)]
            assert len(set(words)) == len(words)
            assert len(words) <= 12 or choices_of(field) == tuple(MeasurementType)


@every_kind
def test_a_list_can_be_declared_empty(kind: type[Record]) -> None:
    """Only a list has words for « there are none »; one record has none."""
    assert not (kind.single and kind.none)


@every_kind
def test_its_icon_is_a_plain_name(kind: type[Record]) -> None:
    """The icon is named without folder and ending."""
    assert re.fullmatch(r"[a-z-]+", kind.icon)
    icons = assets() / "icons"
    assert not icons.exists() or (icons / f"{kind.icon}.svg").exists()


# A record of a kind, written and read again.


@every_kind
@given(data=st.data())
def test_it_survives_being_written(kind: type[Record], data: st.DataObject) -> None:
    """Through JSON and back, whatever its fields hold, the record is the same."""
    record = data.draw(records(kind))
    payload = json.loads(json.dumps(to_payload(record)))
    again = from_payload(kind, record.id, payload)
    assert again == record
    assert to_payload(again) == payload


@every_kind
def test_the_sample_and_the_smallest_survive(kind: type[Record]) -> None:
    """Every field filled, and only those it must have."""
    for record in (sample(kind), smallest(kind)):
        assert from_payload(kind, SOME_ID, to_payload(record)) == record


@every_kind
def test_what_a_newer_version_wrote_is_carried_along(kind: type[Record]) -> None:
    """A new field, a new choice and a new field of a row come out as they came in."""
    payload = to_payload(sample(kind)) | {"mood": {"code": "fine"}}
    for field in fields_of(kind):
        if field.shape is Shape.CHOICE:
            payload[field.name] = "code-of-tomorrow"
        if field.shape is Shape.ROWS:
            payload[field.name] = [*payload[field.name], {"mood": 1}]  # type: ignore[misc]
    record = from_payload(kind, SOME_ID, payload)
    assert to_payload(record) == payload
    record.headline()
    list(record.problems(TODAY))


# A record of a kind, shown.


@every_kind
@given(data=st.data())
def test_it_can_always_be_shown(kind: type[Record], data: st.DataObject) -> None:
    """Headline, date, problems and words exist for whatever was written."""
    record = data.draw(records(kind))
    assert isinstance(record.headline(), str)
    when = record.when()
    assert when is None or when in vars(record).values()
    for problem in record.problems(TODAY):
        assert problem.field in {field.name for field in fields_of(kind)}
    for field in fields_of(kind):
        assert isinstance(in_words(field, getattr(record, field.name)), str)


@every_kind
def test_a_link_is_shown_as_a_name(kind: type[Record], english: None) -> None:
    """On screen, in lists and in tables, also inside rows: never as an id."""
    record, link = sample(kind), sample_value(LINK)
    for name_of, shown in ((lambda _id: "Diabetes", "Diabetes"), (None, "a line taken away")):
        said = [
            in_words(field, getattr(record, field.name), *filter(None, [name_of]))
            for field in fields_of(kind)
        ]
        assert not any(link in words for words in said)
        holds = any(part.shape is Shape.LINK for part in parts_of(kind))
        assert any(shown in words for words in said) == holds


@every_kind
def test_an_empty_record_can_be_shown(kind: type[Record]) -> None:
    """Even a record that lost all it held has a headline and no problem that stops the screen."""
    record = from_payload(kind, SOME_ID, {})
    assert isinstance(record.headline(), str)
    assert list(record.problems(TODAY)) == []


@every_kind
def test_its_headline_holds_data_only(kind: type[Record]) -> None:
    """The headline is the same in both languages, but for the comma of numbers."""
    language.choose("fr")
    in_french = sample(kind).headline()
    language.choose("en")
    assert in_french.replace(",", ".") == sample(kind).headline()


@every_kind
def test_its_problems_have_french_words(kind: type[Record], french: None) -> None:
    """The fields of the sample in their worst order: each problem is told in French."""
    known = language._Chosen.catalogue._catalog  # type: ignore[attr-defined]
    long_ago = TODAY.replace(year=1800)
    for problem in sample(kind).problems(long_ago):
        assert problem.words in known
