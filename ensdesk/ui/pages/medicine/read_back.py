"""The medicine read back before it is written, and what to do once it is."""

from __future__ import annotations

from functools import partial

from ensdesk.kinds.medication import Medication, MedicationSource
from ensdesk.language import N_, _
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.about_what import QUESTION, ask_about, name_topics
from ensdesk.ui.pages.doing import folder_of, take_back
from ensdesk.ui.pages.in_short import intakes_in_words, source_in_words
from ensdesk.ui.pages.medicine.steps import Begun, Step
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.pages.ways import add_page, section_page
from ensdesk.ui.record_form import RecordForm, form_name
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

_QUESTIONS = {
    MedicationSource.PRESCRIPTION: N_("Is it written like this on the prescription?"),
    MedicationSource.BOX: N_("Is it written like this on the box?"),
}


class ReadBack(Step):
    """Nothing is written in the folder before this yes."""

    name = "medicine-read"

    def __init__(self, session: Session, begun: Begun) -> None:
        source = begun.record.source
        question = _QUESTIONS.get(source, "") if source else ""
        super().__init__(session, _(question or N_("Is this right?")), begun)
        self.add_text(begun.record.name, "h2")
        self.add(Told(told_back(begun.record)))
        self.same = self.add_text("", "error")
        self.same.hide()
        self.add_primary(_(N_("Yes, that is right")), self._save, icon="check")
        self.add_secondary(_(N_("No, I change it")), self._change, icon="pencil")
        about = partial(self.go_to, MedicineAbout)
        self.about = self.add_link(_(QUESTION), about, icon="stethoscope")
        start_at_title(self)

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: folder.records(Medication), self._compare)
        name_topics(self, self.begun.record, self._name)

    def _name(self, names: str) -> None:
        self.about.say(f"{_(QUESTION)} {names}")

    def _compare(self, known: tuple[Medication, ...]) -> None:
        """Say when it is in the list already: twice on a sheet is twice in the mouth."""
        record, today = self.begun.record, self.session.today()
        same = any(one.taken_on(today) and _is_same(one, record) for one in known)
        self.same.setText(_(N_("Careful: this medicine is in your list already.")) if same else "")
        self.same.setVisible(same)

    def _save(self) -> None:
        folder, record = folder_of(self.session), self.begun.record
        self.ask(
            lambda: folder.save(record),
            lambda _none: self.session.land(lambda session: MedicineAdded(session, record)),
        )

    def _change(self) -> None:
        record = self.begun.record
        self.session.go(lambda session: RecordForm(session, record, self._changed))

    def _changed(self, session: Session, record: Record) -> None:
        if isinstance(record, Medication):
            self.begun.record = record
        session.back_past(form_name(Medication))


class MedicineAbout(Step):
    """« Pour quelle maladie ? »: who does not wish to say it never comes here."""

    name = "medicine-about"

    def __init__(self, session: Session, begun: Begun) -> None:
        super().__init__(session, _(QUESTION), begun)

    def entered(self) -> None:
        words = _(N_("I have chosen"))
        ask_about(self, self.begun.record, self._take, words, self.session.back)

    def _take(self, record: Medication) -> None:
        self.begun.record = record


class MedicineAdded(Page):
    """The end: what happened, « Annuler », and the way to the next one."""

    name = "medicine-added"

    def __init__(self, session: Session, record: Medication) -> None:
        super().__init__(session, _(N_("It is added.")))
        self.add_text(record.name, "h2")
        self.add_text(intakes_in_words(record))
        self.add_primary(_(N_("Add another medicine")), self._another, icon="plus")
        self.add_secondary(_(N_("See my medicines")), self._list, icon="pill")
        self.add_secondary(_(N_("Undo")), self._undo, icon="undo-2")

    def _another(self) -> None:
        self.session.instead(add_page(Medication))

    def _list(self) -> None:
        self.session.instead(section_page(Medication))

    def _undo(self) -> None:
        take_back(self.session, self._list)


def told_back(record: Medication) -> list[tuple[str, str]]:
    """Return what was told, in words; doses and source that are missing are said to be."""
    missing = _(N_("not filled in"))
    told = [
        (N_("What is it made of?"), record.substance),
        (N_("What is it for?"), record.reason),
        (N_("When do you take it, and how much?"), intakes_in_words(record) or missing),
        (N_("Where did you read this?"), source_in_words(record) or missing),
    ]
    return [(_(question), answer) for question, answer in told if answer]


def _is_same(one: Medication, other: Medication) -> bool:
    if one.id == other.id:
        return False
    names = {one.name.casefold(), one.substance.casefold()} - {""}
    return bool(names & {other.name.casefold(), other.substance.casefold()})
