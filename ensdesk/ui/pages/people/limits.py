"""« Ce que le programme ne peut pas empêcher »: said before somebody counts on it."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.point import Point, Points

LIMITS = (
    ("eye", N_("Who could read your folder yesterday may have kept a copy.")),
    ("key-round", N_("Who has your code or your key sheet opens everything, as you do.")),
    ("pencil", N_("“Reads only” protects from mistakes, not from an expert.")),
    ("calendar", N_("A last day is kept by the program, until you open your folder.")),
    ("copy", N_("An old double opens as on the day it was made.")),
    ("printer", N_("A printer may keep what it printed.")),
    ("hard-drive", N_("A computer with a spy program sees what you type.")),
    ("trash-2", N_("Your folder can be erased without being opened. Keep a double elsewhere.")),
)


class Limits(Page):
    """Eight plain sentences."""

    name = "limits"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What the program cannot prevent")))
        self.add(Points(*(Point(icon, _(words)) for icon, words in LIMITS)))
        start_at_title(self)
