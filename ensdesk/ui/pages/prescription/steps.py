"""What the pages of a copied prescription share, and how they go on after a lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ensdesk.folder.prescription import Line, Prescription
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.ui.page import Page
from ensdesk.ui.resume import restored
from ensdesk.ui.session import MakePage, Session


class Step(Page):
    """One page. Its draft holds the whole prescription, so that a lock loses nothing."""

    def __init__(self, session: Session, title: str, copied: Prescription) -> None:
        super().__init__(session, title)
        self.copied = copied

    def go_to(self, step: Callable[[Session, Prescription], Page]) -> None:
        """Open the next page."""
        self.session.go(lambda session: step(session, self.copied))

    def draft(self) -> dict[str, Any] | None:
        typed, copied = super().draft(), self.copied
        if not typed and copied == Prescription():
            return None
        return {
            "date": copied.date.iso if copied.date else "",
            "prescriber": copied.prescriber,
            "document": copied.document or "",
            "lines": [[line.name, line.strength, *line.doses] for line in copied.lines],
            "typed": typed or {},
        }

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values.get("typed", {}))


def way_to(name: str, values: dict[str, Any]) -> tuple[MakePage, ...]:
    """Return the pages up to the one called *name*, as a draft left them."""
    from ensdesk.ui.pages.prescription.lines import PrescriptionLines
    from ensdesk.ui.pages.prescription.read_back import PrescriptionChange, PrescriptionRead
    from ensdesk.ui.pages.prescription.which import WhichPrescription

    steps = [WhichPrescription, PrescriptionLines, PrescriptionRead, PrescriptionChange]
    names = [step.name for step in steps]
    if name not in names:
        return ()
    copied = _copied(values)
    asked = steps[: names.index(name) + 1]
    return tuple(
        restored(partial(step, copied=copied), values if step.name == name else None)
        for step in asked
    )


def _copied(values: dict[str, Any]) -> Prescription:
    return Prescription(
        date=PartialDate(str(values["date"])) if values["date"] else None,
        prescriber=str(values["prescriber"]),
        document=RecordId(str(values["document"])) if values["document"] else None,
        lines=[_line(*cells) for cells in values["lines"]],
    )


def _line(name: str, strength: str, *doses: str) -> Line:
    morning, noon, evening, bedtime = map(str, doses)
    return Line(str(name), str(strength), (morning, noon, evening, bedtime))
