"""How the folder will open: a code, a USB key or words."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import Answer, add_answers
from ensdesk.ui.pages.new_folder.making import Use, keychain_of
from ensdesk.ui.session import Session

Other = Answer[Callable[[], object]]


def choose_secret(session: Session, use: Use) -> Page:
    """Return the page where a new folder gets its secret.

    On a computer of a centre that is words: it keeps no part of a code, and the key with the
    folder on it would open the folder for whoever finds it.
    """
    if session.centre is None:
        return ChooseSecret(session, use)
    from ensdesk.ui.pages.new_folder.choose_words import ChooseWords

    return ChooseWords(session, use)


class ChooseSecret(Page):
    """The code comes first; without a keychain that keeps its part, words are offered instead."""

    name = "choose-secret"

    def __init__(
        self, session: Session, use: Use, *, later: bool = False, also: tuple[Other, ...] = ()
    ) -> None:
        super().__init__(session, _(use.question))
        if use.hint:
            self.add_text(_(use.hint), "lead")
        self.use = use
        self.code, self.key, self.words, *_also = add_answers(
            self,
            (
                (
                    self._code,
                    _(N_("With my code")),
                    _(N_("6 digits. The simplest at home.")),
                    "lock",
                ),
                (
                    self._key,
                    _(N_("With my USB key")),
                    _(N_("A key that you keep with you.")),
                    "usb",
                ),
                (
                    self._words,
                    _(N_("With words")),
                    _(N_("5 words that you know by heart.")),
                    "pencil",
                ),
                *also,
            ),
            lambda go_on: go_on(),
        )
        if later:
            self.add_link(_(N_("Later")), session.home)

    def _code(self) -> None:
        """Ask the keychain first: better to say now that it will not keep its part."""
        keychain = keychain_of(self.session)
        self.ask(
            lambda: keychain.read("0" * 32),
            lambda _none: self._go_to_code(),
            lane="work",
            words=_(N_("I am asking the keychain of this computer…")),
            failed=self._without_code,
        )

    def _go_to_code(self) -> None:
        from ensdesk.ui.pages.new_folder.choose_code import ChooseCode

        self.session.go(lambda session: ChooseCode(session, self.use))

    def _without_code(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            self.session.lanes.otherwise(error)
            return
        self.show_trouble(NoCodeHere())
        self.words.setFocus()

    def _key(self) -> None:
        from ensdesk.ui.pages.new_folder.choose_key import ChooseKey

        self.session.go(lambda session: ChooseKey(session, self.use))

    def _words(self) -> None:
        from ensdesk.ui.pages.new_folder.choose_words import ChooseWords

        self.session.go(lambda session: ChooseWords(session, self.use))


class NoCodeHere(Trouble):
    """The keychain is absent, closed or silent: a code would have nothing to lean on."""

    words = N_("This computer cannot keep its part of a code.")
    advice = N_("Choose words or a USB key. They open your folder just as well.")
