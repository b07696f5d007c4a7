"""The stops of the tour about trust: what was done, the key sheet that is tried."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop


def journal_stops() -> tuple[Stop, ...]:
    """Return the rehearsal, the journal, its parts, and a sheet that is checked."""
    from ensdesk.ui.pages.check_sheet import CheckSheet
    from ensdesk.ui.pages.envelope.give import ForWhom
    from ensdesk.ui.pages.envelope.used import EnvelopeUsed
    from ensdesk.ui.pages.envelope.which import IfICannot, wishes_page
    from ensdesk.ui.pages.history import History, WhichPart, journal_page
    from ensdesk.ui.pages.rehearsal import Rehearsal, Rehearsed, TrySheet

    return (
        Stop("rehearsal", Rehearsal),
        Stop("try-sheet", TrySheet),
        Stop("rehearsed", Rehearsed),
        Stop("if-i-cannot", IfICannot),
        Stop("envelope-for", lambda s: ForWhom(s, 1)),
        Stop("envelope-three", lambda s: ForWhom(s, 3)),
        Stop("envelope-words", lambda s: _envelope(s)[0]),
        Stop("envelope-given", lambda s: _envelope(s)[1]),
        Stop("envelope-used", lambda s: EnvelopeUsed(_with_used(s))),
        Stop("sheet-folder-wishes", wishes_page),
        Stop("history", History),
        Stop("history-part", WhichPart),
        Stop("sheet-journal", journal_page),
        Stop("check-sheet", CheckSheet),
        Stop("check-sheet-unknown", CheckSheet, prepare=_check("7KQF-02MX-9T4C-HB1Z")),
        Stop("sheet-checked", _checked),
    )


def _envelope(session: Session) -> tuple[Page, Page]:
    from ensdesk.ui.pages.envelope.give import Given, Plan, TheirWords
    from ensdesk.vault.recovery_words import words_of
    from ensdesk.vault.secrets import SheetWords

    words = SheetWords(words_of(bytes(range(16))))
    plan = Plan(("Marie", "Paul", "Luc"), "helper", (words,) * 3)
    return TheirWords(session, plan, 1), Given(session, plan)


def _with_used(session: Session) -> Session:
    if session.folder is not None:
        session.folder.vault.keep_aside("envelope-used", b'["Marie", "2026-11-20"]')
    return session


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
