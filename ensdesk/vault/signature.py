"""The list of slots is signed by the holder: nobody else adds, removes or moves a key."""

from dataclasses import replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ensdesk.language import N_
from ensdesk.trouble import Trouble
from ensdesk.vault.canonical import canonical
from ensdesk.vault.header_bytes import Header

_DOMAIN = b"ensdesk/1/signed\0"


class HeaderForged(Trouble):
    """The list of slots does not carry the holder's signature."""

    words = N_("Somebody changed the keys of this folder without the right to.")
    advice = N_("Write nothing in it. Open a double, and tell someone you trust.")


def new_signing_key() -> tuple[bytes, bytes]:
    """Return a new pair: the right to change the list, and what proves it."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def sign(header: Header, signing_key: bytes) -> Header:
    """Return *header* as the next generation, signed."""
    unsigned = replace(header, generation=header.generation + 1)
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    return replace(unsigned, signature=key.sign(_message(unsigned)))


def check_signature(header: Header) -> None:
    """Raise HeaderForged unless the holder signed this list.

    It proves nothing by itself: `verify` must be the one that a slot vouches for.
    """
    try:
        key = Ed25519PublicKey.from_public_bytes(header.verify)
        key.verify(header.signature, _message(header))
    except (InvalidSignature, ValueError):
        raise HeaderForged from None


def _message(header: Header) -> bytes:
    return _DOMAIN + canonical(header.signed())
