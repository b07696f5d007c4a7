"""One window: the way back, half-filled pages, one look at once, a bar that never moves."""

import gc
import sys
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.ui.lanes import ThreadLanes
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.window import Window
from tests.ui.audit import controls
from tests.ui.sample_pages import SAMPLES, Answers, Pair, Question, Rows, Secrets, Tiles


class Late(Trouble):
    """Something that happens in tests."""

    words = N_("This folder cannot be opened.")
    advice = N_("Please try again.")


@pytest.fixture
def window(make_window):
    made = make_window()
    made.session.make_first = Tiles
    made.session.home()
    return made


def press(window, words):
    """Press the button of these words."""
    (button,) = [b for b in controls(window) if getattr(b, "text", str)() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# -- ways to go --------------------------------------------------------------------------------


def test_back_gives_a_half_filled_page_back(window):
    """The page is new, its words are not."""
    window.session.go(Question)
    QTest.keyClicks(window.page.medicine.line, "Doliprane")
    QTest.keyClicks(window.page.note.edit, "le soir")
    first = window.page
    window.session.go(Pair)
    press(window, "Retour")
    assert isinstance(window.page, Question)
    assert window.page is not first
    assert window.page.medicine.text() == "Doliprane"
    assert window.page.note.text() == "le soir"


def test_chosen_and_ticked_answers_come_back_too(window):
    """Not only what is typed."""
    window.session.go(Answers)
    window.page.bad.choose(3)
    window.page.ticks.tick(["b"])
    window.session.go(Pair)
    window.session.back()
    assert window.page.bad.chosen() == 3
    assert window.page.ticks.ticked() == ("b",)


def test_instead_land_and_back_past(window):
    """« Retour » skips a replaced page, and goes home from the end of a journey."""
    window.session.go(Question)
    window.session.instead(Pair)
    window.session.back()
    assert isinstance(window.page, Tiles)
    for _step in range(3):
        window.session.go(Question)
    window.session.back_past("question")
    assert isinstance(window.page, Tiles)
    window.session.go(Question)
    window.session.land(Pair)
    window.session.back()
    assert isinstance(window.page, Tiles)
    assert not window.bar.back.isVisible()


def test_a_page_that_cannot_be_made_moves_nothing(window):
    """The one in view stays, and so does the way back."""
    window.session.go(Question)

    def fails(_session):
        raise Late

    with pytest.raises(Late):
        window.session.go(fails)
    assert isinstance(window.page, Question)
    window.session.back()
    assert isinstance(window.page, Tiles)


def test_the_bar_never_moves(window, qapp):
    """Same buttons, same places, on every page."""
    places = set()
    for make in SAMPLES:
        window.session.go(make)
        qapp.processEvents()
        places.add(tuple(b.geometry().getRect() for b in window.bar.buttons()))
    assert len(places) == 1


def test_the_title_names_the_page_and_nobody(window):
    """Others see the title of a window."""
    window.session.go(Rows)
    assert window.windowTitle() == "Mes médicaments — ensdesk"


def test_closing_is_offered_only_when_a_folder_is_open(window, folder):
    """By the bar and by Ctrl+L."""
    locked = []
    window.session.lock = lambda: locked.append(1)
    assert not window.bar.lock.isVisible()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locked == []
    window.session.make_home = Tiles
    window.session.set_folder(folder)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(window, "Fermer mon dossier")
    assert locked == [1, 1]


def test_half_filled_page_is_known_by_its_name(window):
    """For the drawer of drafts, when the folder closes; an empty page is not half filled."""
    window.session.go(Question)
    assert window.half_filled() is None
    QTest.keyClicks(window.page.medicine.line, "Doli")
    name, values = window.half_filled()
    assert name == "question"
    assert "Doli" in values.values()
    window.session.go(Secrets)
    QTest.keyClicks(window.page.code.line, "123")
    assert window.half_filled() is None


# -- words that stay ---------------------------------------------------------------------------


def test_what_was_said_stays_for_one_page_more(window):
    """It can be taken back from there."""
    undone = []
    window.session.go(Pair)
    window.session.say("C’est retiré.", lambda: undone.append(1))
    window.session.back()
    assert window.strip.isVisible()
    press(window, "Annuler")
    assert undone == [1]
    assert not window.strip.isVisible()
    window.session.say("C’est retiré.")
    assert not window.strip.button.isVisible()
    window.session.go(Pair)
    window.session.go(Question)
    assert not window.strip.isVisible()


def test_trouble_is_shown_above_the_buttons_and_told(window):
    """What happened and what to do, once, in the description of the main button too."""
    window.session.go(Question)
    window.session.trouble(Late())
    window.session.trouble(Late())
    QApplication.processEvents()
    boxes = [b for b in window.page.findChildren(object) if _is_trouble(b)]
    assert len(boxes) == 1
    assert boxes[0].mapTo(window.page, boxes[0].rect().bottomLeft()).y() < (
        window.page.primary.mapTo(window.page, window.page.primary.rect().topLeft()).y()
    )
    assert window.page.primary.accessibleDescription() == Late().sentence()
    assert window.page.primary.hasFocus()
    window.page.clear_trouble()
    assert window.page.primary.accessibleDescription() == ""


def _is_trouble(child):
    return getattr(child, "property", lambda _n: "")("role") == "trouble" and child.isVisible()


# -- one look ----------------------------------------------------------------------------------


def test_a_larger_text_is_one_press_away(window):
    """Every step up and down, kept in the settings, nothing beyond the ends."""
    kept = []
    window.session.save_settings = kept.append
    window.session.go(Question)
    QTest.keyClicks(window.page.medicine.line, "Doliprane")
    for points in (18, 22, 28, 28):
        press(window, "A+")
        assert window.look.points == points
    assert window.page.medicine.line.font().pointSize() == 28
    assert window.page.medicine.text() == "Doliprane"
    for points in (22, 18, 14, 14):
        press(window, "A\u2212")
        assert window.look.points == points
    assert kept[-1].points == 14


def test_colours_are_one_press_away(window):
    """Clair, sombre, contraste, and clair again."""
    themes = []
    for _press in range(3):
        press(window, "Couleurs")
        themes.append(window.session.settings.theme)
    assert themes == ["dark", "contrast", "light"]


def test_the_window_fits_a_small_screen_at_the_largest_size(make_window, qapp):
    """1024 × 768 at 28 pt, on every page."""
    window = make_window(28, "light", (1024, 768))
    for make in SAMPLES:
        window.session.go(make)
        qapp.processEvents()
        assert window.minimumSizeHint().width() <= 1024
        assert window.minimumSizeHint().height() <= 768
        assert window.size().toTuple() == (1024, 768)


# -- focus -------------------------------------------------------------------------------------


def test_something_always_has_the_focus(window, qapp):
    """The first input, or the first button."""
    for make in SAMPLES:
        window.session.go(make)
        qapp.processEvents()
        assert window.page.isAncestorOf(window.focusWidget())
    window.session.go(Question)
    assert window.focusWidget() is window.page.medicine.line
    window.session.go(Answers)
    assert window.focusWidget() is window.page.bad.boxes[1], "the chosen answer"


def test_tab_follows_the_eye_and_comes_round(window, qapp):
    """Backwards too."""
    window.session.go(Question)
    qapp.processEvents()
    begun, seen = window.focusWidget(), []
    for _step in range(30):
        seen.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is begun:
            break
    assert len(seen) == len(controls(window))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is seen[-1]


def test_the_focus_is_scrolled_into_view(make_window, qapp):
    """However large the words."""
    window = make_window(28, "light", (1024, 768))
    window.session.go(Question)
    window.page.primary.setFocus()
    for _turn in range(3):
        qapp.processEvents()
    assert not window.page.primary.visibleRegion().isEmpty()


# -- jobs --------------------------------------------------------------------------------------


def test_an_answer_for_a_page_that_was_left_is_dropped(qapp, french):
    """It comes too late, and touches nothing."""
    session = Session(lanes=ThreadLanes())
    window = Window(session)
    window.show()
    seen = []
    session.go(Question)
    window.page.ask(lambda: 1, seen.append)
    session.go(Pair)
    session.lanes.settle()
    assert seen == []
    window.page.ask(lambda: 2, seen.append)
    session.lanes.settle()
    assert seen == [2]
    session.lanes.close()
    window.close()


def test_trouble_in_a_job_is_shown_on_its_page(window):
    """Unless the page does something else with it."""

    def fail():
        raise Late

    window.session.go(Question)
    window.page.ask(fail, print)
    assert window.page.primary.accessibleDescription() == Late().sentence()
    caught = []
    window.page.ask(fail, print, failed=caught.append)
    assert isinstance(caught[0], Late)


def test_a_page_without_words_yet_takes_the_focus_later(window):
    """When its answer has come and there is something to press."""

    class Waiting(Page):
        def __init__(self, session):
            super().__init__(session, "Une page")

        def come(self, _answer):
            self.button = self.add_primary("Continuer", lambda: None)

    window.session.go(Waiting)
    assert window.page.wants_focus
    window.page.ask(lambda: None, window.page.come)
    assert window.page.button.hasFocus()


# -- the long run ------------------------------------------------------------------------------


def test_pages_that_were_left_go(window, qapp):
    """Nothing keeps them; None keeps its references (PySide6 6.12 loses them on Python 3.11)."""
    gone = []
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()  # what other tests left holds many
    nones = sys.getrefcount(None)
    for turn in range(60):
        window.session.go(SAMPLES[turn % len(SAMPLES)])
        gone.append(weakref.ref(window.page))
        window.session.home()
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert sum(ref() is not None for ref in gone) <= 2
    assert sys.getrefcount(None) > nones - 500


def test_settings_reach_the_idle_clock(window):
    """10, 20 or 30 minutes, from now on."""
    window.session.set_settings(replace(window.session.settings, idle_minutes=10))
    assert window.idle.clock.minutes == 10
