"""The name of a new paper, its kind, date and author: proposed, and the person decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.folder.begun_paper import begun_to_values
from ensdesk.folder.papers import add_paper
from ensdesk.kinds.document import Category, Document
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.about_what import QUESTION, ask_about, name_topics
from ensdesk.ui.pages.adding import Adding
from ensdesk.ui.pages.doing import act
from ensdesk.ui.pages.in_short import second_line
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.buttons import Press, WordsButton
from ensdesk.ui.widgets.date_field import DateField
from ensdesk.ui.widgets.field import Field, Labelled
from ensdesk.ui.widgets.page_picture import BesidePicture, PagePicture
from ensdesk.ui.widgets.row_list import RowItem

_USUAL = (
    Category.PRESCRIPTION, Category.LABORATORY, Category.REPORT, Category.IMAGING,
    Category.CERTIFICATE, Category.PREVENTION, Category.ADMINISTRATIVE, Category.SUMMARY,
    Category.OTHER,
)  # fmt: skip


class AboutPaper(Page):
    """A page about a paper that is not added yet."""

    def __init__(self, session: Session, title: str, adding: Adding) -> None:
        super().__init__(session, title)
        self.adding = adding
        adding.enter()

    def entered(self) -> None:
        if self.adding.gone:  # somebody went elsewhere meanwhile: the paper has to be chosen again
            self.session.back()

    def draft(self) -> dict[str, Any] | None:
        return begun_to_values(self.adding.record, self.adding.paper)

    def leave(self) -> None:
        super().leave()
        self.adding.leave(self)

    def leave_for_later(self) -> None:
        self.adding.waits = True
        self.leave()


class PaperDetails(AboutPaper):
    """The first page of the paper beside the questions."""

    name = "paper-details"

    def __init__(self, session: Session, adding: Adding) -> None:
        super().__init__(session, _(N_("Is this right?")), adding)
        self._add_notes()
        record = adding.record
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        self.called = Field(_(N_("Name of the paper")))
        self.called.set_text(record.name)
        words = _(record.category.words) if record.category else _(N_("Choose a kind"))
        category = _Chosen(_(N_("What kind of paper is it?")), self._choose)
        category.say(words)
        self.date = DateField(_(N_("Date on the paper")), optional=True)
        self.date.set_date(record.date)
        self.author = Field(_(N_("Who wrote it?")), optional=True)
        self.author.set_text(record.author)
        self.about = _Chosen(_(QUESTION), self._ask_about, optional=True)
        self.about.say(_(N_("Choose")))
        for part in (self.called, category, self.date, self.author, self.about):
            column.addWidget(part)
        for field in self._typed():
            field.on_enter(self.press_primary)
        self._lay(questions)
        self.add_primary(_(N_("Add this paper")), self._add, icon="check")
        self.first = self.called.line

    def entered(self) -> None:
        super().entered()
        name_topics(self, self.adding.record, self.about.say)

    def draft(self) -> dict[str, Any] | None:
        begun = super().draft() or {}
        return {**begun, "typed": [field.value() for field in self._typed()]}

    def restore(self, values: dict[str, Any]) -> None:
        for field, typed in zip(self._typed(), values.get("typed", ()), strict=False):
            if typed != field.value():  # else a date keeps the hour that its line does not show
                field.set_value(typed)

    def _typed(self) -> tuple[Field, ...]:
        return self.called, self.date, self.author

    def _add_notes(self) -> None:
        from ensdesk.folder.name_says import is_other_than_said

        paper = self.adding.paper
        if paper.trouble is not None:
            self.add_note(paper.trouble.what())
        elif is_other_than_said(paper):
            self.add_note(
                _(N_("Its name says one thing, its content another. It is kept as it is."))
            )

    def _lay(self, questions: QWidget) -> None:
        image = self.adding.image
        if image is None:
            self.add(questions)
        else:
            picture = PagePicture(image, _(N_("First page of the paper")))
            self.add(BesidePicture(picture, questions))

    def _read(self) -> bool:
        """Take what is written; show the first problem."""
        if not (self.called.need() and self.date.ok()):
            return False
        self.adding.record = replace(
            self.adding.record,
            name=self.called.text(),
            date=self.date.date(),
            author=self.author.text(),
        )
        for problem in self.adding.record.problems(self.session.today()):
            self.date.error(_(problem.words))
            return False
        return True

    def _choose(self) -> None:
        if self._read():
            adding = self.adding
            self.session.go(lambda session: ChooseKind(session, adding))

    def _ask_about(self) -> None:
        if self._read():
            adding = self.adding
            self.session.go(lambda session: PaperAbout(session, adding))

    def _add(self) -> None:
        if not self._read():
            return
        adding, session = self.adding, self.session

        def add(folder: object) -> None:
            add_paper(folder, adding.record, adding.paper)  # type: ignore[arg-type]
            adding.added = True

        def then() -> None:
            from ensdesk.ui.pages.papers import Papers

            session.land(Papers)

        act(self, add, _(N_("The paper is in your folder.")), then)


class ChooseKind(AboutPaper):
    """The kinds of papers; a press chooses and comes back."""

    name = "paper-kind"

    def __init__(self, session: Session, adding: Adding) -> None:
        super().__init__(session, _(N_("What kind of paper is it?")), adding)
        rows = [RowItem(_(kind.words), "", self._press(kind)) for kind in _USUAL]
        self.add_list(rows, shown=5)

    def _press(self, kind: Category) -> Callable[[], None]:
        return lambda: self._chosen(kind)

    def _chosen(self, kind: Category) -> None:
        self.adding.record = replace(self.adding.record, category=kind)
        self.session.back()


class PaperAbout(AboutPaper):
    """« Pour quelle maladie ? »: who does not wish to say it never comes here."""

    name = "paper-about"

    def __init__(self, session: Session, adding: Adding) -> None:
        super().__init__(session, _(QUESTION), adding)

    def entered(self) -> None:
        super().entered()
        if not self.adding.gone:
            words = _(N_("I have chosen"))
            ask_about(self, self.adding.record, self._take, words, self.session.back)

    def _take(self, record: Document) -> None:
        self.adding.record = record


class _Chosen(Labelled):
    """A question that is answered on a page of its own: the button says the answer."""

    def __init__(self, question: str, choose: Press, *, optional: bool = False) -> None:
        super().__init__(question, optional=optional)
        self._button = WordsButton("", choose, icon="list")
        self.name(self._button)
        self.body.addWidget(self._button)

    def say(self, words: str) -> None:
        self._button.say(words)
        self._button.setAccessibleName(f"{self.label.text()} {words}")


class AlreadyThere(AboutPaper):
    """The same bytes are in the folder: see them, or add them once more."""

    name = "paper-already-there"

    def __init__(self, session: Session, adding: Adding, same: Document) -> None:
        super().__init__(session, _(N_("This paper is already there.")), adding)
        self.add_text(same.name, "lead")
        self.add_text(second_line(same))
        self.add_primary(_(N_("See it")), self._see, icon="eye")
        self.add_secondary(_(N_("Add it anyway")), self._anyway, icon="plus")
        self._same = same

    def draft(self) -> None:
        """Nothing is typed here, and the paper is in the folder."""

    def _see(self) -> None:
        from ensdesk.ui.pages.paper_page import PaperPage

        same = self._same.id
        self.session.instead(lambda session: PaperPage(session, same))

    def _anyway(self) -> None:
        adding = self.adding
        self.session.instead(lambda session: PaperDetails(session, adding))
