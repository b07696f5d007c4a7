"""A slot opens with its secret, and tells a wrong secret from a damaged slot."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.vault.bundle import HELPER, HOLDER, READER, Bundle, open_bundle, seal_bundle
from ensdesk.vault.canonical import JSON, canonical, to_bytes, to_text
from ensdesk.vault.header import Slot
from ensdesk.vault.key_slots import (
    DamagedSlot,
    FolderMark,
    OpenedSlot,
    make_slot,
    open_slot,
    reseal_slot,
    rewrap_slot,
)
from ensdesk.vault.roots import Roots, UnknownKdf, hkdf
from ensdesk.vault.secrets import Secret, WrongSecret
from tests.vault.quick import (
    CHEAP,
    CODE,
    KEY,
    OTHER_SHEET,
    OTHERS,
    SHEET,
    WORDS,
    QuickStretcher,
)

MARK = FolderMark("0" * 32, b"v" * 32)
BUNDLE = Bundle(
    k_main=b"m" * 32, verify=b"v" * 32, k_private=b"p" * 32, sign=b"s" * 32, exchange=b"e" * 32
)


def roots_of(secret: Secret) -> Roots:
    return Roots(secret, b"k" * 32, stretcher=QuickStretcher())


def made(secret: Secret = SHEET, role: str = HOLDER, bundle: Bundle = BUNDLE) -> OpenedSlot:
    roots = roots_of(secret)
    return make_slot(MARK, roots, roots.new_kdf(MARK.folder_id, CHEAP, []), bundle, role)


@pytest.mark.parametrize("secret", [CODE, KEY, WORDS, SHEET])
def test_each_type_opens_with_its_secret_and_no_other(secret: Secret) -> None:
    """A code, a key file, words and a key sheet."""
    slot = made(secret).slot
    assert open_slot(MARK, slot, roots_of(secret)).bundle == BUNDLE
    with pytest.raises(WrongSecret):
        open_slot(MARK, slot, roots_of(OTHERS[type(secret)]))


@pytest.mark.parametrize("role", [HELPER, READER])
def test_whoever_helps_gets_less(role: str) -> None:
    """The private drawer and the right to change the list stay with the holder."""
    opened = open_slot(MARK, made(role=role).slot, roots_of(SHEET))
    assert opened.bundle == Bundle(k_main=BUNDLE.k_main, verify=BUNDLE.verify)


def test_keys_of_newer_versions_are_carried_along() -> None:
    """A holder's bundle may hold more than this version knows."""
    bundle = replace(BUNDLE, unknown={"later": 1})
    assert open_slot(MARK, made(bundle=bundle).slot, roots_of(SHEET)).bundle == bundle


def wrap_of(slot: Slot, **changes: object) -> Slot:
    return replace(slot, wrap={**slot.wrap, **changes})


def flipped(slot: Slot, name: str) -> Slot:
    raw = bytearray(to_bytes(slot.wrap[name]))
    raw[-1] ^= 1
    return wrap_of(slot, **{name: to_text(bytes(raw))})


TAMPERED = {
    "role": lambda slot: replace(slot, role=HELPER),
    "public half": lambda slot: replace(slot, public=b"q" * 32),
    "box": lambda slot: replace(slot, box=slot.box[:-1] + bytes([slot.box[-1] ^ 1])),
    "no box": lambda slot: replace(slot, box=b""),
    "nonce": lambda slot: flipped(slot, "nonce"),
    "private half": lambda slot: flipped(slot, "private"),
    "kdf with more": lambda slot: wrap_of(slot, kdf={**slot.wrap["kdf"], "note": 1}),
    "short nonce": lambda slot: wrap_of(slot, nonce="AAAA"),
    "no commitment": lambda slot: replace(
        slot, wrap={k: v for k, v in slot.wrap.items() if k != "commitment"}
    ),
    "no kdf": lambda slot: wrap_of(slot, kdf=5),
    "bad salt": lambda slot: wrap_of(slot, kdf={**slot.wrap["kdf"], "salt": "AAAA"}),
    "bad cost": lambda slot: wrap_of(slot, kdf={"alg": "argon2id"}),
    "empty": lambda slot: replace(slot, wrap={}),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_told_as_damage(tamper: object) -> None:
    """The right secret on a changed slot is never told « not this secret »."""
    with pytest.raises(DamagedSlot):
        open_slot(MARK, tamper(made().slot), roots_of(SHEET))  # type: ignore[operator]


def test_another_list_of_slots_is_noticed() -> None:
    """A slot vouches for one proving key: nobody makes a list of their own around it."""
    slot = made().slot
    with pytest.raises(DamagedSlot):
        open_slot(replace(MARK, verify=b"w" * 32), slot, roots_of(SHEET))
    other = made(bundle=replace(BUNDLE, verify=b"w" * 32)).slot
    with pytest.raises(DamagedSlot):
        open_slot(MARK, other, roots_of(SHEET))


@pytest.mark.parametrize("changed", ["folder", "id", "salt", "commitment"])
def test_what_names_the_slot_makes_another_secret(changed: str) -> None:
    """Of another folder or another slot: not this secret."""
    slot, mark = made().slot, MARK
    if changed == "folder":
        mark = replace(MARK, folder_id="1" * 32)
    elif changed == "id":
        slot = replace(slot, id="1" * 16)
    elif changed == "salt":
        slot = wrap_of(slot, kdf={**slot.wrap["kdf"], "salt": to_text(b"t" * 16)})
    else:
        slot = flipped(slot, "commitment")
    with pytest.raises(WrongSecret):
        open_slot(mark, slot, roots_of(SHEET))


def test_a_newer_way_to_make_a_key_is_unknown() -> None:
    """It is neither wrong nor damaged."""
    with pytest.raises(UnknownKdf):
        open_slot(MARK, wrap_of(made().slot, kdf={"alg": "iris"}), roots_of(SHEET))


def test_another_secret_needs_no_signature() -> None:
    """Only the wrap changes; what a newer version put in it stays."""
    old = made()
    slot = wrap_of(old.slot, later="kept")
    roots = roots_of(OTHER_SHEET)
    kdf = roots.new_kdf(MARK.folder_id, CHEAP, [])
    new = rewrap_slot(MARK, slot, old.private, roots, kdf)
    assert new.signed() == slot.signed()
    assert new.wrap["later"] == "kept"
    assert open_slot(MARK, new, roots).bundle == BUNDLE
    with pytest.raises(WrongSecret):
        open_slot(MARK, new, roots_of(SHEET))


def test_other_keys_need_no_secret() -> None:
    """The holder gives everybody new keys without knowing their secrets."""
    new = replace(BUNDLE, k_main=b"n" * 32)
    slot = reseal_slot(MARK, made().slot, new)
    assert open_slot(MARK, slot, roots_of(SHEET)).bundle == new


@given(st.binary(max_size=200))
def test_a_strangers_box_is_damaged(box: bytes) -> None:
    """No box but the one sealed for this slot opens."""
    with pytest.raises(DamagedSlot):
        open_slot(MARK, replace(made().slot, box=box), roots_of(SHEET))


HOLDERS = {
    name: to_text(b"x" * 32) for name in ("k_main", "k_private", "sign", "verify", "exchange")
}


@pytest.mark.parametrize(
    ("role", "values"),
    [
        (HOLDER, []),
        (HOLDER, {"k_main": HOLDERS["k_main"], "verify": HOLDERS["verify"]}),
        (HELPER, HOLDERS),
        (HELPER, {"k_main": "AAAA", "verify": HOLDERS["verify"]}),
    ],
)
def test_the_keys_of_another_role_are_refused(role: str, values: JSON) -> None:
    """A box holds what its role has, no more and no less."""
    opened = made()
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    from ensdesk.vault import bundle as sealed

    public = X25519PublicKey.from_public_bytes(opened.slot.public)
    box = sealed._SUITE.encrypt(canonical(values), public, info=b"")
    with pytest.raises(ValueError, match=r"role|object|bytes"):
        open_bundle(box, opened.private, role, b"")


def test_the_same_keys_are_never_sealed_twice_alike() -> None:
    """Two boxes of one bundle share nothing."""
    public = made().slot.public
    assert seal_bundle(BUNDLE, public, b"")[:32] != seal_bundle(BUNDLE, public, b"")[:32]
    assert hkdf(b"a", None, b"b") != hkdf(b"a", None, b"c")
