"""A number, with its unit written beside the line."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ensdesk.language import N_, _
from ensdesk.record.quantity import Quantity, decimal_of
from ensdesk.record.wording import number_in_words
from ensdesk.ui.widgets.field import Field
from ensdesk.ui.widgets.words import Words


class QuantityField(Field):
    """Takes `72,5`; the unit is a UCUM code, shown as people write it."""

    def __init__(self, label: str, unit: str, example: str = "", *, optional: bool = False) -> None:
        super().__init__(label, example, optional=optional, letters=8)
        self.expect_numbers()
        self._optional = optional
        self.unit = unit
        self.sign = Words("", "label")
        self.sign.setWordWrap(False)
        self.across.insertWidget(1, self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_unit(unit)

    def set_unit(self, unit: str) -> None:
        """Change the unit, for what is written next too."""
        self.unit = unit
        self.sign.setText(Quantity(decimal_of("0"), unit).sign())

    def ok(self) -> bool:
        """Say whether the number can be read, and show an error if not."""
        try:
            found = self.quantity()
        except ValueError:
            self.error(_(N_("Write a number, like this: 72,5")))
            return False
        if found is None and not self._optional:
            self.error(_(N_("Write a number, like this: 72,5")))
            return False
        return True

    def quantity(self) -> Quantity | None:
        """Return what is written, None for nothing. Raises ValueError."""
        return Quantity(decimal_of(self.text()), self.unit) if self.text() else None

    def set_quantity(self, quantity: Quantity | None) -> None:
        if quantity is not None:
            self.set_unit(quantity.unit)
        self.set_text(number_in_words(quantity.value) if quantity else "")
