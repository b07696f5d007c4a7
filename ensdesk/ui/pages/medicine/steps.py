"""What the questions about a new medicine share, and how they go on after a lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.resume import restored
from ensdesk.ui.session import MakePage, Session


@dataclass(slots=True)
class Begun:
    """The medicine as far as it was told; only in memory until the end says yes."""

    record: Medication = field(default_factory=lambda: Medication(name=""))


class Step(Page):
    """One question. Its draft holds the whole medicine, so that a lock loses nothing."""

    def __init__(self, session: Session, title: str, begun: Begun) -> None:
        super().__init__(session, title)
        self.begun = begun

    def go_to(self, step: Callable[[Session, Begun], Page]) -> None:
        """Open the next question."""
        self.session.go(lambda session: step(session, self.begun))

    def draft(self) -> dict[str, Any] | None:
        typed = super().draft()
        told = to_payload(self.begun.record)
        if not typed and not told:
            return None
        return {"id": self.begun.record.id, "told": told, "typed": typed or {}}

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values.get("typed", {}))


def way_to(name: str, values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the questions up to the one called *name*, as a draft left them."""
    record = from_payload(Medication, RecordId(str(values["id"])), values["told"])
    begun = Begun(record)
    steps = _steps()
    names = [step.name for step in steps]
    if name not in names:
        return ()
    asked = steps[: names.index(name) + 1]
    if record.source is not MedicationSource.PRESCRIPTION:
        asked = [step for step in asked if step.name == name or not step.only_prescription]
    return tuple(
        restored(partial(step.make, begun=begun), values if step.name == name else None)
        for step in asked
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    make: Callable[..., Page]  # of a session and what was begun
    only_prescription: bool = False


def _steps() -> list[_Asked]:
    from ensdesk.ui.pages.medicine.moments import MedicineMoments
    from ensdesk.ui.pages.medicine.name import AddMedicine, MedicineFor
    from ensdesk.ui.pages.medicine.read_back import MedicineAbout, ReadBack
    from ensdesk.ui.pages.medicine.source import MedicineSource, PrescriptionDate

    return [
        _Asked(AddMedicine.name, AddMedicine),
        _Asked(MedicineFor.name, MedicineFor),
        _Asked(MedicineMoments.name, MedicineMoments),
        _Asked(MedicineSource.name, MedicineSource),
        _Asked(PrescriptionDate.name, PrescriptionDate, only_prescription=True),
        _Asked(ReadBack.name, ReadBack),
        _Asked(MedicineAbout.name, MedicineAbout),
    ]
