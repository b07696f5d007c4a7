"""What a record goes with, as rows of its page: what it is about, and what is about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ensdesk.folder.folder import Folder
from ensdesk.folder.together import saying
from ensdesk.folder.topics import Tied, names_for, tied_to
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.operation import Operation
from ensdesk.language import N_, _
from ensdesk.record.record import Record, RecordId
from ensdesk.record.topic import ABOUT, topics_field, topics_of
from ensdesk.record.wording import NameOf, in_words, no_longer_there
from ensdesk.ui.page import Page
from ensdesk.ui.pages.about_what import QUESTION, AboutWhat
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line
from ensdesk.ui.pages.section import row_of
from ensdesk.ui.pages.some_records import SomeRecords
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_ITS: dict[type[Record], str] = {
    Document: N_("Its papers"),
    Medication: N_("Its medicines"),
    Operation: N_("Its operations and stays"),
}


@dataclass(frozen=True, slots=True)
class Ties:
    """What a record points to, by name, and the records that point to it."""

    name_of: NameOf = no_longer_there
    tied: tuple[Tied, ...] = ()


def ties_of(folder: Folder, record: Record) -> Ties:
    """Read what *record* goes with (lane of the vault)."""
    return Ties(names_for(folder, record), tied_to(folder, record) if record.topic else ())


def rows_on(page: Page, record: Record, ties: Ties) -> list[RowItem]:
    """Return a row for what the record is about, and one for each kind that is about it."""
    session = page.session
    rows = [_row_of_tied(session, record, tied) for tied in ties.tied]
    field = topics_field(type(record))
    if field is None:
        return rows
    names = in_words(field, getattr(record, field.name), ties.name_of)
    if not names and not page.may_change:
        return rows
    make = partial(Topics, record_id=record.id) if names else partial(AboutWhat, record=record)
    words, said = _(field.label.text), names or _(N_("not filled in"))
    return [RowItem(words, said, lambda: session.go(make), "stethoscope"), *rows]


class Topics(Page):
    """The illnesses, allergies and stays that a record is about: each opens."""

    name = "topics"

    def __init__(self, session: Session, record_id: RecordId) -> None:
        super().__init__(session, _(QUESTION))
        self._record_id = record_id
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)

        def read() -> tuple[Record | None, tuple[Record, ...]]:
            record = folder.record(self._record_id)
            topics = topics_of(record) if record is not None else ()
            return record, tuple(folder.drawers.many(topics).values())

        self.ask(read, lambda read: self._show(*read))

    def _show(self, record: Record | None, topics: tuple[Record, ...]) -> None:
        if record is None:
            self.add_text(_(N_("This is no longer in your lists.")), "lead")
            self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")
            return
        self.add_text(first_line(record), "h2")
        change = partial(AboutWhat, record=record)
        self.add_primary(
            _(N_("Change")), lambda: self.session.go(change), icon="pencil", changes=True
        )
        self.add_list([row_of(self.session, topic) for topic in topics])


def _row_of_tied(session: Session, topic: Record, tied: Tied) -> RowItem:
    """Return the way to the records of one kind that are about *topic*, the latest named."""
    its = _ITS.get(tied.kind, tied.kind.section)
    words = _("{words} ({count})").format(words=_(its), count=tied.count)
    names = " · ".join(first_line(record) for record in tied.latest)
    those = saying(tied.kind, ABOUT, topic.id)
    make = partial(SomeRecords, kind=tied.kind, words=first_line(topic), together=those)
    return RowItem(words, names, lambda: session.go(make), tied.kind.icon)
