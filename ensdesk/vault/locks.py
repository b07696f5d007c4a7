"""The opened list of ways into one folder: who may open it, and what they may change."""

import contextlib
import secrets as chance
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ensdesk.trouble import Trouble
from ensdesk.vault.bundle import HELPER, HOLDER, ROLES, Bundle
from ensdesk.vault.canonical import JSON
from ensdesk.vault.header import (
    FileNames,
    Header,
    NewerFolder,
    Slot,
    read_header,
    repair_header,
    write_header,
)
from ensdesk.vault.key_slots import (
    FolderMark,
    OpenedSlot,
    make_slot,
    reseal_slot,
    rewrap_slot,
)
from ensdesk.vault.keychain import Keychain, kept_here
from ensdesk.vault.lock_troubles import HolderOnly, LastKey, SecretTaken
from ensdesk.vault.roots import Roots, Stretch, type_of
from ensdesk.vault.secrets import Code, Secret
from ensdesk.vault.signature import HeaderForged, check_signature, new_signing_key, sign
from ensdesk.vault.slot_finding import kdf_of, made_here, open_any, opens_one
from ensdesk.vault.slot_info import SlotInfo, slot_infos, ways_in
from ensdesk.vault.stretch import Cost, chosen_cost, stretch


@dataclass(frozen=True, repr=False)
class Keys:
    """The raw keys of the databases; `k_private` is None for whoever only helps."""

    k_main: bytes
    k_private: bytes | None


def make_locks(
    path: Path,
    secrets: Sequence[Secret],
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    stretcher: Stretch = stretch,
) -> "Locks":
    """Return the locks of a new folder, with fresh keys, in memory: `save` writes them.

    The first secret is the slot in use. A code keeps its part in the keychain at once. *cost*
    is what a new code or new words shall cost, chosen by this computer's memory otherwise.
    """
    signing_key, verify = new_signing_key()
    bundle = Bundle(
        k_main=chance.token_bytes(32),
        k_private=chance.token_bytes(32),
        sign=signing_key,
        verify=verify,
        exchange=chance.token_bytes(32),
    )
    header = Header(
        folder_id=chance.token_hex(16),
        verify=verify,
        files={"main": "main-1.db", "private": "private-1.db"},
        key_versions={"main": 1, "private": 1},
    )
    nothing_yet = OpenedSlot(_NO_SLOT, b"", bundle)
    locks = Locks(path, header, keychain, nothing_yet, cost=cost, stretcher=stretcher, kept=False)
    for secret in secrets:
        locks.add(secret)
    return locks


def open_locks(
    path: Path,
    secret: Secret,
    keychain: Keychain,
    *,
    cost: Cost | None = None,
    stretcher: Stretch = stretch,
) -> "Locks":
    """Return the locks that *secret* opens. Writes nothing.

    Raises WrongSecret, KeychainEmpty and the keychain's troubles (a code only), those of a
    secret that could never be right (NotSixDigits, WrongWord…), those of `read_header`,
    HeaderForged.
    """
    header = read_header(path)
    opened = open_any(header, Roots(secret, stretcher=stretcher), keychain)
    check_signature(header)
    return Locks(path, header, keychain, opened, cost=cost, stretcher=stretcher)


class Locks:
    """The slots of one folder, opened by one of them.

    Until the first `save` everything stays in memory; afterwards each change is on disk
    before it returns. Only for whoever holds the lock of the folder.
    """

    def __init__(
        self,
        path: Path,
        header: Header,
        keychain: Keychain,
        opened: OpenedSlot,
        *,
        cost: Cost | None = None,
        stretcher: Stretch = stretch,
        kept: bool = True,
    ) -> None:
        self._path = path
        self._kept = kept
        self._header = header
        self._keychain = keychain
        self._opened = opened
        self._cost = cost
        self._stretcher = stretcher

    @property
    def keys(self) -> Keys:
        """Return the keys of the databases."""
        return Keys(self._opened.bundle.k_main, self._opened.bundle.k_private)

    @property
    def all_keys(self) -> Bundle:
        """Return every key of the folder. Raises HolderOnly for whoever only helps."""
        if self._opened.bundle.sign is None:
            raise HolderOnly
        return self._opened.bundle

    @property
    def header(self) -> Header:
        """Return the list as it is now."""
        return self._header

    @property
    def helping(self) -> Bundle:
        """Return what lets somebody help: for memory and a pipe alone."""
        return self._opened.bundle.for_role(HELPER)

    @property
    def slot(self) -> Slot:
        """Return the way in that is in use."""
        return self._opened.slot

    @property
    def slot_id(self) -> str:
        """Return the slot that opened the folder."""
        return self._opened.slot.id

    @property
    def role(self) -> str:
        """Return `holder`, `helper` or `reader`."""
        return self._opened.slot.role

    @property
    def folder_id(self) -> str:
        """Return the 32 hexadecimal digits of the folder."""
        return self._header.folder_id

    @property
    def file_names(self) -> FileNames:
        """Return the database files that the header points to."""
        return self._header.file_names

    @property
    def generation(self) -> int:
        """Return how many times the list was signed: a trusted computer remembers it."""
        return self._header.generation

    @property
    def unsound(self) -> tuple[str, ...]:
        """Return the header copies on disk that `repair` would write again."""
        return self._header.unsound

    def slots(self) -> tuple[SlotInfo, ...]:
        """Return every slot, those of newer versions too."""
        return slot_infos(self._header)

    def codes_here(self) -> tuple[str, ...]:
        """Return the code slots made on this computer, as far as its keychain knows."""
        kept = self._keychain.read(self.folder_id)
        found = made_here(self._header, kept) if kept else []
        return tuple(slot.id for slot in found)

    def forget_keychain(self) -> None:
        """Take the part of a code out of this computer's keychain. Raises its troubles."""
        self._keychain.forget(self.folder_id)

    def save(self) -> None:
        """Write both copies of the header: the commit point. Raises as `write_header`."""
        self._header = write_header(self._path, self._header)
        self._kept = True

    def take_over(self) -> None:
        """Write what `remade` returned: from the first whole copy on, these locks count."""
        self._kept = True
        self._switch(self._header)

    def remade(
        self, ways: Sequence[tuple[Secret, str, str]], files: FileNames, keys: tuple[bytes, bytes]
    ) -> "Locks":
        """Return other locks of this folder, in memory: `take_over` writes them instead of these.

        *ways* are a secret, a role and a slot id each; the first one is in use. The right to
        change the list is new too: who had the one before has none. Raises HolderOnly, SecretTaken.
        """
        if self._opened.bundle.sign is None:
            raise HolderOnly
        sign_key, verify = new_signing_key()
        main, private = keys
        bundle = Bundle(main, verify, private, sign_key, exchange=chance.token_bytes(32))
        header = replace(self._header, verify=verify, slots=())
        for name, file in files._asdict().items():
            header = _pointing(header, name, file)
        nothing_yet = OpenedSlot(_NO_SLOT, b"", bundle)
        made = Locks(
            self._path, header, self._keychain, nothing_yet,
            cost=self._cost, stretcher=self._stretcher, kept=False,
        )  # fmt: skip
        for secret, role, slot_id in ways:
            made.add(secret, role, slot_id)
        return made

    def repair(self) -> None:
        """Write the copies that are missing, damaged or older again."""
        self._header = repair_header(self._path)

    def add(self, secret: Secret, role: str = HOLDER, slot_id: str = "") -> str:
        """Add a way in; return its slot id, new if none is given.

        Raises HolderOnly, SecretTaken.
        """
        made = self._make(secret, role, slot_id)
        self._commit_signed((*self._header.slots, made.slot))
        if self._opened.slot is _NO_SLOT:
            self._opened = made
        return made.slot.id

    def change(self, slot_id: str, secret: Secret) -> None:
        """Let *secret* open a slot instead of the one before.

        Anybody changes the secret of the slot they opened for one of the same type; a
        holder changes any slot and any type. Raises HolderOnly.
        """
        old = self._slot(slot_id)
        if slot_id == self.slot_id and type_of(secret) == old.type:
            self._rewrap(secret)
            return
        made = self._make(secret, old.role, slot_id)
        renewed = replace(made.slot, unknown=old.unknown)
        self._commit_signed(_with(self._header.slots, renewed))
        if slot_id == self.slot_id:
            self._opened = replace(made, slot=renewed)

    def remove(self, slot_id: str) -> None:
        """Close a way in. Raises LastKey for the holder's last one, HolderOnly.

        The keychain forgets its part with the last code of this computer.
        """
        gone = self._slot(slot_id)
        left = tuple(slot for slot in self._header.slots if slot.id != slot_id)
        if gone.role == HOLDER and all(slot.role != HOLDER for slot in left):
            raise LastKey
        closed = (*self._header.closed, slot_id)
        self._commit(self._signed(left, replace(self._header, closed=closed)))
        if gone.type == "code":
            self._forget_useless_part()

    def switch(
        self, *, main: tuple[str, bytes] | None = None, private: tuple[str, bytes] | None = None
    ) -> None:
        """Point to rewritten databases, each (file name, key), and give everybody their keys.

        The header switch is the commit point of migrating, compacting and revoking. Raises
        HolderOnly, and NewerFolder when a slot has a role that this version does not know.
        """
        bundle, header = self._opened.bundle, self._header
        if main:
            header, bundle = _pointing(header, "main", main[0]), replace(bundle, k_main=main[1])
        if private:
            header = _pointing(header, "private", private[0])
            bundle = replace(bundle, k_private=private[1])
        self._switch(self._signed(self._sealed(header.slots, bundle), header))
        self._opened = replace(self._opened, bundle=bundle)

    def follow(self, wanted: Header) -> None:
        """Sign the list agreed with another computer, giving this one's keys to all of it.

        Raises HolderOnly, NewerFolder.
        """
        self._commit(self._signed(self._sealed(wanted.slots, self.all_keys), wanted))

    def _sealed(self, slots: tuple[Slot, ...], bundle: Bundle) -> tuple[Slot, ...]:
        if any(slot.role not in ROLES for slot in slots):
            raise NewerFolder
        return tuple(reseal_slot(self._mark, slot, bundle.for_role(slot.role)) for slot in slots)

    def _switch(self, header: Header) -> None:
        """Write a header that names other databases; from one copy on, the old ones are over."""
        try:
            self._commit(header)
        except Trouble as trouble:
            self._header = _there(self._path, header, trouble)

    def _forget_useless_part(self) -> None:
        """A part that stays behind opens nothing: a keychain in trouble is no trouble here."""
        with contextlib.suppress(Trouble):
            if not self.codes_here():
                self._keychain.forget(self.folder_id)

    @property
    def _mark(self) -> FolderMark:
        return FolderMark(self._header.folder_id, self._header.verify)

    def _slot(self, slot_id: str) -> Slot:
        return next(slot for slot in self._header.slots if slot.id == slot_id)

    def _make(self, secret: Secret, role: str, slot_id: str = "") -> OpenedSlot:
        bundle = self.all_keys
        roots = self._roots(secret, slot_id)
        return make_slot(self._mark, roots, self._new_kdf(roots), bundle, role, slot_id)

    def _rewrap(self, secret: Secret) -> None:
        """Needs no signature: a helper changes their own code too."""
        roots = self._roots(secret, self.slot_id)
        kdf = self._new_kdf(roots)
        slot = rewrap_slot(self._mark, self._slot(self.slot_id), self._opened.private, roots, kdf)
        self._commit(replace(self._header, slots=_with(self._header.slots, slot)))
        self._opened = replace(self._opened, slot=slot)

    def _roots(self, secret: Secret, for_slot: str) -> Roots:
        """Raises SecretTaken when *secret* opens another slot: it would open for somebody else."""
        roots = Roots(secret, stretcher=self._stretcher)
        if isinstance(secret, Code):
            roots.keychain_secret = kept_here(self._keychain, self.folder_id)
        alike = [slot for slot in self._header.slots if slot.type == roots.type]
        if isinstance(secret, Code):
            alike = made_here(self._header, roots.keychain_secret)
        if opens_one(self._mark, [slot for slot in alike if slot.id != for_slot], roots):
            raise SecretTaken
        return roots

    def _new_kdf(self, roots: Roots) -> JSON:
        known = [kdf_of(slot) for slot in self._header.slots if slot.type == roots.type]
        return roots.new_kdf(self.folder_id, self._cost or chosen_cost(), known)

    def _commit_signed(self, slots: tuple[Slot, ...]) -> None:
        self._commit(self._signed(slots, self._header))

    def _signed(self, slots: tuple[Slot, ...], header: Header) -> Header:
        return sign(replace(header, slots=slots), self.all_keys.sign or b"")

    def _commit(self, header: Header) -> None:
        self._header = write_header(self._path, header) if self._kept else header


_NO_SLOT = Slot(id="", type="", role=HOLDER, public=b"", box=b"", wrap={})


def _pointing(header: Header, name: str, file: str) -> Header:
    versions = {**header.key_versions, name: header.key_versions.get(name, 0) + 1}
    return replace(header, files={**header.files, name: file}, key_versions=versions)


def _there(path: Path, wanted: Header, trouble: Trouble) -> Header:
    with contextlib.suppress(Trouble):
        found = read_header(path)
        if (found.files, found.verify) == (wanted.files, wanted.verify):
            return found
    raise trouble


def _with(slots: tuple[Slot, ...], renewed: Slot) -> tuple[Slot, ...]:
    return tuple(renewed if slot.id == renewed.id else slot for slot in slots)


__all__ = [
    "FileNames",
    "HeaderForged",
    "HolderOnly",
    "Keys",
    "LastKey",
    "Locks",
    "SecretTaken",
    "SlotInfo",
    "make_locks",
    "open_locks",
    "ways_in",
]
