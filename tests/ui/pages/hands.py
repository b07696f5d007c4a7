"""What a person does at the window: reads, presses, ticks and writes, by the words in view."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.window import Window


def settle() -> None:
    """Let the window finish what it began."""
    for _round in range(5):
        QApplication.processEvents()


def words_in_view(window: Window) -> str:
    """Return all that is written on the page and in the line above it."""
    settle()
    places = (window.help_strip, window.reading, window.strip, window.page)
    labels = [label for place in places for label in place.findChildren(QLabel)]
    shown = [label.text() for label in labels if label.isVisible()]
    return _plain("\n".join([*shown, *(button_words(button) for button in _buttons(window))]))


def title(window: Window) -> str:
    """Return the title of the page in view."""
    settle()
    return _plain(window.page.heading.text())


def button(window: Window, words: str) -> QAbstractButton:
    """Return the one button or answer in view that begins with *words*."""
    settle()
    found = [b for b in _buttons(window) if button_words(b).startswith(words)]
    assert len(found) == 1, f"{words!r}: {[button_words(b) for b in _buttons(window)]}"
    return found[0]


def buttons_in_view(window: Window) -> list[str]:
    """Return the words of every button and answer of the page."""
    settle()
    return [button_words(b) for b in _buttons(window)]


def press(window: Window, *each: str) -> None:
    """Press the buttons that begin with these words, one after the other."""
    for words in each:
        found = button(window, words)
        assert found.isEnabled(), words
        if isinstance(found, WordsButton):
            found._since.invalidate()  # a person is slower than the pause after a press
        found.click()
        settle()


def write(window: Window, label: str, text: str) -> None:
    """Write *text* into the line that is called *label*."""
    settle()
    lines = [
        line
        for line in window.page.findChildren(QLineEdit)
        if line.isVisible() and _plain(line.accessibleName()).startswith(label)
    ]
    assert len(lines) == 1, label
    lines[0].setText(text)
    lines[0].textEdited.emit(text)


def button_words(button: QAbstractButton) -> str:
    """Return what a button says, its second line too."""
    second = button.accessibleDescription()
    return _plain(button.accessibleName() + (f" — {second}" if second else ""))


def _plain(words: str) -> str:
    """Return *words* with usual spaces: those that do not break look the same."""
    return words.replace("\u00a0", " ")


def _buttons(window: Window) -> list[QAbstractButton]:
    places = (window.help_strip, window.reading, window.strip, window.page)
    return [b for p in places for b in p.findChildren(QAbstractButton) if b.isVisible()]
