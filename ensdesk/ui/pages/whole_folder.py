"""« Tout mon dossier »: four groups of sections, and each section with its state."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.device import Device
from ensdesk.kinds.disability import Disability
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.family_history import FamilyHistory
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.habit import Habit
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.note import Note
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.series import Series
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.kinds.wish import Wish
from ensdesk.language import N_, _, plural
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.record import Record
from ensdesk.record.standing import parted
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line, state_in_words
from ensdesk.ui.pages.ways import section_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_NAMED = 3  # records named in the line of their section


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that belong together: six at most, which one page holds."""

    title: str
    holds: str
    icon: str
    kinds: tuple[type[Record], ...]


GROUPS = (
    Group(
        N_("My health today"),
        N_("Emergency, allergies, illnesses, medicines, disability, habits"),
        "heart-pulse",
        (Emergency, Allergy, Illness, Medication, Disability, Habit),
    ),
    Group(
        N_("My care and my family"),
        N_("Vaccinations, laboratory, operations, implants, illnesses of the family"),
        "stethoscope",
        (Vaccination, LabResult, Operation, Device, FamilyHistory),
    ),
    Group(
        N_("Day by day"),
        N_("Measurements, targets, appointments, papers, notes"),
        "calendar-days",
        (Measurement, Series, Goal, Appointment, Document, Note),
    ),
    Group(
        N_("Me and the people around me"),
        N_("Who I am, people to call, wishes, insurances and cards, agreement"),
        "users",
        (Identity, Contact, Wish, Coverage, Consent),
    ),
)


class WholeFolder(Page):
    """Every section is named in one of the four lines."""

    name = "whole-folder"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("All of my folder")))
        self.add_list(
            [
                RowItem(_(group.title), _(group.holds), self._open(group), group.icon)
                for group in GROUPS
            ]
        )
        self.add_link(_(N_("Over time")), lambda: session.go(_timeline), icon="calendar")
        self.add_link(_(N_("What was taken away")), lambda: session.go(_removed), icon="archive")
        if folder_of(session).vault.private is not None:
            self.add_link(_(N_("Only for me")), lambda: session.go(_for_me), icon="eye-off")

    def _open(self, group: Group) -> Callable[[], None]:
        return lambda: self.session.go(lambda session: GroupPage(session, group))


class GroupPage(Page):
    """The sections of one group, in the order of screen and paper, each with its state."""

    name = "group"

    def __init__(self, session: Session, group: Group) -> None:
        super().__init__(session, _(group.title))
        self.group = group
        self.rows = self.add_list(())

    def entered(self) -> None:
        folder, kinds = folder_of(self.session), self.group.kinds
        self.ask(lambda: Contents.of(folder.section(kind) for kind in kinds), self._show)

    def _show(self, contents: Contents) -> None:
        today = self.session.today()
        self.rows.set_rows(
            [
                RowItem(
                    _(kind.section),
                    said_of(contents.section(kind), today),
                    self._open(kind),
                    kind.icon,
                )
                for kind in self.group.kinds
            ]
        )

    def _open(self, kind: type[Record]) -> Callable[[], None]:
        return lambda: self.session.go(section_page(kind))


def _timeline(session: Session) -> Page:
    from ensdesk.ui.pages.timeline import Timeline

    return Timeline(session)


def _for_me(session: Session) -> Page:
    from ensdesk.ui.pages.hiding import ForMe

    return ForMe(session)


def _removed(session: Session) -> Page:
    from ensdesk.ui.pages.removed import RemovedList

    return RemovedList(session)


def said_of(section: Section[Record], today: datetime.date) -> str:
    """Return the state of a section in one line: what holds, « none » on a day, not filled."""
    if section.state is not State.LIST:
        return state_in_words(section)
    if section.kind.single:
        return section.records[0].headline() or _(N_("Filled in"))
    if section.kind is Measurement:
        return plural("{count} line", "{count} lines", section.count)
    holds, _over = parted(section.records, today)
    names = [*dict.fromkeys(first_line(record) for record in holds or section.records)]
    more = (section.count if section.parts else len(names)) - _NAMED
    rest = plural("and {count} more", "and {count} more", more) if more > 0 else ""
    return f"{', '.join(names[:_NAMED])} {rest}".strip()
