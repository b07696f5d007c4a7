"""Growing waits after wrong codes: slow for a stranger, bearable for trembling fingers."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from ensdesk.language import N_
from ensdesk.trouble import Trouble

_SECONDS = (0, 0, 5, 15, 60, 300)


class WaitFirst(Trouble):
    """Another try came too early. Facts: seconds."""

    words = N_("Too many tries in a row. Nothing is lost.")
    advice = N_("Please wait {seconds} seconds, then try again.")


class TakeYourSheet(Trouble):
    """The code was wrong five times."""

    words = N_("This code does not open the folder.")
    advice = N_("Take your key sheet: its 12 words open your folder.")


@dataclass
class Waits:
    """Counts the wrong tries of this run of the program; only in memory, by design."""

    clock: Callable[[], float] = time.monotonic
    wrong: int = 0
    _not_before: float = 0.0

    def ask(self) -> None:
        """Raise WaitFirst while the wait after the last wrong try goes on."""
        left = self._not_before - self.clock()
        if left > 0:
            raise WaitFirst(seconds=math.ceil(left))

    def failed(self) -> None:
        """Count one wrong try."""
        self.wrong += 1
        self._not_before = self.clock() + _SECONDS[min(self.wrong, len(_SECONDS)) - 1]

    @property
    def sheet_is_better(self) -> bool:
        """Say whether it is time to point to the key sheet."""
        return self.wrong >= 5
