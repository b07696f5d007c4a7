"""What a record is about: one end written, what cannot be chosen here left as it was."""

from __future__ import annotations

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication
from ensdesk.record.fields import Link
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import RecordId
from ensdesk.record.topic import ABOUT, Topic, topics_field, topics_of, with_topics

ONE, OTHER, GONE = (RecordId(sign * 32) for sign in "abc")


def test_each_topic_is_told_once() -> None:
    """Two rows may say the same after two computers were brought together."""
    twice = (Topic(what=Link(ONE)), Topic(what=Link(OTHER)), Topic(what=Link(ONE)))
    assert topics_of(Medication(name="a", about=twice)) == (ONE, OTHER)
    assert topics_of(Allergy(substance="a")) == ()


def test_what_was_not_offered_stays() -> None:
    """A retired illness may come back: its link is not lost by a tick elsewhere."""
    paper = with_topics(Document(name="a"), [ONE, GONE], [])
    again = with_topics(paper, [OTHER], [ONE, OTHER])
    assert topics_of(again) == (GONE, OTHER)
    assert topics_of(with_topics(again, [OTHER], [ONE, OTHER])) == (GONE, OTHER)


def test_rows_of_a_newer_program_survive_the_ticks() -> None:
    """A row with a field more stays as it is, and a row of another form is carried along."""
    rows = [{"what": ONE, "mood": 1}, {"who": "tomorrow"}]
    paper = from_payload(Document, ONE, {"name": "a", ABOUT: rows})
    ticked = to_payload(with_topics(paper, [ONE, OTHER], [ONE, OTHER]))
    assert ticked[ABOUT] == [rows[0], rows[1], {"what": OTHER}]


def test_what_a_record_is_filed_under() -> None:
    """Who wrote a paper, and each thing that it is about."""
    paper = with_topics(Document(name="a", author="Docteur Martin"), [ONE], [])
    assert list(paper.filed_under()) == [("author", "Docteur Martin"), (ABOUT, ONE)]
    assert list(Document(name="a").filed_under()) == []
    assert list(Allergy(substance="a").filed_under()) == []


def test_some_kinds_have_the_question() -> None:
    """Those that are about something; an allergy is what others are about."""
    assert topics_field(Document) is not None
    assert topics_field(Allergy) is None
