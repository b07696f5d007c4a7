"""Any record prints, kinds of tomorrow too, without a line written for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest

from ensdesk.kinds import KINDS
from ensdesk.paper.field_flow import record_flow
from ensdesk.paper.page import Paper, make_pdf, masthead, styles
from ensdesk.paper.printed import Band
from ensdesk.paper.tagged_flow import paragraph
from ensdesk.record.fields import Label, Link, Shape, fields_of
from ensdesk.record.record import Record
from ensdesk.record.wording import in_words
from tests.kinds.samples import sample, smallest
from tests.paper import people, reading
from tests.paper.pdfua import faults

pytestmark = pytest.mark.usefixtures("french")


@dataclass(frozen=True, kw_only=True)
class Wish(Record):
    """A kind that nobody wrote a sheet for."""

    slug = "wish"
    title = "Wish"
    section = "My wishes"

    words: Annotated[str, Label("What do you wish?")]
    paper: Annotated[Link | None, Label("Paper")] = None

    def headline(self) -> str:
        return self.words


def printed(record: Record) -> bytes:
    paper = Paper("Essai", Band.KEEP, people.TODAY)
    flows = record_flow(record, styles(14), lambda _id: "Le papier bleu")
    return make_pdf(
        [*masthead(paper, None, 14), paragraph("Suite", styles(14).cell), *flows], paper
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_field_of_every_kind_is_printed(kind: type[Record]) -> None:
    """Whatever its shape, what was written is on paper."""
    record = sample(kind)
    pdf = printed(record)
    assert faults(pdf) == []
    shown = reading.squeezed(reading.text(pdf))
    for field in fields_of(kind):
        if field.shape not in {Shape.LINK, Shape.ROWS}:
            assert reading.squeezed(in_words(field, getattr(record, field.name))) in shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_empty_fields_take_no_room(kind: type[Record]) -> None:
    """A record with the least in it prints its least."""
    assert faults(printed(smallest(kind))) == []


def test_a_link_is_printed_as_the_name_of_what_it_points_to() -> None:
    """Never as an id."""
    page = reading.text(printed(Wish(words="Rester chez moi", paper=Link("f" * 32))))
    assert "Papier : Le papier bleu" in page
    assert "ffff" not in page
    assert page.count("Rester chez moi") == 1


def test_a_field_can_be_left_to_others() -> None:
    """What the sheet says elsewhere is not said twice."""
    record = Wish(words="Rester chez moi", paper=Link("f" * 32))
    flows = record_flow(record, styles(14), lambda _id: "x", without={"paper"})
    assert len(flows) == 1
