"""A page on which a paper may be dropped; a button of the page does the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


class TakesDrops(Page):
    """Calls `dropped` with the files that fall on it."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.setAcceptDrops(True)

    def dropped(self, paths: tuple[Path, ...]) -> None:
        """Take the files."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _files_of(event)
        if paths:
            event.acceptProposedAction()
            self.dropped(paths)


def _files_of(event: QDropEvent) -> tuple[Path, ...]:
    # What they are is looked at where they are read: a slow key stalls nobody.
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
