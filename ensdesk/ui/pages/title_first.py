"""Pages that are read before anything is pressed: the keyboard starts at their title."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ensdesk.ui.page import Page


def start_at_title(page: Page) -> None:
    """Give the first focus to the title.

    A long page then opens at its top, also in large text, and Enter answers nothing unread.
    """
    page.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    page.first = page.heading
