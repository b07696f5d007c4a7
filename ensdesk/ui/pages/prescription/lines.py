"""The lines of the prescription, one after the other, its picture beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ensdesk.folder.prescription import Line, Prescription, State, compared, line_of, proposed
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import intakes_in_words
from ensdesk.ui.pages.prescription.steps import Step
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.beside_paper import BesidePaper
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.prescription_line import PrescriptionLine
from ensdesk.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from ensdesk.vault.paper_rows import PaperRow

_STATES = {
    State.SAME: N_("Already written in your folder: the same."),
    State.CHANGED: N_("Already written in your folder: it changes."),
}
_Read = tuple[tuple[Medication, ...], "PaperRow | None"]


class PrescriptionLines(Step):
    """The line that is written stands on top; those that are finished are listed under it."""

    name = "prescription-lines"

    def __init__(self, session: Session, copied: Prescription) -> None:
        super().__init__(session, _(N_("Copy the prescription, line by line.")), copied)
        self._known: tuple[Medication, ...] = ()
        self._at: int | None = None  # the finished line that is corrected
        self.where = self.add_text("", "h2")
        self.add_text(
            _(N_("Write 1, ½ or 10 drops. Enter: next box. Arrow down: next line.")), "example"
        )
        self.editor = self.add(PrescriptionLine(), keeps=True)
        self._proposals = self.add(QWidget())
        self._proposals.setLayout(FlowLayout(gap=12))
        self.state = self.add_text("", "good")
        self.add_primary(_(N_("Next line")), self._next, icon="plus")
        self.add_secondary(_(N_("Everything is copied")), self._finish, icon="check")
        self.away = self.add_secondary(_(N_("Take this line away")), self._take_away, icon="x")
        self.rows = self.add_list((), name=_(N_("Lines copied")), shown=3)
        self.editor.ended.connect(self._next)
        self.editor.finished.connect(self._finish)
        self.editor.looks_down.connect(self._look_down)
        self.editor.edited.connect(self._tell)
        self.first = self.editor.called.line
        self._show_lines()

    def entered(self) -> None:
        folder, document = folder_of(self.session), self.copied.document

        def read() -> _Read:
            from ensdesk.folder.papers import paper_of

            return folder.records(Medication), paper_of(folder, document) if document else None

        self.ask(read, self._show)

    def draft(self) -> dict[str, Any] | None:
        kept = super().draft()
        return {**kept, "at": self._at} if kept else None

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values)
        at = values.get("at")
        self._at = at if isinstance(at, int) and at < len(self.copied.lines) else None
        self._show_lines()

    def _show(self, read: _Read) -> None:
        self._known, row = read
        self._tell()
        if row is not None and row.pages:
            self._show_paper(row)

    def _show_paper(self, row: PaperRow) -> None:
        from ensdesk.reading.reader import can_show
        from ensdesk.ui.pages.on_paper import OnPaper, viewer_of

        if not can_show(row.media_type):
            return
        documents = folder_of(self.session).vault.documents
        paper = OnPaper(
            title=_(N_("The prescription")),
            pages=row.pages,
            media_type=row.media_type,
            open=lambda: documents.open(row.kept),
            texts=(),
            printed=lambda: None,
        )
        viewer = viewer_of(self, paper)
        self.stand_in(lambda column: BesidePaper(column, viewer))

    # -- the line that is written ------------------------------------------------------------------

    def _next(self) -> bool:
        """Finish the line; say what is missing otherwise."""
        line, lines = self.editor.line(), self.copied.lines
        if not line.name:
            self.editor.called.error(_(N_("Write the name of a medicine.")))
            return False
        if self.copied.holds(line, self._at):
            self.editor.called.error(_(N_("This medicine is copied already. See below.")))
            return False
        if self._at is None:
            lines.append(line)
        else:
            lines[self._at] = line
        self._begin(None)
        return True

    def _begin(self, at: int | None) -> None:
        """Show an empty line, or the finished one at *at*."""
        self._at = at
        self.editor.set_line(self.copied.lines[at] if at is not None else Line(""))
        self._show_lines()
        self._tell()
        self._forget_press()
        self.editor.called.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _finish(self) -> None:
        from ensdesk.ui.pages.prescription.read_back import PrescriptionRead

        if (self.editor.is_empty() and self.copied.lines and self._at is None) or self._next():
            self.go_to(PrescriptionRead)

    def _tell(self) -> None:
        """Say what the folder knows of the line, and what may be meant."""
        line = self.editor.line()
        (one,) = compared(Prescription(lines=[line]), self._known, self.session.today())
        known = one.state if line.name else State.NEW
        self.state.setText(_(_STATES.get(known, "")) if known in _STATES else "")
        self.state.setVisible(known in _STATES)
        self._propose(() if known is not State.NEW else proposed(line.full_name, self._known))

    # -- what may be meant -------------------------------------------------------------------------

    def _propose(self, records: tuple[Medication, ...]) -> None:
        layout = self._proposals.layout()
        while layout is not None and (item := layout.takeAt(0)):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for record in records:
            button = WordsButton(
                record.name, self._taking(record), icon="pill", parent=self._proposals
            )
            button.setAccessibleDescription(intakes_in_words(record))
            if layout is not None:
                layout.addWidget(button)
            button.show()
        self._proposals.setVisible(bool(records))

    def _look_down(self) -> None:
        """Go from the name to what is proposed under it, else end the line."""
        layout = self._proposals.layout()
        item = layout.itemAt(0) if layout is not None else None
        if item is not None and (button := item.widget()) is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.editor.is_empty():
            self._next()

    def _taking(self, record: Medication) -> Callable[[], None]:
        def take() -> None:
            self.editor.set_line(line_of(record))
            self._tell()
            self.editor.moments[0].line.setFocus(Qt.FocusReason.TabFocusReason)

        return take

    # -- the lines that are finished ---------------------------------------------------------------

    def _show_lines(self) -> None:
        lines = self.copied.lines
        number = len(lines) + 1 if self._at is None else self._at + 1
        self.where.setText(_(N_("Line {number}")).format(number=number))
        self.away.setHidden(self._at is None)
        self.rows.setHidden(not lines)
        each = list(enumerate(lines))[::-1]  # the last one is nearest to the eyes
        self.rows.set_rows(
            [RowItem(*_in_words(line), self._correct(n), "pill") for n, line in each]
        )

    def _correct(self, number: int) -> Callable[[], None]:
        def correct() -> None:
            if self.editor.is_empty() or self._next():
                self._begin(number)

        return correct

    def _take_away(self) -> None:
        if self._at is None:
            return
        place, line = self._at, self.copied.lines.pop(self._at)
        self._begin(None)

        def bring_back() -> None:
            self.copied.lines.insert(min(place, len(self.copied.lines)), line)
            if not self._left:
                self._show_lines()
            self.session.say(_(N_("The line is back.")))

        self.session.say(_(N_("The line is taken away.")), undo=bring_back)


def _in_words(line: Line) -> tuple[str, str]:
    record = Medication(name="", intakes=line.intakes, as_needed=line.as_needed or None)
    return line.full_name, intakes_in_words(record) or _(N_("Doses: not filled in"))
