"""Picks a paper anywhere on the disk by large buttons; what was visited is not remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.ui.pages.add_paper import KeepsPaper, icon_of
from ensdesk.ui.pages.first_places import first_places, place_above
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_TAKEN = ("image", "file-text", "archive")


class PickFile(KeepsPaper):
    """Starts with the person's own place and the USB keys; a press goes inside, or takes."""

    name = "pick-file"

    def __init__(self, session: Session, place: Path | None = None) -> None:
        super().__init__(session, _(N_("Where is the paper?")))
        self.place = place
        if place is not None:
            self.add_text(_(N_("You are in: {name}")).format(name=place.name or str(place)), "lead")
        self.inside = self.add_list((), name=_(N_("Places and papers inside")), shown=3)
        self.empty = self.add_text(_(N_("There is no paper in here.")), "example")
        self.empty.hide()
        self.place_notices()
        self.whole = self.add_secondary(
            _(N_("Take all that is in here")), self._take_whole, icon="folder-open"
        )
        self.whole.hide()
        if place is not None and (above := place_above(session, place)):
            self.add_secondary(
                _(N_("Go up")),
                lambda: session.instead(lambda session: PickFile(session, above)),
                icon="chevron-left",
            )

    def entered(self) -> None:
        place, session = self.place, self.session
        look = (lambda: first_places(session)) if place is None else (lambda: _rows_in(place))
        self.ask(look, self._show, lane="work")

    def _show(self, found: tuple[tuple[Path, str], ...]) -> None:
        self.inside.set_rows(
            [RowItem(p.name or str(p), "", self._press(p, icon), icon) for p, icon in found]
        )
        self.inside.setVisible(bool(found))
        self.empty.setVisible(not found)
        papers = sum(icon in _TAKEN for _path, icon in found)
        self.whole.setVisible(self.place is not None and papers > 1)
        if found:
            self.first = self.inside.buttons()[0]
            self.first.setFocus()

    def _press(self, path: Path, icon: str) -> Callable[[], None]:
        if icon in _TAKEN:
            return lambda: self.take(path)
        return lambda: self.session.go(lambda session: PickFile(session, path))

    def _take_whole(self) -> None:
        if self.place is not None:
            self.take_all((self.place,))


def _rows_in(place: Path) -> tuple[tuple[Path, str], ...]:
    from ensdesk.folder.recent_papers import papers_in

    return tuple((p, "folder-open" if p.is_dir() else icon_of(p)) for p in papers_in(place))
