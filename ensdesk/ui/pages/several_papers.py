"""Several papers, a directory or a ZIP: one look at what would come in, then one press."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import second_line
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem, ShowRows

if TYPE_CHECKING:
    from ensdesk.folder.several_papers import Brought, Found, FoundPaper

_NAMED = 3  # of the files that are not taken


class SeveralPapers(Page):
    """A row says whether its paper comes in; a press on it says the contrary."""

    name = "several-papers"

    def __init__(self, session: Session, paths: tuple[Path, ...]) -> None:
        super().__init__(session, _(N_("Which papers come in?")))
        self._paths = paths
        self._found: Found | None = None
        self._chosen: set[str] = set()
        self._running: Running | None = None
        self._gone = False
        self._brought: Brought | None = None
        self.said = self.add_text(_(N_("I am looking at the papers…")), "lead")
        self.rows = self.add_list((), name=_(N_("Papers found")), shown=4)
        self.rows.hide()
        self.how = self.add_text(_(N_("Press a paper to take it or to leave it.")), "example")
        self.how.hide()
        self.left = self.add_text("", "example")
        self.left.hide()
        self.place_notices()
        self.go_on = self.add_primary(_(N_("Add these papers")), self._add, icon="check")
        self.go_on.hide()

    # -- the look --------------------------------------------------------------------------------

    def entered(self) -> None:
        if self._found is not None:
            return
        paths, today = self._paths, self.session.today()

        def look(running: Running) -> Found:
            from ensdesk.folder.several_papers import look_around

            return look_around(paths, today, running.tell, running.stopped)

        words = _(N_("I am looking at the papers…"))
        self._running = self.work(look, self._looked, words=words, failed=self._not_looked)

    def _not_looked(self, error: BaseException) -> None:
        self.said.setText(_(N_("Nothing was added.")))
        self._failed(error)

    def _looked(self, found: Found) -> None:
        folder = folder_of(self.session)

        def mark() -> Found:
            from ensdesk.folder.several_papers import mark_same

            return mark_same(folder, found)

        self.ask(mark, self.show_found)

    def show_found(self, found: Found) -> None:
        """Show what was found, what is there already unticked."""
        self._found = found
        self._chosen = {paper.place for paper in found.papers if not paper.same}
        self.said.setText(in_short(found))
        self.left.setText(_left_in_words(found))
        self.left.setVisible(bool(found.left))
        self.rows.setVisible(bool(found.papers))
        self.how.setVisible(bool(found.papers))
        self._redraw()

    def _redraw(self) -> None:
        papers = self._found.papers if self._found else ()

        def read(first: int, count: int, show: ShowRows) -> None:
            show([self._row(paper) for paper in papers[first : first + count]])

        self.rows.set_pages(len(papers), read)
        count = len(self._chosen)
        words = plural("Add {count} paper", "Add {count} papers", count)
        self.go_on.say(words if count else _(N_("Add these papers")))
        self.go_on.setVisible(bool(count))

    def _row(self, paper: FoundPaper) -> RowItem:
        there = _(N_("already in your folder"))
        comes = paper.place in self._chosen
        state = _(N_("Comes in")) if comes else _(N_("Stays out"))
        if paper.same:
            state = f"{state} · {there}"
        detail = " · ".join(filter(None, (state, second_line(paper.record))))
        icon = "check" if comes else "x"
        return RowItem(paper.record.name, detail, self._turn(paper.place), icon)

    def _turn(self, place: str) -> Callable[[], None]:
        def turn() -> None:
            self._chosen ^= {place}
            at = next((n for n, b in enumerate(self.rows.buttons()) if b.hasFocus()), None)
            self._redraw()
            if at is not None:
                self.rows.buttons()[at].setFocus()

        return turn

    # -- the act ---------------------------------------------------------------------------------

    def _add(self) -> None:
        found, chosen, folder = self._found, frozenset(self._chosen), folder_of(self.session)
        if found is None or not chosen:
            return

        def bring(running: Running) -> Brought:
            from ensdesk.folder.several_papers import bring_in, leave

            brought = bring_in(folder, found, chosen, running.tell, running.stopped)
            self._brought = brought
            if self._gone:  # nobody else would forget these bytes
                self._brought = None
                leave(folder, brought)
            return brought

        words = _(N_("I am adding the papers…"))
        self._running = self.work(bring, lambda b: self._in(b, len(chosen)), words=words)

    def _in(self, brought: Brought, wanted: int) -> None:
        count, session = len(brought.papers), self.session
        if not count:
            self.session.say(_(N_("Nothing was added.")))
            return
        self._brought = None  # from here on they are the folder's
        said = plural(
            "{count} paper is in your folder.", "{count} papers are in your folder.", count
        )
        missing = wanted - count
        if missing:
            rest = plural("{count} paper stays out.", "{count} papers stay out.", missing)
            said = f"{said} {rest}"

        def add(folder: object) -> None:
            from ensdesk.folder.several_papers import add_all

            add_all(folder, brought)  # type: ignore[arg-type]

        def then() -> None:
            from ensdesk.ui.pages.papers import Papers

            session.land(Papers)

        act(self, add, said, then)

    def leave(self) -> None:
        super().leave()
        self._gone = True
        if self._running is not None:
            self._running.stop()
        brought, folder = self._brought, self.session.folder
        if brought is not None and folder is not None:
            self._brought = None

            def forget() -> None:
                from ensdesk.folder.several_papers import leave

                leave(folder, brought)

            self.session.lanes.run("vault", forget, done=lambda _none: None)


def in_short(found: Found) -> str:
    """Return « 12 papiers, 3 déjà dans votre dossier, 1 fichier laissé »."""
    same = sum(paper.same for paper in found.papers)
    parts = [plural("{count} paper found", "{count} papers found", len(found.papers))]
    if same:
        parts.append(_("{count} already in your folder").format(count=same))
    if found.left:
        parts.append(plural("{count} is left aside", "{count} are left aside", len(found.left)))
    return ", ".join(parts) + "."


def _left_in_words(found: Found) -> str:
    named = [f"{file.name}{_(': ')}{_(file.why)}" for file in found.left[:_NAMED]]
    more = len(found.left) - len(named)
    if more > 0:
        named.append(plural("and {count} other", "and {count} others", more))
    return "\n".join(named)
