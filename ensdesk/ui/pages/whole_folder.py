"""« Tout mon dossier »: every section with its state."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.kinds import KINDS
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.measurement import Measurement
from ensdesk.language import N_, _, plural
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line, state_in_words
from ensdesk.ui.pages.ways import section_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem

_NAMED = 3  # records named in the line of their section


class WholeFolder(Page):
    """The list of the sections, in the order of screen and paper."""

    name = "whole-folder"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("All of my folder")))
        self.rows = self.add_list((), shown=4)
        self.add_link(_(N_("What was taken away")), lambda: session.go(_removed), icon="archive")

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(folder.contents, self._show)

    def _show(self, contents: Contents) -> None:
        self.rows.set_rows(
            [
                RowItem(
                    _(kind.section),
                    said_of(contents.section(kind)),
                    self._open(kind),
                    kind.icon,
                )
                for kind in KINDS
                if kind is not Declaration
            ]
        )

    def _open(self, kind: type[Record]) -> Callable[[], None]:
        make = section_page(kind)
        return lambda: self.session.go(make)


def _removed(session: Session) -> Page:
    from ensdesk.ui.pages.removed import RemovedList

    return RemovedList(session)


def said_of(section: Section[Record]) -> str:
    """Return the state of a section in one line: some names, « none » with its day, not filled."""
    if section.state is not State.LIST:
        return state_in_words(section)
    if section.kind.single:
        return section.records[0].headline() or _(N_("Filled in"))
    names = [] if section.kind is Measurement else [first_line(r) for r in section.records[:_NAMED]]
    more = section.count - len(names)
    if not names:
        return plural("{count} line", "{count} lines", more)
    rest = plural("and {count} more", "and {count} more", more) if more else ""
    return f"{', '.join(names)} {rest}".strip()
