"""The pages of the tour, in the order in which a person meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ensdesk.centre import Centre
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session

if TYPE_CHECKING:
    from ensdesk.folder.folder import Folder

_CENTRE = Centre(name="Maison de quartier des Lilas")


@dataclass(frozen=True, slots=True)
class Stop:
    """One page: a short name for its pictures, and how it is made.

    `prepare` is called once the page is in view, to fill in or press something first.
    `in_centre` pages are those of a computer for visitors.
    """

    name: str
    make: MakePage
    needs_folder: bool = True
    prepare: Callable[[Page], object] | None = None
    first: bool = False  # nothing to go back to
    in_centre: bool = False
    keyboard: bool = False  # on the screen

    def set_scene(self, session: Session, folder: Folder | None) -> None:
        """Let the session be where this page is met."""
        session.centre = _CENTRE if self.in_centre else None
        if self.in_centre:
            session.forget_sheet()  # of the stops before
        session.settings = replace(session.settings, keyboard=self.keyboard)
        session.set_folder(folder if self.needs_folder else None)


def all_stops() -> tuple[Stop, ...]:
    """Return every stop; pages are imported here, when a tour begins."""
    return (*_before_a_folder(), *_in_a_folder(), *_out_of_it())


def _before_a_folder() -> tuple[Stop, ...]:
    from ensdesk.ui.tour_before import before_stops
    from ensdesk.ui.tour_centre import centre_stops

    return (*before_stops(), *centre_stops())


def _in_a_folder() -> tuple[Stop, ...]:
    from ensdesk.ui.tour_inside import inside_stops
    from ensdesk.ui.tour_people import people_stops

    return (
        *inside_stops(),
        *people_stops(),
        Stop("form-allergy", _form("allergy")),
        Stop("form-contact", _form("contact")),
    )


def _out_of_it() -> tuple[Stop, ...]:
    from ensdesk.ui.tour_doubles import double_stops
    from ensdesk.ui.tour_hiding import hiding_stops
    from ensdesk.ui.tour_keyboard import keyboard_stops
    from ensdesk.ui.tour_out import out_stops
    from ensdesk.ui.tour_two import two_stops

    # Last: once something is hidden, each sheet asks whether to show it.
    return (*out_stops(), *keyboard_stops(), *double_stops(), *two_stops(), *hiding_stops())


def _form(slug: str) -> MakePage:
    def make(session: Session) -> Page:
        from ensdesk.kinds import BY_SLUG
        from ensdesk.ui.record_form import RecordForm

        return RecordForm(session, BY_SLUG[slug])

    return make
