"""« Ma tension sur plusieurs jours »: by which rule, then it begins."""

from __future__ import annotations

from ensdesk.folder.pressure_rules import PressureRule, PressureRules, pressure_rules
from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import act
from ensdesk.ui.pages.series.series_words import OLD_RULES
from ensdesk.ui.pages.series.so_far import SeriesPage
from ensdesk.ui.session import Session


class BeginSeries(Page):
    """The usual rule is chosen already; what a doctor asked for may be another one."""

    name = "series-begin"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("On how many days will you measure?")))
        self.place_notices()

    def entered(self) -> None:
        self.ask(pressure_rules, self._show, lane="work")

    def _show(self, known: PressureRules) -> None:
        if known.old(self.session.today()):
            self.add_note(_(OLD_RULES).format(year=known.written.year))
        options = [(rule, in_words(rule), rule.name) for rule in known.rules]
        self.choice = self.add_choice(_(N_("Do as your doctor asked.")), options)
        self.choice.choose(known.rules[0])
        self.add_text(
            _(N_("Sit down for 5 minutes. Wait one minute between two measurements.")), "example"
        )
        self.add_primary(_(N_("Begin")), self._begin, icon="check")

    def _begin(self) -> None:
        rule: PressureRule = self.choice.chosen()
        series = rule.begun(self.session.today())
        act(
            self,
            lambda folder: folder.save(series),
            _(N_("Your series has begun.")),
            lambda: self.session.instead(lambda session: SeriesPage(session, series.id)),
        )


def in_words(rule: PressureRule) -> str:
    """Return `3 jours : 2 mesures le matin, 2 le soir`."""
    days = plural("{count} day", "{count} days", rule.days)
    words = _("{days}: {times} measurements in the morning, {times} in the evening")
    return words.format(days=days, times=rule.times)
