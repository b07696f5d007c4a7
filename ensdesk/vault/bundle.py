"""What a slot gives: the keys of the folder, sealed to the slot's public half."""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from ensdesk.vault.canonical import JSON, canonical, from_canonical, to_bytes, to_text

HOLDER, HELPER, READER = "holder", "helper", "reader"
ROLES = (HOLDER, HELPER, READER)

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_HOLDERS_ONLY = ("k_private", "sign", "exchange")
_KNOWN = frozenset({"k_main", "verify", *_HOLDERS_ONLY})


@dataclass(frozen=True, repr=False)
class Bundle:
    """The keys behind a slot; a holder has all of them, the others `k_main` and `verify`."""

    k_main: bytes
    verify: bytes
    k_private: bytes | None = None
    sign: bytes | None = None
    exchange: bytes | None = None
    unknown: JSON = field(default_factory=dict)

    def for_role(self, role: str) -> "Bundle":
        """Return what somebody of *role* gets of the holder's keys."""
        return self if role == HOLDER else Bundle(k_main=self.k_main, verify=self.verify)


def seal_bundle(bundle: Bundle, public: bytes, info: bytes) -> bytes:
    """Seal with HPKE (RFC 9180, base mode): 32 bytes of encapsulated key, then ciphertext."""
    return _SUITE.encrypt(_written(bundle), X25519PublicKey.from_public_bytes(public), info=info)


def open_bundle(box: bytes, private: bytes, role: str, info: bytes) -> Bundle:
    """Return what `seal_bundle` sealed. Raises ValueError when it is damaged or of another role."""
    try:
        raw = _SUITE.decrypt(box, X25519PrivateKey.from_private_bytes(private), info=info)
    except InvalidTag as error:
        raise ValueError("a damaged box") from error
    return _read(from_canonical(raw), role)


def _written(bundle: Bundle) -> bytes:
    values = {name: getattr(bundle, name) for name in _KNOWN}
    known = {name: to_text(value) for name, value in values.items() if value is not None}
    return canonical({**bundle.unknown, **known})


def _read(found: object, role: str) -> Bundle:
    if not isinstance(found, dict):
        raise ValueError("an object")  # noqa: TRY004 - a damaged value, not a bug
    needed = _KNOWN if role == HOLDER else _KNOWN - set(_HOLDERS_ONLY)
    if not needed <= set(found) or (role != HOLDER and set(_HOLDERS_ONLY) & set(found)):
        raise ValueError("the keys of another role")
    keys = {name: to_bytes(found[name], 32) for name in needed}
    return Bundle(**keys, unknown={k: v for k, v in found.items() if k not in _KNOWN})
