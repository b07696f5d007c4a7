"""Measurements as people say them, and which is the last."""

from __future__ import annotations

from collections.abc import Sequence

from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.paper.measure_lines import in_words
from ensdesk.record.pressure_reading import Pressure


def measure_in_words(record: Measurement) -> str:
    """Return `13/8` for a blood pressure, `72,5 kg` for a weight."""
    if record.type is MeasurementType.BLOOD_PRESSURE and (pressure := pressure_of(record)):
        return pressure.in_words()
    return in_words(record)


def pressure_of(record: Measurement) -> Pressure | None:
    """Return the two numbers of a blood pressure kept in the usual unit."""
    high, low = record.value, record.diastolic
    if high and low and high.unit == low.unit == MeasurementType.BLOOD_PRESSURE.unit:
        return Pressure(high.value, low.value)
    return None


def in_order(known: Sequence[Measurement]) -> list[Measurement]:
    """Return the latest first, of one moment the one written last; those without a day end it."""
    written_last = list(reversed(known))
    return sorted(
        written_last, key=lambda record: record.taken.iso if record.taken else "", reverse=True
    )


def latest(known: Sequence[Measurement], wanted: MeasurementType) -> Measurement | None:
    """Return the last measurement of this type; one without a day counts as the oldest."""
    return next((record for record in in_order(known) if record.type is wanted), None)
