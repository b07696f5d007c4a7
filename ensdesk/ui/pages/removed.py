"""« Ce qui a été retiré »: what waits to be put back; no clock ever empties it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.record.time_words import loose
from ensdesk.record.wording import NameOf, date_in_words, no_longer_there
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act, folder_of
from ensdesk.ui.pages.in_short import first_line, for_me, icon_of
from ensdesk.ui.pages.record_page import told_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.removed import Removed


class RemovedList(Page):
    """The last 30 days first; everything else is one press away."""

    name = "removed"

    def __init__(self, session: Session, *, recent: bool = True) -> None:
        title = N_("What was taken away") if recent else N_("Everything that was taken away")
        super().__init__(session, _(title))
        self.recent = recent
        self.add_text(_(N_("Nothing goes from here by itself.")))

    def entered(self) -> None:
        from ensdesk.folder.removed import removed

        folder, recent = folder_of(self.session), self.recent
        self.ask(lambda: removed(folder, recent=recent), self._show)

    def _show(self, found: tuple[Removed, ...]) -> None:
        if found:
            rows = self.add_list([self._row(one) for one in found])
            self.first = rows.buttons()[0]
        else:
            none = N_("Nothing was taken away in the last 30 days.")
            self.add_text(_(none if self.recent else N_("Nothing waits here.")), "lead")
        if self.recent:
            everything = _(N_("Everything that was taken away"))
            self.add_secondary(
                everything,
                lambda: self.session.go(lambda s: RemovedList(s, recent=False)),
                icon="archive",
            )

    def _row(self, one: Removed) -> RowItem:
        record = one.record
        said = " · ".join(filter(None, (taken_away(one), for_me(record))))
        return RowItem(first_line(record), said, self._open(record.id), icon_of(record))

    def _open(self, record_id: RecordId) -> Callable[[], None]:
        return lambda: self.session.go(lambda session: RemovedPage(session, record_id))


class RemovedPage(Page):
    """One thing as it was when it was taken away: it is only read."""

    name = "removed-one"

    def __init__(self, session: Session, record_id: RecordId) -> None:
        super().__init__(session, _(N_("What was taken away")))
        self.record_id = record_id
        self.place_notices()

    def entered(self) -> None:
        from ensdesk.folder.removed import removed_one
        from ensdesk.folder.topics import names_for

        folder, record_id = folder_of(self.session), self.record_id

        def read() -> tuple[Removed | None, NameOf]:
            one = removed_one(folder, record_id)
            return one, names_for(folder, one.record) if one else no_longer_there

        self.ask(read, lambda read: self._show(*read))

    def _show(self, one: Removed | None, name_of: NameOf) -> None:
        if one is None:
            self.add_text(_(N_("It no longer waits here.")), "lead")
            self.add_primary(_(N_("Go back")), self.session.back, icon="arrow-left")
            return
        self.add_text(first_line(one.record), "h2")
        self.add_primary(
            _(N_("Put back")), lambda: self._put_back(one), icon="undo-2", changes=True
        )
        if folder_of(self.session).helped_by is None:  # only the person erases
            erase = _(N_("Erase for ever"))
            self.add_secondary(erase, lambda: self._erase(one), icon="trash-2")
        self.add(Told(told_of(one.record, name_of)))
        self.add_text(taken_away(one), "example")

    def _put_back(self, one: Removed) -> None:
        said = _(N_("It is back in your lists."))
        act(self, lambda folder: folder.put_back(one.record), said, self.session.back)

    def _erase(self, one: Removed) -> None:
        from ensdesk.ui.pages.erase_one import EraseOne

        self.session.go(lambda session: EraseOne(session, one.record, RemovedList))


def taken_away(one: Removed) -> str:
    """Return who took it away, and when."""
    day = loose(date_in_words(PartialDate.of(one.writing.at)))
    words = N_("Taken away by {name}, on {day}.") if one.writing.who else N_("Taken away on {day}.")
    return _(words).format(name=one.writing.who, day=day)
