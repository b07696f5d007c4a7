"""« Mes vaccins »: the list, and the dates to talk about with the pharmacist or the doctor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ensdesk.folder.folder import Folder
from ensdesk.folder.vaccine_dates import RuleDate, born_on, noted_dates, rule_dates
from ensdesk.folder.vaccine_rules import VaccineRules, vaccine_rules
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.language import N_, _
from ensdesk.record.contents import Contents, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.record.time_words import loose, on_in_words
from ensdesk.record.wording import date_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.section import SectionPage
from ensdesk.ui.pages.series.series_words import OLD_RULES
from ensdesk.ui.pages.title_first import start_at_title
from ensdesk.ui.pages.ways import add_page, sheet_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told


class Vaccinations(SectionPage):
    """The list of every section, and the way to the dates."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Vaccination)

    def add_buttons(self, state: State, holds: Sequence[Record]) -> None:
        super().add_buttons(state, holds)
        dates = _(N_("Dates to talk about"))
        self.add_link(dates, lambda: self.session.go(VaccineDates), icon="calendar-clock")


@dataclass(frozen=True, slots=True)
class _Read:
    rules: VaccineRules
    noted: tuple[Vaccination, ...]
    by_rule: tuple[RuleDate, ...]
    age_known: bool


class VaccineDates(Page):
    """Those of now first. It is only read: nothing here says what must be done."""

    name = "vaccine-dates"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Vaccines to talk about")))
        start_at_title(self)
        self.place_notices()

    def entered(self) -> None:
        folder = folder_of(self.session)
        self.ask(lambda: self._read(folder), self._show)

    def _read(self, folder: Folder) -> _Read:
        rules, today = vaccine_rules(), self.session.today()
        given = folder.records(Vaccination)
        born = born_on(Contents.of([folder.section(Identity)]))
        by_rule = rule_dates(rules, given, born, today)
        return _Read(rules, noted_dates(given, today), by_rule, born is not None)

    def _show(self, read: _Read) -> None:
        if read.rules.old(self.session.today()):
            self.add_note(_(OLD_RULES).format(year=read.rules.written.year))
        else:
            self.add_text(_(N_("Ask your pharmacist or your doctor. They know what suits you.")))
        if not read.age_known:
            self.add_text(_(N_("Your birth date is not filled in: the ages are not counted.")))
        now = [*map(_noted, read.noted), *(_told(one) for one in read.by_rule if one.is_time)]
        later = [_told(one) for one in read.by_rule if not one.is_time]
        if now:
            self.add_text(_(N_("To talk about now")), "h2")
            self.add(Told(now, role="text", asked="label"))
        if later:
            self.add_text(_(N_("The others, in the calendar")), "h2")
            self.add(Told(later, role="text", asked="label"))
        self.add_text(
            _(N_("French calendar of {year}, copied on {day}. To be confirmed.")).format(
                year=read.rules.written.year,
                day=loose(date_in_words(PartialDate.of(read.rules.written))),
            ),
            "example",
        )
        add = add_page(Vaccination)
        words = _(Vaccination.add)
        self.add_primary(words, lambda: self.session.go(add), icon="plus", changes=True)
        sheet = sheet_page("vaccinations")
        words = _(N_("Print this list"))
        self.add_secondary(words, lambda: self.session.go(sheet), icon="printer")


def _told(one: RuleDate) -> tuple[str, str]:
    """Return the vaccine, and when one talks of it, with the last one that is noted."""
    last = _(N_("Nothing noted."))
    if one.last is not None:
        day = on_in_words(one.last.date) or _(N_("day not filled in"))
        last = _(N_("Last one noted: {day}.")).format(day=day)
    return one.rule.named(), f"{one.rule.told()}\n{last}"


def _noted(one: Vaccination) -> tuple[str, str]:
    return one.headline(), _(N_("Noted in your folder: {day}.")).format(
        day=on_in_words(one.next_due)
    )
