"""The form for any kind of record, built from its fields, a few questions a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ensdesk.language import N_, _
from ensdesk.record.fields import Field, Shape, fields_of
from ensdesk.record.payload import from_payload, to_payload
from ensdesk.record.record import Problem, Record, RecordId, new_id
from ensdesk.ui.editors import Editor, editor_for, set_unit, unanswered, unreadable
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session

OnDone = Callable[[Session, Record], object]
AT_ONCE = 5  # questions on one page: with « Continuer » and « Enregistrer » that makes seven


@dataclass(slots=True)
class _Filling:
    """The record on its way through the pages of the form, and what is typed on each."""

    record: Record
    new: bool
    on_done: OnDone | None
    typed: dict[int, dict[str, Any]] = field(default_factory=dict)


class RecordForm(Page):
    """One page of the form. Records never change: the last page hands over a new one."""

    def __init__(
        self,
        session: Session,
        record: Record | type[Record],
        on_done: OnDone | None = None,
        *,
        step: int = 0,
        filling: _Filling | None = None,
    ) -> None:
        if filling is None:
            new = isinstance(record, type)
            begun = empty_record(record) if isinstance(record, type) else record
            filling = _Filling(begun, new, on_done)
        self._filling = filling
        self._step = step
        kind = type(filling.record)
        self._steps = steps_of(kind)
        super().__init__(session, _(kind.title))
        self.name = form_name(kind)  # type: ignore[misc]  # one class, a draft for each kind
        if len(self._steps) > 1:
            words = _(N_("Page {page} of {pages}"))
            self.add_text(words.format(page=step + 1, pages=len(self._steps)), "example")
        self._editors = [(asked, self._editor(asked)) for asked in self._steps[step]]
        self._begun = self._values()
        self._add_buttons()
        if typed := filling.typed.get(step):
            self._give_back(typed)

    # -- reading ---------------------------------------------------------------------------------

    def edited(self) -> Record | None:
        """Return the record as it now reads, or show the first problem and return nothing."""
        values: dict[str, Any] = {}
        for asked, editor in self._editors:
            try:
                values[asked.name] = editor.read()
            except ValueError:
                editor.widget.error(unreadable(asked))
                return None
            if asked.required and values[asked.name] in (None, "", ()):
                editor.widget.error(unanswered(asked))
                return None
        record = replace(self._filling.record, **values)
        return None if self._show_problem(record) else record

    def _show_problem(self, record: Record) -> bool:
        """Show what is wrong with the fields asked so far."""
        asked_so_far = {a.name for step in self._steps[: self._step + 1] for a in step}
        here = {asked.name: editor for asked, editor in self._editors}
        for problem in self._problems(record):
            if problem.field in here:
                here[problem.field].widget.error(_(problem.words))
                return True
            if problem.field in asked_so_far:
                self._editors[0][1].widget.error(_(problem.words))
                return True
        return False

    def _problems(self, record: Record) -> Iterator[Problem]:
        unanswered_yet = {
            asked.name
            for step in self._steps[self._step + 1 :]
            for asked in step
            if asked.required and getattr(record, asked.name) in (None, "", ())
        }
        if not unanswered_yet:  # a kind may count on its required fields
            yield from record.problems(self.session.today())

    # -- ways on ---------------------------------------------------------------------------------

    def _add_buttons(self) -> None:
        last = self._step + 1 == len(self._steps)
        if last:
            self.add_primary(_(N_("Save")), self._save, icon="check")
            return
        self.add_primary(_(N_("Continue")), self._go_on)
        later_required = any(a.required for step in self._steps[self._step + 1 :] for a in step)
        full = sum(editor.controls for _asked, editor in self._editors) > AT_ONCE
        if not later_required and not full:
            self.add_secondary(_(N_("Save and finish")), self._save, icon="check")

    def _go_on(self) -> None:
        record = self.edited()
        if record is not None:
            self._filling.record = record
            self.session.go(form_page(self._filling, self._step + 1))

    def _save(self) -> None:
        record = self.edited()
        if record is None:
            return
        self._filling.record = record
        if self._filling.on_done is not None:
            self._filling.on_done(self.session, record)
            return
        from ensdesk.ui.pages.doing import act

        act(
            self,
            lambda folder: folder.save(record),
            _(N_("It is saved.")),
            lambda: self.session.back_past(self.name),
        )

    # -- what is half written --------------------------------------------------------------------

    def leave(self) -> None:
        self._filling.typed[self._step] = self._values()
        super().leave()

    def draft(self) -> dict[str, Any] | None:
        """Return the whole form as JSON values, if anything was written."""
        typed = self._values()
        if self._step == 0 and typed == self._begun:
            return None
        record = self._filling.record
        return {
            "id": record.id,
            "new": self._filling.new,
            "step": self._step,
            "record": to_payload(record),
            "typed": typed,
        }

    def restore(self, values: dict[str, Any]) -> None:
        if isinstance(typed := values.get("typed"), dict):
            self._give_back(typed)

    def _values(self) -> dict[str, Any]:
        return {a.name: e.widget.value() for a, e in self._editors if hasattr(e.widget, "value")}

    def _give_back(self, typed: dict[str, Any]) -> None:
        for asked, editor in self._editors:
            value = typed.get(asked.name)
            if value is not None and hasattr(editor.widget, "set_value"):
                editor.widget.set_value(value)

    def _editor(self, asked: Field) -> Editor:
        editor = editor_for(asked)
        if asked.shape is Shape.QUANTITY:
            set_unit(editor, _unit_in(self._filling.record))
        editor.show(getattr(self._filling.record, asked.name))
        self.add(editor.widget)
        if hasattr(editor.widget, "on_enter"):
            editor.widget.on_enter(self.press_primary)
        if not editor.controls:
            editor.widget.hide()
        return editor


def form_page(filling: _Filling, step: int) -> MakePage:
    """Return the page of the form at *step*."""
    return lambda session: RecordForm(session, filling.record, step=step, filling=filling)


def form_name(kind: type[Record]) -> str:
    """Return the name under which a half-filled form of *kind* is kept."""
    return f"form-{kind.slug}"


def resumed(kind: type[Record], values: dict[str, Any], on_done: OnDone | None = None) -> MakePage:
    """Return the page on which a form kept by `draft` goes on."""
    record = from_payload(kind, RecordId(str(values["id"])), values["record"])
    step = min(int(values["step"]), len(steps_of(kind)) - 1)
    filling = _Filling(record, bool(values["new"]), on_done, {step: values["typed"]})
    return form_page(filling, step)


def empty_record(kind: type[Record]) -> Record:
    """Return a record of *kind* in which nothing is written yet."""
    return from_payload(kind, new_id(), {})


def steps_of(kind: type[Record]) -> list[list[Field]]:
    """Return the fields by page: at most five controls, one list of answers; required first."""
    asked = sorted(fields_of(kind), key=lambda field: not field.required)
    steps: list[list[Field]] = [[]]
    room, answers = AT_ONCE, False
    for one in asked:
        needed = editor_for(one).controls
        if steps[-1] and (needed > room or (needed > 1 and answers)):
            steps.append([])
            room, answers = AT_ONCE, False
        steps[-1].append(one)
        room -= needed
        answers = answers or needed > 1
    return steps


def _unit_in(record: Record) -> str:
    for asked in fields_of(type(record)):
        value = getattr(record, asked.name)
        unit = getattr(value, "unit", "")
        if unit:
            return str(unit)
    return ""
