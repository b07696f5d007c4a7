"""A prescription copied line by line: medicines known already are renewed, never doubled."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from ensdesk.folder.change import Change
from ensdesk.folder.folder import Folder
from ensdesk.kinds.medication import Intake, Medication, MedicationSource, Moment
from ensdesk.language import N_, _
from ensdesk.record.doses import dose_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Origin, RecordId
from ensdesk.vault.folding import fold

_UNIT = re.compile(r"(?<=\d)(?=(?:mg|g|µg|mcg|ug|ml|ui|%)\b)", re.IGNORECASE)
_STRENGTH = re.compile(r"(?P<name>.*?\S)\s+(?P<strength>\d.*)", re.DOTALL)


class State(Enum):
    """What a line of the prescription is for the folder."""

    NEW = auto()
    SAME = auto()
    CHANGED = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One medicine as it is typed: `Kardegic`, `75 mg`, and what stands at the four moments."""

    name: str
    strength: str = ""
    doses: tuple[str, str, str, str] = ("", "", "", "")

    @property
    def full_name(self) -> str:
        """Return the name as it is written on the box."""
        return " ".join(f"{self.name} {self.strength}".split())

    @property
    def as_needed(self) -> bool:
        return any(map(_says_if_needed, self.doses))

    @property
    def intakes(self) -> tuple[Intake, ...]:
        typed = ((m, d) for m, d in zip(Moment, self.doses, strict=True) if not _says_if_needed(d))
        taken = ((moment, dose_of(dose)) for moment, dose in typed)
        return tuple(Intake(moment=moment, dose=dose) for moment, dose in taken if dose)


@dataclass(frozen=True, slots=True)
class Compared:
    """A line with the medicine it becomes, and the one it takes the place of."""

    line: Line
    state: State
    before: Medication | None
    after: Medication

    @property
    def other_strength(self) -> bool:
        """Say whether it takes the place of another strength: some people take both."""
        return self.before is not None and fold(self.before.name) != fold(self.after.name)

    def beside(self) -> Compared:
        """Return it as a medicine of its own: the other strength stays as it is."""
        after = self.after
        own = Medication(
            name=after.name,
            intakes=self.line.intakes,
            as_needed=self.line.as_needed or None,
            source=after.source,
            source_date=after.source_date,
            prescriber=after.prescriber,
            origin=after.origin,
        )
        return Compared(self.line, State.NEW, None, own)


@dataclass(slots=True)
class Prescription:
    """What was copied so far; only in memory until the end says yes."""

    date: PartialDate | None = None
    prescriber: str = ""
    document: RecordId | None = None
    lines: list[Line] = field(default_factory=list)

    def holds(self, line: Line, but: int | None = None) -> bool:
        """Say whether the medicine of *line* is copied already, in another line than *but*."""
        wanted = fold(line.full_name)
        others = (other for number, other in enumerate(self.lines) if number != but)
        return any(fold(other.full_name) == wanted for other in others)


def parted(typed: str) -> tuple[str, str]:
    """Return `Kardegic` and `75 mg` of `Kardegic 75mg`; the unit is never guessed."""
    words = _UNIT.sub(" ", " ".join(typed.split()))
    found = _STRENGTH.fullmatch(words)
    return (found["name"], " ".join(found["strength"].split())) if found else (words, "")


def line_of(record: Medication) -> Line:
    """Return *record* as a line of a prescription."""
    name, strength = parted(record.name)
    needed = _(N_("if needed")) if record.as_needed and not record.intakes else ""
    morning, noon, evening, bedtime = (record.dose_at(moment) for moment in Moment)
    return Line(name, strength, (morning or needed, noon, evening, bedtime))


def proposed(typed: str, known: Iterable[Medication], limit: int = 1) -> tuple[Medication, ...]:
    """Return the medicines of the folder whose name begins with what is *typed*."""
    begins = fold(typed)
    if len(begins) < 3:  # two letters propose anything
        return ()
    by_name: dict[str, Medication] = {}
    for record in known:
        if (folded := fold(record.name)).startswith(begins):
            by_name[folded] = record  # the last one written
    return tuple(by_name.values())[:limit]


def rest_of(typed: str, name: str) -> str:
    """Return what *name* has after *typed*, or nothing if it does not begin like that."""
    begun = name[: len(typed)]
    return name[len(typed) :] if fold(begun) == fold(typed) else ""


def compared(
    prescription: Prescription, known: Sequence[Medication], today: datetime.date
) -> tuple[Compared, ...]:
    """Return each line with what it changes among the medicines *known*.

    A medicine of the same whole name is the same one. What is left is compared without its
    strength, and only where one line can mean one medicine: some people take two strengths.
    """
    left = [record for record in known if record.taken_on(today)]
    found: dict[int, Medication] = {}
    for folded in (_whole, _bare):
        open_lines = {
            n: folded(line) for n, line in enumerate(prescription.lines) if n not in found
        }
        for number, wanted in open_lines.items():
            same = [record for record in left if folded(line_of(record)) == wanted]
            if folded is _bare and (len(same) > 1 or list(open_lines.values()).count(wanted) > 1):
                continue
            if same:
                found[number] = same[0]
                left.remove(same[0])
    return tuple(
        _compared(prescription, line, found.get(number))
        for number, line in enumerate(prescription.lines)
    )


def write_prescription(folder: Folder, lines: Iterable[Compared]) -> None:
    """Write the whole prescription in one change (lane of the vault)."""
    each = tuple(lines)
    before = tuple(one.before for one in each if one.before is not None)
    folder.do(Change(N_("Copy a prescription"), before, tuple(one.after for one in each)))


def _compared(prescription: Prescription, line: Line, known: Medication | None) -> Compared:
    record = known or Medication(name=line.full_name)
    after = replace(
        record,
        name=line.full_name,
        intakes=_kept(record.intakes, line.intakes),
        as_needed=line.as_needed or (record.as_needed if line.intakes == record.intakes else None),
        source=MedicationSource.PRESCRIPTION,
        source_date=prescription.date,
        prescriber=prescription.prescriber,
        origin=Origin("document", prescription.document) if prescription.document else Origin(),
    )
    return Compared(line, _state(known, after), known, after)


def _state(before: Medication | None, after: Medication) -> State:
    if before is None:
        return State.NEW
    was = (fold(before.name), _doses(before), bool(before.as_needed))
    now = (fold(after.name), _doses(after), bool(after.as_needed))
    return State.SAME if was == now else State.CHANGED


def _kept(before: Sequence[Intake], now: Sequence[Intake]) -> tuple[Intake, ...]:
    """Return *now*; what stays as it was keeps what a newer program wrote in it."""
    known = {(intake.moment, intake.dose): intake for intake in before}
    return tuple(known.get((intake.moment, intake.dose), intake) for intake in now)


def _doses(record: Medication) -> set[tuple[Moment, str]]:
    return {(intake.moment, dose_of(intake.dose)) for intake in record.intakes}


def _whole(line: Line) -> str:
    return fold(line.full_name)


def _bare(line: Line) -> str:
    return fold(line.name)


def _says_if_needed(dose: str) -> bool:
    return bool(dose) and fold(dose) == fold(_(N_("if needed")))
