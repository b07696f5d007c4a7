"""Help: what one can do here, text and colours, time, promises; one press away on every page."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.folder.promises import PROMISES, Promise
from ensdesk.language import ASKS_FOR, N_, _, code, other_than, plural
from ensdesk.reading.walls import network_refused
from ensdesk.settings import IDLE_MINUTES
from ensdesk.ui.page import Page
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem
from ensdesk.ui.widgets.told import Told

_PROMISES = (
    N_("Your folder is closed by your code, your key or your words."),
    N_("It has no account and no server. Nobody else keeps a part of it."),
    N_("Nothing leaves unless you press Print or Copy."),
    N_("This is not a medical device. It gives no advice and no dose."),
)


class Help(Page):
    """One answer a button, in the order in which people ask."""

    name = "help"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Help")))
        self.add_text(_(N_("Text too small? Press A+ on the left. Press Colours to change them.")))
        self.add_text(_(N_("Press Listen: a voice reads the page in view.")))
        self.add_tiles(
            [
                (_(N_("How do I print without a printer?")), "printer", self._no_printer),
                (_(N_("I forgot my code")), "key-round", self._forgotten),
                (_(N_("Text, keyboard, closing: set them")), "keyboard", self._set),
                (_(N_("What does the program promise?")), "shield-check", self._promises),
                (_(N_("I am being forced or cheated")), "triangle-alert", self._forced),
                (_(N_("Erase my folder")), "trash-2", self._erase),
                (ASKS_FOR[other_than(code())], "languages", self._speak_other),
            ]
        )
        self.add_text(
            _(N_("Emergency: call 15 or 112, or 114 by text message. This program calls nobody.")),
            "example",
        )

    def _no_printer(self) -> None:
        self.session.go(NoPrinter)

    def _forgotten(self) -> None:
        self.session.go(ForgottenCode)

    def _promises(self) -> None:
        self.session.go(Promises)

    def _forced(self) -> None:
        from ensdesk.ui.pages.forced import Forced

        self.session.go(Forced)

    def _erase(self) -> None:
        from ensdesk.ui.pages.erase_folder import EraseFolder

        self.session.go(EraseFolder)

    def _speak_other(self) -> None:
        other = other_than(code())
        self.session.set_settings(replace(self.session.settings, language=other))
        self.session.again()

    def _set(self) -> None:
        self.session.go(SetUp)


class SetUp(Page):
    """What one person likes and another does not; kept on this computer."""

    name = "help-set"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What would you like to set?")))
        self.add_text(_(N_("Text too small? Press A+ on the left. Press Colours to change them.")))
        self.add_list(
            [
                RowItem(
                    _(N_("Keyboard on the screen")),
                    _(N_("It shows.")) if session.settings.keyboard else _(N_("It does not show.")),
                    lambda: session.go(KeyboardOnScreen),
                    "keyboard",
                ),
                self._by_itself(),
            ]
        )

    def _by_itself(self) -> RowItem:
        """In a centre its file says when; in the place of this stands what its team needs."""
        session = self.session
        if session.centre is None:
            words = _(N_("When does my folder close by itself?"))
            after = _minutes(session.settings.idle_minutes)
            return RowItem(words, after, lambda: session.go(ClosingTime), "clock")
        from ensdesk.ui.pages.centre.team_sheets import TeamSheets

        words, what = _(N_("For the team of the centre")), _(N_("A guide, a promise to sign"))
        return RowItem(words, what, lambda: session.go(TeamSheets), "clipboard-list")


class KeyboardOnScreen(Page):
    """For a screen that one touches, or hands that miss the keys of the real one."""

    name = "help-keyboard"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Keyboard on the screen")))
        self.add_text(
            _(N_("Large keys stand under the page. The finger or the mouse presses them."))
        )
        self._choice = self.add_choice(
            _(N_("Would you like to see it?")),
            [(True, _(N_("Yes, show it when I write"))), (False, _(N_("No, I have a keyboard")))],
        )
        self._choice.choose(session.settings.keyboard)
        self.add_primary(_(N_("Save")), self._save)

    def _save(self) -> None:
        shown = bool(self._choice.chosen())
        self.session.set_settings(replace(self.session.settings, keyboard=shown))
        self.session.back()
        self.session.say(_(N_("It is noted.")))


class NoPrinter(Page):
    """Many have none."""

    name = "help-no-printer"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("I have no printer")))
        self.add_text(_(N_("On the page of a sheet, press “I have no printer”.")), "lead")
        self.add_text(_(N_("Put the sheet on a USB key. Somebody you trust prints it.")))
        self.add_text(_(N_("The town hall, a library or a copy shop can print it too.")))
        self.add_note(_(N_("Anybody who has the key can read the sheet.")))
        start_at_title(self)


class ForgottenCode(Page):
    """The key sheet is the answer."""

    name = "help-forgotten-code"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("I forgot my code")))
        self.add_text(_(N_("Take your key sheet. Its 12 words open your folder.")), "lead")
        self.add_text(_(N_("On the page “Open my folder”, press “I forgot my code”.")))
        self.add_text(_(N_("You write the 12 words, then you choose a new code.")))
        self.add_note(
            _(N_("Nobody has the right to ask you for these words. Somebody does? Hang up."))
        )
        start_at_title(self)


class Promises(Page):
    """Each promise, and whether it is proved on this computer."""

    name = "help-promises"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What the program promises")))
        proved = N_("This program does not use the Internet. Proved on this computer.")
        doubt = N_("No Internet: impossible to prove on this computer.")
        self.add_text(_(proved if network_refused() else doubt), "lead")
        for promise in _PROMISES:
            self.add_text(_(promise))
        self.add_text(
            _(N_("This program is free: anybody may use it, read it and change it.")), "example"
        )
        self.add_link(_(N_("On which computer is it true?")), self._systems, icon="info")

    def _systems(self) -> None:
        self.session.go(PromisesBySystem)


class PromisesBySystem(Page):
    """The table of docs/promises.md: what was tried where."""

    name = "help-systems"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("On which computer is it true?")))
        self.add_text(
            _(N_("“Tried”: somebody saw it there, by a test. “Not verified”: nobody tried."))
        )
        self.add(Told([(_(one.words), _systems_of(one)) for one in PROMISES], "text"))
        start_at_title(self)


def _systems_of(promise: Promise) -> str:
    return " · ".join(
        _("{name}: {words}").format(name=system, words=_(seen)) for system, seen in promise.seen()
    )


class ClosingTime(Page):
    """10, 20 or 30 minutes without a touch."""

    name = "help-closing-time"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("When does my folder close by itself?")))
        self.add_text(_(N_("It closes when nobody touches the computer. Your code reopens it.")))
        self._choice = self.add_choice(
            _(N_("After how long?")),
            [(minutes, _minutes(minutes)) for minutes in IDLE_MINUTES],
        )
        self._choice.choose(session.settings.idle_minutes)
        self.add_primary(_(N_("Save")), self._save)

    def _save(self) -> None:
        minutes = int(self._choice.chosen())
        self.session.set_settings(replace(self.session.settings, idle_minutes=minutes))
        self.session.back()
        self.session.say(_(N_("It is noted.")))


def _minutes(count: int) -> str:
    return plural("{count} minute", "{count} minutes", count)
