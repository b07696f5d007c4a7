"""What came back from a copy, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.bringing_back import BroughtBack


class CopyTaken(Page):
    """New, already there, different: and nothing was replaced."""

    name = "copy-taken"

    def __init__(self, session: Session, back: BroughtBack) -> None:
        super().__init__(session, _(N_("The copy is in your folder.")))
        if back.new:
            self.add_text(
                plural("{count} line came back.", "{count} lines came back.", back.new), "lead"
            )
        else:
            self.add_text(_(N_("Everything was there already. Nothing has changed.")), "lead")
        if back.same and back.new:
            self.add_text(
                plural(
                    "{count} line was there already.",
                    "{count} lines were there already.",
                    back.same,
                )
            )
        if back.differing:
            self.add_text(
                plural(
                    "{count} line is different. What your folder said stays.",
                    "{count} lines are different. What your folder said stays.",
                    back.differing,
                )
            )
        if back.erased:
            self.add_text(
                plural(
                    "{count} line was erased here for ever. It does not come back.",
                    "{count} lines were erased here for ever. They do not come back.",
                    back.erased,
                )
            )
        self.add_text(_(N_("Nothing was replaced. You can take back the same copy again.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
