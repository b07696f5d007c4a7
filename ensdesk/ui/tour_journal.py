"""The stops of the tour about trust: what was done, the key sheet that is tried."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop


def journal_stops() -> tuple[Stop, ...]:
    """Return the rehearsal, the journal, its parts, and a sheet that is checked."""
    from ensdesk.ui.pages.check_sheet import CheckSheet
    from ensdesk.ui.pages.history import History, WhichPart, journal_page
    from ensdesk.ui.pages.rehearsal import Rehearsal, Rehearsed, TrySheet

    return (
        Stop("rehearsal", Rehearsal),
        Stop("try-sheet", TrySheet),
        Stop("rehearsed", Rehearsed),
        Stop("history", History),
        Stop("history-part", WhichPart),
        Stop("sheet-journal", journal_page),
        Stop("check-sheet", CheckSheet),
        Stop("check-sheet-unknown", CheckSheet, prepare=_check("7KQF-02MX-9T4C-HB1Z")),
        Stop("sheet-checked", _checked),
    )


def _check(mark: str) -> Callable[[Page], None]:
    def check(page: Page) -> None:
        from ensdesk.ui.pages.check_sheet import CheckSheet

        if isinstance(page, CheckSheet):
            page.mark.set_text(mark)
            page.press_primary()

    return check


def _checked(session: Session) -> Page:
    from ensdesk.kinds.allergy import Allergy
    from ensdesk.ui.pages.check_sheet import SheetChecked, look

    folder = session.folder
    assert folder is not None  # noqa: S101 - the tour has one
    mark = folder.anchor()
    folder.save(added := Allergy(substance="Latex"))
    folder.retire(added)
    return SheetChecked(session, look(folder, mark))
