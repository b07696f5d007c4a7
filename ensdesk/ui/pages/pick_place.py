"""Where something goes: the USB keys first; places that the Internet copies are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from ensdesk.folder.places import cloud_of, sticks
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import add_answers
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

Chosen = Callable[[Session, Path], object]
_LOOK_AGAIN = 1500  # milliseconds: a key that is plugged in appears by itself


class PickPlace(Page):
    """Calls `chosen(session, place)` with a directory. *notes* say what to know before."""

    name = "pick-place"

    def __init__(self, session: Session, title: str, chosen: Chosen, *notes: str) -> None:
        super().__init__(session, title)
        self.chosen = chosen
        if notes:
            self.add_note(*notes)
        self.hint = self.add_text(_(N_("Plug your USB key in: it will appear here.")))
        self._seen: tuple[Path, ...] | None = None
        self.keys = self.add_list((), name=_(N_("USB keys")), shown=3)
        if session.centre is None:
            self._offer_this_computer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def _offer_this_computer(self) -> None:
        answers = (
            (self._documents, _(N_("On this computer")), _(N_("In Documents.")), "hard-drive"),
            (self._elsewhere, _(N_("In another place")), "", "folder-open"),
        )
        add_answers(self, answers, lambda go_on: go_on())

    def entered(self) -> None:
        self._look()
        self._timer.start(_LOOK_AGAIN)

    def leave(self) -> None:
        self._timer.stop()
        super().leave()

    def _look(self) -> None:
        self.ask(sticks, self._show, lane="work")

    def _show(self, found: tuple[Path, ...]) -> None:
        if found == self._seen:
            return
        first_time, self._seen = self._seen is None, found
        self.hint.setHidden(bool(found))
        self.keys.setHidden(not found)
        self.keys.set_rows(
            [RowItem(words_of(place), "", self._press(place), "usb") for place in found]
        )
        if found and first_time:
            self.first = self.keys.buttons()[0]
            self.first.setFocus()

    def _press(self, place: Path) -> Callable[[], None]:
        return lambda: self._pick(place)

    def _documents(self) -> None:
        self.ask(_documents_of_person, self._pick, lane="work")

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.pick_directory import PickDirectory

        title = self.heading.text()
        self.session.go(lambda session: PickDirectory(session, title, self._pick))

    def _pick(self, place: Path) -> None:
        # Not `ask`: it may be the page of the places inside that picks, long after this one went.
        self.session.lanes.run(
            "work", lambda: cloud_of(place), done=lambda cloud: self._picked(place, cloud)
        )

    def _picked(self, place: Path, cloud: str | None) -> None:
        chosen = self.chosen
        if cloud is None:
            chosen(self.session, place)
        else:
            self.session.go(lambda session: CloudPlace(session, place, cloud, chosen))


class CloudPlace(Page):
    """Says who copies the place to the Internet; another place is the main answer."""

    name = "cloud-place"

    def __init__(self, session: Session, place: Path, cloud: str, chosen: Chosen) -> None:
        super().__init__(session, _(N_("This place goes to the Internet.")))
        self.add_text(
            _(N_("{cloud} copies this place to its own computers.")).format(cloud=cloud), "lead"
        )
        self.add_text(_(N_("Your health would leave your home without your pressing anything.")))
        self.add_primary(_(N_("Choose another place")), session.back, icon="arrow-left")
        self.add_secondary(_(N_("Keep it here")), lambda: chosen(session, place))


def words_of(place: Path) -> str:
    """Return how a place is called: a key by its name, a directory by its own."""
    if place in sticks():
        return _(N_("USB key {name}")).format(name=place.name)
    return place.name or str(place)


def _documents_of_person() -> Path:
    from platformdirs import user_documents_path

    place = user_documents_path()
    return place if place.is_dir() else Path.home()
