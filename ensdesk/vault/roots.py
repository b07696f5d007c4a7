"""What a secret becomes before it wraps a slot: one derivation however many slots."""

import contextlib
import secrets as chance
from collections.abc import Callable
from typing import assert_never

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ensdesk.vault.canonical import JSON, canonical, to_bytes, to_text
from ensdesk.vault.folding import fold
from ensdesk.vault.recovery_words import entropy_of
from ensdesk.vault.secrets import (
    PAIRS,
    Code,
    EnvelopeWords,
    KeyFile,
    NotSixDigits,
    PairWords,
    Secret,
    SheetWords,
    Words,
    WrongWords,
)
from ensdesk.vault.stretch import SALT_BYTES, Cost, stretch

_CODE_DIGITS = 6
_KEY_FILE_BYTES = 32
_MOST_STRETCHES = 4  # a stranger's header must not keep this computer busy for hours

_PLAIN, _STRETCHED, _WITH_KEYCHAIN = "hkdf", "argon2id", "argon2id+keychain"
_ALGORITHMS = {
    "code": _WITH_KEYCHAIN,
    "key": _PLAIN,
    "words": _STRETCHED,
    "sheet": _PLAIN,
    "envelope": _PLAIN,
    **{f"pair-{pair}": _PLAIN for pair in PAIRS},
}
Stretch = Callable[[bytes, bytes, Cost], bytes]


class UnknownKdf(Exception):
    """A way to make a key that only a newer version knows."""


class DamagedKdf(Exception):
    """Not what this version wrote: malformed, out of limits, or of another type of slot."""


def type_of(secret: Secret) -> str:
    """Return the slot type that *secret* opens. It is written on disk: never renamed."""
    match secret:
        case Code():
            return "code"
        case KeyFile():
            return "key"
        case Words():
            return "words"
        case SheetWords():
            return "sheet"
        case EnvelopeWords():
            return "envelope"
        case PairWords(pair=pair):
            return f"pair-{pair}"
        case _:
            assert_never(secret)


def hkdf(root: bytes, salt: bytes | None, info: bytes, length: int = 32) -> bytes:
    """Return *length* bytes of HKDF-SHA256."""
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(root)


def keychain_tag(keychain_secret: bytes, folder_id: str) -> str:
    """Return the mark by which a code slot made with this keychain secret is found again."""
    info = b"ensdesk/1/keychain\0" + canonical([folder_id])
    return to_text(hkdf(keychain_secret, None, info, 16))


class Roots:
    """One secret that a person brings, ready for any slot of one folder."""

    def __init__(
        self, secret: Secret, keychain_secret: bytes = b"", *, stretcher: Stretch = stretch
    ) -> None:
        """Check the form of *secret*: NotSixDigits, WrongWord, WordsDoNotFit, NotTwelveWords."""
        self.type = type_of(secret)
        self.keychain_secret = keychain_secret
        self._given = _bytes_of(secret)
        self._stretcher = stretcher
        self._stretched: dict[tuple[bytes, Cost], bytes] = {}

    def of(self, kdf: JSON) -> bytes:
        """Return the root key for *kdf*. Raises UnknownKdf or DamagedKdf before any work."""
        algorithm = kdf.get("alg")
        if algorithm not in _ALGORITHMS.values():
            raise UnknownKdf
        if algorithm != _ALGORITHMS[self.type]:
            raise DamagedKdf
        if algorithm == _PLAIN:
            return self._given
        return self._stretch(kdf) + (self.keychain_secret if algorithm == _WITH_KEYCHAIN else b"")

    def new_kdf(self, folder_id: str, cost: Cost, known: list[JSON]) -> JSON:
        """Return how to wrap a slot, with the salt and cost of *known* ones if not cheaper."""
        algorithm = _ALGORITHMS[self.type]
        kdf: JSON = {"alg": algorithm, "salt": to_text(chance.token_bytes(SALT_BYTES))}
        if algorithm == _PLAIN:
            return kdf
        if algorithm == _WITH_KEYCHAIN:
            kdf["keychain"] = keychain_tag(self.keychain_secret, folder_id)
        alike = [other for other in known if _alike(other, kdf)]
        return {**kdf, "stretch": _dearest(alike, cost)}

    def _stretch(self, kdf: JSON) -> bytes:
        salt, cost = _stretching(kdf)
        if (salt, cost) not in self._stretched:
            if len(self._stretched) == _MOST_STRETCHES:
                raise DamagedKdf
            self._stretched[salt, cost] = self._stretcher(self._given, salt, cost)
        return self._stretched[salt, cost]


def _bytes_of(secret: Secret) -> bytes:
    match secret:
        case Code(digits):
            if len(digits) != _CODE_DIGITS or not (digits.isascii() and digits.isdigit()):
                raise NotSixDigits
            return digits.encode()
        case KeyFile(raw):
            if len(raw) != _KEY_FILE_BYTES:
                raise ValueError("a key is 32 bytes")
            return raw
        case Words(text):
            if not fold(text):
                raise WrongWords
            return fold(text).encode()
        case SheetWords(words) | EnvelopeWords(words):
            return entropy_of(words)
        case PairWords(first, second, _):
            return entropy_of(first) + entropy_of(second)
        case _:
            assert_never(secret)


def _stretching(kdf: JSON) -> tuple[bytes, Cost]:
    """Limits are checked here, before any work: neither too weak nor too heavy."""
    try:
        given = kdf["stretch"]
        salt = to_bytes(given["salt"], SALT_BYTES)
        cost = Cost(given["memory_kib"], given["passes"], given["lanes"])
    except (KeyError, TypeError, ValueError):
        raise DamagedKdf from None
    if not cost.within_limits():
        raise DamagedKdf
    return salt, cost


def _alike(other: JSON, kdf: JSON) -> bool:
    return all(other.get(name) == kdf.get(name) for name in ("alg", "keychain"))


def _dearest(alike: list[JSON], cost: Cost) -> JSON:
    """Share the dearest stretching already in use: costs are raised, never lowered."""
    shared = []
    for kdf in alike:
        with contextlib.suppress(DamagedKdf):
            shared.append(_stretching(kdf))
    fresh = (chance.token_bytes(SALT_BYTES), cost)
    salt, dearest = max([*shared, fresh], key=lambda found: found[1])  # shared first if equal
    return {
        "salt": to_text(salt),
        "memory_kib": dearest.memory_kib,
        "passes": dearest.passes,
        "lanes": dearest.lanes,
    }
