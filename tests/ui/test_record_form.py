"""The form of any kind: what is shown is what is kept, problems stand at their fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ensdesk.folder.example_person import example_records
from ensdesk.kinds import KINDS
from ensdesk.kinds.allergy import Allergy, Severity
from ensdesk.kinds.appointment import Appointment, Question
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.medication import Intake, Medication, Moment
from ensdesk.record.fields import fields_of
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.editors import editor_for
from ensdesk.ui.record_form import RecordForm, empty_record, form_page, resumed, steps_of
from tests.fakes import TODAY
from tests.ui.audit import controls, faults
from tests.ui.sample_pages import Tiles


@pytest.fixture
def window(make_window):
    made = make_window()
    made.session.make_first = Tiles
    made.session.home()
    return made


def press(window, words):
    (button,) = [b for b in controls(window) if getattr(b, "text", str)() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def editor(window, name):
    return next(e for asked, e in window.page._editors if asked.name == name).widget


def walk(window, saved, record):
    """Open the form of *record* and press through it without touching anything."""
    window.session.go(lambda s: RecordForm(s, record, lambda _s, edited: saved.append(edited)))
    for _step in steps_of(type(record))[1:]:
        press(window, "Continuer")
    press(window, "Garder")


@pytest.mark.parametrize("record", example_records(TODAY), ids=lambda record: record.slug)
def test_an_untouched_form_gives_the_same_record(window, record):
    """Looking changes nothing, for each kind, with all that a newer version wrote."""
    if record.slug == "measurement":
        record = replace(record, unknown={"newer": 1})
    saved = []
    walk(window, saved, record)
    assert saved == [record]
    assert saved[0].unknown == record.unknown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_page_of_every_form_is_sound(window, kind, qapp):
    """At most seven things to press or fill in; names, labels, order."""
    record = empty_record(kind)
    for step in range(len(steps_of(kind))):
        window.session.go(lambda s, n=step: RecordForm(s, record, step=n))
        for _turn in range(3):
            qapp.processEvents()
        assert faults(window) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_field_is_asked_once(kind, qapp):
    """The required ones first."""
    asked = [field for step in steps_of(kind) for field in step]
    assert sorted(f.name for f in asked) == sorted(f.name for f in fields_of(kind))
    required = [field.required for field in asked]
    assert required == sorted(required, reverse=True)


def test_what_is_required_is_asked_for(window):
    """At its field, before anything else."""
    saved = []
    window.session.go(lambda s: RecordForm(s, Allergy, lambda _s, r: saved.append(r)))
    press(window, "Continuer")
    assert editor(window, "substance").wrong.isVisible()
    QTest.keyClicks(editor(window, "substance").line, "arachides")
    press(window, "Garder et finir")
    assert [record.substance for record in saved] == ["arachides"]


def test_a_problem_stands_at_its_field(window):
    """In the words of the kind; what was typed stays."""
    saved = []
    record = Allergy(substance="arachides")
    window.session.go(lambda s: RecordForm(s, record, lambda _s, r: saved.append(r), step=2))
    since = editor(window, "since")
    QTest.keyClicks(since.line, "2099")
    press(window, "Garder")
    assert saved == []
    assert since.wrong.isVisible()
    since.line.clear()
    QTest.keyClicks(since.line, "hier")
    QTest.keyClick(since.line, Qt.Key.Key_Return)
    assert "14/07/1948" in since.wrong.text()
    since.line.clear()
    QTest.keyClicks(since.line, "2003")
    QTest.keyClick(window.page.primary, Qt.Key.Key_Return)
    assert [record.since for record in saved] == [PartialDate("2003")]


def test_going_back_loses_nothing(window):
    """Neither the page before nor the page after."""
    window.session.go(lambda s: RecordForm(s, Contact(name="Marie")))
    press(window, "Continuer")
    press(window, "personne de confiance")
    press(window, "Continuer")
    QTest.keyClicks(editor(window, "phone").line, "06 12 34 56 78")
    press(window, "Retour")
    assert editor(window, "roles").ticked() == (ContactRole.TRUSTED,)
    press(window, "Continuer")
    assert editor(window, "phone").text() == "06 12 34 56 78"


def test_rows_keep_what_they_were(window):
    """A tick that stays keeps its row, with what a newer version wrote in it."""
    kept = Role(role=ContactRole.DOCTOR, unknown={"newer": True})
    field = next(f for f in fields_of(Contact) if f.name == "roles")
    roles = editor_for(field)
    roles.show((kept,))
    roles.widget.boxes[0].click()
    first, second = roles.read()
    assert first == Role(role=ContactRole.EMERGENCY)
    assert second is kept


def test_rows_with_words_are_one_line_each(qapp):
    """An empty line is no row."""
    field = next(f for f in fields_of(Medication) if f.name == "intakes")
    intakes = editor_for(field)
    kept = Intake(moment=Moment.EVENING, dose="2 gouttes", unknown={"newer": 1})
    intakes.show((kept,))
    lines = intakes.widget.lines
    assert lines[Moment.EVENING].text() == "2 gouttes"
    lines[Moment.MORNING].set_text("1")
    lines[Moment.EVENING].set_text("3 gouttes")
    morning, evening = intakes.read()
    assert morning == Intake(moment=Moment.MORNING, dose="1")
    assert evening == replace(kept, dose="3 gouttes")
    lines[Moment.MORNING].set_text(" ")
    assert [row.moment for row in intakes.read()] == [Moment.EVENING]


def test_an_optional_answer_can_be_taken_away(qapp):
    """« pas de réponse » is an answer too."""
    field = next(f for f in fields_of(Allergy) if f.name == "severity")
    severity = editor_for(field)
    severity.show(Severity.MILD)
    assert severity.read() is Severity.MILD
    severity.widget.boxes[-1].click()
    assert severity.read() is None


def test_a_half_filled_form_goes_on_where_it_was_left(window):
    """After the folder was closed and opened again."""
    window.session.go(lambda s: RecordForm(s, Contact))
    assert window.half_filled() is None
    QTest.keyClicks(editor(window, "name").line, "Marie")
    press(window, "Continuer")
    press(window, "personne de confiance")
    name, draft = window.half_filled()
    assert name == "form-contact"
    saved = []
    window.session.home()
    window.session.go(resumed(Contact, draft, lambda _s, record: saved.append(record)))
    assert editor(window, "roles").ticked() == (ContactRole.TRUSTED,)
    press(window, "Continuer")
    press(window, "Continuer")
    press(window, "Garder")
    assert saved[0].name == "Marie"
    assert saved[0].id == draft["id"]


def test_the_form_saves_by_itself_and_can_be_taken_back(make_window, folder):
    """Into the open folder, and back to where one came from."""
    window = make_window(folder=folder)
    window.session.make_home = Tiles
    window.session.home()
    window.session.go(lambda s: RecordForm(s, Allergy))
    QTest.keyClicks(editor(window, "substance").line, "iode")
    press(window, "Continuer")
    press(window, "Garder et finir")
    assert [allergy.substance for allergy in folder.records(Allergy)] == ["iode"]
    assert isinstance(window.page, Tiles)
    press(window, "Annuler")
    assert folder.records(Allergy) == ()


def test_form_page_is_a_page_like_others(window):
    """It can be opened at any of its pages."""
    window.session.go(lambda s: RecordForm(s, Contact(name="Marie")))
    filling = window.page._filling
    window.session.go(form_page(filling, 2))
    assert any("Page 3" in label.text() for label in window.page.findChildren(QLabel))


def test_questions_are_one_line_each(qapp):
    """An empty line is no question; what a newer version wrote in one stays; none is cut."""
    field = next(f for f in fields_of(Appointment) if f.name == "questions")
    questions = editor_for(field)
    kept = tuple(Question(question=f"Question {n} ?", unknown={"newer": n}) for n in range(7))
    questions.show(kept)
    assert questions.read() == kept
    questions.widget.lines[0].set_text("Et le soir ?")
    questions.widget.lines[1].set_text("")
    first, second, *_others = questions.read()
    assert first == replace(kept[0], question="Et le soir ?")
    assert second is kept[2]
