"""A paper of the folder: its pages, what is written about it, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ensdesk.kinds.document import Document
from ensdesk.language import N_, _
from ensdesk.reading.reader import can_show
from ensdesk.record.record import Record, RecordId
from ensdesk.record.topic import topics_of
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.hidden_paper import add_hidden_note
from ensdesk.ui.pages.in_short import first_line, second_line
from ensdesk.ui.pages.on_paper import OnPaper, add_viewer
from ensdesk.ui.pages.record_page import RecordPage
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.vault.paper_rows import PaperRow


@dataclass(frozen=True)
class _Seen:
    record: Document | None
    row: PaperRow | None
    texts: tuple[str, ...]
    topics: tuple[str, ...] = ()


class PaperPage(Page):
    """Its title names the kind, never the paper: the title of the window is seen by others."""

    name = "paper"

    def __init__(
        self,
        session: Session,
        record_id: RecordId,
        page: int = 1,
        marked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(session, _(Document.title))
        self.record_id = record_id
        self._page = page
        self._marked = marked
        self.place_notices()

    def entered(self) -> None:
        folder, record_id = folder_of(self.session), self.record_id

        def read() -> _Seen:
            from ensdesk.folder.papers import paper_of
            from ensdesk.folder.topics import names_for

            record, row = folder.record(record_id), paper_of(folder, record_id)
            if not isinstance(record, Document):
                return _Seen(None, None, ())
            papers = folder.drawers.of(record_id).papers
            pages = range(1, row.pages + 1 if row else 1)
            texts = tuple(papers.text(record_id, page) or "" for page in pages)
            topics = tuple(map(names_for(folder, record), topics_of(record)))
            return _Seen(record, row, texts, topics)

        self.ask(read, self._show)

    def _show(self, seen: _Seen) -> None:
        record, row = seen.record, seen.row
        if record is None:
            self.add_text(_(N_("This is no longer in your lists.")), "lead")
            self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")
            return
        self.add_text(first_line(record), "lead")
        about = " · ".join(filter(None, (second_line(record), record.author, *seen.topics)))
        self.add_text(about, "example").setHidden(not about)
        if row is None:
            self.add_note(_(N_("The pages of this paper are not in the folder.")))
            self.add_primary(
                _(N_("Change or take away")), self._change, icon="pencil", changes=True
            )
            return
        shown = bool(row.pages) and can_show(row.media_type)
        if not shown:
            add_hidden_note(self, row)
        elif not any(seen.texts):
            words = N_("It is a picture: search finds it by its name, not by its words.")
            self.add_text(_(words), "example")
        if shown:
            turn = int(record.turn.value) if record.turn else 0
            paper = self._on_paper(row, seen.texts, turn)
            self.add_primary(
                _(N_("Print this paper")), lambda: self._print(paper, row), icon="printer"
            )
            self.add_secondary(
                _(N_("Keep a copy of this paper")), lambda: self._give_out(row), icon="file-down"
            )
        else:
            self.add_primary(
                _(N_("Keep a copy of this paper")), lambda: self._give_out(row), icon="file-down"
            )
        self.add_link(_(N_("Change or take away")), self._change, icon="pencil", changes=True)
        self.first = self.primary
        if shown:
            viewer = add_viewer(self, paper)
            viewer.turn_to(self._page - 1)
            if self._marked:
                self.first = viewer.frame

    def _on_paper(self, row: PaperRow, texts: tuple[str, ...], turn: int) -> OnPaper:
        documents = folder_of(self.session).vault.documents
        return OnPaper(
            title=_(Document.title),
            pages=row.pages,
            media_type=row.media_type,
            open=lambda: documents.open(row.kept),
            texts=texts,
            printed=self._printed,
            turn=turn,
            marked=self._marked,
        )

    def _print(self, paper: OnPaper, row: PaperRow) -> None:
        from ensdesk.ui.pages.print_paper import PrintPaper

        folder, record_id, today = folder_of(self.session), self.record_id, self.session.today()

        def cover() -> bytes:
            from ensdesk.folder.printing import cover_pdf

            return cover_pdf(folder, record_id, row.pages, today)

        self.session.go(lambda s: PrintPaper(s, paper, lambda: self._give_out(row), cover))

    def _printed(self) -> None:
        session, record_id = self.session, self.record_id
        session.land(lambda session: PaperPage(session, record_id))
        session.say(_(N_("It is printed.")))

    def _change(self) -> None:
        record_id = self.record_id
        self.session.go(lambda session: PaperWords(session, record_id))

    # -- a copy in clear -------------------------------------------------------------------------

    def _give_out(self, row: PaperRow) -> None:
        from ensdesk.ui.pages.paper_out import PaperOut

        self.session.go(lambda session: PaperOut(session, row))


class PaperWords(RecordPage):
    """What is written about the paper; taking it away goes back to the list of papers."""

    name = "paper-words"

    def _retire(self, record: Record) -> None:
        def then() -> None:
            from ensdesk.ui.pages.papers import Papers

            self.session.land(Papers)

        said = _(N_("The paper is taken away from your lists."))
        act(self, lambda folder: folder.retire(record), said, then)
