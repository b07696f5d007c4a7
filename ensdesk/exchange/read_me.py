"""The few words that lie beside a copy, for whoever finds it."""

from __future__ import annotations

import unicodedata

from ensdesk.exchange.manifest import CALENDAR, MANIFEST, PAPERS, RECORDS, SUMMARY, TABLES, About
from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words

_LINES = (
    N_("This is a copy of a health folder, made with ensdesk."),
    N_("Made on {day}, for: {who}. Why: {why}."),
    N_("Whoever holds this copy can read it. Keep it in a safe place."),
    N_("{summary} is to be read and printed. {papers} holds the papers as they were added."),
    N_("{tables} opens in a spreadsheet; {calendar}, if there is one, in a calendar."),
    N_("{records} and {manifest} are for the program. Leave them as they are."),
    N_("To take it back into ensdesk, press “Take back a copy” and choose this copy."),
    N_("Mark: {anchor}"),
)


def read_me(about: About) -> bytes:
    """Return the text, with line ends that every system shows."""
    facts = {
        "day": date_in_words(PartialDate.of(about.made.date())),
        "who": _one_line(about.for_whom),
        "why": _one_line(about.why),
        "summary": SUMMARY,
        "papers": PAPERS.rstrip("/"),
        "tables": TABLES.rstrip("/"),
        "calendar": CALENDAR,
        "records": RECORDS,
        "manifest": MANIFEST,
        "anchor": _one_line(about.mark),
    }
    return "\r\n\r\n".join([_(line).format(**facts) for line in _LINES] + [""]).encode("utf-8")


def _one_line(words: str) -> str:
    """Return *words* without what could forge a line or turn the reading around."""
    kept = " ".join(words.split())
    return "".join(c for c in kept if unicodedata.category(c)[0] != "C")
