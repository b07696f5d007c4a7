"""The stops of the tour with the keyboard on the screen: each set of keys, and it put away."""

from __future__ import annotations

from ensdesk.folder.places import default_place
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage
from ensdesk.ui.tour_stops import Stop

_NOWHERE = default_place().with_name("Dossier ensdesk 9")


def keyboard_stops() -> tuple[Stop, ...]:
    """Return a line, a code, words of a key sheet, numbers, several lines, and the button alone."""
    from ensdesk.ui.pages.blood_pressure import NoteBloodPressure
    from ensdesk.ui.pages.forgotten import Forgotten
    from ensdesk.ui.pages.help import KeyboardOnScreen, SetUp
    from ensdesk.ui.pages.medicine.name import AddMedicine
    from ensdesk.ui.pages.open_folder import OpenFolder
    from ensdesk.ui.pages.sheet_first.lines import Illnesses

    class WithCode(OpenFolder):
        """The page of a folder that opens with a code."""

        def entered(self) -> None:
            from ensdesk.folder.secrets_of_folder import Way

            self.show_ways(frozenset({Way.CODE, Way.SHEET}))

    def stop(name: str, make: MakePage, *, folder: bool = False, away: bool = False) -> Stop:
        prepare = _put_away if away else None
        return Stop(f"keyboard-{name}", make, folder, prepare, keyboard=True)

    return (
        Stop("help-set", SetUp),
        Stop("help-keyboard", KeyboardOnScreen),
        stop("letters", AddMedicine, folder=True),
        stop("code", lambda s: WithCode(s, _NOWHERE)),
        stop("words", lambda s: Forgotten(s, _NOWHERE)),
        stop("numbers", NoteBloodPressure, folder=True),
        stop("lines", Illnesses),
        stop("away", AddMedicine, folder=True, away=True),
    )


def _put_away(page: Page) -> None:
    from ensdesk.ui.keyboard_dock import KeyboardDock

    for dock in page.window().findChildren(KeyboardDock):
        dock.want(wanted=False)
