"""Distances follow from what stands above and below; buttons and lines break where it is calm."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ensdesk.folder.due import REDO
from ensdesk.ui.focus_order import focusable_in
from ensdesk.ui.page import Page
from ensdesk.ui.pages.home import Home
from ensdesk.ui.theme import TILE
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import TileGrid
from ensdesk.ui.widgets.row_list import RowItem, RowList
from ensdesk.ui.widgets.words import Words


@pytest.fixture
def page(make_window, qapp):
    """Return a function that fills a page, shows it and returns it."""

    def shown(fill, size=(1366, 768), **look):
        window = make_window(**look)
        window.resize(*size)

        def make(session):
            made = Page(session, "Titre")
            fill(made)
            return made

        window.session.go(make)
        for _turn in range(4):
            qapp.processEvents()
        return window.page

    return shown


def place(widget: QWidget) -> QRect:
    """Return where *widget* stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def buttons(page: Page) -> list[WordsButton]:
    """Return the buttons of *page* in reading order."""
    return [one for one in focusable_in(page) if isinstance(one, WordsButton)]


def test_a_heading_is_nearer_to_what_it_heads(page):
    """More room above a heading than under it."""
    found: list[Words] = []

    def fill(made):
        for words, role in (("Avant.", "text"), ("Les doubles", "h2"), ("Aucun.", "text")):
            found.append(made.add_text(words, role))

    page(fill)
    before, heading, after = (place(one) for one in found)
    assert heading.top() - before.bottom() > 2 * (after.top() - heading.bottom())


def test_what_is_hidden_leaves_no_gap(page):
    """A line that says nothing yet takes no room."""
    found: list[Words] = []

    def fill(made):
        found.extend(made.add_text(words) for words in ("Un.", "Deux.", "Trois."))
        found[1].hide()

    page(fill)
    assert place(found[2]).top() - place(found[0]).bottom() < 2 * found[0].window().look.em


def test_the_words_of_a_link_begin_where_all_words_do(page):
    """The room of its ring is outside of the column."""
    link: list[WordsButton] = []
    shown = page(lambda made: link.append(made.add_link("Un lien", lambda: None)))
    inset = shown.window().look.space(0.35)
    assert place(link[0]).left() + inset == place(shown.heading).left()


def test_few_buttons_stand_on_one_line_as_wide_as_their_words(page):
    """Nothing is stretched without a reason."""

    def fill(made):
        made.add_primary("Oui", lambda: None)
        made.add_secondary("Je ne sais pas", lambda: None)

    one, other = (place(button) for button in buttons(page(fill)))
    assert one.top() == other.top()
    assert one.width() < other.width()


@pytest.mark.parametrize(
    ("size", "points", "lefts"), [((1366, 768), 14, 2), ((1024, 768), 28, 1)], ids=str
)
def test_buttons_on_two_lines_have_one_width(page, size, points, lefts):
    """Two columns where they fit, else one: never a ragged edge."""

    def fill(made):
        for words in ("Ajouter un médicament", "Recopier", "Changer ou arrêter un médicament"):
            made.add_secondary(words, lambda: None)
        made.add_secondary("Imprimer mon tableau de la semaine", lambda: None)

    places = [place(button) for button in buttons(page(fill, size, points=points))]
    assert len({at.width() for at in places}) == 1
    assert len({at.left() for at in places}) == lefts


def test_two_lines_break_where_a_sentence_ends(page):
    """The eye rests at the point, not in the middle of « le 114 par SMS »."""
    sentence = "Urgence : appelez le 15 ou le 112, le 114 par SMS."
    found: list[Words] = []

    def fill(made):
        found.append(made.add_text(f"{sentence} Ce programme n’appelle personne."))

    page(fill)
    needed = found[0].fontMetrics().horizontalAdvance(sentence)
    room = found[0].contentsRect().width()
    assert needed <= room < needed + found[0].fontMetrics().horizontalAdvance(" Ce")


def test_tab_goes_down_a_column_before_what_stands_beside_it(qapp):
    """A tall thing at the right is read after all that is at its left, whatever their edges."""
    holder = QWidget()
    wanted = [
        ("haut", QRect(7, 20, 100, 50)),
        ("bas", QRect(0, 90, 100, 50)),
        ("à droite", QRect(200, 0, 100, 400)),
    ]
    for words, at in reversed(wanted):
        WordsButton(words, parent=holder).setGeometry(at)
    holder.show()
    assert [button.text() for button in buttons(holder)] == [words for words, _at in wanted]
    holder.close()


def test_the_keyboard_stays_in_a_list_that_is_filled_again(page, qapp):
    """What changes behind a list does not send the focus to the bar."""
    found: list[RowList] = []
    shown = page(lambda made: found.append(made.add_list([RowItem("Un"), RowItem("Deux")])))
    found[0].buttons()[1].setFocus()
    found[0].set_rows([RowItem("Un"), RowItem("Deux"), RowItem("Trois")])
    qapp.processEvents()
    assert shown.window().focusWidget() is found[0].buttons()[1]


def test_tiles_grow_while_the_whole_page_stays_in_view(page, qapp):
    """Taller where there is room, as low as their words where there is none."""
    tiles: list[WordsButton] = []

    def fill(made):
        place, grid = QWidget(), TileGrid(2)
        place.setLayout(grid)
        made.let_grow(grid)
        for words in ("Un", "Deux", "Trois", "Quatre"):
            tiles.append(WordsButton(words, role="tile"))
            grid.addWidget(tiles[-1])
        made.add(place)

    window = page(fill).window()
    assert {tile.height() for tile in tiles} == {TILE + 36}
    assert window.area.verticalScrollBar().maximum() == 0
    window.page.add_prose("Notes")
    for words in ("Encore", "une", "page", "pleine"):
        window.page.add_field(words)
    for _turn in range(4):
        qapp.processEvents()
    assert {tile.height() for tile in tiles} == {TILE}


@pytest.mark.parametrize("count", [3, 4])
def test_home_with_three_things_to_do_stands_whole(make_window, full_folder, qapp, count):
    """Nothing of it is scrolled away on a screen of 1366×768; the rest is one press away."""
    window = make_window(folder=full_folder)
    window.session.go(Home)
    window.page.show_due(REDO[:count])
    for _turn in range(4):
        qapp.processEvents()
    assert window.area.verticalScrollBar().maximum() == 0
    assert window.page.first.hasFocus()
    assert ("4" in window.page.all_due.text()) is (count > 3)
