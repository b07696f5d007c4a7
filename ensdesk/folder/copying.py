"""Copies that leave the folder, only when the person presses a button, and copies that come back."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ensdesk.exchange.archive import About, Archive, Part, read_archive, write_archive
from ensdesk.exchange.records_json import KeptRecord, records_from_json, records_to_json
from ensdesk.folder.folder import Folder
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.language import N_
from ensdesk.record.contents import Contents
from ensdesk.record.record import Record, RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.journal import Act

Progress = Callable[[float], None]
Stop = Callable[[], bool]


class PlaceGone(Trouble):
    """The place of the copy cannot be written."""

    words = N_("The copy could not be written there. Your folder has lost nothing.")
    advice = N_("Check that the USB key is plugged in and not full, then try again.")


class CopyDiffers(Trouble):
    """What was read again is not what was written."""

    words = N_("The copy was read again and is not right. It was taken away.")
    advice = N_("Try again with another USB key.")


@dataclass(frozen=True, kw_only=True)
class CopyPlan:
    """What goes into a copy, for whom and why. With *words* the copy is closed by them."""

    place: Path
    kinds: frozenset[type[Record]]
    papers: frozenset[RecordId] = frozenset()
    for_whom: str
    why: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """A copy that was written, read again and found right."""

    path: Path
    size: int
    sha256: str
    records: int
    papers: int
    made: datetime.datetime
