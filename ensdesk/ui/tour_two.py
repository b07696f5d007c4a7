"""The stops of the tour about two computers that have the same folder."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from ensdesk.kinds.allergy import Allergy
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.folder.choosing import Card
    from ensdesk.ui.page import Page
    from ensdesk.ui.pages.choosing import Choosing
    from ensdesk.ui.session import Session

_AT = datetime.datetime(2026, 11, 23, 9, 30, tzinfo=datetime.UTC)


def two_stops() -> tuple[Stop, ...]:
    """Return the two steps, their ends, and a choice of each sort."""
    from ensdesk.folder.choosing import KeyLists
    from ensdesk.folder.two_computers import Agreed
    from ensdesk.ui.pages.two_computers import (
        NewsPut,
        NewsRead,
        TwoComputers,
        where_put,
        where_read,
    )

    return (
        Stop("two-computers", TwoComputers),
        Stop("news-where-put", where_put),
        Stop("news-where-read", where_read),
        Stop("news-put", NewsPut),
        Stop("news-read", partial(NewsRead, agreed=Agreed(12), choices=2)),
        Stop("choosing", partial(_choosing, found=(_card(), None))),
        Stop("choosing-keys", partial(_choosing, found=(None, KeyLists(("Marie",), ("Paul",))))),
    )


def _choosing(session: Session, found: tuple[Card | None, object]) -> Page:
    from ensdesk.ui.pages.choosing import Choosing

    class Shown(Choosing):
        def entered(self) -> None:
            """What to choose is given here."""

    page: Choosing = Shown(session)
    page.show_found(found)  # type: ignore[arg-type]
    return page


def _card() -> Card:
    from ensdesk.folder.choosing import Card, Side
    from ensdesk.folder.folder import Writing
    from ensdesk.language import _
    from ensdesk.record.fields import fields_of
    from ensdesk.record.record import RecordId
    from ensdesk.vault.revision_store import Conflict, Version, Written

    question = _(fields_of(Allergy)[0].label.text)
    sides = tuple(
        Side(
            Version(bytes(32), Written("", _AT), Allergy(substance=words)),
            Writing(who, _AT),
            ((question, words),),
        )
        for who, words in (("Jeanne", "Pollen de bouleau"), ("Marie", "Pollen d’herbe"))
    )
    conflict = Conflict(RecordId("0" * 32), tuple(side.version for side in sides))
    return Card("main", conflict, Allergy, "Pollen de bouleau", sides, all_may_stay=True)
