"""Puts a sheet on a USB key, for somebody else's printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.ui.pages.pick_place import PickPlace
from ensdesk.ui.session import Session


def SheetToKey(session: Session, pdf: bytes, saved: Callable[[], object]) -> PickPlace:
    """Return the page that says who can read it, asks where, and writes the sheet there."""

    def chosen(session: Session, place: Path) -> None:
        today = session.today()

        def write() -> Path:
            from ensdesk.folder.handing_out import put_sheet

            return put_sheet(place, pdf, today)

        def done(_path: Path) -> None:
            saved()

        session.lanes.run("work", write, done=done)

    return PickPlace(
        session,
        _(N_("Where shall I put the sheet?")),
        chosen,
        _(N_("A relative, the town hall or a copy shop prints it for you.")),
        _(N_("Anybody who has the key can read the sheet, without a code.")),
    )
