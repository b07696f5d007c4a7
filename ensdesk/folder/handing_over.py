"""A folder made for somebody is handed over to them: their secrets, and nobody else's."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from ensdesk.folder.folder import Folder
from ensdesk.folder.people import expect_person
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.identity import Identity
from ensdesk.record.partial_date import PartialDate
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import HELPER, HOLDER
from ensdesk.vault.secrets import Secret, SheetWords

# What an agreement says of somebody who made the folder in the person's place.
_BY_ITSELF: dict[str, Any] = {
    "written_by": "",
    "capacity": None,
    "person_present": None,
    "person_agrees": None,
}


def made_by(folder: Folder) -> str:
    """Return the first name of whoever made the folder for somebody else; nothing for one's own."""
    consent = folder.single(Consent)
    return consent.written_by if consent else ""


def hand_over(folder: Folder, secret: Secret, sheet: SheetWords, helping: Secret | None) -> None:
    """Let *secret* and the key *sheet* alone open the folder from now on, as its person.

    Whoever made it goes on as one who helps with *helping*, or goes. Everybody else is let in
    anew. The agreement becomes that of the person. Raises as `Vault.begin_again`.
    """
    vault, identity = folder.vault, folder.single(Identity)
    given = identity.given if identity else ""
    own, paper = secrets.token_hex(8), secrets.token_hex(8)
    for slot_id in (own, paper):
        vault.main.set_name(slot_id, given)
    ways = [(secret, HOLDER, own), (sheet, HOLDER, paper)]
    if helping is not None:
        ways.append((helping, HELPER, expect_person(folder, made_by(folder))))
    folder.forget_key_sheet()  # before: the words that were proved open nothing afterwards
    vault.begin_again(ways)
    folder.note(Act.HANDED_OVER, given)
    if (consent := folder.single(Consent)) is not None:
        folder.save(replace(consent, given_on=PartialDate.of(folder.today()), **_BY_ITSELF))
