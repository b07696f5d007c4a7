"""Help for one session: what the holder's program hands to itself when it starts again."""

import json
from pathlib import Path

from ensdesk.vault.bundle import HELPER, Bundle
from ensdesk.vault.canonical import canonical, to_bytes, to_text
from ensdesk.vault.header import Slot, read_header
from ensdesk.vault.key_slots import OpenedSlot
from ensdesk.vault.keychain import Keychain
from ensdesk.vault.locks import Locks
from ensdesk.vault.signature import HeaderForged, check_signature


def hand(locks: Locks, author: str) -> bytes:
    """Return the keys of a helper and whose acts they will be: a secret, for a pipe alone."""
    keys = {name: to_text(getattr(locks.helping, name)) for name in ("k_main", "verify")}
    return canonical({**keys, "author": author})


def handed_locks(path: Path, handed: bytes, keychain: Keychain) -> Locks:
    """Return the locks that `hand` gave: those of a helper who has no slot.

    Raises the troubles of `read_header`, HeaderForged.
    """
    header, given = read_header(path), json.loads(handed)
    bundle = Bundle(k_main=to_bytes(given["k_main"], 32), verify=to_bytes(given["verify"], 32))
    if bundle.verify != header.verify:
        raise HeaderForged
    check_signature(header)
    slot = Slot(id=given["author"], type="", role=HELPER, public=b"", box=b"", wrap={})
    return Locks(path, header, keychain, OpenedSlot(slot, b"", bundle))
