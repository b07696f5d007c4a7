"""Printers that tests can see: they print into a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from ensdesk.ui import printing


def plug_printers(monkeypatch: pytest.MonkeyPatch, place: Path, *names: str) -> None:
    """Let the program see printers of these *names*; each prints into `<name>.pdf` at *place*."""

    def named(name: str) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(place / f"{name}.pdf"))
        return printer

    monkeypatch.setattr(printing, "printer_names", lambda: names)
    monkeypatch.setattr(printing, "printer_named", named)


def plug_keys(monkeypatch: pytest.MonkeyPatch, *keys: Path) -> None:
    """Let the program see these directories as USB keys."""
    from ensdesk.folder import (
        found,
        found_copies,
        known_doubles,
        places,
        recent_papers,
        restoring,
    )
    from ensdesk.ui.pages import pick_place

    for module in (
        places,
        found,
        found_copies,
        known_doubles,
        recent_papers,
        restoring,
        pick_place,
    ):
        monkeypatch.setattr(module, "sticks", lambda: keys)
    for place in keys:
        place.mkdir(parents=True, exist_ok=True)
    # Nothing of this computer is looked at.
    for name in ("downloads", "desktop", "documents", "pictures"):
        monkeypatch.setattr(f"platformdirs.user_{name}_path", lambda: keys[0].parent / "nothing")
