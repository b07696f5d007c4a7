"""« Au fil du temps »: what happened, the latest first, of all years or of one."""

from __future__ import annotations

from collections.abc import Callable

from ensdesk.folder.over_time import happened, years
from ensdesk.language import N_, _, plural
from ensdesk.record.record import Record
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line, for_me, icon_of
from ensdesk.ui.pages.ways import record_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.row_list import RowItem, ShowRows


class Timeline(Page):
    """Lines of every kind that has a date, but for measurements: these have their charts."""

    name = "timeline"

    def __init__(self, session: Session, year: int | None = None) -> None:
        super().__init__(session, _title(year))
        self.year = year
        self.empty = self.add_text(_(N_("Nothing with a date is written yet.")), "lead")
        self.empty.hide()
        self.rows = self.add_list(())
        self.choose = self.add_secondary(_(N_("Choose a year")), self._choose, icon="calendar")
        self.choose.hide()

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()
        self.ask(lambda: years(folder, today), self._show)

    def _show(self, found: dict[int, int]) -> None:
        count = found.get(self.year, 0) if self.year else sum(found.values())
        self.empty.setHidden(count > 0)
        self.rows.setHidden(not count)
        self.choose.setHidden(self.year is not None or len(found) < 2)
        self.rows.set_pages(count, self._read)

    def _read(self, first: int, count: int, show: ShowRows) -> None:
        folder, today, year = folder_of(self.session), self.session.today(), self.year
        self.ask(
            lambda: happened(folder, today, year, first, count),
            lambda records: show([self._row(record) for record in records]),
        )

    def _row(self, record: Record) -> RowItem:
        when = on_in_words(record.when())
        make = record_page(type(record), record.id)
        said = (f"{when[:1].upper()}{when[1:]}", _(record.title), for_me(record))
        words = " · ".join(filter(None, said))
        return RowItem(first_line(record), words, lambda: self.session.go(make), icon_of(record))

    def _choose(self) -> None:
        self.session.go(Years)


class Years(Page):
    """Each year with how much it holds."""

    name = "years"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which year?")))
        self.rows = self.add_list(())

    def entered(self) -> None:
        folder, today = folder_of(self.session), self.session.today()
        self.ask(lambda: years(folder, today), self._show)

    def _show(self, found: dict[int, int]) -> None:
        words = {year: plural("{count} line", "{count} lines", n) for year, n in found.items()}
        self.rows.set_rows(
            [RowItem(str(year), said, self._open(year), "calendar") for year, said in words.items()]
        )

    def _open(self, year: int) -> Callable[[], None]:
        return lambda: self.session.go(lambda session: Timeline(session, year))


def _title(year: int | None) -> str:
    return _("Over time: {year}").format(year=year) if year else _(N_("Over time"))
