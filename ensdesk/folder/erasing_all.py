"""« Effacer mon dossier »: everything goes, and a certificate says what was erased."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased, and when; no name."""

    at: datetime.datetime
    lines: int
    papers: int


def erase_everything(folder: Folder) -> Erased:
    """Erase the folder from this computer and count what there was.

    Copies, doubles and printed sheets stay where they are. Raises the troubles of the place: the
    next opening goes on, and nothing can be read meanwhile.
    """
    lines = sum(folder.count(kind) for kind in KINDS)
    erased = Erased(folder.now(), lines, len(folder.drawers.papers()))
    folder.vault.erase()
    folder.after_close()
    return erased
