"""« Mettre les deux ordinateurs d’accord »: put what is new on a key, read what the other put."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.ui.lanes import Running
from ensdesk.ui.page import Page
from ensdesk.ui.pages.choosing import Choosing, choices_in_words
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.pick_place import PickPlace
from ensdesk.ui.session import Session

if TYPE_CHECKING:
    from ensdesk.folder.two_computers import Agreed, Incoming, Outgoing


class TwoComputers(Page):
    """Two steps, to be done on each computer in turn."""

    name = "two-computers"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("Make the two computers agree")))
        self.add_text(
            _(N_("A USB key carries what is new from one computer to the other.")), "lead"
        )
        self.add_text(_(N_("Do it on each computer: read, then put.")))
        self.add_primary(
            _(N_("Read what the other computer put")),
            lambda: session.go(where_read),
            icon="download",
        )
        self.add_secondary(
            _(N_("Put what is new here on a key")), lambda: session.go(where_put), icon="usb"
        )

    def entered(self) -> None:
        from ensdesk.folder.choosing import waiting

        folder = folder_of(self.session)
        self.ask(lambda: waiting(folder), self._show)

    def _show(self, count: int) -> None:
        if count:
            go = partial(self.session.go, Choosing)
            self.add_due(choices_in_words(count), _(N_("Choose")), go)


def where_put(session: Session) -> PickPlace:
    """Return the page that asks for the key on which it goes."""

    def chosen(session: Session, place: Path) -> None:
        session.go(lambda session: Putting(session, place))

    return PickPlace(
        session,
        _(N_("On which key shall I put what is new?")),
        chosen,
        _(N_("It is closed: only your folder can open it.")),
    )


def where_read(session: Session) -> PickPlace:
    """Return the page that asks for the key on which it is."""

    def chosen(session: Session, place: Path) -> None:
        session.go(lambda session: Reading(session, place))

    return PickPlace(session, _(N_("On which key is what the other computer put?")), chosen)


class _OnKey(Page):
    """Work that begins with the page and stops when it is left."""

    def __init__(self, session: Session, place: Path, title: str) -> None:
        super().__init__(session, title)
        self.place_notices()
        self.place = place
        self.folder = folder_of(session)
        self.running: Running | None = None

    def leave(self) -> None:
        super().leave()
        if self.running is not None:
            self.running.stop()


class Putting(_OnKey):
    """Puts what is new on the key, then notes it."""

    name = "putting-news"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, place, _(N_("I am putting what is new on the key.")))

    def entered(self) -> None:
        from ensdesk.folder.two_computers import outgoing

        self.ask(lambda: outgoing(self.folder), self._put)

    def _put(self, out: Outgoing) -> None:
        from ensdesk.folder.two_computers import put_in

        documents, today = self.folder.vault.documents, self.session.today()

        def job(running: Running) -> Path:
            return put_in(documents, out, self.place, today, stop=running.stopped)

        self.running = self.work(job, lambda _path: self._note(out))

    def _note(self, out: Outgoing) -> None:
        from ensdesk.folder.two_computers import note_put

        self.ask(lambda: note_put(self.folder, out), lambda _none: self.session.land(NewsPut))


class NewsPut(Page):
    """What to do with the key now."""

    name = "news-put"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What is new is on the key.")))
        self.add_text(_(N_("Take the key out, and plug it into the other computer.")), "lead")
        self.add_text(_(N_("There, press “Print or copy”, then “Make a double”.")))
        self.add_text(_(N_("Then press “Make the two computers agree”.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")


class Reading(_OnKey):
    """Reads and proves what the other computer put, then takes it in."""

    name = "reading-news"

    def __init__(self, session: Session, place: Path) -> None:
        super().__init__(session, place, _(N_("I am reading what the other computer put.")))

    def entered(self) -> None:
        from ensdesk.folder.two_computers import lying_in

        self.ask(lambda: lying_in(self.folder, self.place), self._read)

    def _read(self, path: Path) -> None:
        from ensdesk.folder.two_computers import leave, read_from
        from ensdesk.vault.document_store import Stopped

        vault = self.folder.vault
        keys = vault.locks.all_keys

        def job(running: Running) -> Incoming:
            incoming = read_from(vault.documents, keys, path, stop=running.stopped)
            if running.stopped():  # the page may be gone: nobody else would forget the papers
                leave(vault.documents, incoming)
                raise Stopped
            return incoming

        self.running = self.work(job, self._take)

    def _take(self, incoming: Incoming) -> None:
        from ensdesk.folder.choosing import waiting
        from ensdesk.folder.two_computers import take_in

        def job() -> tuple[Agreed, int]:
            return take_in(self.folder, incoming), waiting(self.folder)

        def done(answer: tuple[Agreed, int]) -> None:
            self.session.land(lambda session: NewsRead(session, *answer))

        self.running = None  # from here on it is written whole, or `take_in` says why not
        self.ask(job, done)


class NewsRead(Page):
    """How much came; what is to be chosen."""

    name = "news-read"

    def __init__(self, session: Session, agreed: Agreed, choices: int) -> None:
        super().__init__(session, _(N_("What the other computer put is in your folder.")))
        if agreed.lines:
            said = plural(
                "{count} line is new or changed.", "{count} lines are new or changed.", agreed.lines
            )
        else:
            said = _(N_("Everything was there already. Nothing has changed."))
        self.add_text(said, "lead")
        if choices:
            self.add_text(choices_in_words(choices))
            self.add_primary(
                _(N_("Choose")), partial(session.go, Choosing), icon="circle-question-mark"
            )
        else:
            self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
        self.add_secondary(
            _(N_("Put what is new here on a key")), partial(session.go, where_put), icon="usb"
        )
