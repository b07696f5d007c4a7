"""What changes in the open folder, whoever wrote it: the page in view hears, and it settles."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ensdesk.trouble import Trouble
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.record.record import Record

Kinds = frozenset["type[Record]"]

PAUSE = 10_000  # milliseconds without a change, then the journals go into the plain files


class Changes(QObject):
    """Hears of changes on the lane of the vault, and goes on on the thread of the window."""

    _heard = Signal(object)

    def __init__(self, session: Session, tell: Callable[[Kinds], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._settle)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def listen_to(self, folder: Folder) -> None:
        """Hear of every change of *folder* from now on."""
        folder.changed = self._hear

    def _hear(self, kinds: Kinds) -> None:
        with contextlib.suppress(RuntimeError):  # the window went before its folder
            self._heard.emit(kinds)

    def _take(self, kinds: Kinds) -> None:
        if self._session.folder is not None:
            self._tell(kinds)
            self._pause.start(PAUSE)

    def _settle(self) -> None:
        folder, lanes = self._session.folder, self._session.lanes
        if folder is not None:
            lanes.run("vault", folder.vault.settle, done=lambda _none: None, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            self._session.lanes.otherwise(error)
        elif self._session.folder is not None:
            self._session.trouble(error)
