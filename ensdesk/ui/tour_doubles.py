"""The stops of the tour about doubles."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ensdesk.ui.page import Page
from ensdesk.ui.tour_stops import Stop
from ensdesk.vault.double_layout import Double, Mark

_KEY = Path("/media/jeanne/CLE BLEUE")
_DAY = datetime.date(2026, 11, 23)


def double_stops() -> tuple[Stop, ...]:
    """Return what makes a double, and what is said of it."""
    from ensdesk.folder.double_rehearsal import Compared, Tried
    from ensdesk.folder.restoring import Back
    from ensdesk.ui.pages.doubles.make import DoubleDone, DoubleHere, MakeDouble, where_double
    from ensdesk.ui.pages.doubles.take_back import DoubleTaken, DoubleWords, TakeDouble, WhichDouble
    from ensdesk.ui.pages.doubles.try_it import (
        DoubleTried,
        TryDouble,
        TryWithWords,
        WordsOfDouble,
    )
    from ensdesk.vault.double import Written
    from ensdesk.vault.restoring import Restored
    from ensdesk.vault.secrets import SheetWords

    double = Double(_KEY / "Double ensdesk", "", "")
    written = Written(double, 3, "2026-11-23T09:30:00Z", 41, 2, 5_000_000, 1)
    tried = Tried(_DAY, Restored(40, 1, records=212), Mark("", 0, ""))
    now = Compared(same=True, records=214, papers=42)
    return (
        Stop("make-double", MakeDouble),
        Stop("double-where", where_double),
        Stop("double-here", partial(DoubleHere, place=_KEY)),
        Stop("double-done", partial(DoubleDone, written=written, place=_KEY)),
        Stop("which-double", WhichDouble, needs_folder=False, prepare=_found(double)),
        Stop("double-words", partial(DoubleWords, double=double), needs_folder=False),
        Stop("take-double", partial(TakeDouble, double=double, sheet=SheetWords("")), False),
        Stop("try-double", TryDouble),
        Stop("words-of-double", partial(WordsOfDouble, double=double)),
        Stop("try-with-words", partial(TryWithWords, double=double, sheet=SheetWords(""))),
        Stop("double-tried", partial(DoubleTried, tried=tried, now=now)),
        Stop("double-taken", partial(DoubleTaken, back=Back(_KEY, _DAY, 41, 1))),
    )


def _found(double: Double) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        from ensdesk.ui.pages.doubles.take_back import WhichDouble

        if isinstance(page, WhichDouble):
            page.show_found(((double, _DAY),))

    return show
