"""The stops of the tour about doubles."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ensdesk.ui.tour_stops import Stop

_KEY = Path("/media/jeanne/CLE BLEUE")


def double_stops() -> tuple[Stop, ...]:
    """Return what makes a double, and what is said of it."""
    from ensdesk.ui.pages.doubles.make import DoubleDone, DoubleHere, MakeDouble, where_double
    from ensdesk.vault.double import Written
    from ensdesk.vault.double_layout import Double

    double = Double(_KEY / "Double ensdesk", "", "")
    written = Written(double, 3, "2026-11-23T09:30:00Z", 41, 2, 5_000_000, 1)
    return (
        Stop("make-double", MakeDouble),
        Stop("double-where", where_double),
        Stop("double-here", partial(DoubleHere, place=_KEY)),
        Stop("double-done", partial(DoubleDone, written=written, place=_KEY)),
    )
