"""« Vérifier une feuille »: what the mark at the foot of a sheet tells."""

from __future__ import annotations

from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import WRITTEN, Act
from ensdesk.vault.journal import JournalLine

MOST = 12  # changes that are read


class UnknownMark(Trouble):
    """No line of the journal has this mark."""

    words = N_("This mark is not in this folder.")
    advice = N_("Look at the foot of the sheet: four groups of four signs.")


@dataclass(frozen=True, slots=True)
class CheckedMark:
    """A mark that this folder made.

    *made_at* is the last thing done before the sheet, *printed* the line that says that it left,
    *since* what was changed afterwards, the latest first, MOST at most; *more* when more was.
    """

    made_at: JournalLine
    printed: JournalLine | None
    since: tuple[JournalLine, ...]
    more: bool


def check_mark(folder: Folder, mark: str) -> CheckedMark:
    """Return what *mark*, as a person types it, tells (lane of the vault). Raises UnknownMark."""
    journal = folder.vault.main.journal
    line = journal.line_of(mark)
    if line is None:
        raise UnknownMark
    following = journal.first_after(line.number)
    left = following is not None and following.act in {Act.SHEET_PRINTED, Act.COPIED_OUT}
    latest = journal.lines(MOST + 1, acts=WRITTEN)
    since = tuple(change for change in latest if change.number > line.number)
    return CheckedMark(
        made_at=line,
        printed=following if left else None,
        since=since[:MOST],
        more=len(since) > MOST,
    )
