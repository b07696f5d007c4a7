"""What was answered so far for the sheet: contents in the memory of the session, nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.emergency import Emergency
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record
from ensdesk.ui.session import Session

R = TypeVar("R", bound=Record)


def contents_of(session: Session) -> Contents:
    """Return what was answered so far."""
    return session.sheet or Contents.of()


def keep(session: Session, record: Record) -> None:
    """Add or change one record."""
    session.sheet = contents_of(session).with_record(record)


def keep_list(session: Session, kind: type[R], records: Iterable[R]) -> None:
    """Make *records* the whole list of *kind*; an empty one is a section not filled in."""
    sections = contents_of(session).sections
    contents = Contents.of(section for key, section in sections.items() if key is not kind)
    for record in records:
        contents = contents.with_record(record)
    session.sheet = contents


def keep_none(session: Session, kind: type[Record]) -> None:
    """Note that the person said: there is nothing to list."""
    keep_list(session, kind, ())
    today = PartialDate.of(session.today())
    session.sheet = contents_of(session).declared_none(kind, today)


def emergency_of(session: Session) -> Emergency:
    """Return the answers that stand beside the lists."""
    return contents_of(session).single(Emergency) or Emergency()


def keep_answer(session: Session, **answers: Any) -> None:
    """Keep one or more of these answers."""
    keep(session, replace(emergency_of(session), **answers))


def contacts_of(session: Session, role: ContactRole) -> tuple[Contact, ...]:
    """Return the people with this role, in the order they were written."""
    return tuple(c for c in contents_of(session).records(Contact) if c.has_role(role))


def keep_contact(session: Session, role: ContactRole, place: int, contact: Contact | None) -> None:
    """Put *contact* at *place* among the people with this role; None leaves that place out."""
    own = list(contacts_of(session, role))
    others = [c for c in contents_of(session).records(Contact) if c not in own]
    after = own[place + 1 :]
    written = [replace(contact, roles=(Role(role=role),))] if contact else []
    everybody = (*own[:place], *written, *after, *others)
    keep_list(session, Contact, sorted(everybody, key=_called_later))


def _called_later(contact: Contact) -> bool:
    return not contact.has_role(ContactRole.EMERGENCY)
