"""The place of the new folder is copied to the Internet by somebody: said, and advised against."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.found import free_place
from ensdesk.folder.places import FOLDER_NAME, cloud_of
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.session import Session


def cloud_of_plan(plan: FolderPlan) -> str | None:
    """Return who copies the place of the folder to the Internet, None when nobody does."""
    return cloud_of(plan.place or free_place())


class CopiedPlace(Page):
    """Names who copies the place, and offers another one first."""

    name = "new-copied-place"

    def __init__(self, session: Session, plan: FolderPlan) -> None:
        super().__init__(session, _(N_("Where should the folder be kept?")))
        self.plan = plan
        owner = cloud_of_plan(plan) or ""
        words = _(N_("This place is copied to the Internet by {owner}.")).format(owner=owner)
        self.add_text(words, "lead")
        self.add_text(_(N_("Your folder stays closed there, but a copy of it goes away.")))
        self.add_primary(_(N_("Choose another place")), self._choose, icon="folder-open")
        self.add_secondary(_(N_("Keep it here")), self._keep)

    def _choose(self) -> None:
        from ensdesk.ui.pages.pick_directory import PickDirectory

        self.session.go(
            lambda session: PickDirectory(
                session, _(N_("Where should the folder be kept?")), self._picked
            )
        )

    def _picked(self, place: Path) -> None:
        self.plan.place = free_place(place / FOLDER_NAME)
        if cloud_of_plan(self.plan):
            self.session.go(lambda session: CopiedPlace(session, self.plan))
        else:
            self._keep()

    def _keep(self) -> None:
        from ensdesk.ui.pages.new_folder.consent import ConsentPage

        self.plan.place = self.plan.place or free_place()
        self.session.go(lambda session: ConsentPage(session, self.plan))
