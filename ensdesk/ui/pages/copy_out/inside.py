"""Everything that will be in the copy, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.kinds.consent import Consent
from ensdesk.kinds.emergency import Emergency
from ensdesk.language import N_, _, plural
from ensdesk.record.contents import State
from ensdesk.record.record import Record
from ensdesk.ui.page import Page
from ensdesk.ui.pages.in_short import first_line, state_in_words
from ensdesk.ui.pages.record_page import told_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.copying import ToCopy


class SeeInside(Page):
    """Names only: the copy itself says it all."""

    name = "copy-inside"

    def __init__(self, session: Session, inside: ToCopy) -> None:
        super().__init__(session, _(N_("What will be in the copy")))
        self.add_primary(_(N_("Go back to the copy")), session.back, icon="arrow-left")
        pairs = []
        for kind, section in inside.contents.sections.items():
            if section.state is State.LIST and kind is not Consent:
                lines = map(_answers if kind is Emergency else first_line, section.records)
                pairs.append((_(kind.section), ", ".join(lines)))
            elif section.state is State.NONE:
                pairs.append((_(kind.section), state_in_words(section)))
        if inside.newer:
            newer = plural("{count} line", "{count} lines", inside.newer)
            pairs.append((_(N_("Written by a newer program")), newer))
        self.add(Told(pairs))
        self.add_text(_(N_("And a summary on paper, for the doctor.")), "example")


def _answers(record: Record) -> str:
    """Return how many questions were answered: each in full would hide the rest."""
    return plural("{count} answer", "{count} answers", len(told_of(record)))
