"""A page on which a paper may be dropped; a button of the page does the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from ensdesk.ui.page import Page
from ensdesk.ui.session import Session


class TakesDrops(Page):
    """Calls `dropped` with the first file that falls on it."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self.setAcceptDrops(True)

    def dropped(self, path: Path) -> None:
        """Take the file."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped(path)


def _file_of(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next(paths, None)  # what it is, is looked at where it is read: a slow key stalls nobody
