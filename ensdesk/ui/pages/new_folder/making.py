"""What happens with a chosen secret: a folder is made, or an open one opens so from now on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from ensdesk.folder.words_sense import About, about
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder
    from ensdesk.vault.keychain import Keychain
    from ensdesk.vault.secrets import Secret, SheetWords


class Use(Protocol):
    """What the pages that choose a secret need to know."""

    about: About
    question: str  # how it will open
    hint: str
    proposed: str  # five words drawn at random, while they are being looked at

    def code(self, page: Page, digits: str) -> None: ...
    def words(self, page: Page, text: str) -> None: ...
    def key(self, page: Page, stick: Path) -> None: ...


def keychain_of(session: Session) -> Keychain:
    """Return the keychain of this computer, read in when it is first needed."""
    if session.keychain is None:
        from ensdesk.vault.keychain import SystemKeychain

        none = session.centre is not None  # it would be everybody's
        session.keychain = SystemKeychain(find=lambda *_: None) if none else SystemKeychain()
    return cast("Keychain", session.keychain)


class Chosen:
    """What was chosen becomes a secret; a subclass says in `given` what is done with it."""

    question = ""
    hint = ""

    def __init__(self, about_person: About) -> None:
        self.about = about_person
        self.proposed = ""

    def code(self, page: Page, digits: str) -> None:
        from ensdesk.vault.secrets import Code

        self.given(page, lambda: Code(digits))

    def words(self, page: Page, text: str) -> None:
        from ensdesk.vault.secrets import Words

        self.given(page, lambda: Words(text))

    def key(self, page: Page, stick: Path) -> None:
        from ensdesk.folder.key_file import key_for

        self.given(page, lambda: key_for(stick))

    def given(self, page: Page, secret: Callable[[], Secret]) -> None:
        raise NotImplementedError


class Making(Chosen):
    """Makes the folder of *plan*: the one moment at which it is written."""

    question = N_("How would you like to open your folder?")

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(about(plan.identity))
        self.session = session
        self.plan = plan

    def given(self, page: Page, secret: Callable[[], Secret]) -> None:
        plan, keychain, today = self.plan, keychain_of(self.session), self.session.today()
        on_paper = self.session.printed_before

        def make() -> tuple[Folder, SheetWords]:
            from ensdesk.folder.found import free_place
            from ensdesk.folder.opening import NewFolder, make_folder, new_sheet
            from ensdesk.folder.printing import printed

            sheet = new_sheet()
            whole = NewFolder(
                place=plan.place or free_place(),
                identity=plan.identity,
                consent=plan.consent(today),
                secrets=(secret(), sheet),
                contents=plan.contents,
                writer=plan.writer,
            )
            folder = make_folder(whole, keychain)
            if on_paper is not None:
                printed(folder, "emergency", *on_paper)
            return folder, sheet

        page.ask(make, lambda made: self._made(*made), words=_(N_("I am making your folder…")))

    def _made(self, folder: Folder, sheet: SheetWords) -> None:
        from ensdesk.ui.pages.new_folder.key_sheet import KeySheetPage
        from ensdesk.ui.pages.open_folder import open_in

        session = self.session
        session.forget_sheet()
        open_in(session, folder)
        session.land(lambda session: KeySheetPage(session, sheet, is_first=True))


class Changing:
    """Lets the open folder open by another secret from now on."""

    question = N_("How would you like to open it from now on?")
    hint = ""

    def __init__(self, session: Session, folder: Folder, about_person: About) -> None:
        self.session = session
        self.folder = folder
        self.about = about_person
        self.proposed = ""

    def code(self, page: Page, digits: str) -> None:
        from ensdesk.folder.secrets_of_folder import set_code

        self._change(page, lambda: set_code(self.folder, digits), _(N_("Your new code is ready.")))

    def words(self, page: Page, text: str) -> None:
        from ensdesk.folder.secrets_of_folder import set_words

        self._change(page, lambda: set_words(self.folder, text), _(N_("Your words are changed.")))

    def key(self, page: Page, stick: Path) -> None:
        from ensdesk.folder.secrets_of_folder import set_key

        done = _(N_("Your USB key now opens your folder."))
        self._change(page, lambda: set_key(self.folder, stick), done)

    def _change(self, page: Page, change: Callable[[], None], said: str) -> None:
        page.ask(change, lambda _none: self._changed(said), words=_(N_("One moment…")))

    def _changed(self, said: str) -> None:
        self.session.home()
        self.session.say(said)


def change_of(page: Page, then: Callable[[Changing], object]) -> None:
    """Make ready to change the secrets of the open folder: what is known of the person counts."""
    session = page.session
    folder = session.folder
    if folder is None:
        return

    def look() -> About:
        from ensdesk.kinds.identity import Identity

        return about(folder.single(Identity))

    page.ask(look, lambda known: then(Changing(session, folder, known)))
