"""What was done is told where the focus is, for screen readers that hear no announcement."""

from ensdesk.ui.page import Page


class Two(Page):
    """Two buttons, the second with a word of its own."""

    def __init__(self, session):
        super().__init__(session, "Quoi\u00a0?")
        self.add_primary("Continuer", lambda: None)
        self.add_secondary("Autre", lambda: None).setAccessibleDescription("Plus loin.")


def test_what_was_done_describes_what_has_the_focus(make_window):
    """Until the line goes, or says something else."""
    window = make_window()
    window.go(Two)
    first = window.focusWidget()
    second = next(b for b in window.page.findChildren(type(first)) if b.text() == "Autre")
    window.say("C’est noté.")
    assert first.accessibleDescription() == "C’est noté."
    second.setFocus()
    window.say("C’est retiré.")
    assert first.accessibleDescription() == ""
    assert second.accessibleDescription() == "C’est retiré. Plus loin."
    window.strip.hide()
    assert second.accessibleDescription() == "Plus loin."


def test_a_page_that_went_is_no_trouble(make_window, qapp):
    """What had the focus then is gone."""
    window = make_window()
    window.go(Two)
    window.say("C’est noté.")
    window.go(Two)
    window.go(Two)
    qapp.sendPostedEvents(None, 0)
    window.say("C’est retiré.")
    assert window.focusWidget().accessibleDescription() == "C’est retiré."


def test_a_button_of_the_bar_is_never_described(make_window):
    """It stands on every page, long after what was done is no news."""
    window = make_window()
    window.go(Two)
    window.bar.home.setFocus()
    window.say("C’est noté.")
    assert window.bar.home.accessibleDescription() == ""
