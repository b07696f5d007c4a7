"""Starts the program: chooses command or window, builds the parts and connects them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from ensdesk.language import choose
from ensdesk.trouble import Trouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ensdesk.folder.folder import Folder
    from ensdesk.ui.page import Page
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window

Restart = Callable[[Path], object]
_CLOSED = "--closed"  # how the program starts itself again when a folder was closed


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code. Without a command it opens the window."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given and given[0] != _CLOSED:
        from ensdesk import cli

        return cli.run(given, _run_tour)
    try:
        return _open_window(Path(given[1]) if given[1:] else None)
    except Trouble as trouble:
        sys.stderr.write(trouble.sentence() + "\n")
        return 1


def _open_window(closed: Path | None) -> int:
    from ensdesk.reading.memory import keep_memory_private
    from ensdesk.reading.walls import refuse_network

    keep_memory_private()
    refuse_network()  # before Qt starts a thread
    app = make_application()
    session, window = connect(restart=_restart)
    sys.excepthook = _show_bug(session)
    window.show()
    start(session, closed)
    return app.exec()


def make_application() -> QApplication:
    """Return the one QApplication, without traces: no native dialogs, no recent files."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")  # else Qt opens TCP to print
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["ensdesk"])


def connect(restart: Restart) -> tuple[Session, Window]:
    """Build the session and its window from the settings of this computer."""
    from ensdesk import settings
    from ensdesk.ui.lanes import ThreadLanes
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window

    chosen = settings.load()
    choose(chosen.language)
    session = Session(lanes=ThreadLanes(), settings=chosen, save_settings=settings.save)
    window = Window(session)
    session.make_first = _first
    session.make_home = _home
    session.make_help = _help
    session.make_search = _search
    session.lock = lambda: _close_folder(session, window, restart)
    window.on_close = lambda: _leave(session, window)
    return session, window


def start(session: Session, closed: Path | None) -> None:
    """Show the first page: « Ouvrir mon dossier » after a folder was closed, else « Bonjour »."""
    session.home()
    if closed is not None and closed.exists():  # the folder of the example went when it was closed
        from ensdesk.ui.pages.open_folder import OpenFolder

        session.go(lambda session: OpenFolder(session, closed))


def _first(session: Session) -> Page:
    from ensdesk.ui.pages.welcome import Welcome

    return Welcome(session)


def _home(session: Session) -> Page:
    from ensdesk.ui.pages.home import Home

    return Home(session)


def _search(session: Session) -> Page:
    from ensdesk.ui.pages.search import Search

    return Search(session)


def _help(session: Session) -> Page:
    from ensdesk.ui.pages.help import Help

    return Help(session)


def _close_folder(session: Session, window: Window, restart: Restart) -> None:
    """Close the folder by starting again: nothing of it stays in memory."""
    folder = session.folder
    if folder is None:
        return
    half_filled = window.half_filled()
    _leave_page(window, kept=half_filled is not None)
    place = folder.vault.path

    def closed(_answer: object) -> None:
        restart(place)

    # Closed or failed, it does not stay open.
    close = partial(_keep_and_close, folder, half_filled)
    session.lanes.run("vault", close, done=closed, failed=closed)


def _keep_and_close(folder: Folder, half_filled: tuple[str, dict[str, Any]] | None) -> None:
    """Close the folder, also where nothing can be written any more."""
    with contextlib.suppress(Trouble):
        if half_filled:
            folder.keep_draft(*half_filled)
    with contextlib.suppress(Trouble):
        folder.close()


def _restart(place: Path) -> None:
    # -P as before: a file that lies where the person stands is no part of the program.
    safe = ["-P"] if sys.flags.safe_path else []
    program = [] if getattr(sys, "frozen", False) else [*safe, "-m", "ensdesk"]
    again = [sys.executable, *program, _CLOSED, str(place)]
    if sys.platform == "win32":  # not tried: there, exec would leave a second console
        import subprocess

        subprocess.Popen(again)
        os._exit(0)
    os.execv(again[0], again)  # noqa: S606 - itself, without a shell


def _leave_page(window: Window, *, kept: bool) -> None:
    """Let the page in view stop its work; without a draft it forgets what is beside the folder."""
    if window.page is not None:
        (window.page.leave_for_later if kept else window.page.leave)()


def _leave(session: Session, window: Window) -> None:
    """Close the folder and the lanes with the window, after what is still being written."""
    folder, half_filled = session.folder, window.half_filled()
    _leave_page(window, kept=half_filled is not None)
    if folder is not None:
        close = partial(_keep_and_close, folder, half_filled)
        session.lanes.run("vault", close, done=lambda _none: None)
    session.lanes.close()


def _show_bug(
    session: Session,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what Python calls for a bug: a page that says so, without any value."""

    def show(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from ensdesk.ui.pages.failed import Failed

        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        session.land(lambda session: Failed(session, error))

    return show


def _run_tour(out: Path) -> None:
    from ensdesk.ui.tour import run_tour

    run_tour(out)
