"""The four moments of a day: pressed, stepped with the arrows, or typed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from ensdesk.kinds.medication import Intake, Moment
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.intakes import IntakesField
from ensdesk.ui.widgets.table import Table


@pytest.fixture
def field(make_window, qapp):
    """The widget on a page in view."""

    def page(session):
        made = Page(session, "Quand")
        made.intakes = made.add(IntakesField(), keeps=True)
        return made

    window = make_window()
    window.session.go(page)
    qapp.processEvents()
    return window.page.intakes


def test_plus_and_minus(field):
    """+ gives one tablet, - half of it, then nothing; the focus follows the finger."""
    morning = field.lines[Moment.MORNING]
    doses = []
    for button in (morning.more, morning.more, morning.less, morning.less, morning.less):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        doses.append(morning.dose())
    assert doses == ["1 comprimé", "2 comprimés", "1 comprimé", "½ comprimé", ""]
    assert morning.hasFocus()


def test_arrows_and_typing(field):
    """The arrows step; typing replaces what the last step wrote."""
    evening = field.lines[Moment.EVENING]
    evening.setFocus()
    QTest.keyClick(evening, Qt.Key.Key_Up)
    assert field.intakes() == (Intake(moment=Moment.EVENING, dose="1 comprimé"),)
    QTest.keyClicks(evening, "10 gouttes")
    assert evening.dose() == "10 gouttes"
    QTest.keyClick(evening, Qt.Key.Key_Down)
    assert evening.dose() == "9 gouttes"


def test_the_wheel_changes_nothing(field):
    """To scroll past a dose must not change it."""
    noon = field.lines[Moment.NOON]
    noon.set_dose("1 comprimé")
    noon.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    noon.wheelEvent(wheel)
    assert noon.dose() == "1 comprimé"


def test_what_a_newer_program_wrote_stays(field):
    """An intake left as it is keeps the part that this version cannot read."""
    known = Intake(moment=Moment.MORNING, dose="1 comprimé", unknown={"with": "water"})
    field.set_intakes((known,))
    field.lines[Moment.NOON].set_dose("2")
    first, second = field.intakes()
    assert first.unknown == {"with": "water"}
    assert second == Intake(moment=Moment.NOON, dose="2 comprimés")


def test_half_written_words_come_back(field):
    """What the draft of a page keeps is shown again."""
    assert field.value() is None
    field.lines[Moment.BEDTIME].set_dose("½")
    kept = field.value()
    field.set_intakes(())
    field.set_value(kept)
    assert field.lines[Moment.BEDTIME].lineEdit().text() == "½"
    field.set_value("not a draft")


def test_an_error_goes_with_the_first_dose(field):
    """It stands above the moments and in what is spoken."""
    field.error("Écrivez combien.")
    assert field.lines[Moment.MORNING].accessibleDescription() == "Écrivez combien."
    field.lines[Moment.MORNING].stepUp()
    assert field.wrong.text() == ""


def test_cells_are_spoken_with_their_head(make_window):
    """A number alone says nothing to who cannot see the column."""
    table = Table("Mesures", ["Quand", "Tension"], [["hier", "13/8"], ["lundi", ""]])
    names = {
        label.accessibleName() for label in table.findChildren(object) if hasattr(label, "text")
    }
    assert "Tension\u00a0: 13/8" in names
