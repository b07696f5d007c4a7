"""A secret written twice: one button shows both."""

from __future__ import annotations

from ensdesk.ui.widgets.secret_field import SecretField


def show_together(first: SecretField, second: SecretField) -> None:
    """Let the button of *first* show and hide *second* as well, whose own button hides."""
    second.eye.hide()
    first.eye.clicked.connect(lambda: second.secret.reveal(first.secret.is_shown))
