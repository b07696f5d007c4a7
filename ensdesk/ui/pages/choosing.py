"""What two computers wrote differently, one question a page: this one, that one, or both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.time_words import on_in_words
from ensdesk.ui.page import Page
from ensdesk.ui.pages.answers import Answer, add_answers
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.choosing import Card, KeyLists, Side


def choices_in_words(count: int) -> str:
    """Return how many choices wait."""
    return plural("{count} thing to choose.", "{count} things to choose.", count)


class Choosing(Page):
    """The first thing that waits for an answer; the next one follows it."""

    name = "choosing"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Which one is right?")))
        self.place_notices()
        self._folder = folder_of(session)

    def entered(self) -> None:
        from ensdesk.folder.choosing import next_card, other_list

        folder = self._folder
        self.ask(lambda: (next_card(folder), other_list(folder)), self.show_found)

    def show_found(self, found: tuple[Card | None, KeyLists | None]) -> None:
        """Ask for a record, else for the list of keys; else say that nothing is left."""
        card, lists = found
        if card is not None:
            self._show_card(card)
        elif lists is not None:
            self._show_lists(lists)
        else:
            self.set_title(_(N_("Nothing is left to choose.")))
            self.add_primary(_(N_("Go back to my folder")), self.session.home, icon="house")

    def _show_card(self, card: Card) -> None:
        title = _(card.kind.title) if card.kind else _(N_("A line that only a newer ensdesk knows"))
        self.add_text(_(": ").join(filter(None, (title, card.headline))), "lead")
        self.add_text(_(N_("The two computers wrote different things.")))
        for number, side in enumerate(card.sides, 1):
            self.add_text(_side_in_words(number, side), "h2")
            self.add(Told(side.lines or [(_gone_in_words(side), "")]))
        answers: list[Answer[Side | None]] = [
            (side, _answer(number, side), "", _icon(side))
            for number, side in enumerate(card.sides, 1)
        ]
        if card.all_may_stay:
            answers.append((None, _(N_("Keep both")), "", "files"))
        add_answers(self, answers, lambda side: self._answer(card, side))

    def _answer(self, card: Card, side: Side | None) -> None:
        from ensdesk.folder.choosing import keep_all, keep_one

        folder = self._folder
        undo = None if side and side.for_ever else partial(self._again, card)
        self.ask(
            lambda: keep_one(folder, card, side) if side else keep_all(folder, card),
            lambda _none: self._next(undo),
        )

    def _again(self, card: Card) -> None:
        from ensdesk.folder.choosing import choose_again

        folder, session = self._folder, self.session
        session.lanes.run(
            "vault",
            lambda: choose_again(folder, card),
            done=lambda _none: session.instead(Choosing),
        )

    def _show_lists(self, lists: KeyLists) -> None:
        from ensdesk.folder.choosing import choose_list

        self.set_title(_(N_("Who may open your folder?")))
        self.add_text(_(N_("The two computers do not say the same people.")), "lead")
        nobody = _(N_("nobody else"))
        self.add(
            Told(
                [
                    (_(N_("Only on this computer")), ", ".join(lists.here) or nobody),
                    (_(N_("Only on the other one")), ", ".join(lists.there) or nobody),
                ]
            )
        )
        add_answers(
            self,
            (
                ("both", _(N_("All of them")), "", "users"),
                ("here", _(N_("As on this computer")), "", "hard-drive"),
                ("there", _(N_("As on the other one")), "", "usb"),
            ),
            lambda which: self.ask(
                lambda: choose_list(self._folder, which), lambda _none: self._next(None)
            ),
        )

    def _next(self, undo: Callable[[], object] | None) -> None:
        self.session.instead(Choosing)
        self.session.say(_(N_("It is chosen.")), undo)


def _side_in_words(number: int, side: Side) -> str:
    day = on_in_words(PartialDate.of(side.writing.at.date()))
    return f"{number}. " + " · ".join(filter(None, (side.writing.who, day)))


def _gone_in_words(side: Side) -> str:
    if side.for_ever:
        return _(N_("Erased for ever"))
    return _(N_("Taken away")) if side.gone else _(N_("Written by a newer ensdesk"))


def _answer(number: int, side: Side) -> str:
    if side.for_ever:
        return _(N_("Erase it for ever, here too"))
    if side.gone:
        return _(N_("Take it away"))
    return _(N_("Keep number {number}")).format(number=number)


def _icon(side: Side) -> str:
    return "trash-2" if side.gone else "check"
