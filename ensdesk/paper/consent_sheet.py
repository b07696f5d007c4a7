"""The agreement on paper: what was said yes to, when, by whom and in what capacity."""

from __future__ import annotations

from reportlab.platypus import Flowable

from ensdesk.kinds.consent import Consent
from ensdesk.language import N_, _
from ensdesk.paper import phrases
from ensdesk.paper.block import Gap
from ensdesk.paper.blocks import FillIn, Framed
from ensdesk.paper.consent_words import PROMISES, terms
from ensdesk.paper.page import Styles, full_name, make_pdf, masthead, paper_of, styles
from ensdesk.paper.printed import Band, Printed
from ensdesk.paper.tagged_flow import Strong, bullets, paragraph
from ensdesk.record.contents import Contents
from ensdesk.record.fields import fields_of
from ensdesk.record.wording import date_in_words, in_words

TITLE = N_("My agreement")


def consent_sheet(contents: Contents, printed: Printed) -> bytes:
    """Return the consent with its day, to be signed and kept at home."""
    paper = paper_of(contents, printed, TITLE, Band.KEEP, dated="")
    points = printed.points + 2
    size = styles(points)
    consent = contents.single(Consent)
    agreed = terms(consent.kept_on if consent else None)
    story = [
        *masthead(paper, contents, points),
        Gap(18),
        paragraph(_("What I said yes to"), size.heading, "H2"),
        *(paragraph([Strong(_(name)), _(": "), _(words)], size.body) for name, words in agreed),
        *(paragraph(_(words), size.body) for words in PROMISES),
        Gap(16),
        Framed(_who_agreed(consent, size), 1.5, 10),
        Gap(44),
        FillIn(_("Signature: …"), size.body),
    ]
    if consent and consent.written_by:
        story += [Gap(50), FillIn(_("Signature of the person who made it: …"), size.body)]
    return make_pdf([*story, *full_name(contents, size)], paper)


def _who_agreed(consent: Consent | None, size: Styles) -> list[Flowable]:
    given = consent.given_on if consent else None
    day = date_in_words(given) if given else None
    flows = [
        paragraph(_("My agreement"), size.heading, "H2"),
        paragraph(phrases.labelled(_("Day of the agreement"), day), size.body),
    ]
    if consent is None:
        return flows
    others = ("written_by", "capacity", "person_present", "person_agrees")
    answers = [
        phrases.labelled(_(field.label.text).removesuffix("\u00a0?"), words)
        for field in fields_of(Consent)
        if field.name in others and (words := in_words(field, getattr(consent, field.name)))
    ]
    return [*flows, *bullets(answers, size.item)]
