"""An act of the person in the open folder: done, said in view, and taken back by « Annuler »."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session

if TYPE_CHECKING:
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
    """Undo the last change, show the page as the folder now is, and say so."""
    folder = folder_of(session)

    def done(_answer: object) -> None:
        (then or session.again)()
        session.say(_(N_("It is as it was before.")))

    session.lanes.run("vault", folder.undo, done=done)
