"""One way in: a secret wraps a private half; the keys are sealed to its public half."""

import hmac
import secrets as chance
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from ensdesk.vault.bundle import Bundle, open_bundle, seal_bundle
from ensdesk.vault.canonical import JSON, canonical, to_bytes, to_text
from ensdesk.vault.header import Slot
from ensdesk.vault.roots import DamagedKdf, Roots, hkdf
from ensdesk.vault.secrets import (
    PAIRS,
    WrongCode,
    WrongEnvelope,
    WrongKeyFile,
    WrongPair,
    WrongSecret,
    WrongSheet,
    WrongWords,
)
from ensdesk.vault.stretch import SALT_BYTES

__all__ = [
    "DamagedSlot",
    "FolderMark",
    "OpenedSlot",
    "WrongSecret",
    "make_slot",
    "open_slot",
    "reseal_slot",
    "rewrap_slot",
    "wrong_secret",
]

_WRONG: dict[str, type[WrongSecret]] = {
    "code": WrongCode,
    "key": WrongKeyFile,
    "words": WrongWords,
    "sheet": WrongSheet,
    "envelope": WrongEnvelope,
    **{f"pair-{pair}": WrongPair for pair in PAIRS},
}


class DamagedSlot(Exception):
    """The slot is not as it was written; the folder may open by another one."""


@dataclass(frozen=True)
class FolderMark:
    """What ties a slot to one folder: its id, and the key that proves its list of slots."""

    folder_id: str
    verify: bytes


@dataclass(frozen=True, repr=False)
class OpenedSlot:
    """A slot and what it gave."""

    slot: Slot
    private: bytes
    bundle: Bundle


def wrong_secret(slot_type: str) -> WrongSecret:
    """Return the trouble to tell when no slot of this type opens."""
    return _WRONG[slot_type]()


def make_slot(
    mark: FolderMark, roots: Roots, kdf: JSON, bundle: Bundle, role: str, slot_id: str = ""
) -> OpenedSlot:
    """Return a new slot for a secret, with a new pair of halves."""
    private = X25519PrivateKey.generate()
    slot = Slot(
        id=slot_id or chance.token_hex(8),
        type=roots.type,
        role=role,
        public=private.public_key().public_bytes_raw(),
        box=b"",
        wrap={},
    )
    given = bundle.for_role(role)
    sealed = reseal_slot(mark, slot, given)
    wrapped = rewrap_slot(mark, sealed, private.private_bytes_raw(), roots, kdf)
    return OpenedSlot(wrapped, private.private_bytes_raw(), given)


def open_slot(mark: FolderMark, slot: Slot, roots: Roots) -> OpenedSlot:
    """Return what *slot* gives.

    Raises WrongSecret when the secret is another one, DamagedSlot when the slot was tampered
    with, UnknownKdf when only a newer version can tell.
    """
    try:
        root = roots.of(_kdf(slot))
        kdf, commitment, nonce, wrapped = _parts(slot)
    except DamagedKdf:
        raise DamagedSlot from None
    if not hmac.compare_digest(commitment, _commitment(mark, slot, root, kdf)):
        raise wrong_secret(slot.type)
    aad = _aad(mark, slot, kdf)
    try:
        private = ChaCha20Poly1305(_wrapping_key(root, kdf, aad)).decrypt(nonce, wrapped, aad)
        bundle = open_bundle(slot.box, private, slot.role, _box_info(mark, slot))
    except (InvalidTag, ValueError):
        raise DamagedSlot from None
    if bundle.verify != mark.verify:
        raise DamagedSlot
    return OpenedSlot(slot, private, bundle)


def rewrap_slot(mark: FolderMark, slot: Slot, private: bytes, roots: Roots, kdf: JSON) -> Slot:
    """Return *slot* wrapped by another secret: nothing that is signed changes."""
    root, nonce, aad = roots.of(kdf), chance.token_bytes(12), _aad(mark, slot, kdf)
    wrapped = ChaCha20Poly1305(_wrapping_key(root, kdf, aad)).encrypt(nonce, private, aad)
    wrap = {
        **{name: value for name, value in slot.wrap.items() if name not in _WRAP},
        "kdf": kdf,
        "commitment": to_text(_commitment(mark, slot, root, kdf)),
        "nonce": to_text(nonce),
        "private": to_text(wrapped),
    }
    return replace(slot, wrap=wrap)


def reseal_slot(mark: FolderMark, slot: Slot, bundle: Bundle) -> Slot:
    """Return *slot* giving other keys, without knowing its secret. To be signed again."""
    return replace(slot, box=seal_bundle(bundle, slot.public, _box_info(mark, slot)))


_WRAP = frozenset({"kdf", "commitment", "nonce", "private"})


def _kdf(slot: Slot) -> JSON:
    kdf = slot.wrap.get("kdf")
    if not isinstance(kdf, dict):
        raise DamagedSlot
    return kdf


def _parts(slot: Slot) -> tuple[JSON, bytes, bytes, bytes]:
    try:
        kdf = _kdf(slot)
        to_bytes(kdf.get("salt"), SALT_BYTES)
        commitment = to_bytes(slot.wrap.get("commitment"), 32)
        nonce = to_bytes(slot.wrap.get("nonce"), 12)
        return kdf, commitment, nonce, to_bytes(slot.wrap.get("private"), 48)
    except ValueError:
        raise DamagedSlot from None


def _commitment(mark: FolderMark, slot: Slot, root: bytes, kdf: JSON) -> bytes:
    """Depends on nothing that tampering may change, so that "wrong" and "damaged" differ."""
    info = b"ensdesk/1/commitment\0" + canonical([mark.folder_id, slot.id])
    return hkdf(root, to_bytes(kdf["salt"]), info)


def _wrapping_key(root: bytes, kdf: JSON, aad: bytes) -> bytes:
    return hkdf(root, to_bytes(kdf["salt"]), b"ensdesk/1/wrap\0" + aad)


def _aad(mark: FolderMark, slot: Slot, kdf: JSON) -> bytes:
    """`verify` is in it: nobody makes a list of their own for a slot they cannot open."""
    halves = [to_text(slot.public), to_text(mark.verify)]
    return canonical(
        ["ensdesk/1/slot", mark.folder_id, slot.id, slot.type, slot.role, *halves, kdf]
    )


def _box_info(mark: FolderMark, slot: Slot) -> bytes:
    return canonical(["ensdesk/1/box", mark.folder_id, slot.id, slot.role, to_text(mark.verify)])
