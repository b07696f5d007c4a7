"""Asks for one of the secrets that open a folder: code, words, USB key or key sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from ensdesk.folder.waits import TakeYourSheet, WaitFirst
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.secret_field import SecretField
from ensdesk.vault.secrets import Code, Secret, Words, WrongSecret

if TYPE_CHECKING:
    from ensdesk.folder.secrets_of_folder import Way

Find = Callable[[], Sequence[Secret]]


class AskSecret(Page):
    """A subclass says what a secret is for (`job`, `opened`) and asks with `show_ways`.

    The sixth digit of a code is enough. After wrong tries the field waits, in words that count
    the seconds, and keeps the focus; after the fifth one the key sheet is proposed.
    """

    def __init__(self, session: Session, title: str, press: str) -> None:
        super().__init__(session, title)
        self._press = press
        self.field: SecretField | None = None
        self._trying = False
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.count_down)

    def job(self, secrets: Sequence[Secret]) -> Any:
        """Try the secrets, away from the screen; return what `opened` is given."""
        raise NotImplementedError

    def opened(self, answer: Any) -> None:
        """Go on: one of the secrets was right."""
        raise NotImplementedError

    def sheet_page(self, session: Session) -> Page:
        """Return the page that asks for the 12 words."""
        raise NotImplementedError

    def same_page(self, session: Session, way: Way) -> Page:
        """Return this page asking for another way."""
        raise NotImplementedError

    # -- asking ----------------------------------------------------------------------------------

    def show_ways(self, ways: frozenset[Way], way: Way | None = None) -> None:
        """Ask for *way*, or for the first that the folder has: code, words, key, sheet."""
        from ensdesk.folder.secrets_of_folder import Way

        now = way or next((way for way in (Way.CODE, Way.WORDS, Way.KEY) if way in ways), Way.SHEET)
        if now is Way.CODE:
            self.field = self.add_code(_(N_("Your code")), self._typed, _(N_("The 6 digits")))
        elif now is Way.WORDS:
            self.field = self.add_secret(_(N_("Your words")))
        self.wait = self.add_text("", "error")
        self.wait.hide()
        self.better = self.add_due(
            TakeYourSheet().next_step(), _(N_("Take my key sheet")), self._sheet
        )
        self.better.setVisible(self.session.waits.sheet_is_better and now is not Way.SHEET)
        self._add_buttons(ways, now)
        self.first = self.field.secret if self.field is not None else self.primary
        if self.first is not None and self.isVisible():
            self.first.setFocus()
        self.count_down()

    def _add_buttons(self, ways: frozenset[Way], now: Way) -> None:
        from ensdesk.folder.secrets_of_folder import Way

        if now is Way.KEY:
            self.add_text(_(N_("Plug your USB key in, then press.")))
            self.add_primary(_(N_("Open with my USB key")), self._key, icon="usb")
        elif now is Way.SHEET:
            self.add_text(TakeYourSheet().next_step())
            self.add_primary(_(N_("Take my key sheet")), self._sheet, icon="file-text")
        else:
            self.add_primary(self._press, self._pressed, icon="folder-open")
        if Way.KEY in ways and now is not Way.KEY:
            self.add_secondary(_(N_("Open with my USB key")), self._key, icon="usb")
        if Way.CODE in ways and now is not Way.CODE:
            self.add_link(_(N_("Open with my code")), self._other(Way.CODE), icon="lock")
        if Way.WORDS in ways and now is not Way.WORDS:
            self.add_link(_(N_("Open with my words")), self._other(Way.WORDS), icon="pencil")
        if Way.SHEET in ways and now is not Way.SHEET:
            forgotten = {
                Way.CODE: N_("I have forgotten my code"),
                Way.WORDS: N_("I have forgotten my words"),
                Way.KEY: N_("I no longer have my key"),
            }[now]
            self.add_link(_(forgotten), self._sheet, icon="file-text")

    def _other(self, way: Way) -> Callable[[], None]:
        return lambda: self.session.instead(lambda session: self.same_page(session, way))

    def _sheet(self) -> None:
        self.session.go(self.sheet_page)

    # -- trying ----------------------------------------------------------------------------------

    def _typed(self, digits: str) -> None:
        self._try(lambda: (Code(digits),))

    def _pressed(self) -> None:
        from ensdesk.ui.widgets.secret_field import CodeField

        if self.field is None:
            return
        text = self.field.text()
        if isinstance(self.field, CodeField):
            if self.field.complete():
                self._typed(text)
            else:
                self.field.error(_(N_("A code has 6 digits.")))
        elif not text.strip():
            self.field.error(_(N_("Write your words.")))
        else:
            self._try(lambda: (Words(text),))

    def _key(self) -> None:
        from ensdesk.folder.key_file import keys_plugged

        self._try(keys_plugged)

    def _try(self, find: Find) -> None:
        if self._trying or self._clock.isActive():
            return
        self._trying = True
        self.clear_trouble()
        self._hold(held=True)
        self.ask(
            lambda: self.job(find()),
            self.opened,
            words=_(N_("I am opening your folder…")),
            failed=self._refused,
        )

    def _hold(self, *, held: bool) -> None:
        if self.field is not None:
            self.field.secret.setReadOnly(held)

    # -- refused ---------------------------------------------------------------------------------

    def _refused(self, error: BaseException) -> None:
        self._trying = False
        self._hold(held=False)
        if self.field is not None:
            self.field.clear()
        if isinstance(error, WrongSecret) and self.field is not None:
            self._wrong(error)
        elif not isinstance(error, WaitFirst):
            self._failed(error)
        self.count_down()

    def _wrong(self, error: WrongSecret) -> None:
        assert self.field is not None  # noqa: S101 - tells mypy
        better = self.session.waits.sheet_is_better
        self.better.setVisible(better)
        self.field.error(error.what() if better else error.sentence())

    def count_down(self) -> None:
        """Say how long to wait, if at all; once a second. The focus stays where it is."""
        try:
            self.session.waits.ask()
        except WaitFirst as wait:
            self.wait.setText(_how_long(wait))
            self.wait.show()
            self._hold(held=True)
            if not self._clock.isActive():
                if self.field is not None:
                    self.field.target.setAccessibleDescription(wait.sentence())
                self._clock.start()
            return
        if self._clock.isActive():
            self._clock.stop()
            self._hold(held=False)
            self.wait.setText(_(N_("You can try again now.")))


def _how_long(wait: WaitFirst) -> str:
    seconds = int(str(wait.facts["seconds"]))
    if seconds <= 90:
        return wait.next_step()
    words = _(N_("Please wait {minutes} minutes, then try again."))
    return words.format(minutes=-(-seconds // 60))
