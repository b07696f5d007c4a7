"""Picks a place on the disk by large buttons: no window on top, and nothing remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.first_places import first_places, place_above
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

Pick = Callable[[Path], object]
_MOST = 500


class PickDirectory(Page):
    """Starts with the person's own place and the USB keys; a press goes inside.

    *fits* tells which place is already what is looked for: pressing it picks it at once.
    """

    name = "pick-directory"

    def __init__(
        self,
        session: Session,
        title: str,
        pick: Pick,
        place: Path | None = None,
        fits: Callable[[Path], bool] | None = None,
    ) -> None:
        super().__init__(session, title)
        self.pick = pick
        self.place = place
        self.fits = fits
        if place is not None:
            self.add_text(_(N_("You are in: {name}")).format(name=place.name or str(place)), "lead")
        self.inside = self.add_list((), name=_(N_("Places inside")), shown=3)
        self.empty = self.add_text(_(N_("There is no other place in here.")), "example")
        self.empty.hide()
        if place is not None and fits is None:
            self.add_primary(_(N_("Choose this place")), lambda: pick(place), icon="check")
        if place is not None and (above := place_above(session, place)):
            self.add_secondary(
                _(N_("Go up")), lambda: session.instead(self._page(above)), icon="chevron-left"
            )

    def entered(self) -> None:
        place, session = self.place, self.session
        look = (lambda: first_places(session)) if place is None else (lambda: _places_in(place))
        self.ask(look, self._show, lane="work")

    def _show(self, found: tuple[tuple[Path, str], ...]) -> None:
        self.inside.set_rows(
            [
                RowItem(place.name or str(place), "", self._press(place), icon)
                for place, icon in found
            ]
        )
        self.inside.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            self.first = self.inside.buttons()[0]
            self.first.setFocus()

    def _press(self, place: Path) -> Callable[[], object]:
        return lambda: self._enter(place)

    def _enter(self, place: Path) -> None:
        fits = self.fits
        if fits is None:
            self.session.go(self._page(place))
        else:
            self.ask(lambda: fits(place), lambda yes: self._entered(place, yes), lane="work")

    def _entered(self, place: Path, fits: bool) -> None:
        if fits:
            self.pick(place)
        else:
            self.session.go(self._page(place))

    def _page(self, place: Path) -> Callable[[Session], Page]:
        title = self.heading.text()
        return lambda session: PickDirectory(session, title, self.pick, place, self.fits)


def _places_in(place: Path) -> tuple[tuple[Path, str], ...]:
    try:
        found = [part for part in place.iterdir() if part.is_dir() and part.name[:1] != "."]
    except OSError:
        return ()
    ordered = sorted(found, key=lambda part: part.name.casefold())[:_MOST]
    return tuple((part, "folder-open") for part in ordered)
