"""The sheets that are asked for less often, and one section alone."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.language import N_, _
from ensdesk.paper.sheets import section_alone, sheet_named
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.ways import sheet_page
from ensdesk.ui.pages.whole_folder import GROUPS, Group
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_SHEETS = (
    ("appointment", "calendar-clock"),
    ("contacts", "phone"),
    ("vaccinations", "syringe"),
    ("measures", "activity"),
    ("consent", "handshake"),
    ("card", "id-card"),
)


class OtherSheets(Page):
    """Each by its name; any other part of the folder has a sheet of its own too."""

    name = "other-sheets"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Other sheets")))
        rows = [RowItem(_(sheet_named(n).title), "", self._to(n), icon) for n, icon in _SHEETS]
        part = _(N_("One part of my folder"))
        alone = RowItem(part, "", lambda: self.session.go(WhichGroup), "folder-open")
        self.add_list([*rows, alone])

    def _to(self, name: str) -> Callable[[], None]:
        return lambda: self.session.go(sheet_page(name))


class WhichGroup(Page):
    """The four groups, as in the whole folder."""

    name = "which-group"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which part of my folder?")))
        rows = (RowItem(_(one.title), _(one.holds), self._to(one), one.icon) for one in GROUPS)
        self.add_list([*rows])

    def _to(self, group: Group) -> Callable[[], None]:
        return lambda: self.session.go(lambda session: WhichSection(session, group))


class WhichSection(Page):
    """The sections of one group; a press shows the sheet of that section."""

    name = "which-section"

    def __init__(self, session: Session, group: Group) -> None:
        super().__init__(session, _(group.title))
        self.add_list(
            [RowItem(_(kind.section), "", self._to(kind), kind.icon) for kind in group.kinds]
        )

    def _to(self, kind: type[Record]) -> Callable[[], None]:
        return lambda: self.session.go(sheet_page(section_alone(kind).name))
