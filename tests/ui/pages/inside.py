"""Somebody in the open folder, at its true home page."""

from __future__ import annotations

from ensdesk.record.payload import to_payload
from ensdesk.record.record import Record
from tests.ui.pages.person import Person


def enter(person: Person, folder) -> Person:
    """Open *folder* in the window of *person*, at the true home page."""
    from ensdesk.ui.pages.home import Home

    person.session.make_home = Home
    person.session.set_folder(folder)
    person.session.home()
    person.settle()
    return person


def plain(words: str) -> str:
    """Return *words* with usual spaces: those that do not break look the same."""
    return words.replace("\u00a0", " ")


def seen(person: Person) -> str:
    """Return everything that is written in the window."""
    person.settle()
    return plain("\n".join(person.words()))


def data(folder, kind: type[Record]) -> list[tuple[str, object]]:
    """Return the records of *kind* as they are kept."""
    return [(record.id, to_payload(record)) for record in folder.records(kind)]
