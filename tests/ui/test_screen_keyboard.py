"""The keyboard on the screen types as a real one does, and keeps a secret as well."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from ensdesk.settings import Settings
from ensdesk.ui.idle import Idle
from ensdesk.ui.page import Page
from ensdesk.ui.pages.forgotten import Forgotten
from ensdesk.ui.pages.help import KeyboardOnScreen, SetUp
from ensdesk.ui.tour_keyboard import keyboard_stops
from ensdesk.ui.widgets.completing_line import CompletingLine
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.key import Key
from ensdesk.ui.widgets.key_rows import LETTERS
from ensdesk.ui.window import Window
from tests.ui.every_page import walk
from tests.ui.sample_pages import Answers, Pair, Question, nothing

ROOT = Path(__file__).resolve().parents[2]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHEET = ("abaisser", "cerveau", "commande", "electron", "fidele", "immobile", "jardin", "mammouth")


class Codes(Page):
    """A code that opens at its sixth digit, and secret words."""

    name = "codes"

    def __init__(self, session):
        super().__init__(session, "Ouvrir mon dossier")
        self.codes = []
        self.code = self.add_code("Mon code", self.codes.append, "6 chiffres")
        self.words = self.add_secret("Mes mots")
        self.add_primary("Ouvrir", lambda: None)


class Lines(Page):
    """A line that completes what is typed."""

    name = "lines"

    def __init__(self, session):
        super().__init__(session, "Quel médicament\u00a0?")
        whole = "Doliprane 1000 mg"
        line = CompletingLine(lambda typed: whole[len(typed) :] if whole.startswith(typed) else "")
        self.called = self.add(Field("Nom", line=line))
        self.add_primary("Continuer", lambda: None)


@pytest.fixture
def window(make_window):
    """A window of a place that has no other keyboard."""
    made = make_window()
    made.session.settings = replace(made.session.settings, keyboard=True)
    return made


def settle():
    for _turn in range(4):
        QApplication.processEvents()


def shown(window: Window) -> dict[str, Key]:
    """Return the keys in view by their names."""
    settle()
    keys = [key for key in window.keys.findChildren(Key) if key.isVisible()]
    named = {key.accessibleName(): key for key in keys}
    assert len(named) == len(keys)
    return named


NAMES = {
    "’": "apostrophe",
    "-": "tiret",
    ",": "virgule",
    ".": "point",
    "/": "barre oblique",
    " ": "Barre d’espace",
}


def press(window: Window, *names: str) -> None:
    """Press the keys of these names."""
    for name in names:
        QTest.mouseClick(shown(window)[name], LEFT)


def types(window: Window, text: str) -> None:
    """Press the key of each sign."""
    press(window, *(NAMES.get(sign, sign) for sign in text))


def signs() -> str:
    return "".join(LETTERS.signs)


# -- what arrives ------------------------------------------------------------------------------


def test_each_letter_arrives_as_it_stands_on_its_key(window):
    """Accents, apostrophe and hyphen too; the capital key changes them all, or one."""
    window.session.go(Question)
    line = window.page.medicine.line
    types(window, signs())
    assert line.text() == signs()
    line.clear()
    press(window, "Lettre majuscule", "Lettre majuscule")
    types(window, signs())
    assert line.text() == signs().upper()
    line.clear()
    press(window, "Lettre majuscule")
    press(window, "Lettre majuscule")
    types(window, "éa")
    assert line.text() == "Éa"
    press(window, "Effacer une lettre", "Barre d’espace")
    types(window, "œ")
    assert line.text() == "É œ"


def test_a_secret_line_takes_the_same_letters(window):
    """And shows none of them."""
    window.session.go(Codes)
    window.page.words.secret.setFocus()
    types(window, signs())
    assert window.page.words.text() == signs()
    assert window.page.words.secret.displayText() == "●" * len(signs())


def test_the_sixth_digit_opens(window):
    """There are only digits to press, and a code that is complete goes at once."""
    window.session.go(Codes)
    digits = [name for name in shown(window) if len(name) == 1]
    assert sorted(digits) == list("0123456789")
    assert "Montrer les lettres" not in shown(window)
    types(window, "13790")
    assert window.page.codes == []
    press(window, "Effacer une lettre")
    types(window, "02")
    assert window.page.codes == ["137902"]


def test_a_date_begins_with_numbers_and_may_have_letters(window):
    """14/07/1948, or 14 juillet 1948."""
    window.session.go(Question)
    since = window.page.since
    since.line.setFocus()
    types(window, "14/07/1948")
    assert since.date().iso == "1948-07-14"
    since.line.clear()
    press(window, "Montrer les lettres")
    types(window, "14 juillet 1948")
    assert since.date().iso == "1948-07-14"


def test_the_words_of_a_key_sheet_go_into_their_boxes(window, tmp_path):
    """Each space ends a word; four letters are enough."""
    window.session.go(lambda session: Forgotten(session, tmp_path / "nowhere"))
    types(window, " ".join(word[:4] for word in SHEET) + " ")
    assert len(window.page.words) == len(SHEET)
    assert window.page.words[3:5] == ["électron", "fidèle"]


def test_what_completes_a_line_goes_on_completing(window):
    """The rest stands there, chosen, and the next key takes its place."""
    window.session.go(Lines)
    line = window.page.called.line
    press(window, "Lettre majuscule")
    types(window, "dol")
    assert line.text() == "Doliprane 1000 mg"
    assert line.selectedText() == "iprane 1000 mg"
    press(window, "Effacer une lettre")
    assert line.text() == "Dol"


def test_several_lines_have_a_key_for_the_next_one(window):
    """Only where there are several."""
    window.session.go(Question)
    assert "À la ligne" not in shown(window)
    window.page.note.edit.setFocus()
    types(window, "a")
    press(window, "À la ligne")
    types(window, "b")
    assert window.page.note.text() == "a\nb"


# -- the focus and the hand --------------------------------------------------------------------


def test_no_key_takes_the_focus(window):
    """It stays in the line; a button pressed in between gives it back at the next letter."""
    window.session.go(Codes)
    line = window.page.words.secret
    line.setFocus()
    for key in shown(window).values():
        QTest.mousePress(key, LEFT)
        assert window.focusWidget() is line
        QTest.mouseRelease(key, LEFT, pos=key.rect().bottomRight() * 3)  # slipped off
    assert line.text() == ""
    window.page.words.eye.setFocus()
    types(window, "ab")
    assert window.focusWidget() is line
    assert line.text() == "ab"


def test_two_quick_presses_are_two_letters(window):
    """« 11 » by the second half of a double press, as Qt hands it on."""
    window.session.go(Question)
    key = shown(window)["1"]
    QTest.mouseClick(key, LEFT)
    spot = QPointF(key.rect().center())
    kind, place = QEvent.Type.MouseButtonDblClick, key.mapToGlobal(spot)
    QApplication.sendEvent(key, QMouseEvent(kind, spot, place, LEFT, LEFT, NONE))
    QTest.mouseRelease(key, LEFT)
    assert window.page.medicine.text() == "11"


def test_a_finger_types_too():
    """Qt makes a press of each touch, and the focus stays in the line."""
    command = [sys.executable, "-m", "tests.ui.finger_types", "11ab"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout == "11ab True\n"


def test_a_press_that_slips_a_little_counts(window):
    """By 10 pixels."""
    window.session.go(Question)
    key = shown(window)["a"]
    QTest.mousePress(key, LEFT)
    QTest.mouseRelease(key, LEFT, pos=key.rect().bottomRight() + QPointF(9, 9).toPoint())
    assert window.page.medicine.text() == "a"


def test_next_goes_from_line_to_line_then_to_the_button(window):
    """Over what is no line."""
    window.session.go(Codes)
    page = window.page
    press(window, "Ligne suivante à remplir")
    assert window.focusWidget() is page.words.secret
    press(window, "Ligne suivante à remplir")
    assert window.focusWidget() is page.primary


def test_typing_says_that_somebody_is_there(window):
    """As a real key does, a mouse that moves does not."""
    window.session.go(Question)
    now = [0.0]
    clock = window.idle.clock
    clock._now, clock.minutes = (lambda: now[0]), 3
    clock.touch(meant=True)
    now[0] = 150
    assert clock.state() is Idle.WARNED
    types(window, "a")
    assert clock.state() is Idle.AWAKE


# -- when it stands there ----------------------------------------------------------------------


def test_at_home_there_is_none(make_window):
    """Until somebody asks for it."""
    window = make_window()
    assert Settings().keyboard is False
    window.session.go(Question)
    assert shown(window) == {}
    assert window.keys.isHidden()


def test_it_comes_with_a_line_and_goes_with_the_page(window):
    """A page of answers has none; what is about to be pressed does not move meanwhile."""
    window.session.go(Answers)
    assert shown(window) == {}
    window.session.go(Question)
    assert shown(window)
    window.page.primary.setFocus()
    assert shown(window), "the page must not move under a press"
    window.session.go(Pair)
    assert shown(window) == {}


def test_it_is_put_away_and_brought_back(window):
    """By the button that takes its place; the focus stays in the line."""
    window.session.go(Question)
    line = window.focusWidget()
    press(window, "Cacher le clavier")
    assert shown(window) == {}
    window.session.go(Question)
    assert shown(window) == {}, "it stays away on the next page"
    (again,) = [
        button for button in window.keys.findChildren(QAbstractButton) if button.isVisible()
    ]
    assert again.accessibleName() == "Clavier à l’écran"
    line = window.focusWidget()
    QTest.mouseClick(again, LEFT)
    assert "a" in shown(window)
    assert window.focusWidget() is line


def test_it_never_comes_over_the_line(make_window):
    """The page scrolls when it is brought back, when the letters grow, when a strip comes."""
    window = make_window(18, "light", (1024, 768))
    window.session.settings = replace(window.session.settings, keyboard=True)
    window.session.go(Question)
    line = window.page.weight.line
    line.setFocus()
    for act in (
        lambda: window.keys.want(wanted=False),
        lambda: window.keys.want(wanted=True),
        lambda: window._larger(1),
        lambda: window._larger(1),
        lambda: window.help_strip.say("Marie-Christine vous aide en ce moment", nothing),
    ):
        act()
        settle()
        assert line.visibleRegion().boundingRect().height() == line.height()


def test_it_makes_room_for_the_voice(window):
    """And comes back when the voice ends."""
    window.session.go(Question)
    window.reading.show()
    assert shown(window) == {}
    window.reading.hide()
    assert "a" in shown(window)


def test_help_turns_it_on_and_off(window):
    """And says which it is."""
    window.session.go(SetUp)
    window.session.go(KeyboardOnScreen)
    window.page._choice.choose(False)
    window.page.press_primary()
    assert window.session.settings.keyboard is False
    said = [button.accessibleDescription() for button in window.page.findChildren(QAbstractButton)]
    assert any("Il ne se montre pas." in words for words in said)


def test_the_line_stays_in_view(qapp, french, full_folder):
    """On a small screen with the largest letters; keys are 56 pixels high, 8 apart, and whole."""
    stops = [stop for stop in keyboard_stops() if stop.keyboard]
    for points, size in ((14, (1366, 768)), (28, (1024, 768))):
        for name, window in walk(full_folder, (points, "light", size), stops):
            line = window.focusWidget()
            assert line.visibleRegion().boundingRect().height() == line.height(), name
            assert window.size().toTuple() == size
            keys = list(shown(window).values())
            for number, key in enumerate(keys):
                assert key.height() == 56
                assert key.width() >= 44
                assert key.wished() <= key.width() or key.block.bold
                assert key.block.width(key._look()) <= key.width()
                near = key.geometry().adjusted(-7, -7, 7, 7)
                assert not any(near.intersects(other.geometry()) for other in keys[number + 1 :])
                assert window.keys.keyboard.rect().contains(key.geometry())


# -- secrets -----------------------------------------------------------------------------------


@pytest.fixture
def heard(monkeypatch):
    """What is sent to the bus while it is on."""
    events = []
    told = QAccessible.updateAccessibility

    def listen(event):
        events.append(event)
        told(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def letters_told(line, window, heard, text) -> tuple[list[bool], str]:
    """Type *text*; return whether the bus was on at each change, and the letters told to it."""
    active = []
    line.textChanged.connect(lambda _text: active.append(QAccessible.isActive()))
    line.setFocus()
    heard.clear()
    types(window, text)
    said = [event.textInserted() for event in heard if hasattr(event, "textInserted")]
    return active, "".join(said)


def test_the_bus_hears_nothing_of_a_secret(window, heard):
    """Only that a masked sign came; the names of the keys never change either."""
    window.session.go(Codes)
    active, said = letters_told(window.page.words.secret, window, heard, "marmotte")
    assert active == [False] * 8
    assert set(said) == {"●"}
    heard.clear()
    press(window, "Lettre majuscule")
    assert heard == []
    assert "m" in shown(window)


def test_a_plain_password_line_would_be_heard(window, heard):
    """The test before sees the difference."""
    window.session.go(Question)
    plain = QLineEdit(window.page)
    plain.setEchoMode(QLineEdit.EchoMode.Password)
    plain.show()
    active, _said = letters_told(plain, window, heard, "marmotte")
    assert plain.text() == "marmotte"
    assert active == [True] * 8


def picture_of_a_press(window, name):
    """Return the key before and while it is held."""
    key = shown(window)[name]
    before = key.grab().toImage()
    QTest.mousePress(key, LEFT)
    settle()
    held = key.grab().toImage()
    QTest.mouseRelease(key, LEFT)
    return before, held


def test_no_key_shows_that_it_is_pressed_for_a_secret(window, tmp_path):
    """Somebody looks over the shoulder; for other words it shows."""
    window.session.go(Codes)
    before, held = picture_of_a_press(window, "5")
    assert before == held
    window.page.words.secret.setFocus()
    before, held = picture_of_a_press(window, "m")
    assert before == held
    window.session.go(lambda session: Forgotten(session, tmp_path / "nowhere"))
    before, held = picture_of_a_press(window, "m")
    assert before == held
    window.session.go(Question)
    before, held = picture_of_a_press(window, "m")
    assert before != held
