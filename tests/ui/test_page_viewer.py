"""Pages of paper on the screen: turned, enlarged, told; a late page covers no other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.reading.reader import PageImage
from ensdesk.ui.page import Page
from ensdesk.ui.widgets.page_viewer import PageViewer
from tests.ui.audit import faults


def grey(page, width=210, height=297):
    shade = bytes([40 * (page + 1)])
    return PageImage(width, height, width * 3, shade * (3 * width * height))


@pytest.fixture
def asked():
    return []


@pytest.fixture
def viewer(make_window, qapp, asked):
    """A viewer of three pages that come at once."""
    window = make_window()

    def fetch(page, dpi, show):
        asked.append((page, dpi))
        show(grey(page))

    def make(session):
        page = Page(session, "Mon papier")
        texts = ["Sang", "Sucre", "Sel"]
        page.viewer = page.add(PageViewer(3, fetch, name="Mon papier", texts=texts))
        return page

    window.session.go(make)
    for _turn in range(4):
        qapp.processEvents()
    return window.page.viewer


def test_pages_are_turned(viewer, asked):
    """To the last and back; the place is said in words."""
    assert viewer.where.text() == "Page 1 sur 3"
    assert not viewer.before.isEnabled()
    for _press in range(2):
        QTest.mouseClick(viewer.after, Qt.MouseButton.LeftButton)
    assert viewer.where.text() == "Page 3 sur 3"
    assert not viewer.after.isEnabled()
    assert viewer.before.hasFocus()
    assert viewer.paper.image.pixelColor(0, 0).red() == 120
    assert [page for page, _dpi in asked][-1] == 2


def test_a_larger_page_is_drawn_finer(viewer, asked, qapp):
    """And only it moves sideways, never the window."""
    QTest.mouseClick(viewer.larger, Qt.MouseButton.LeftButton)
    qapp.processEvents()
    assert asked[-1][1] > asked[0][1]
    assert viewer.paper.width() > viewer._frame.width()
    assert viewer.window().area.horizontalScrollBar().maximum() == 0
    QTest.mouseClick(viewer.smaller, Qt.MouseButton.LeftButton)
    assert viewer.paper.width() <= viewer._frame.width()


def test_what_a_page_says_is_told(viewer):
    """For those who do not see it."""
    assert viewer._frame.accessibleName() == "Page 1 sur 3"
    assert viewer._frame.accessibleDescription() == "Sang"


def test_the_viewer_is_sound(viewer, qapp):
    """As every part of a page."""
    assert faults(viewer.window()) == []


def test_a_late_page_covers_no_other(make_window, qapp):
    """The page wanted now stays, whatever comes after it."""
    waiting = {}
    window = make_window()

    def make(session):
        page = Page(session, "Mon papier")
        fetch = lambda number, _dpi, show: waiting.update({number: show})  # noqa: E731
        page.viewer = page.add(PageViewer(2, fetch, name="Mon papier"))
        return page

    window.session.go(make)
    qapp.processEvents()
    viewer = window.page.viewer
    viewer.turn_to(1)
    waiting[1](grey(1))
    waiting[0](grey(0))
    assert viewer.paper.image.pixelColor(0, 0).red() == 80


def test_a_single_page_is_not_turned(make_window, qapp):
    """No buttons for what cannot be."""
    window = make_window()

    def make(session):
        page = Page(session, "Mon papier")
        page.viewer = page.add(PageViewer(1, lambda *_a: None, name="Mon papier"))
        return page

    window.session.go(make)
    qapp.processEvents()
    assert not window.page.viewer.after.isVisible()


def test_the_next_page_is_drawn_before_it_is_asked_for(viewer, asked):
    """Turning shows it without drawing it again; the one after it follows."""
    assert [page for page, _dpi in asked][-1] == 1
    before = len(asked)
    viewer.turn_to(1)
    assert [page for page, _dpi in asked][before:] == [2]
    assert viewer.paper.image.pixelColor(0, 0).red() == 80


def test_an_enlarged_page_keeps_no_other_in_memory(viewer, asked):
    """Four times as large, as sharp as the screen, and alone."""
    for _press in range(4):
        viewer.larger.click()
        viewer.larger.forget_press()
    viewer.turn_to(0)
    assert not viewer._ready
    assert viewer._zoom > 0


def test_what_is_drawn_ahead_is_called_off_when_another_is_wanted(qapp, make_window):
    """Or when nobody looks any more."""
    window = make_window()
    off, shows = [], {}

    def fetch(page, dpi, show):
        shows[page] = show
        return lambda: off.append(page)

    def make(session):
        page = Page(session, "Mon papier")
        page.viewer = page.add(PageViewer(5, fetch, name="Mon papier"))
        return page

    window.session.go(make)
    for _turn in range(4):
        qapp.processEvents()
    viewer = window.page.viewer
    shows[0](grey(0))
    assert 1 in shows
    viewer.turn_to(3)
    assert off[-1] == 1
    shows[1](grey(1))  # late: it covers nothing
    assert viewer.paper.image.pixelColor(0, 0).red() == 40
    shows[3](grey(3))
    viewer.turn_to(4)
    shows[4](grey(4))
    assert viewer.paper.image.pixelColor(0, 0).red() == 200
    viewer.rest()


def test_a_photo_taken_sideways_is_turned(qapp, make_window):
    """Its line says how, once for all."""
    window = make_window()

    def make(session):
        page = Page(session, "Mon papier")
        viewer = PageViewer(1, lambda _p, _d, show: show(grey(0)), name="Mon papier", turn=90)
        page.viewer = page.add(viewer)
        return page

    window.session.go(make)
    for _turn in range(4):
        qapp.processEvents()
    image = window.page.viewer.paper.image
    assert (image.width(), image.height()) == (297, 210)
