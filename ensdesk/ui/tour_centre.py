"""The stops of the tour on a computer of a centre."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from ensdesk.ui.page import Page
from ensdesk.ui.pages.centre.finish import Finish
from ensdesk.ui.pages.centre.on_keys import FoldersOnKeys
from ensdesk.ui.pages.centre.over import VisitOver
from ensdesk.ui.pages.centre.team_sheets import TeamSheet, TeamSheets
from ensdesk.ui.pages.centre.welcome import CentreWelcome
from ensdesk.ui.pages.help import SetUp
from ensdesk.ui.session import MakePage
from ensdesk.ui.tour_stops import Stop


def centre_stops() -> tuple[Stop, ...]:
    """Return the pages that only visitors see."""
    return (
        Stop("centre-welcome", CentreWelcome, needs_folder=False, first=True, in_centre=True),
        _stop("centre-keys", FoldersOnKeys),
        _stop("centre-finish", Finish),
        Stop("centre-over", VisitOver, needs_folder=False, prepare=_plugged, in_centre=True),
        _stop("centre-lost", lambda session: VisitOver(session, lost=True)),
        _stop("centre-set", SetUp),
        _stop("centre-team", TeamSheets),
        _stop("centre-guide", lambda session: TeamSheet(session, "centre-guide")),
        _stop("centre-promise", lambda session: TeamSheet(session, "centre-promise")),
    )


def _stop(name: str, make: MakePage) -> Stop:
    return Stop(name, make, needs_folder=False, in_centre=True)


def _plugged(page: Page) -> None:
    cast("VisitOver", page)._show((Path("/media/BLEUE"),))  # noqa: SLF001 - no key of this computer
