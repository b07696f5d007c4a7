"""Names and birth date, asked the same way for a sheet and for a folder."""

from __future__ import annotations

from dataclasses import replace

from ensdesk.kinds.identity import Identity
from ensdesk.language import N_, _
from ensdesk.record.date_reading import read_date
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.page import Page


class IdentityFields:
    """Three fields of *page*: first name, family name, birth date."""

    def __init__(self, page: Page, identity: Identity) -> None:
        self._page = page
        self._identity = identity
        self.given = page.add_field(_(N_("First name")), letters=26)
        self.family = page.add_field(_(N_("Family name")), letters=26)
        self.born = page.add_field(
            _(N_("Birth date")), _(N_("For example: 14/07/1948")), letters=14
        )
        self.born.expect_numbers()
        self.given.set_text(identity.given)
        self.family.set_text(identity.family)
        if identity.born:
            self.born.set_text(date_typed(identity.born))

    def read(self) -> Identity | None:
        """Return who this is, or show what is missing and return nothing."""
        if not self.given.need(_(N_("Write the first name."))):
            return None
        if not self.family.need(_(N_("Write the family name."))):
            return None
        if not self.born.need(_(N_("Write the day, the month and the year of birth."))):
            return None
        try:
            born = read_date(self.born.text())
        except ValueError:
            self.born.error(_(N_("This date cannot be read. Write it like this: 14/07/1948")))
            return None
        identity = replace(
            self._identity, given=self.given.text(), family=self.family.text(), born=born
        )
        for problem in identity.problems(self._page.session.today()):
            self.born.error(_(problem.words))
            return None
        return identity


def date_typed(date: PartialDate) -> str:
    """Return a date as people type it: 14/07/1948, 07/1948 or 1948."""
    return "/".join(reversed(date.iso[:10].split("-")))
