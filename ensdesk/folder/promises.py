"""What ensdesk promises and on which system it was seen: the table of docs/promises.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ensdesk.language import N_

SYSTEMS = ("Linux", "Windows", "macOS")


class Seen(StrEnum):
    """Whether a promise holds on a system: words are English msgids."""

    TRIED = N_("tried")
    SAME = N_("the same code")
    NOT = N_("not verified")


@dataclass(frozen=True, slots=True)
class Promise:
    """Its words as in the document (an English msgid), and what is known of each system."""

    words: str
    others: Seen = Seen.NOT

    def seen(self) -> tuple[tuple[str, Seen], ...]:
        """Return each system with what is known of it: everything is tried on Linux first."""
        return tuple((name, self.others if at else Seen.TRIED) for at, name in enumerate(SYSTEMS))


PROMISES = (
    Promise(N_("A folder cannot be read without its code, key or words")),
    Promise(N_("A code needs this computer's keychain too")),
    Promise(N_("A damaged line or paper is told, never shown as if it were whole")),
    Promise(N_("A change that was acknowledged survives a program that is killed")),
    Promise(N_("A change that was acknowledged survives a power cut")),
    Promise(
        N_("A disk that fails or is full loses nothing that was acknowledged, and is told in words")
    ),
    Promise(N_("A second opener is refused and harms nothing")),
    Promise(N_("No Internet")),
    Promise(N_("Strangers' papers cannot reach the folder")),
    Promise(N_("The folder closes when the computer sleeps, locks or changes hands")),
    Promise(N_("Nothing of the last session stays in memory after closing")),
    Promise(N_("Whoever helps finds nothing of what is only for the person"), Seen.SAME),
    Promise(N_("No health data in logs, settings, titles, arguments, temporary files")),
    Promise(N_("Nothing of a visitor stays on a computer of a centre, however the visit ends")),
    Promise(N_("What the desktop shows outside the window never says what is due")),
    Promise(N_("Paper goes to the printer that was named, under a neutral title, without network")),
    Promise(N_("An unfilled section never reads as « none »"), Seen.SAME),
    Promise(N_("What a newer version wrote is not lost"), Seen.SAME),
    Promise(N_("Sheets can be read aloud")),
    Promise(N_("Every page works with the keyboard and a screen reader")),
)
