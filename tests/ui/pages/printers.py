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


def plug_keys(monkeypatch: pytest.MonkeyPatch, *places: Path) -> None:
    """Let the program see these directories as USB keys."""
    from ensdesk.folder import places as known
    from ensdesk.ui.pages import pick_place

    for module in (known, pick_place):
        monkeypatch.setattr(module, "sticks", lambda: places)
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
