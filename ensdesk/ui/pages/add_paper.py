"""Chooses a paper to add: the latest ones in the usual places, or one dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.pages.adding import Adding, Keeping
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.drops import TakesDrops
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.folder.recent_papers import LyingPaper
    from ensdesk.kinds.document import Document

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic"})


class KeepsPaper(TakesDrops):
    """A page from which a paper is taken: it is kept, looked at, then its name is asked."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__(session, title)
        self._keeping: Keeping | None = None

    def dropped(self, paths: tuple[Path, ...]) -> None:
        if len(paths) > 1:
            self.take_all(paths)
        else:
            (path,) = paths
            self.ask(path.is_dir, lambda inside: self._take(path, inside=inside), lane="work")

    def take_all(self, paths: tuple[Path, ...]) -> None:
        """Look at several papers, a directory or a ZIP."""
        from ensdesk.ui.pages.several_papers import SeveralPapers

        self.session.go(lambda session: SeveralPapers(session, paths))

    def _take(self, path: Path, *, inside: bool) -> None:
        if inside:
            self.take_all((path,))
        else:
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep the paper at *path* and go on; a ZIP is looked into."""
        if path.suffix.lower() == ".zip":
            self.take_all((path,))
            return
        if self._keeping is not None:
            self._keeping.leave()
        self._keeping = Keeping(self, path, self._kept)
        self._keeping.start()

    def leave(self) -> None:
        super().leave()
        if self._keeping is not None:
            self._keeping.leave()

    def _kept(self, adding: Adding) -> None:
        folder = folder_of(self.session)

        def look() -> tuple[Document, ...]:
            from ensdesk.folder.papers import same_papers

            return same_papers(folder, adding.paper)

        self.ask(look, lambda same: self._go_on(adding, same))

    def _go_on(self, adding: Adding, same: tuple[Document, ...]) -> None:
        from ensdesk.ui.pages.paper_details import AlreadyThere, PaperDetails

        if same:
            self.session.go(lambda session: AlreadyThere(session, adding, same[0]))
        else:
            self.session.go(lambda session: PaperDetails(session, adding))


class AddPaper(KeepsPaper):
    """Big rows, the latest first; « Chercher ailleurs » goes anywhere else."""

    name = "add-paper"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which paper would you like to add?")))
        self.hint = self.add_text(_(N_("I am looking for your papers…")))
        self.papers = self.add_list((), shown=3)
        self.place_notices()
        self.add_secondary(_(N_("Look somewhere else")), self._elsewhere, icon="search")
        self.add_text(_(N_("You can also drop papers, or a ZIP, on this page.")), "example")

    def entered(self) -> None:
        in_centre = self.session.centre is not None

        def find() -> tuple[LyingPaper, ...]:
            from ensdesk.folder.recent_papers import recent_papers

            return recent_papers(on_keys_only=in_centre)

        self.ask(find, self._show, lane="work")

    def _show(self, found: tuple[LyingPaper, ...]) -> None:
        self.papers.setHidden(not found)
        if not found:
            self.hint.setText(_(N_("I see no paper in the usual places.")))
            return
        here = N_("The latest papers of this computer and of your keys:")
        on_keys = N_("The latest papers of your keys:")
        self.hint.setText(_(here if self.session.centre is None else on_keys))
        self.papers.set_rows([self._row(paper) for paper in found])
        self.first = self.papers.buttons()[0]
        self.first.setFocus()

    def _row(self, paper: LyingPaper) -> RowItem:
        return RowItem(
            paper.path.name, _place_and_day(paper), self._press(paper.path), icon_of(paper.path)
        )

    def _press(self, path: Path) -> Callable[[], None]:
        return lambda: self.take(path)

    def _elsewhere(self) -> None:
        from ensdesk.ui.pages.pick_file import PickFile

        self.session.go(PickFile)


def icon_of(path: Path) -> str:
    if path.suffix.lower() == ".zip":
        return "archive"
    return "image" if path.suffix.lower() in PICTURES else "file-text"


def _place_and_day(paper: LyingPaper) -> str:
    place = paper.path.parent.name
    if paper.stick is not None:
        place = _(N_("USB key {name}")).format(name=paper.stick.name)
    return f"{place} · {on_in_words(PartialDate.of(paper.written))}"
