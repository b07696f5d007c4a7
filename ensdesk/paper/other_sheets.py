"""The sheets about the folder itself: what was done with it, who may open it."""

from __future__ import annotations

from dataclasses import dataclass

from ensdesk.language import N_
from ensdesk.paper.printed import Band


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet that is not made of records: its title (a msgid) and who may see it."""

    title: str
    band: Band


# The names are written in the journal, for ever.
OTHER_SHEETS = {
    "journal": OtherSheet(N_("What was done"), Band.KEEP),
    "who-sees": OtherSheet(N_("Who can see my folder?"), Band.KEEP),
    "folder-wishes": OtherSheet(N_("My wishes for my folder"), Band.KEEP),
    "mandate": OtherSheet(N_("My mandate"), Band.KEEP),
}
