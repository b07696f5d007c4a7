"""The place of the new folder is copied to the Internet by somebody: said, and advised against."""

from __future__ import annotations

from pathlib import Path

from ensdesk.folder.found import free_place
from ensdesk.folder.places import FOLDER_NAME, cloud_of
from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.plan import FolderPlan
from ensdesk.ui.session import MakePage, Session


def cloud_of_plan(plan: FolderPlan) -> str | None:
    """Return who copies the place of the folder to the Internet, None when nobody does."""
    return cloud_of(plan.place or free_place())


def next_page(plan: FolderPlan, owner: str | None) -> MakePage:
    """Return the page after the place: the consent, or first that *owner* copies the place."""
    from ensdesk.ui.pages.new_folder.consent import ConsentPage

    if owner:
        return lambda session: CopiedPlace(session, plan, owner)
    return lambda session: ConsentPage(session, plan)


def which_key(session: Session, plan: FolderPlan) -> Page:
    """Ask for the key of the new folder, on a computer that keeps none."""
    from ensdesk.ui.pages.pick_place import PickPlace

    def chosen(session: Session, stick: Path) -> None:
        plan.place = free_place(stick / FOLDER_NAME)
        session.go(next_page(plan, None))

    return PickPlace(session, _(N_("Which key will your folder be on?")), chosen)


class CopiedPlace(Page):
    """Names who copies the place, and offers another one first."""

    name = "new-copied-place"

    def __init__(self, session: Session, plan: FolderPlan, owner: str) -> None:
        super().__init__(session, _(N_("Where should the folder be kept?")))
        self.plan = plan
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
        session, plan = self.session, self.plan

        def look() -> str | None:
            plan.place = free_place(place / FOLDER_NAME)
            return cloud_of_plan(plan)

        # Not `ask`: the page of the places is in view by then, this one was left.
        session.lanes.run("work", look, done=lambda owner: session.go(next_page(plan, owner)))

    def _keep(self) -> None:
        self.session.go(next_page(self.plan, None))
