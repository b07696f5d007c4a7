"""The folder is ready: what was done, and the way in."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.folder_mark import FolderSign


class Ready(Page):
    """The end of the first run, or of a new key sheet."""

    name = "ready"

    def __init__(self, session: Session, *, proved: bool) -> None:
        super().__init__(session, _(N_("It is ready.")))
        if proved:
            self.add_text(_(N_("Your key sheet is right. Hide it at home.")), "good")
            self.add_text(_(N_("If you forget your code, its 12 words open your folder.")))
        else:
            self.add_text(_(N_("Your folder is made.")), "good")
            self.add_text(_(N_("Your key sheet is still to be made, another day.")))
            self.add_text(_(N_("Until then, do not forget how your folder opens.")))
        self._tell_apart()
        self.add_primary(_(N_("Go to my folder")), session.home, icon="folder-open")

    def _tell_apart(self) -> None:
        """Say which colour the folder has, where this computer knows others."""
        from ensdesk.folder.known_folders import told_apart
        from ensdesk.ui.pages.folder_look import FolderLookPage
        from ensdesk.ui.pages.folder_words import look_in_words

        folder = self.session.folder
        look = told_apart(self.session.settings, folder.vault.path) if folder else None
        if look is not None:
            self.add_text(_(N_("On this computer, this is your folder:")))
            self.add(FolderSign(look_in_words(look), "", look))
            words = _(N_("Choose its colour or a first name"))
            self.add_link(words, lambda: self.session.go(FolderLookPage), icon="palette")
