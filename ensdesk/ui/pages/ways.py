"""Where each thing of the folder has its page."""

from __future__ import annotations

from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.series import Series
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.record.record import Record, RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session


def section_page(kind: type[Record]) -> MakePage:
    """Return the page that lists the records of *kind*."""
    return lambda session: _section(session, kind)


def record_page(
    kind: type[Record], record_id: RecordId, marked: frozenset[str] = frozenset()
) -> MakePage:
    """Return the page of one record, where words that were found are *marked*."""
    return lambda session: _record(session, kind, record_id, marked)


def paper_at(record_id: RecordId, page: int, marked: frozenset[str] = frozenset()) -> MakePage:
    """Return the page of a paper, opened at its *page*, counted from 1, with words *marked*."""

    def make(session: Session) -> Page:
        from ensdesk.ui.pages.paper_page import PaperPage

        return PaperPage(session, record_id, page, marked)

    return make


def add_page(kind: type[Record]) -> MakePage:
    """Return the page on which a record of *kind* begins."""
    return lambda session: _add(session, kind)


def sheet_page(name: str, about: str = "") -> MakePage:
    """Return the page that shows the sheet *name*, of one record *about*, and prints it."""
    return lambda session: _sheet(session, name, about)


def _section(session: Session, kind: type[Record]) -> Page:
    if kind is Document:
        from ensdesk.ui.pages.papers import Papers

        return Papers(session)
    if kind is Measurement:
        from ensdesk.ui.pages.measures import Measures

        return Measures(session)
    if kind is Appointment:
        from ensdesk.ui.pages.appointments import Appointments

        return Appointments(session)
    if kind is Emergency:
        from ensdesk.ui.pages.emergency import EmergencyPage

        return EmergencyPage(session)
    if kind is Medication:
        from ensdesk.ui.pages.medicines import Medicines

        return Medicines(session)
    if kind is LabResult:
        from ensdesk.ui.pages.lab_results import LabResults

        return LabResults(session)
    if kind is Vaccination:
        from ensdesk.ui.pages.vaccines import Vaccinations

        return Vaccinations(session)
    if kind.single:
        from ensdesk.ui.pages.record_page import SingleRecordPage

        return SingleRecordPage(session, kind)
    from ensdesk.ui.pages.section import SectionPage

    return SectionPage(session, kind)


def _record(
    session: Session, kind: type[Record], record_id: RecordId, marked: frozenset[str]
) -> Page:
    if kind is Document:
        from ensdesk.ui.pages.paper_page import PaperPage

        return PaperPage(session, record_id)
    if kind is Series:
        from ensdesk.ui.pages.series.so_far import SeriesPage

        return SeriesPage(session, record_id)
    from ensdesk.ui.pages.record_page import RecordPage

    return RecordPage(session, record_id, marked=marked)


def _add(session: Session, kind: type[Record]) -> Page:
    if kind is Medication:
        from ensdesk.ui.pages.medicine import AddMedicine

        return AddMedicine(session)
    if kind is Document:
        from ensdesk.ui.pages.add_paper import AddPaper

        return AddPaper(session)
    if kind is Measurement:
        from ensdesk.ui.pages.blood_pressure import NoteBloodPressure

        return NoteBloodPressure(session)
    if kind is Series:
        from ensdesk.ui.pages.series.begin import BeginSeries

        return BeginSeries(session)
    from ensdesk.ui.record_form import RecordForm

    return RecordForm(session, kind)


def _sheet(session: Session, name: str, about: str) -> Page:
    from ensdesk.ui.pages.sheet_page import SheetPage

    return SheetPage(session, name, about=about)
