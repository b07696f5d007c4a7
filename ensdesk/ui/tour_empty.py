"""The stops of the tour where nothing is yet, where all is well, and where much is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.record.record import Record


def empty_stops() -> tuple[Stop, ...]:
    """Return home at its calmest and at its fullest, and lists that invite to begin."""
    from ensdesk.folder.due import REDO
    from ensdesk.ui.pages.home import Home

    def told(count: int) -> Stop:
        def tell(page: Page) -> None:
            if isinstance(page, Home):
                page.show_due(REDO[:count])

        name = "home-due" if count else "home-calm"
        return Stop(name, Home, prepare=tell, first=True)

    return (
        told(0),
        told(4),
        Stop("empty-medicines", _no_medicines),
        Stop("empty-allergies", _no_allergies),
        Stop("empty-measures", _no_measures),
        Stop("empty-appointments", _no_appointments),
    )


def _no_medicines(session: Session) -> Page:
    from ensdesk.kinds.medication import Medication
    from ensdesk.record.contents import Section
    from ensdesk.ui.pages.medicines import Medicines

    class Nothing(Medicines):
        def entered(self) -> None:
            nothing: Section[Record] = Section(Medication)
            self.ask(lambda: nothing, self._show)

    return Nothing(session)


def _no_allergies(session: Session) -> Page:
    from ensdesk.kinds.allergy import Allergy
    from ensdesk.record.contents import Section
    from ensdesk.ui.pages.section import SectionPage

    class Nothing(SectionPage):
        def entered(self) -> None:
            nothing: Section[Record] = Section(Allergy)
            self.ask(lambda: nothing, self._show)

    return Nothing(session, Allergy)


def _no_measures(session: Session) -> Page:
    from ensdesk.ui.pages.measures import Measures

    class Nothing(Measures):
        def entered(self) -> None:
            self.ask(lambda: (), self._show)

    return Nothing(session)


def _no_appointments(session: Session) -> Page:
    from ensdesk.kinds.appointment import Appointment
    from ensdesk.record.contents import Section
    from ensdesk.ui.pages.appointments import Appointments

    class Nothing(Appointments):
        def entered(self) -> None:
            self.ask(lambda: Section(Appointment), self._show)

    return Nothing(session)
