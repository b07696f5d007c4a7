"""The first page on a computer of a centre: a sheet at once, or the folder on one's own key."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.pages.welcome import Welcome


class CentreWelcome(Welcome):
    """The sheet comes first: it needs no key and no secret."""

    name = "centre-welcome"

    def build(self) -> None:
        centre = self.session.centre
        if centre is not None and centre.name:
            self.add_text(centre.name, "example")
        self.add_main(*self.sheet())
        self.add_others(
            (_(N_("Plug my USB key in")), _(N_("My folder is on it.")), "usb", self._plug),
            (_(N_("Make my folder")), _(N_("On my own USB key.")), "folder-plus", self.make),
            self.example(),
            (_(N_("For the team")), _(N_("Guide, promise, closing.")), "users", self._team),
        )
        self.add_text(_(N_("Nothing stays here. Your key keeps everything.")), "good")
        self.add_emergency()

    def _team(self) -> None:
        from ensdesk.ui.pages.centre.team_sheets import TeamSheets

        self.session.go(TeamSheets)

    def _plug(self) -> None:
        from ensdesk.ui.pages.centre.on_keys import FoldersOnKeys

        self.session.go(FoldersOnKeys)
