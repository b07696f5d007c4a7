"""Starts the program: chooses command or window, builds the parts and connects them."""

from __future__ import annotations

import contextlib
import io
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

    from ensdesk.centre import Centre
    from ensdesk.folder.folder import Folder
    from ensdesk.ui.page import Page
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window
    from ensdesk.visits import Visit

Restart = Callable[[Path, bytes], object]  # the place, and what a helper is handed
# How the program starts itself again: a folder was closed, or somebody helps in it. Their keys
# come through a pipe: an argument, the environment or a file could be read by others.
_CLOSED, _HELPED = "--closed", "--helped"
_CENTRE, _VISIT = "--centre", "--visit"
_CALM = 200  # milliseconds after the window was built


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code. Without a command it opens the window."""
    given = list(sys.argv[1:] if argv is None else argv)
    visit = None
    try:
        if given[:1] == [_CENTRE]:
            return _receive_visitors(given[1:])
        if given[:1] == [_VISIT]:
            from ensdesk.visits import Visit

            visit, given = Visit.of(given[1:4]), given[4:]
        how, *rest = given or [""]
        if how not in {"", _CLOSED, _HELPED}:
            from ensdesk import cli

            return cli.run(given, _run_tour)
        handed = take_handed() if how == _HELPED else b""
        return _open_window(Path(rest[0]) if rest else None, handed, visit)
    except Trouble as trouble:
        sys.stderr.write(trouble.sentence() + "\n")
        return 1


def _receive_visitors(given: Sequence[str]) -> int:
    """Keep a window open for one visitor after the other, as the file of the centre says."""
    from ensdesk import centre, visits

    choose("fr")
    file = Path(given[0]).absolute() if given else None
    centre.load(file)  # an error in it is for the person in charge, not for a visitor
    return visits.keep_open(file, visits.Starter())


def _open_window(closed: Path | None, handed: bytes, visit: Visit | None) -> int:
    from ensdesk.reading.memory import keep_memory_private
    from ensdesk.reading.walls import refuse_network

    keep_memory_private()
    refuse_network()  # before Qt starts a thread
    app = make_application()
    centre = centre_of(visit) if visit else None
    session, window = connect(partial(_restart, visit=visit), centre)
    sys.excepthook = _show_bug(session)
    if visit is None:
        window.show()
        start(session, closed, handed)
        return app.exec()
    from ensdesk.ui.visit_end import VisitEnd

    end = VisitEnd(session, window, visit)
    window.setGeometry(app.primaryScreen().geometry())  # a kiosk may have no window manager
    window.showFullScreen()
    start(session, closed, handed)
    end.tell_of_the_last_one()
    return end.told(app.exec())


def centre_of(visit: Visit) -> Centre:
    """Return what the centre set; its file was read before, but may have changed meanwhile."""
    from ensdesk import centre

    try:
        return centre.load(Path(visit.file) if visit.file else None)
    except centre.CentreFileWrong:
        return centre.Centre()


def make_application() -> QApplication:
    """Return the one QApplication, without traces: no native dialogs, no recent files."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")  # else Qt opens TCP to print
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["ensdesk"])


def connect(restart: Restart, centre: Centre | None = None) -> tuple[Session, Window]:
    """Build the session and its window from the settings of this computer, or of the centre."""
    from PySide6.QtCore import QTimer

    from ensdesk import settings
    from ensdesk.ui.lanes import ThreadLanes
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window

    chosen = settings.load(first=centre.settings() if centre else None)
    choose(chosen.language)
    session = Session(
        lanes=ThreadLanes(), settings=chosen, save_settings=settings.save, centre=centre
    )
    window = Window(session)
    session.make_first = _first
    session.make_home = _home
    session.make_help = _help
    session.make_search = _search
    session.lock = lambda: _close_folder(session, window, restart)
    session.let_help = lambda name: _let_help(session, window, restart, name)
    window.on_close = lambda: _leave(session, window)
    QTimer.singleShot(_CALM, window, lambda: _watch(session, window))
    return session, window


def _watch(session: Session, window: Window) -> None:
    """Watch over what is open, once the first page is in view: until then nothing can be."""
    from ensdesk.ui.away import AwayWatch, buses_here
    from ensdesk.ui.double_watch import DoubleWatch
    from ensdesk.ui.notification import notify
    from ensdesk.ui.reminder import Reminder

    DoubleWatch(session, window)
    AwayWatch(session, buses_here, window)
    if session.centre is None:  # words outside the window would be read by the next visitor
        Reminder(session, notify, window.isActiveWindow, window)


def start(session: Session, closed: Path | None, handed: bytes = b"") -> None:
    """Show the first page: « Ouvrir mon dossier » after a folder was closed, else « Bonjour ».

    With what was *handed* the folder is opened for somebody who helps.
    """
    session.home()
    if closed is not None and handed:
        _open_for_help(session, closed, handed)
    elif closed is not None and closed.exists():  # that of the example went when it was closed
        from ensdesk.ui.pages.open_folder import after_closing

        after_closing(session, closed)
    elif closed is not None and session.centre is not None:
        session.end_visit()  # the key went with its owner


def _open_for_help(session: Session, place: Path, handed: bytes) -> None:
    from ensdesk.folder.people import open_handed
    from ensdesk.ui.pages.new_folder.making import keychain_of

    def opened(folder: Folder) -> None:
        session.set_folder(folder)
        session.home()

    session.lanes.run(
        "vault", lambda: open_handed(place, handed, keychain_of(session)), done=opened
    )


def _first(session: Session) -> Page:
    if session.centre is not None:
        from ensdesk.ui.pages.centre.welcome import CentreWelcome

        return CentreWelcome(session)
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
    window.drafts.end(kept=half_filled is not None)
    place = folder.vault.path

    def closed(_answer: object) -> None:
        restart(place, b"")

    # Closed or failed, it does not stay open.
    close = partial(_keep_and_close, folder, half_filled)
    session.lanes.run("vault", close, done=closed, failed=closed)


def _let_help(session: Session, window: Window, restart: Restart, name: str) -> None:
    """Close the folder and start again with the keys of a helper alone."""
    folder = session.folder
    if folder is None:
        return
    place = folder.vault.path

    def hand_and_close() -> bytes:
        from ensdesk.folder.people import hand_to

        handed = hand_to(folder, name)
        _keep_and_close(folder, None)
        return handed

    def closed(handed: bytes) -> None:
        _leave_page(window, kept=False)
        restart(place, handed)

    window.drafts.end(kept=False)
    session.lanes.run("vault", hand_and_close, done=closed)


def _keep_and_close(folder: Folder, half_filled: tuple[str, dict[str, Any]] | None) -> None:
    """Close the folder, also where nothing can be written any more."""
    with contextlib.suppress(Trouble):
        if half_filled:
            folder.keep_draft(*half_filled)
    with contextlib.suppress(Trouble):
        folder.close()


def _restart(place: Path, handed: bytes, visit: Visit | None = None) -> None:
    # -P as before: a file that lies where the person stands is no part of the program.
    safe = ["-P"] if sys.flags.safe_path else []
    program = [] if getattr(sys, "frozen", False) else [*safe, "-m", "ensdesk"]
    same = visit.again() if visit else []
    again = [sys.executable, *program, *same, _HELPED if handed else _CLOSED, str(place)]
    if sys.platform == "win32":  # not tried: there, exec would leave a second console
        import subprocess

        with subprocess.Popen(again, stdin=subprocess.PIPE).stdin or io.BytesIO() as pipe:
            pipe.write(handed)
        os._exit(0)
    if handed:
        read, write = os.pipe()
        os.write(write, handed)  # shorter than any pipe holds
        os.close(write)
        os.dup2(read, 0)
    os.execv(again[0], again)  # noqa: S606 - itself, without a shell


def take_handed() -> bytes:
    """Return what the program handed to itself on its standard input, and let go of that."""
    handed = b""
    while part := os.read(0, 4096):
        handed += part
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return handed


def _leave_page(window: Window, *, kept: bool) -> None:
    """Let the page in view stop its work; without a draft it forgets what is beside the folder."""
    if window.page is not None:
        (window.page.leave_for_later if kept else window.page.leave)()


def _leave(session: Session, window: Window) -> None:
    """Close the folder and the lanes with the window, after what is still being written."""
    folder, half_filled = session.folder, window.half_filled()
    _leave_page(window, kept=half_filled is not None)
    if folder is not None:
        window.drafts.end(kept=half_filled is not None)
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
