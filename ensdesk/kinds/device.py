"""Implants and devices (FHIR Device, DeviceUseStatement)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Problem, Record
from ensdesk.record.sense import ended, in_order, not_later


class DeviceType(Choice):
    """What it is, as far as it changes what is done in an emergency."""

    PACEMAKER = "pacemaker", N_("pacemaker")
    DEFIBRILLATOR = "defibrillator", N_("heart defibrillator")
    HEART_VALVE = "heart-valve", N_("heart valve")
    STENT = "stent", N_("stent")
    JOINT = "joint", N_("hip, knee or other joint")
    PUMP = "pump", N_("pump or port under the skin")
    BREATHING = "breathing", N_("oxygen or breathing machine")
    CATHETER = "catheter", N_("tube or catheter")
    OTHER = "other", N_("something else")


class MriSafety(Choice):
    """Whether an MRI is possible, as the card says (the words of ASTM F2503)."""

    SAFE = "safe", N_("yes")
    CONDITIONAL = "conditional", N_("yes, with precautions")
    UNSAFE = "unsafe", N_("no")
    UNKNOWN = "unknown", N_("I do not know")


@dataclass(frozen=True, kw_only=True)
class Device(Record):
    """Something that is in the body, or that keeps it going."""

    slug = "device"
    title = N_("Implant or device")
    section = N_("My implants and devices")
    add = N_("Add an implant or a device")
    none = N_("No implant, no device")
    over = N_("Taken out")
    icon = "cpu"

    name: Annotated[str, Label(N_("Which device?"), N_("For example: pacemaker, hip, oxygen"))]
    type: Annotated[DeviceType | None, Label(N_("What kind of device is it?"))] = None
    since: Annotated[PartialDate | None, Label(N_("Since when?"), N_("A year is enough: 1998"))] = (
        None
    )
    until: Annotated[
        PartialDate | None, Label(N_("Taken out when?"), N_("Leave empty if you still have it"))
    ] = None
    site: Annotated[str, Label(N_("Where on the body?"), N_("For example: left hip"))] = ""
    place: Annotated[str, Label(N_("In which hospital?"))] = ""
    mri: Annotated[
        MriSafety | None,
        Label(N_("Does the card allow an MRI?"), N_("Look at the card of the device")),
    ] = None
    manufacturer: Annotated[str, Label(N_("Maker"))] = ""
    model: Annotated[str, Label(N_("Model"))] = ""
    serial: Annotated[str, Label(N_("Serial number"))] = ""
    lot: Annotated[str, Label(N_("Batch number"))] = ""
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name

    def when(self) -> PartialDate | None:
        return self.since

    def over_on(self, today: datetime.date) -> bool:
        return ended(self.until, today)

    def problems(self, today: datetime.date) -> Iterator[Problem]:
        yield from not_later("since", self.since, today)
        yield from in_order("until", self.since, self.until)
