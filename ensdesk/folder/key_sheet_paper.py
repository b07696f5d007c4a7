"""The key sheet on paper: its pages as pictures for a printer, in no file on the way."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator

from ensdesk.paper.key_sheet import envelope_sheet, key_sheet
from ensdesk.reading.reader import PageImage, page_images
from ensdesk.vault.secrets import SheetWords


def key_sheet_images(words: SheetWords, today: datetime.date) -> Iterator[PageImage]:
    """Yield the pages of the key sheet with these *words* (lane of work)."""
    pdf = io.BytesIO(key_sheet(words.words, today=today))
    yield from page_images(pdf, "application/pdf")


def envelope_images(words: SheetWords, number: int, today: datetime.date) -> Iterator[PageImage]:
    """Yield the pages of the sheet of a relative: see `envelope_sheet` (lane of work)."""
    pdf = io.BytesIO(envelope_sheet(words.words, number, today=today))
    yield from page_images(pdf, "application/pdf")
