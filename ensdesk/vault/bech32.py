"""Bech32 (BIP-173), as age writes its identities."""

from __future__ import annotations

_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHECK = 6
_IDENTITY = "age-secret-key-"


def age_identity(private: bytes) -> str:
    """Return `AGE-SECRET-KEY-1…` for the 32 bytes of an X25519 private key."""
    number, bits = int.from_bytes(private, "big") << 4, 260
    values = [number >> shift & 31 for shift in range(bits - 5, -1, -5)]
    rest = _rest(_spread() + values + [0] * _CHECK) ^ 1
    values += [rest >> 5 * (_CHECK - 1 - place) & 31 for place in range(_CHECK)]
    return (_IDENTITY + "1" + "".join(_SIGNS[value] for value in values)).upper()


def private_of(identity: str) -> bytes:
    """Return the 32 bytes that `age_identity` wrote. Raises ValueError."""
    name, _, text = identity.strip().lower().rpartition("1")
    values = [_SIGNS.index(sign) for sign in text]
    if name != _IDENTITY or _rest(_spread() + values) != 1:
        raise ValueError("not an age identity")
    number = 0
    for value in values[:-_CHECK]:
        number = number << 5 | value
    return (number >> 4).to_bytes(32, "big")


def _spread() -> list[int]:
    return [ord(sign) >> 5 for sign in _IDENTITY] + [0] + [ord(sign) & 31 for sign in _IDENTITY]


def _rest(values: list[int]) -> int:
    rest = 1
    for value in values:
        top, rest = rest >> 25, (rest & 0x1FFFFFF) << 5 ^ value
        for bit, factor in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            rest ^= factor if top >> bit & 1 else 0
    return rest
