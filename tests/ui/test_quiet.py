"""A page that is being built is told to no assistive tool: it is told when it is in view."""

import pytest
from PySide6.QtGui import QAccessible

from ensdesk.ui.page import Page


@pytest.fixture
def heard():
    """The bus of assistive tools is on."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


class Tells(Page):
    """Notes at each step whether the bus hears."""

    def __init__(self, session):
        super().__init__(session, "Qui\u00a0?")
        self.steps = {"made": QAccessible.isActive()}
        self.add_field("Prénom")

    def restore(self, values):
        super().restore(values)
        self.steps["restored"] = QAccessible.isActive()

    def entered(self):
        self.steps["entered"] = QAccessible.isActive()


def test_the_bus_is_silent_until_the_page_is_in_view(make_window, heard):
    """Also where a draft comes back."""
    window = make_window()
    window.go(Tells)
    assert window.page.steps == {"made": False, "entered": True}
    window.page.first_focus().setText("Jeanne")
    window.go(lambda session: Page(session, "Après"))
    window.back()
    assert window.page.steps == {"made": False, "restored": False, "entered": True}
    assert QAccessible.isActive()


def test_a_page_that_cannot_be_made_leaves_the_bus_on(make_window, heard):
    """What went wrong has to be heard."""

    def fails(_session):
        raise ValueError

    with pytest.raises(ValueError):
        make_window().go(fails)
    assert QAccessible.isActive()
