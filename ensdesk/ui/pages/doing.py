"""An act of the person in the open folder: done, said in view, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.change import Change
    from ensdesk.folder.folder import Folder


def folder_of(session: Session) -> Folder:
    """Return the open folder: pages of a folder are only reached while one is open."""
    assert session.folder is not None, "no folder is open"  # noqa: S101 - a bug, not a trouble
    return session.folder


def act(
    page: Page,
    job: Callable[[Folder], object],
    said: str,
    then: Callable[[], object] | None = None,
) -> None:
    """Change the folder by *job*, go on with *then* (or stay), and say what was done."""
    session = page.session
    folder = folder_of(session)

    def done(_answer: object) -> None:
        (then or session.again)()
        session.say(said, undo=lambda: take_back(session))

    page.ask(lambda: job(folder), done)


def take_back(session: Session, then: Callable[[], object] | None = None) -> None:
    """Undo the last change, show the page as the folder now is, and offer to do it again."""

    def done(change: Change | None) -> None:
        if change is None:
            session.say(_(N_("There is nothing to take back.")))
            return
        (then or session.again)()
        said = _(N_("It is taken back: {what}.")).format(what=named(change))
        session.say(said, lambda: do_again(session), _(N_("Do again")))

    session.lanes.run("vault", folder_of(session).undo, done=done)


def do_again(session: Session) -> None:
    """Do again what was taken back last, and offer to take it back."""

    def done(change: Change | None) -> None:
        if change is None:
            session.say(_(N_("There is nothing to do again.")))
            return
        session.again()
        said = _(N_("It is done again: {what}.")).format(what=named(change))
        session.say(said, lambda: take_back(session))

    session.lanes.run("vault", folder_of(session).redo, done=done)


def named(change: Change) -> str:
    """Return the name of a change, with that of its record if it concerns one."""
    from ensdesk.ui.pages.history_words import named_record

    records = {record.id: record for record in (*change.before, *change.after)}
    if len(records) != 1:
        return _(change.name)
    (record,) = records.values()
    return _(N_("{act} “{what}”")).format(act=_(change.name), what=named_record(record))
