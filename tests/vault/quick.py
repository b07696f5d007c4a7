"""What the tests of the keys share: a quick stretching, a keychain in memory, a folder's locks."""

import hashlib
from pathlib import Path

from ensdesk.trouble import Trouble
from ensdesk.vault.locks import Locks, make_locks, open_locks
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import (
    Code,
    EnvelopeWords,
    KeyFile,
    PairWords,
    Secret,
    SheetWords,
    Words,
)
from ensdesk.vault.stretch import Cost

CHEAP = Cost(64 * 1024, 1, 1)

CODE = Code("407295")
KEY = KeyFile(bytes(range(32)))
WORDS = Words("Le chat de Mémé dort sur l’édredon")
SHEET = SheetWords(words_of(bytes(16)))
OTHER_SHEET = SheetWords(words_of(b"\1" * 16))
ENVELOPE = EnvelopeWords(words_of(b"\2" * 16))
PAIR = PairWords(words_of(b"\3" * 16), words_of(b"\4" * 16), "ab")
OTHERS: dict[type, Secret] = {
    Code: Code("407296"),
    KeyFile: KeyFile(bytes(32)),
    Words: Words("Le chien de Mémé dort sur l’édredon"),
    SheetWords: OTHER_SHEET,
    EnvelopeWords: EnvelopeWords(OTHER_SHEET.words),
    PairWords: PairWords(PAIR.second, PAIR.first, "ab"),  # the order counts
}


class QuickStretcher:
    """Stands in for Argon2id and counts its calls."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, secret: bytes, salt: bytes, cost: Cost) -> bytes:
        self.calls += 1
        return hashlib.sha256(b"%d %b %b" % (cost.memory_kib, salt, secret)).digest()


class KeychainInMemory:
    """A keychain that may be in trouble."""

    def __init__(self, trouble: type[Trouble] | None = None) -> None:
        self.kept: dict[str, bytes] = {}
        self.trouble = trouble

    def read(self, folder_id: str) -> bytes | None:
        if self.trouble:
            raise self.trouble
        return self.kept.get(folder_id)

    def write(self, folder_id: str, raw: bytes) -> None:
        self.kept[folder_id] = raw

    def forget(self, folder_id: str) -> None:
        if self.trouble:
            raise self.trouble
        self.kept.pop(folder_id, None)


def quick_locks(
    path: Path, *secrets: Secret, keychain: KeychainInMemory | None = None, cost: Cost = CHEAP
) -> Locks:
    """Return the locks of a new folder, written at *path*."""
    locks = make_locks(
        path,
        secrets or (SHEET,),
        keychain or KeychainInMemory(),
        cost=cost,
        stretcher=QuickStretcher(),
    )
    locks.save()
    return locks


def reopened(
    path: Path, secret: Secret, keychain: KeychainInMemory | None = None, cost: Cost = CHEAP
) -> Locks:
    """Open the folder at *path* as `quick_locks` made it."""
    return open_locks(
        path, secret, keychain or KeychainInMemory(), cost=cost, stretcher=QuickStretcher()
    )
