"""A date on one line, as exact as the person knows it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from ensdesk.language import N_, _
from ensdesk.record.date_reading import read_date
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.widgets.field import Field


class DateField(Field):
    """Takes 14/07/1948, 07/1948, 1948 or 14 juillet 1948."""

    def __init__(
        self,
        label: str,
        example: str = "",
        *,
        optional: bool = False,
        line: QLineEdit | None = None,
    ) -> None:
        super().__init__(label, example, optional=optional, letters=22, line=line)
        self.expect_numbers()
        self._optional = optional
        self._shown: tuple[str, PartialDate] | None = None

    def ok(self) -> bool:
        """Say whether the line can be read, and show an error if not."""
        try:
            found = self.date()
        except ValueError:
            self.error(_(N_("This date cannot be read. Write it like this: 14/07/1948")))
            return False
        if found is None and not self._optional:
            self.error(_(N_("Write a date. A year is enough: 1998")))
            return False
        return True

    def date(self) -> PartialDate | None:
        """Return what is written, None for nothing. Raises ValueError."""
        if self._shown and self._shown[0] == self.text():
            return self._shown[1]  # untouched: an hour that the line does not show stays
        return read_date(self.text()) if self.text() else None

    def set_date(self, date: PartialDate | None) -> None:
        typed = "/".join(reversed(date.iso[:10].split("-"))) if date else ""
        self._shown = (typed, date) if date else None
        self.set_text(typed)
