"""What the person wants copied, while the pages ask about it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ensdesk.folder.copying import CopyPlan
from ensdesk.folder.handing_out import copy_name, free_path
from ensdesk.kinds import BY_SLUG, KINDS
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.declaration import Declaration
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
from ensdesk.language import N_, _
from ensdesk.record.record import Record, RecordId

Kinds = frozenset[type[Record]]
# What is ticked together, and its words. Every kind has its tick but who the person is, and what
# was agreed to or said of a section: these go with every copy.
GROUPS: tuple[tuple[Kinds, str], ...] = (
    (frozenset({Medication}), Medication.section),
    (frozenset({Allergy, Illness, Emergency}), N_("My allergies, my illnesses, for an emergency")),
    (
        frozenset({Vaccination, LabResult, Operation, Device, FamilyHistory}),
        N_("My care and my family"),
    ),
    (frozenset({Measurement, Series, Goal}), Measurement.section),
    (
        frozenset({Disability, Habit, Appointment, Note}),
        N_("My disability, my habits, my appointments, my notes"),
    ),
    (frozenset({Contact, Wish, Coverage}), N_("The people to call, my wishes, my cards")),
    (frozenset({Document}), Document.section),
)
ALWAYS: Kinds = frozenset({Identity, Consent, Declaration})


@dataclass
class CopyWish:
    """Everything, for me, readable: what the shortest way copies.

    *papers* are those left out while *all_but* is true, else the only ones that are copied.
    """

    place: Path
    kinds: Kinds = frozenset(KINDS)
    papers: frozenset[RecordId] = frozenset()
    all_but: bool = True
    for_whom: str = ""
    why: str = ""
    closed: bool = False
    private: frozenset[RecordId] = frozenset()  # of « Rien que pour moi », ticked one by one
    words: str | None = None  # a secret: in no draft, so that after a lock others are proposed

    def __post_init__(self) -> None:
        self.for_whom = self.for_whom or _(N_("me"))
        self.why = self.why or _(N_("to have it with me"))

    def plan(
        self,
        papers: frozenset[RecordId],
        today: datetime.date,
        hidden: Sequence[Record] = (),
    ) -> CopyPlan:
        """Return what the folder is asked, under a name that is free.

        *papers* are all that anybody may see, *hidden* what only the person sees.
        """
        wanted = papers - self.papers if self.all_but else papers & self.papers
        ticked = [one for one in hidden if one.id in self.private and type(one) in self.kinds]
        wanted |= {one.id for one in ticked if isinstance(one, Document)}
        return CopyPlan(
            out=free_path(self.place, copy_name(today)),
            kinds=self.kinds,
            papers=wanted if Document in self.kinds else frozenset(),
            for_whom=self.for_whom,
            why=self.why,
            words=self.words,
            private=frozenset(one.id for one in ticked),
        )

    def draft(self) -> dict[str, Any]:
        """Return the wish as JSON values, without its words."""
        return {
            "place": str(self.place),
            "kinds": sorted(kind.slug for kind in self.kinds),
            "papers": sorted(self.papers),
            "all_but": self.all_but,
            "for_whom": self.for_whom,
            "why": self.why,
            "closed": self.closed,
            "private": sorted(self.private),
        }

    @classmethod
    def of_draft(cls, values: dict[str, Any]) -> CopyWish:
        """Return what `draft` gave. Raises KeyError and TypeError."""
        return cls(
            place=Path(values["place"]),
            kinds=frozenset(BY_SLUG[slug] for slug in values["kinds"]),
            papers=frozenset(map(RecordId, values["papers"])),
            all_but=bool(values["all_but"]),
            for_whom=str(values["for_whom"]),
            why=str(values["why"]),
            closed=bool(values["closed"]),
            private=frozenset(map(RecordId, values["private"])),
        )

    def in_words(self) -> str:
        """Say what is copied: everything, or the parts."""
        left_out = [words for kinds, words in GROUPS if not kinds <= self.kinds]
        if not left_out:
            papers_too = self.all_but and not self.papers
            return _(N_("All of my folder")) if papers_too else _(N_("My folder, some papers"))
        chosen = [_(words) for kinds, words in GROUPS if kinds <= self.kinds]
        return ", ".join(chosen) or _(N_("Only who I am"))
