"""The few words that Qt itself says: the menu of a line to type in."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

_NAME = "qtbase"


def speak_as(code: str) -> None:
    """Let Qt speak the language *code*; English is its own."""
    app = QApplication.instance()
    if app is None:
        return
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)  # the application keeps it alive: installing does not
    translator.setObjectName(_NAME)
    shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"{_NAME}_{code}", shipped):
        app.installTranslator(translator)
