"""What was answered so far about a folder that does not exist yet: only in memory."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from ensdesk.folder.found import stick_of
from ensdesk.kinds.consent import Capacity, Consent, KeptOn
from ensdesk.kinds.identity import Identity
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate


@dataclass
class FolderPlan:
    """The answers, page after page. `contents` is a sheet that was filled before."""

    contents: Contents
    for_me: bool = True
    present: bool | None = None
    agrees: bool | None = None
    capacity: Capacity | None = None
    writer: str = ""
    place: Path | None = None

    @property
    def identity(self) -> Identity:
        """Who the folder is about, as far as it was said."""
        return self.contents.single(Identity) or Identity(given="", family="", born=None)

    @property
    def kept_on(self) -> KeptOn:
        """Where the folder will lie."""
        return KeptOn.KEY if self.place and stick_of(self.place) else KeptOn.COMPUTER

    def set_identity(self, given: str, family: str, born: PartialDate | None) -> None:
        identity = replace(self.identity, given=given, family=family, born=born)
        self.contents = self.contents.with_record(identity)

    def consent(self, today: datetime.date) -> Consent:
        """Return the dated yes, with who gave it and in what capacity."""
        day = PartialDate.of(today)
        if self.for_me:
            return Consent(given_on=day, kept_on=self.kept_on)
        return Consent(
            given_on=day,
            written_by=self.writer,
            capacity=self.capacity,
            person_present=self.present,
            person_agrees=self.agrees,
            kept_on=self.kept_on,
        )
