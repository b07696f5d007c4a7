"""« Reprendre une copie »: which one, its words if it is closed, then what came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.bringing import Bringing
from ensdesk.ui.pages.drops import TakesDrops
from ensdesk.ui.pages.pick_place import words_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.bringing_back import BroughtBack
    from ensdesk.folder.found_copies import FoundCopy
    from ensdesk.ui.widgets.secret_field import SecretField


def BringBack(session: Session, path: Path | None = None) -> Page:
    """Return the page that a copy begins with: a folder first, then which copy."""
    if session.folder is None:
        return FolderFirst(session)
    return WhichCopy(session) if path is None else TakeCopy(session, path)


class FolderFirst(Page):
    """A copy goes into a folder: there has to be one."""

    name = "bring-back-folder"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("A copy needs a folder.")))
        self.add_text(_(N_("Make a folder, or open yours. Then press “Print or copy”.")), "lead")
        self.add_text(_(N_("There you will find “Take back a copy”.")))
        self.add_primary(_(N_("Make my folder")), self._make, icon="folder-plus")
        self.add_secondary(_(N_("Open my folder")), self._open, icon="folder-open")

    def _make(self) -> None:
        from ensdesk.ui.pages.new_folder.for_whom import ForWhom

        self.session.go(ForWhom)

    def _open(self) -> None:
        from ensdesk.ui.pages.open_folder import open_known

        open_known(self)


class WhichCopy(TakesDrops):
    """The copies of the USB keys and of the usual places, the latest first."""

    name = "bring-back"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which copy would you like to take back?")))
        self.hint = self.add_text(_(N_("I am looking for copies…")))
        self.copies = self.add_list((), shown=3)
        self.place_notices()
        self.add_secondary(_(N_("I have just plugged my key in")), self._look, icon="usb")
        self.add_secondary(_(N_("Look somewhere else")), self._elsewhere, icon="search")
        self.add_text(_(N_("Nothing of your folder will be replaced.")), "example")

    def entered(self) -> None:
        self._look()

    def dropped(self, paths: tuple[Path, ...]) -> None:
        path = paths[0]
        self._take(path)

    def _look(self) -> None:
        def find() -> tuple[FoundCopy, ...]:
            from ensdesk.folder.found_copies import copies_here

            return copies_here()

        self.ask(find, self._show, lane="work")

    def _show(self, found: tuple[FoundCopy, ...]) -> None:
        if found:
            self.hint.setText(_(N_("I have found these copies:")))
        else:
            self.hint.setText(_(N_("I see no copy yet. Plug your USB key in.")))
        self.copies.setHidden(not found)
        self.copies.set_rows([self._row(copy) for copy in found])
        if found:
            self.first = self.copies.buttons()[0]
            self.first.setFocus()

    def _row(self, copy: FoundCopy) -> RowItem:
        day = on_in_words(PartialDate.of(copy.written))
        closed = _(N_("closed by words")) if copy.closed else ""
        detail = " · ".join(part for part in (words_of(copy.path.parent), day, closed) if part)
        icon = "lock" if copy.closed else "archive"
        return RowItem(copy.path.stem, detail, self._press(copy.path), icon)

    def _press(self, path: Path) -> Callable[[], None]:
        return lambda: self._take(path)

    def _take(self, path: Path) -> None:
        self.session.go(lambda session: TakeCopy(session, path))

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.pick_directory import PickDirectory

        title = _(N_("In which place is the copy?"))
        self.session.go(lambda session: PickDirectory(session, title, self._in_place))

    def _in_place(self, place: Path) -> None:
        self.session.go(lambda session: CopiesIn(session, place))


class CopiesIn(WhichCopy):
    """The copies of one place."""

    def __init__(self, session: Session, place: Path) -> None:
        self.place = place
        super().__init__(session)

    def _look(self) -> None:
        place = self.place

        def find() -> tuple[FoundCopy, ...]:
            from ensdesk.folder.found_copies import copies_in

            return copies_in(place)

        self.ask(find, self._show, lane="work")


class TakeCopy(Page):
    """Says what will happen; asks for the words of a closed copy."""

    name = "take-copy"

    def __init__(self, session: Session, path: Path) -> None:
        super().__init__(session, _(N_("Take back this copy?")))
        self.add_text(path.stem, "lead")
        self.add_text(_(N_("What is missing is added. Nothing is replaced, nothing is lost.")))
        self.words: SecretField | None = None
        self._path = path
        self._bringing: Bringing | None = None

    def entered(self) -> None:
        path = self._path

        def look() -> bool:
            from ensdesk.folder.bringing_back import is_closed

            return is_closed(path)

        self.ask(look, self._show, lane="work")

    def _show(self, closed: bool) -> None:
        if closed:
            self.words = self.add_secret(
                _(N_("The words of the copy")), _(N_("The five words that came with it"))
            )
        self.add_primary(_(N_("Take back the copy")), self._go, icon="download")

    def _go(self) -> None:
        if self.words is not None and not self.words.need():
            return
        words = self.words.text() if self.words is not None else None
        if self._bringing is not None:
            self._bringing.leave()
        self._bringing = Bringing(self, self._path, words, self._done)
        self._bringing.start()

    def leave(self) -> None:
        super().leave()
        if self._bringing is not None:
            self._bringing.leave()

    def _done(self, back: BroughtBack) -> None:
        from ensdesk.ui.pages.brought_back import CopyTaken

        self.session.land(lambda session: CopyTaken(session, back))
