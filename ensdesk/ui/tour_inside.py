"""The stops of the tour in an open folder: home, lists, a medicine, measurements, search."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.kinds.medication import Medication
    from ensdesk.record.record import Record


def inside_stops() -> tuple[Stop, ...]:
    """Return the pages of every day, with the invented person."""
    from ensdesk.ui.tour_empty import empty_stops
    from ensdesk.ui.tour_journal import journal_stops
    from ensdesk.ui.tour_series import series_stops
    from ensdesk.ui.tour_topics import topic_stops

    return (
        *_home(),
        *empty_stops(),
        *_lists(),
        *_medicine(),
        *_prescription(),
        *_measures(),
        *series_stops(),
        *journal_stops(),
        *topic_stops(),
    )


def _show_ending(page: Page) -> None:
    from ensdesk.kinds.coverage import Coverage
    from ensdesk.kinds.document import Document
    from ensdesk.record.partial_date import PartialDate
    from ensdesk.ui.pages.ending_soon import EndingSoon

    if isinstance(page, EndingSoon):
        found = (
            Document(name="Carte de stationnement", until=PartialDate("2026-12-14")),
            Coverage(name="Mutuelle des Lilas", until=PartialDate("2026-12-31")),
        )
        page.ask(lambda: found, page.show_ending)


def _show_renewals(page: Page) -> None:
    from dataclasses import replace

    from ensdesk.record.partial_date import PartialDate
    from ensdesk.ui.pages.ending_soon import Renewals

    if isinstance(page, Renewals):
        ends = PartialDate("2026-12-12")
        other = replace(_kardegic(), name="Bisoprolol 5 mg", until=ends)
        found = replace(_kardegic(), until=ends), other
        page.ask(lambda: found, page.show_ending)


def _home() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.all_due import AllDue
    from ensdesk.ui.pages.appointments import Appointments, Past
    from ensdesk.ui.pages.emergency import ChangeEmergency, EmergencyPage
    from ensdesk.ui.pages.ending_soon import EndingSoon, Renewals
    from ensdesk.ui.pages.home import Home
    from ensdesk.ui.pages.questions import Questions
    from ensdesk.ui.pages.removed import RemovedList
    from ensdesk.ui.pages.search import Search
    from ensdesk.ui.pages.timeline import Timeline, Years
    from ensdesk.ui.pages.vaccines import VaccineDates
    from ensdesk.ui.pages.whole_folder import WholeFolder

    def look_for(word: str) -> Callable[[Page], None]:
        def look(page: Page) -> None:
            if isinstance(page, Search):
                page.word.set_text(word)
                page.press_primary()

        return look

    return (
        Stop("home", Home, first=True),
        Stop("all-due", AllDue),
        Stop("ending-soon", EndingSoon, prepare=_show_ending),
        Stop("renewals", Renewals, prepare=_show_renewals),
        Stop("vaccine-dates", VaccineDates),
        Stop("emergency", EmergencyPage),
        Stop("emergency-change", ChangeEmergency),
        Stop("whole-folder", WholeFolder),
        *(Stop(f"whole-folder-{n}", _group(n)) for n in range(1, 5)),
        Stop("timeline", Timeline),
        Stop("timeline-year", lambda s: Timeline(s, 2016)),
        Stop("years", Years),
        Stop("appointments", Appointments),
        Stop("past-appointments", lambda s: Past(s, 1, 1)),
        Stop("questions", Questions),
        Stop("search-empty", Search),
        Stop("search", Search, prepare=look_for("docteur")),
        Stop("search-near", Search, prepare=look_for("kardiologue")),
        Stop("search-nothing", Search, prepare=look_for("zzz")),
        Stop("removed", lambda s: RemovedList(_with_removed(s))),
        Stop("removed-one", _removed_one),
        Stop("erase-one", _erase_one),
    )


def _group(number: int) -> MakePage:
    from ensdesk.ui.pages.whole_folder import GROUPS, GroupPage

    return lambda session: GroupPage(session, GROUPS[number - 1])


def _with_removed(session: Session) -> Session:
    """Take one thing away, once, so that there is something to look at."""
    from ensdesk.folder.removed import removed
    from ensdesk.kinds.allergy import Allergy

    folder = session.folder
    if folder is not None and not removed(folder, recent=True):
        folder.save(gone := Allergy(substance="Noix de cajou"))
        folder.retire(gone)
    return session


def _removed_one(session: Session) -> Page:
    from ensdesk.folder.removed import removed
    from ensdesk.ui.pages.removed import RemovedPage

    folder = _with_removed(session).folder
    assert folder is not None  # noqa: S101 - the tour has one
    return RemovedPage(session, removed(folder, recent=True)[0].record.id)


def _erase_one(session: Session) -> Page:
    from ensdesk.ui.pages.erase_one import EraseOne
    from ensdesk.ui.pages.removed import RemovedList

    return EraseOne(session, _kardegic(), RemovedList)


def _lists() -> tuple[Stop, ...]:
    from ensdesk.kinds.allergy import Allergy
    from ensdesk.kinds.appointment import Appointment
    from ensdesk.kinds.consent import Consent
    from ensdesk.kinds.contact import Contact
    from ensdesk.kinds.coverage import Coverage
    from ensdesk.kinds.habit import Habit
    from ensdesk.kinds.identity import Identity
    from ensdesk.kinds.illness import Illness
    from ensdesk.kinds.medication import Medication
    from ensdesk.kinds.vaccination import Vaccination
    from ensdesk.kinds.wish import Wish
    from ensdesk.ui.pages.medicines import WhichMedicine
    from ensdesk.ui.pages.section import OverPage
    from ensdesk.ui.pages.ways import record_page, section_page

    def first(kind: type[Record]) -> MakePage:
        def make(session: Session) -> Page:
            records = session.folder.records(kind) if session.folder is not None else ()
            return record_page(kind, records[0].id)(session)

        return make

    return (
        Stop("medicines", section_page(Medication)),
        Stop("which-medicine", WhichMedicine),
        Stop("allergies", section_page(Allergy)),
        Stop("vaccinations", section_page(Vaccination)),
        Stop("illnesses", section_page(Illness)),
        Stop("people", section_page(Contact)),
        Stop("habits", section_page(Habit)),
        Stop("over", lambda s: OverPage(s, Habit, s.folder.records(Habit) if s.folder else ())),
        Stop("wishes", section_page(Wish)),
        Stop("cards", section_page(Coverage)),
        Stop("record-appointment", first(Appointment)),
        Stop("record-medicine", first(Medication)),
        Stop("record-person", first(Contact)),
        Stop("who-i-am", section_page(Identity)),
        Stop("agreement", section_page(Consent)),
    )


def _medicine() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.medicine import moments, name, read_back, source
    from ensdesk.ui.pages.medicine.steps import Begun

    return (
        Stop("medicine-name", lambda s: name.AddMedicine(s, Begun(_kardegic()))),
        Stop("medicine-for", lambda s: name.MedicineFor(s, Begun(_kardegic()))),
        Stop("medicine-when", lambda s: moments.MedicineMoments(s, Begun(_kardegic()))),
        Stop("medicine-source", lambda s: source.MedicineSource(s, Begun(_kardegic()))),
        Stop("medicine-prescription", lambda s: source.PrescriptionDate(s, Begun(_kardegic()))),
        Stop("medicine-read", lambda s: read_back.ReadBack(s, Begun(_kardegic()))),
        Stop("medicine-added", lambda s: read_back.MedicineAdded(s, _kardegic())),
    )


def _prescription() -> tuple[Stop, ...]:
    from ensdesk.folder.prescription import Line, Prescription, compared
    from ensdesk.ui.pages.prescription import lines, read_back, which

    copied = Prescription(
        prescriber="Docteur Martin",
        lines=[
            Line("Kardegic", "75 mg", ("", "1 sachet", "", "")),
            Line("Bisoprolol", "5 mg", ("1", "", "", "")),
        ],
    )

    other = Prescription(lines=[Line("Eliquis", "2,5 mg", ("1", "", "1", ""))])

    def type_known(page: Page) -> None:
        if isinstance(page, lines.PrescriptionLines):
            page.editor.set_line(Line("Eliquis", "5 mg", ("1", "", "1", "")))
            page.editor.edited.emit()

    return (
        Stop("prescription-which", lambda s: which.WhichPrescription(s, copied)),
        Stop("prescription-lines", lambda s: lines.PrescriptionLines(s, copied)),
        Stop(
            "prescription-known",
            lambda s: lines.PrescriptionLines(s, copied),
            prepare=type_known,
        ),
        Stop("prescription-paper", _beside_a_picture),
        Stop("prescription-change", lambda s: read_back.PrescriptionChange(s, copied)),
        Stop("prescription-both", lambda s: read_back.PrescriptionRead(s, other)),
        Stop("prescription-read", lambda s: read_back.PrescriptionRead(s, copied)),
        Stop(
            "prescription-copied",
            lambda s: read_back.PrescriptionCopied(s, compared(copied, (), s.today())),
        ),
    )


def _beside_a_picture(session: Session) -> Page:
    """Return the lines, beside an invented prescription that is a picture."""
    from ensdesk.folder.papers import add_paper, keep_part
    from ensdesk.folder.prescription import Line, Prescription
    from ensdesk.kinds.document import Category, Document
    from ensdesk.record.partial_date import PartialDate
    from ensdesk.ui.pages.prescription.lines import PrescriptionLines
    from ensdesk.ui.tour_picture import prescription_picture

    folder = session.folder
    assert folder is not None  # noqa: S101 - the tour has one
    name = "Ordonnance de mars"
    known = [one for one in folder.records(Document) if one.name == name]
    if not known:
        kept = keep_part(folder.vault.documents, prescription_picture(), f"{name}.png")
        day = PartialDate("2026-03-03")
        record = Document(name=name, category=Category.PRESCRIPTION, date=day)
        known = [add_paper(folder, record, kept)]
    lines = [Line("Kardegic", "75 mg", ("", "1 sachet", "", ""))]
    return PrescriptionLines(session, Prescription(document=known[0].id, lines=lines))


def _measures() -> tuple[Stop, ...]:
    from ensdesk.kinds.measurement import MeasurementType
    from ensdesk.ui.pages.blood_pressure import NoteBloodPressure
    from ensdesk.ui.pages.measure_course import CoursePage
    from ensdesk.ui.pages.measures import MeasureLines, Measures, OtherMeasures
    from ensdesk.ui.pages.note_measure import NoteMeasure, note_page
    from ensdesk.ui.pages.set_goal import SetGoal

    def type_numbers(page: Page) -> None:
        if isinstance(page, NoteBloodPressure):
            page.high.set_text("13")
            page.low.set_text("8")

    def ask_both(page: Page) -> None:
        if isinstance(page, NoteMeasure) and page.more is not None:
            page.other_day.click()
            page.more.click()

    return (
        Stop("measures", Measures),
        Stop("measure-lines", MeasureLines),
        Stop("blood-pressure", NoteBloodPressure, prepare=type_numbers),
        Stop("weight", note_page(MeasurementType.WEIGHT)),
        Stop("blood-sugar", note_page(MeasurementType.GLUCOSE)),
        Stop("blood-sugar-when", note_page(MeasurementType.GLUCOSE), prepare=ask_both),
        Stop("other-measures", OtherMeasures),
        Stop("course-pressure", lambda s: CoursePage(s, MeasurementType.BLOOD_PRESSURE)),
        Stop("set-goal", lambda s: SetGoal(s, MeasurementType.BLOOD_PRESSURE, None)),
        Stop("course-weight", lambda s: CoursePage(s, MeasurementType.WEIGHT)),
    )


def _kardegic() -> Medication:
    """Return an invented medicine, told to the end."""
    from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
    from ensdesk.record.partial_date import PartialDate

    return Medication(
        name="Kardegic 75 mg",
        substance="aspirine",
        reason="Pour le cœur",
        intakes=(Intake(moment=Moment.NOON, dose="1 sachet"),),
        source=MedicationSource.PRESCRIPTION,
        source_date=PartialDate("2026-03-03"),
        prescriber="Docteur Martin",
    )
