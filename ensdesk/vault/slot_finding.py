"""Finding the slot that a secret opens, and saying why none does."""

import contextlib
from collections.abc import Iterable

from ensdesk.trouble import Trouble
from ensdesk.vault.canonical import JSON
from ensdesk.vault.header import Header, HeaderDamaged, NewerFolder, Slot
from ensdesk.vault.key_slots import DamagedSlot, FolderMark, OpenedSlot, open_slot, wrong_secret
from ensdesk.vault.keychain import Keychain, KeychainEmpty
from ensdesk.vault.roots import Roots, UnknownKdf, keychain_tag
from ensdesk.vault.secrets import WrongSecret


def open_any(header: Header, roots: Roots, keychain: Keychain) -> OpenedSlot:
    """Try every slot of this type: one derivation serves them all.

    Raises WrongSecret, HeaderDamaged when a slot was tampered with, NewerFolder, and for a code
    KeychainEmpty and the keychain's troubles.
    """
    slots = [slot for slot in header.slots if slot.type == roots.type]
    if slots and roots.type == "code":
        roots.keychain_secret = keychain.read(header.folder_id) or b""
        slots = made_here(header, roots.keychain_secret)
        if not slots:
            raise KeychainEmpty
    mark = FolderMark(header.folder_id, header.verify)
    refusals: list[Exception] = []
    for slot in slots:
        try:
            return open_slot(mark, slot, roots)
        except (WrongSecret, DamagedSlot, UnknownKdf) as refusal:
            refusals.append(refusal)
    raise _why_none(refusals, roots.type)


def opens_one(mark: FolderMark, slots: Iterable[Slot], roots: Roots) -> bool:
    """Say whether the secret opens one of *slots* of its type, as far as they can be tried."""
    for slot in slots:
        with contextlib.suppress(WrongSecret, DamagedSlot, UnknownKdf):
            open_slot(mark, slot, roots)
            return True
    return False


def _why_none(refusals: list[Exception], slot_type: str) -> Trouble:
    if any(isinstance(refusal, DamagedSlot) for refusal in refusals):
        return HeaderDamaged()
    if refusals and all(isinstance(refusal, UnknownKdf) for refusal in refusals):
        return NewerFolder()
    return wrong_secret(slot_type)


def made_here(header: Header, keychain_secret: bytes) -> list[Slot]:
    """Return the code slots made with this keychain secret."""
    tag = keychain_tag(keychain_secret, header.folder_id)
    codes = [slot for slot in header.slots if slot.type == "code"]
    return [slot for slot in codes if kdf_of(slot).get("keychain") == tag]


def kdf_of(slot: Slot) -> JSON:
    """Return how a slot makes its key, as far as it can be read."""
    kdf = slot.wrap.get("kdf")
    return kdf if isinstance(kdf, dict) else {}
