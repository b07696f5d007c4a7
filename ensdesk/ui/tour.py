"""Drives the real window through every page and leaves a picture of each, and every sheet."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ensdesk.settings import Settings
from ensdesk.ui.lanes import InlineLanes
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop, all_stops
from ensdesk.ui.window import Window

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

# What is added to the name of a picture, the look, and the screen.
_LOOKS: tuple[tuple[str, Settings, tuple[int, int]], ...] = (
    ("", Settings(theme="light", points=14), (1366, 768)),
    ("-28pt", Settings(theme="light", points=28), (1024, 768)),
    ("-dark", Settings(theme="dark", points=14), (1366, 768)),
    ("-contrast", Settings(theme="contrast", points=14), (1366, 768)),
)


def run_tour(out: Path, stops: Iterable[Stop] | None = None) -> None:
    """Write one PNG a page and look, each sheet as PDF, and `titles.txt`, into *out*."""
    app = _application()
    out.mkdir(parents=True, exist_ok=True)
    wanted = tuple(stops if stops is not None else all_stops())
    folder = _example_folder()
    try:
        titles: list[str] = []
        for suffix, settings, size in _LOOKS:
            session = Session(lanes=InlineLanes(), settings=settings)
            window = _window(session, size)
            for stop in wanted:
                stop.set_scene(session, folder)
                window.forget()
                _visit(app, session, window, stop)
                window.grab().save(str(out / f"{stop.name}{suffix}.png"))
                if not suffix and window.page is not None:
                    titles.append(f"{stop.name}\t{window.page.heading.text()}")
            window.close()
            window.deleteLater()
        (out / "titles.txt").write_text("\n".join(titles) + "\n", encoding="utf-8")
        _write_sheets(folder, out)
    finally:
        folder.close()


def _visit(app: QApplication, session: Session, window: Window, stop: Stop) -> None:
    if not stop.first:
        session.go(lambda session: Page(session, ""))  # where one comes from: « Retour » shows
    session.go(stop.make)
    app.processEvents()
    if stop.prepare is not None and window.page is not None:
        stop.prepare(window.page)
    for _turn in range(4):  # layouts settle one after the other
        app.processEvents()


def _window(session: Session, size: tuple[int, int]) -> Window:
    window = Window(session)
    window.resize(*size)
    window.show()
    return window


def _example_folder() -> Folder:
    from ensdesk.folder.example_folder import open_example

    return open_example()


def _write_sheets(folder: Folder, out: Path) -> None:
    from ensdesk.folder.printing import sheet_names, sheet_pdf

    contents, today = folder.open_part.contents(), datetime.datetime.now().astimezone().date()
    for name in sheet_names():
        pdf = sheet_pdf(contents, name, today)
        (out / f"{name}.pdf").write_bytes(pdf)


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(["ensdesk"])
