"""The lines of the prescription, one after the other, its picture beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.folder.prescription import (
    Line,
    Prescription,
    State,
    compared,
    line_of,
    proposed,
    rest_of,
)
from ensdesk.kinds.document import Document
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.doses import rest_of_unit
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import intakes_in_words
from ensdesk.ui.pages.prescription.steps import Step
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.beside_paper import BesidePaper
from ensdesk.ui.widgets.prescription_line import PrescriptionLine
from ensdesk.ui.widgets.told import Told
from ensdesk.vault.folding import fold

if TYPE_CHECKING:
    from ensdesk.ui.widgets.page_viewer import PageViewer
    from ensdesk.vault.paper_rows import PaperRow

_STATES = {
    State.SAME: N_("Already written in your folder: the same."),
    State.CHANGED: N_("Already written in your folder: it changes."),
}
_SHARE = 0.56  # of the width, for the lines; the paper has the rest
_Read = tuple[tuple[Medication, ...], "PaperRow | None", int]


class PrescriptionLines(Step):
    """The line that is written stands on top; those that are finished are read under it."""

    name = "prescription-lines"

    def __init__(self, session: Session, copied: Prescription) -> None:
        super().__init__(session, _(N_("Copy the prescription, line by line.")), copied)
        self._known: tuple[Medication, ...] = ()
        self._viewer: PageViewer | None = None
        self._at: int | None = None  # the finished line that is corrected
        self.where = self.add_text("", "h2")
        self.add_text(
            _(N_("Write 1, ½, 10 drops or if needed. 101: morning and evening.")), "example"
        )
        self.add_text(
            _(N_("Enter: next box. Arrow down: next line. Arrow up: the line before.")), "example"
        )
        self.editor = self.add(PrescriptionLine(self._rest_of_name), keeps=True)
        self.state = self.add_text("", "good")
        self.add_primary(_(N_("Next line")), self._press, icon="check")
        self.away = self.add_secondary(_(N_("Take this line away")), self._take_away, icon="x")
        self.copies = self.add(QWidget())
        self._column = QVBoxLayout(self.copies)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.editor.ended.connect(self._next)
        self.editor.finished.connect(self._finish)
        self.editor.named.connect(self._fill_known)
        self.editor.looks_down.connect(self._look_down)
        self.editor.looks_up.connect(self._look_up)
        self.editor.edited.connect(self._tell)
        self.first = self.editor.called.line
        self._show_lines()

    def entered(self) -> None:
        folder, document = folder_of(self.session), self.copied.document

        def read() -> _Read:
            from ensdesk.folder.papers import paper_of

            record = folder.record(document) if document else None
            turned = isinstance(record, Document) and record.turn
            row = paper_of(folder, document) if document else None
            return folder.records(Medication), row, int(turned.value) if turned else 0

        self.ask(read, self._show)

    def correct(self, at: int) -> None:
        """Open the finished line number *at* again."""
        self._at = at
        self.editor.set_line(self.copied.lines[at])
        self._show_lines()

    def draft(self) -> dict[str, Any] | None:
        kept = super().draft()
        return {**kept, "at": self._at} if kept else None

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values)
        at = values.get("at")
        self._at = at if isinstance(at, int) and at < len(self.copied.lines) else None
        self._show_lines()

    def _show(self, read: _Read) -> None:
        self._known, row, turn = read
        self._tell()
        if row is not None and row.pages:
            self._show_paper(row, turn)

    def _show_paper(self, row: PaperRow, turn: int) -> None:
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
            turn=turn,
        )
        self._viewer = viewer = viewer_of(self, paper, quiet=True)
        self._show_buttons()
        self.stand_in(lambda column: BesidePaper(column, viewer, _SHARE))

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

        if self._all_is_copied() or self._next():
            self.go_to(PrescriptionRead)

    def _tell(self) -> None:
        """Say what the folder knows of the line, and what may be meant."""
        line = self.editor.line()
        (one,) = compared(Prescription(lines=[line]), self._known, self.session.today())
        known = one.state if line.name else State.NEW
        self.state.setText(_(_STATES.get(known, "")) if known in _STATES else "")
        self.state.setVisible(known in _STATES)
        self._show_buttons()

    # -- what may be meant -------------------------------------------------------------------------

    def _rest_of_name(self, typed: str) -> str:
        """Return the rest of a name that the folder knows, else that of a unit."""
        found = proposed(typed, self._known)
        return rest_of(typed, found[0].name) if found else rest_of_unit(typed)

    def _fill_known(self) -> None:
        """Give a medicine that the folder knows the doses it has there; they are read back."""
        line = self.editor.line()
        if any(line.doses):
            return
        known = [one for one in self._known if fold(one.name) == fold(line.full_name)]
        if known:
            self.editor.set_line(line_of(known[-1]))
            self._tell()

    def _look_down(self) -> None:
        """End the line from its name: what the folder knows comes with it."""
        self._fill_known()
        if not self.editor.is_empty():
            self._next()

    # -- the lines that are finished ---------------------------------------------------------------

    def _show_lines(self) -> None:
        lines = self.copied.lines
        number = len(lines) + 1 if self._at is None else self._at + 1
        self.where.setText(_(N_("Line {number}")).format(number=number))
        self._show_buttons()
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.copies.setHidden(not lines)
        if lines:  # the last one is nearest to the eyes
            self._column.addWidget(Told([in_words(line) for line in reversed(lines)]))

    def _show_buttons(self) -> None:
        """Seven choices at most: what is of no use now makes room."""
        self.away.setHidden(self._at is None)
        if self.primary is not None:
            over = N_("Everything is copied") if self._all_is_copied() else N_("Next line")
            self.primary.say(_(over))
        if self._viewer is not None:
            self._viewer.larger.setHidden(self._at is not None or self._viewer.pages > 1)

    def _all_is_copied(self) -> bool:
        return self.editor.is_empty() and bool(self.copied.lines) and self._at is None

    def _press(self) -> None:
        """Finish the line; an empty one ends the whole."""
        (self._finish if self._all_is_copied() else self._next)()

    def _look_up(self) -> None:
        """Go to the line before, from an empty line or one that can be finished."""
        at = len(self.copied.lines) if self._at is None else self._at
        if at > 0 and (self.editor.is_empty() or self._next()):
            self._begin(at - 1)

    def _take_away(self) -> None:
        if self._at is None:
            return
        place, line = self._at, self.copied.lines.pop(self._at)
        self._begin(None)

        def bring_back() -> None:
            self.copied.lines.insert(min(place, len(self.copied.lines)), line)
            if not self.has_left:
                self._show_lines()
            self.session.say(_(N_("The line is back.")))

        self.session.say(_(N_("The line is taken away.")), undo=bring_back)


def in_words(line: Line) -> tuple[str, str]:
    """Return the medicine, and when it is taken."""
    record = Medication(name="", intakes=line.intakes, as_needed=line.as_needed or None)
    return line.full_name, intakes_in_words(record) or _(N_("Doses: not filled in"))
