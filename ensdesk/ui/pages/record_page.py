"""One record in words: what it says, who wrote it and from where, and what can be done with it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ensdesk.folder.marked_words import holds_one
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.fields import Field, Shape, fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record, RecordId
from ensdesk.record.time_words import loose
from ensdesk.record.topic import ABOUT
from ensdesk.record.wording import (
    NameOf,
    date_in_words,
    in_words,
    no_longer_there,
    row_in_words,
)
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.hiding import add_hiding
from ensdesk.ui.pages.in_short import first_line, intakes_in_words
from ensdesk.ui.pages.measure_words import pressure_of
from ensdesk.ui.pages.ties import Ties, rows_on, ties_of
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder, Writing

_ORIGINS = {
    "document": N_("Copied from a paper of the folder."),
    "copy": N_("Brought back from a copy."),
    "example": N_("Invented, for the example."),
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A record as the folder holds it now, who wrote it, and what it goes with."""

    record: Record | None
    writing: Writing | None = None
    ties: Ties = field(default_factory=Ties)


class RecordPage(Page):
    """Its title names the kind, never the record: the title of the window is seen by others.

    Where one of the *marked* words stands, as a search found it, it is marked.
    """

    name = "record"

    def __init__(
        self,
        session: Session,
        record_id: RecordId,
        title: str = "",
        marked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(session, title or _(N_("One line of my folder")))
        self.record_id = record_id
        self.marked = marked
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: self._read(folder), self._show)

    def _read(self, folder: Folder) -> _Read:
        record = folder.record(self.record_id)
        if record is None:
            return _Read(None)
        return _Read(record, folder.writing(self.record_id), ties_of(folder, record))

    def _show(self, read: _Read) -> None:
        record = read.record
        if record is None:
            self.add_text(_(N_("This is no longer in your lists.")), "lead")
            self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")
            return
        self.set_title(_(record.title))
        if not record.single:
            name = _name_of(record)
            self.add_text(name, "h2").setProperty("found", holds_one(name, self.marked))
        self._add_buttons(record)  # above what is read: in view whatever the size of the text
        if record.incomplete:
            self.add_note(_(N_("One part could not be read: a newer ensdesk wrote it.")))
        if rows := rows_on(self, record, read.ties):
            self.add_list(rows, name=_(N_("What it goes with")))
        if record.private:
            self.add_text(_(N_("Only for me: nobody who helps you sees it.")), "example")
        pairs = told_of(record, read.ties.name_of, without={ABOUT})
        self.add(Told(pairs, is_found=lambda answer: holds_one(answer, self.marked)))
        self.add_text(_written(record, read.writing), "example")

    def _add_buttons(self, record: Record) -> None:
        if isinstance(record, Consent):  # what was agreed to is only read
            start_at_title(self)
            return
        self.add_primary(_(N_("Change")), lambda: self._change(record), icon="pencil", changes=True)
        if isinstance(record, Medication) and record.until is None:
            stop = _(N_("I no longer take it"))
            self.add_secondary(stop, lambda: self._stop(record), icon="circle-x", changes=True)
        elif isinstance(record, Medication):
            goes_on = _(N_("I still take it"))
            self.add_secondary(goes_on, lambda: self._go_on(record), icon="check", changes=True)
        if isinstance(record, Appointment):
            questions = _(N_("My questions for the doctor"))
            self.add_secondary(
                questions, self._ask, icon="message-circle-question-mark", changes=True
            )
            words = _(N_("Print its sheet"))
            self.add_secondary(words, self._print, icon="printer")
        if not record.single:
            self.add_secondary(
                _(N_("Take away")), lambda: self._retire(record), icon="x", changes=True
            )
            add_hiding(self, record)
            if folder_of(self.session).helped_by is None:  # only the person erases
                erase = _(N_("Erase for ever"))
                self.add_link(erase, lambda: self._erase(record), icon="trash-2")

    def _change(self, record: Record) -> None:
        from ensdesk.ui.record_form import RecordForm

        self.session.go(lambda session: RecordForm(session, record))

    def _print(self) -> None:
        from ensdesk.ui.pages.ways import sheet_page

        self.session.go(sheet_page("appointment", self.record_id))

    def _ask(self) -> None:
        from ensdesk.ui.pages.questions import Questions

        self.session.go(lambda session: Questions(session, self.record_id))

    def _stop(self, record: Medication) -> None:
        today = PartialDate.of(self.session.today())
        said = _(N_("It is noted: you no longer take it."))
        act(self, lambda folder: folder.save(replace(record, until=today)), said)

    def _go_on(self, record: Medication) -> None:
        said = _(N_("It is noted: you still take it."))
        act(self, lambda folder: folder.save(replace(record, until=None)), said)

    def _retire(self, record: Record) -> None:
        said = _(N_("It is taken away from your lists."))
        act(self, lambda folder: folder.retire(record), said, self.session.back)

    def _erase(self, record: Record) -> None:
        from ensdesk.ui.pages.erase_one import EraseOne
        from ensdesk.ui.pages.ways import section_page

        then = section_page(type(record))
        self.session.go(lambda session: EraseOne(session, record, then))


class SingleRecordPage(RecordPage):
    """The page of a kind that has one record: who I am, my agreement."""

    def __init__(self, session: Session, kind: type[Record]) -> None:
        super().__init__(session, RecordId(""), _(kind.section))
        self.kind = kind

    def _read(self, folder: Folder) -> _Read:
        record = folder.single(self.kind)
        if record is None:
            return _Read(None)
        self.record_id = record.id
        return super()._read(folder)

    def _show(self, read: _Read) -> None:
        if read.record is not None:
            super()._show(read)
            return
        self.add_text(_(N_("Nothing is written here yet.")), "lead")
        self.add_primary(_(N_("Fill in")), self._fill_in, icon="pencil", changes=True)

    def _fill_in(self) -> None:
        from ensdesk.ui.record_form import RecordForm

        self.session.go(lambda session: RecordForm(session, self.kind))


def told_of(
    record: Record, name_of: NameOf = no_longer_there, *, without: Container[str] = ()
) -> list[tuple[str, str]]:
    """Return the question and the answer of every filled field, but for the name of the record.

    *name_of* names what a link points to; the fields *without* are left to others.
    """
    return [
        (_(field.label.text), words)
        for field in fields_of(type(record))
        if field.name not in without
        and (words := _in_words(record, field, name_of))
        and words != record.headline()
    ]


def _in_words(record: Record, field: Field, name_of: NameOf) -> str:
    if isinstance(record, Medication) and field.name == "intakes":
        return intakes_in_words(replace(record, as_needed=None))
    if isinstance(record, Measurement) and record.type is MeasurementType.BLOOD_PRESSURE:
        pressure = pressure_of(record)
        if field.name == "value" and pressure:
            return pressure.in_full()
        if field.name == "diastolic" and pressure:
            return ""
    value = getattr(record, field.name)
    if field.shape is Shape.ROWS:
        return "\n".join(row_in_words(row, name_of) for row in value)
    words = in_words(field, value, name_of) if value != "" else ""
    return loose(words) if field.shape is Shape.DATE else words


def _name_of(record: Record) -> str:
    pressure = pressure_of(record) if isinstance(record, Measurement) else None
    return pressure.in_full() if pressure else first_line(record)


def _written(record: Record, writing: Writing | None) -> str:
    lines = []
    if writing is not None:
        day = loose(date_in_words(PartialDate.of(writing.at)))
        by = N_("Written by {name}, on {day}.") if writing.who else N_("Written on {day}.")
        lines.append(_(by).format(name=writing.who, day=day))
    lines.append(_(_ORIGINS.get(record.origin.how, "")))
    return " ".join(filter(None, lines))
