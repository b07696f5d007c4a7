"""Help speaks the other language too: one press, and everything is in it at once."""

from PySide6.QtWidgets import QLineEdit, QMenu

from ensdesk.ui.pages.help import Help
from tests.ui.pages.inside import seen


def test_the_whole_window_speaks_the_other_language(comes_in, folder):
    """The bar, the page, the menu of a line; what is half done stays, and it can be turned back."""
    person = comes_in(folder)
    person.session.make_help = Help
    person.press("Aide", "In English")
    assert person.session.settings.language == "en"
    assert person.title == "Help"
    assert {"Home", "Back", "Close my folder", "En français"} <= set(person.buttons())
    person.press("Home")
    assert "Hello Jeanne. Monday 23 November." in seen(person)
    assert "Copy" in menu_of_a_line()
    person.press("Help", "En français")
    assert person.title == "Aide"
    assert "Accueil" in person.buttons()
    assert "Copier" in menu_of_a_line()


def menu_of_a_line() -> str:
    """Return what the menu of a line to type in says."""
    line = QLineEdit()
    menu: QMenu = line.createStandardContextMenu()
    said = " ".join(action.text().replace("&", "") for action in menu.actions())
    menu.deleteLater()
    return said
