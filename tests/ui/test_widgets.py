"""Inputs and buttons behave as the hand and the eye expect."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from ensdesk.record.partial_date import PartialDate
from ensdesk.record.quantity import Quantity
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.row_list import RowItem, RowList
from tests.ui.sample_pages import Answers, Pair, Question, Rows, Secrets


@pytest.fixture
def show(make_window, qapp):
    """Return a function that shows a page and returns it."""

    def shown(make, **look):
        window = make_window(**look)
        window.session.go(make)
        qapp.processEvents()
        return window.page

    return shown


# -- buttons -----------------------------------------------------------------------------------


def test_a_double_press_is_one_press(show):
    """A trembling finger presses twice: the act is done once."""
    page = show(Question)
    page.medicine.set_text("x")
    for _press in range(2):
        QTest.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    assert page.pressed == 1


def double_press(widget):
    """Return what Qt makes of the second half of a double press in the middle of *widget*."""
    spot = QPointF(widget.rect().center())
    return QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        spot,
        widget.mapToGlobal(spot),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_the_second_half_of_a_double_press_is_nothing(show):
    """It may fall on the button of the next page, under the same finger."""
    page = show(Question)
    QApplication.sendEvent(page.primary, double_press(page.primary))
    QTest.mouseRelease(page.primary, Qt.MouseButton.LeftButton)
    assert page.pressed == 0


@pytest.mark.parametrize("slip", [QPoint(9, 9), QPoint(-10, 0), QPoint(0, -10)], ids=str)
@pytest.mark.parametrize("what", ["button", "answer", "tick"])
def test_a_press_may_slip_off(show, what, slip):
    """A hand that shakes lets go up to 10 pixels beside what it pressed."""
    page = show(Pair if what == "button" else Answers)
    widget = {
        "button": lambda: page.pair[0],
        "answer": lambda: page.bad.boxes[0],
        "tick": lambda: page.ticks.boxes[0],
    }[what]()
    done = []
    widget.clicked.connect(lambda: done.append(True))
    edge = widget.rect().bottomRight()
    at = QPoint(edge.x() if slip.x() > 0 else 0, edge.y() if slip.y() > 0 else 0)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(widget, at + slip)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + slip)
    assert done == [True]
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + 3 * slip)
    assert done == [True]  # who slides away does not want it any more


def test_a_tick_pressed_twice_in_a_row_stays_ticked(show):
    """The second half of a double press does not take back the first."""
    page = show(Answers)
    box = page.ticks.boxes[0]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(box, double_press(box))
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert not box.isChecked()


def test_two_quick_taps_on_two_buttons_are_two_presses(show):
    """Qt calls the second tap half of a double press, however far away it is."""
    page = show(Pair)
    said = []
    page.pair[0].on_press = lambda: said.append("one")
    page.pair[1].on_press = lambda: said.append("two")
    finger = QTest.createTouchDevice()
    window = page.window()
    for button in page.pair:
        place = button.mapTo(window, button.rect().center())
        for act in ("press", "release"):
            tap = QTest.touchEvent(window.windowHandle(), finger)
            getattr(tap, act)(0, place, window.windowHandle())
            tap.commit()
    assert said == ["one", "two"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_a_button(show, key):
    """Enter too, not only the space bar."""
    page = show(Question)
    page.primary.setFocus()
    QTest.keyClick(page.primary, key)
    assert page.pressed == 1


def test_enter_in_a_field_presses_the_main_button(show):
    """Who types need not take the mouse."""
    page = show(Question)
    QTest.keyClick(page.medicine.line, Qt.Key.Key_Return)
    assert page.pressed == 1


def test_words_are_shown_as_they_were_typed(show):
    """No markup, no shortcut, no hidden turn of the words: neither in a row nor in a label."""
    nasty = "<b>&A</b> "
    typed = f"{nasty}\u202e"
    page = show(
        lambda session: _with(session, lambda p: (p.add_list([RowItem(typed)]), p.add_text(typed)))
    )
    row = page.made[0].buttons()[0]
    assert row.accessibleName() == nasty
    assert row.block.headline == nasty
    assert row.shortcut().isEmpty()
    label = next(lab for lab in page.findChildren(QLabel) if lab.text() == nasty)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_button_that_rests_keeps_the_focus(show):
    """While one waits the main button does nothing, and the focus stays on it."""
    page = show(Question)
    page.primary.setFocus()
    page.busy("Un instant…")
    QTest.keyClick(page.primary, Qt.Key.Key_Return)
    assert page.pressed == 0
    assert page.primary.hasFocus()
    page.done()
    QTest.keyClick(page.primary, Qt.Key.Key_Return)
    assert page.pressed == 1


# -- fields ------------------------------------------------------------------------------------


def test_an_error_is_said_where_one_types(show):
    """Above the line, in the description of the field, with the focus on it; typing ends it."""
    page = show(Question)
    assert not page.medicine.need()
    assert page.medicine.wrong.isVisible()
    assert page.medicine.line.accessibleDescription() == page.medicine.wrong.text()
    assert page.medicine.line.hasFocus()
    QTest.keyClicks(page.medicine.line, "Doliprane")
    assert not page.medicine.wrong.isVisible()
    assert page.medicine.line.accessibleDescription() == "Comme sur la boîte"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("14/07/1948", "1948-07-14"), ("07/1948", "1948-07"), ("1948", "1948"),
     ("14 juillet 1948", "1948-07-14")],
)  # fmt: skip
def test_dates_are_read_as_people_type_them(show, typed, iso):
    """As exact as the person knows."""
    page = show(Question)
    QTest.keyClicks(page.since.line, typed)
    assert page.since.ok()
    assert page.since.date() == PartialDate(iso)


def test_a_date_that_cannot_be_read_is_told(show):
    """The error shows how to write it; an empty optional date is fine."""
    page = show(Question)
    assert page.since.ok()
    QTest.keyClicks(page.since.line, "31/02/1948")
    assert not page.since.ok()
    assert "14/07/1948" in page.since.wrong.text()


def test_an_hour_that_the_line_does_not_show_stays(show):
    """Looking at a date does not change it."""
    page = show(Question)
    moment = PartialDate("2026-03-09T08:30")
    page.since.set_date(moment)
    assert page.since.line.text() == "09/03/2026"
    assert page.since.date() == moment
    QTest.keyClick(page.since.line, Qt.Key.Key_Backspace)
    page.since.line.setText("10/03/2026")
    assert page.since.date() == PartialDate("2026-03-10")


def test_a_quantity_has_its_unit(show):
    """A comma or a point; the unit stands beside."""
    page = show(Question)
    assert not page.weight.ok()
    QTest.keyClicks(page.weight.line, "72,5")
    assert page.weight.ok()
    assert page.weight.quantity() == Quantity(Decimal("72.5"), "kg")
    assert page.weight.sign.text() == "kg"


def test_tab_leaves_a_field_of_several_lines(show):
    """It is no trap."""
    page = show(Question)
    page.note.edit.setFocus()
    QTest.keyClick(page.note.edit, Qt.Key.Key_Tab)
    assert page.primary.hasFocus()
    assert page.note.text() == ""


# -- answers -----------------------------------------------------------------------------------


def test_an_answer_is_chosen_anywhere_on_its_line(show):
    """The words and the space beside them too."""
    page = show(Answers)
    box = page.bad.boxes[2]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 5, 5))
    assert page.bad.chosen() == 3


def test_nothing_is_chosen_until_somebody_chooses(show):
    """And a missing answer is told."""
    page = show(Answers)
    page.bad.choose(None)
    assert page.bad.chosen() is None
    assert not page.bad.need()
    assert page.bad.wrong.isVisible()
    page.bad.boxes[0].click()
    assert page.bad.need()
    assert not page.bad.wrong.isVisible()


def test_ticks_are_many_or_none(show):
    """In the order in which they are shown."""
    page = show(Answers)
    assert page.ticks.ticked() == ()
    page.ticks.tick(["b", "a"])
    assert page.ticks.ticked() == ("a", "b")
    QTest.keyClick(page.ticks.boxes[0], Qt.Key.Key_Return)
    assert page.ticks.ticked() == ("b",)


def test_a_long_list_of_answers_is_turned_like_pages(show):
    """Five at once and a way to the others; what is chosen is shown first."""
    options = [(n, f"réponse {n}") for n in range(9)]
    page = show(lambda session: _with(session, lambda p: p.add_choice("Laquelle ?", options)))
    choice = page.made
    assert [box.isVisible() for box in choice.boxes].count(True) == 5
    more = page.findChildren(WordsButton)[0]
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert choice.boxes[5].isVisible()
    assert not choice.boxes[0].isVisible()
    choice.choose(1)
    assert choice.boxes[1].isVisible()


# -- lists -------------------------------------------------------------------------------------


def test_a_long_list_shows_a_few_rows_at_a_time(show):
    """It is turned like pages, to its end and back."""
    page = show(Rows)
    assert [b.text() for b in page.rows.buttons()] == [f"Médicament {n}" for n in range(4)]
    assert not page.rows.before.isEnabled()
    for _press in range(2):
        QTest.mouseClick(page.rows.after, Qt.MouseButton.LeftButton)
    assert page.rows.buttons()[-1].text() == "Médicament 10"
    assert not page.rows.after.isEnabled()
    assert page.rows.before.hasFocus()
    assert "11" in page.rows.where.text()


def test_a_short_list_needs_no_turning(show):
    """Up to six rows are shown at once; rows that read alike do not sound alike."""
    page = show(Rows)
    page.rows.set_rows([RowItem("Doliprane")] * 6)
    assert len(page.rows.buttons()) == 6
    assert not page.rows.after.isVisible()
    names = [button.accessibleName() for button in page.rows.buttons()]
    assert len(set(names)) == 6


# -- secrets -----------------------------------------------------------------------------------


def test_the_sixth_digit_submits(show):
    """Letters are not taken; nothing else need be pressed."""
    page = show(Secrets)
    QTest.keyClicks(page.code.line, "12a345")
    assert page.codes == []
    QTest.keyClicks(page.code.line, "6")
    assert page.codes == ["123456"]
    page.code.clear()
    assert page.code.text() == ""


def test_a_secret_is_hidden_until_asked(show):
    """The button says what it does; a cleared field hides again; no draft keeps it."""
    page = show(Secrets)
    QTest.keyClicks(page.code.line, "123")
    assert page.code.line.displayText() != "123"
    QTest.mouseClick(page.code.eye, Qt.MouseButton.LeftButton)
    assert page.code.line.displayText() == "123"
    assert "Cacher" in page.code.eye.text()
    assert page.draft() is None
    page.code.clear()
    QTest.keyClicks(page.code.line, "45")
    assert page.code.line.displayText() != "45"


def test_capitals_are_noticed_in_words(show):
    """A key that is on by mistake is told of."""
    page = show(lambda session: _with(session, lambda p: p.add_secret("Mes mots")))
    field = page.made
    QTest.keyClick(field.line, "A")
    assert field.capitals.isVisible()
    QTest.keyClick(field.line, "a")
    assert not field.capitals.isVisible()
    QTest.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.capitals.isVisible()


def _with(session, build):
    page = Page(session, "Une page")
    page.made = build(page)
    return page


def test_a_long_list_asks_only_for_what_it_shows(qapp):
    """An answer that comes after another press is not shown."""
    asked, waiting = [], []

    def read(first, count, show):
        asked.append((first, count))
        rows = [RowItem(f"ligne {number}") for number in range(first, first + count)]
        waiting.append(lambda: show(rows))

    rows = RowList((), name="liste", shown=3)
    rows.set_pages(100_000, read)
    QTest.mouseClick(rows.after, Qt.MouseButton.LeftButton)
    for answer in reversed(waiting):
        answer()
    assert asked == [(0, 3), (3, 3)]
    assert [button.block.headline for button in rows.buttons()] == ["ligne 3", "ligne 4", "ligne 5"]
    assert "100000" in rows.where.text()
