"""« Pour quelle maladie ? »: ticks over the illnesses, allergies and stays that there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ensdesk.folder.topics import names_for, topics_for
from ensdesk.kinds import BY_SLUG
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import Record, RecordId
from ensdesk.record.topic import topics_of, with_topics
from ensdesk.record.wording import NameOf
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.widgets.buttons import Press

R = TypeVar("R", bound=Record)

QUESTION = N_("For which illness?")


def ask_about(page: Page, record: R, take: Callable[[R], object], words: str, done: Press) -> None:
    """Show the ticks on *page*; each press hands *record* over anew, the button *words* ends it."""
    folder = folder_of(page.session)

    def show(offered: tuple[Record, ...]) -> None:
        page.add_text(first_line(record), "h2")
        if not offered:
            page.add_text(_(N_("You have not written any illness, allergy or operation yet.")))
            page.add_primary(_(N_("Go back")), page.session.back, icon="arrow-left")
            return
        ids = [one.id for one in offered]
        options = [(one.id, first_line(one), _(one.title)) for one in offered]
        ticks = page.add_ticks(_(N_("Tick all that it goes with.")), options)
        ticks.tick(topics_of(record))
        ticks.on_change(lambda: take(with_topics(record, ticks.ticked(), ids)))
        page.add_primary(words, done, icon="check")

    page.place_notices()
    page.ask(lambda: topics_for(folder, record), show)


def name_topics(page: Page, record: Document | Medication, show: Callable[[str], object]) -> None:
    """Hand over the names of what *record* is about, if it is about something."""
    folder = folder_of(page.session)
    if record.about:
        page.ask(lambda: names_for(folder, record), lambda name_of: show(_named(record, name_of)))


class AboutWhat(Page):
    """The question about a record of the folder, asked from its own page."""

    name = "about-what"

    def __init__(self, session: Session, record: Record, *, ticked: bool = False) -> None:
        super().__init__(session, _(QUESTION))
        self._record, self._ticked = record, ticked

    def entered(self) -> None:
        ask_about(self, self._record, self._take, _(N_("Save")), self._save)

    def draft(self) -> dict[str, Any] | None:
        """Return the record as it is ticked now, if somebody ticked."""
        record = self._record
        begun = {"kind": record.slug, "id": record.id, "told": to_payload(record)}
        return begun if self._ticked else None

    def restore(self, values: dict[str, Any]) -> None:
        self._take(_record_in(values))

    def _take(self, record: Record) -> None:
        self._record, self._ticked = record, True

    def _save(self) -> None:
        record, back = self._record, self.session.back
        act(self, lambda folder: folder.save(record), _(N_("It is saved.")), back)


def way_to(values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the page on which a draft goes on."""
    record = _record_in(values)
    return (lambda session: AboutWhat(session, record, ticked=True),)


def _named(record: Document | Medication, name_of: NameOf) -> str:
    return " · ".join(map(name_of, topics_of(record)))


def _record_in(values: dict[str, Any]) -> Record:
    return from_payload(BY_SLUG[values["kind"]], RecordId(str(values["id"])), values["told"])
