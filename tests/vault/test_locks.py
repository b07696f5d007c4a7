"""The ways into a folder: made, opened, changed, closed, and signed by the holder."""

from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.vault.bundle import HELPER, HOLDER, READER
from ensdesk.vault.header import (
    COPIES,
    HalfFolder,
    HeaderChanged,
    HeaderDamaged,
    NewerFolder,
    encode,
    read_header,
    write_header,
)
from ensdesk.vault.keychain import (
    KeychainAbsent,
    KeychainEmpty,
    KeychainFailed,
    KeychainLocked,
)
from ensdesk.vault.locks import (
    HeaderForged,
    HolderOnly,
    LastKey,
    Locks,
    SecretTaken,
    SlotInfo,
    make_locks,
    ways_in,
)
from ensdesk.vault.secrets import (
    Code,
    Secret,
    WrongCode,
    WrongEnvelope,
    WrongKeyFile,
    WrongPair,
    WrongSecret,
    WrongSheet,
    WrongWords,
)
from ensdesk.vault.signature import new_signing_key, sign
from ensdesk.vault.stretch import Cost
from tests.vault.quick import (
    CODE,
    ENVELOPE,
    KEY,
    OTHER_SHEET,
    OTHERS,
    PAIR,
    SHEET,
    WORDS,
    KeychainInMemory,
    QuickStretcher,
    quick_locks,
    reopened,
)

ALL = (CODE, KEY, WORDS, SHEET, ENVELOPE, PAIR)
WRONG = [
    (CODE, WrongCode),
    (KEY, WrongKeyFile),
    (WORDS, WrongWords),
    (SHEET, WrongSheet),
    (ENVELOPE, WrongEnvelope),
    (PAIR, WrongPair),
]


@pytest.mark.parametrize("secret", ALL)
def test_each_secret_opens_the_same_folder(tmp_path: Path, secret: Secret) -> None:
    """All of them give the same keys."""
    keychain = KeychainInMemory()
    locks = quick_locks(tmp_path, *ALL, keychain=keychain)
    found = reopened(tmp_path, secret, keychain)
    assert found.keys == locks.keys
    assert found.keys.k_private is not None
    assert found.folder_id == locks.folder_id
    assert found.file_names == ("main-1.db", "private-1.db")
    assert found.role == HOLDER
    assert found.unsound == ()
    assert found.slot_id == found.slots()[ALL.index(secret)].id


@pytest.mark.parametrize(("secret", "trouble"), WRONG)
def test_another_secret_is_told_by_its_name(
    tmp_path: Path, secret: Secret, trouble: type[WrongSecret]
) -> None:
    """Not this code, not this key, not these words, not these 12 words."""
    keychain = KeychainInMemory()
    quick_locks(tmp_path, *ALL, keychain=keychain)
    with pytest.raises(trouble):
        reopened(tmp_path, OTHERS[type(secret)], keychain)


def test_a_secret_of_a_type_that_the_folder_has_not_is_wrong(tmp_path: Path) -> None:
    """Also a code, without asking the keychain anything."""
    quick_locks(tmp_path, SHEET)
    for secret, trouble in (one for one in WRONG if one[0] is not SHEET):
        with pytest.raises(trouble):
            reopened(tmp_path, secret, KeychainInMemory(KeychainFailed))


def test_what_a_folder_opens_with_is_known_before(tmp_path: Path) -> None:
    """The page that asks for a secret knows which to ask for."""
    locks = quick_locks(tmp_path, KEY, SHEET)
    assert ways_in(tmp_path) == locks.slots()
    assert [(way.type, way.role) for way in ways_in(tmp_path)] == [
        ("key", "holder"),
        ("sheet", "holder"),
    ]


def test_nothing_is_on_disk_before_it_is_saved(tmp_path: Path) -> None:
    """A folder that is given up before the yes leaves nothing."""
    locks = make_locks(tmp_path, [SHEET], KeychainInMemory())
    locks.add(OTHER_SHEET)
    locks.remove(locks.slots()[0].id)
    assert list(tmp_path.iterdir()) == []
    locks.save()
    assert reopened(tmp_path, OTHER_SHEET).keys == locks.keys


def test_each_folder_has_its_own_keys(tmp_path: Path) -> None:
    """The same words open two folders that share nothing."""
    first = make_locks(tmp_path, [SHEET], KeychainInMemory())
    second = make_locks(tmp_path, [SHEET], KeychainInMemory())
    assert first.keys != second.keys
    assert first.folder_id != second.folder_id


def test_a_folder_is_never_made_over_another(tmp_path: Path) -> None:
    """The header that lies there stays."""
    locks = quick_locks(tmp_path)
    with pytest.raises(HeaderChanged):
        make_locks(tmp_path, [OTHER_SHEET], KeychainInMemory()).save()
    assert reopened(tmp_path, SHEET).keys == locks.keys


def test_many_ways_in_are_tried_with_one_stretching(tmp_path: Path) -> None:
    """Opening does not slow with the number of slots."""
    keychain = KeychainInMemory()
    stretcher = QuickStretcher()
    many = [Code(f"{n:06}") for n in range(12)]
    locks = make_locks(tmp_path, many, keychain, stretcher=stretcher)
    locks.save()
    from ensdesk.vault.locks import open_locks

    stretcher.calls = 0
    found = open_locks(tmp_path, many[-1], keychain, stretcher=stretcher)
    assert found.slot_id == found.slots()[-1].id
    assert stretcher.calls == 1


# Changing a secret


@pytest.mark.parametrize("secret", ALL)
def test_a_changed_secret_opens_and_the_old_one_does_not(tmp_path: Path, secret: Secret) -> None:
    """The slot keeps its id, so that its name stays; the list needs no new signature."""
    keychain = KeychainInMemory()
    quick_locks(tmp_path, secret, keychain=keychain)
    locks = reopened(tmp_path, secret, keychain)
    generation = locks.generation
    new = OTHERS[type(secret)]
    locks.change(locks.slot_id, new)
    found = reopened(tmp_path, new, keychain)
    assert (found.slot_id, found.keys) == (locks.slot_id, locks.keys)
    assert found.generation == generation
    with pytest.raises(WrongSecret):
        reopened(tmp_path, secret, keychain)
    found.change(found.slot_id, secret)
    assert reopened(tmp_path, secret, keychain).keys == locks.keys


def test_a_forgotten_code_is_replaced_with_the_key_sheet(tmp_path: Path) -> None:
    """Forgotten code, key sheet, new code: on a computer whose keychain was emptied too."""
    quick_locks(tmp_path, CODE, SHEET, keychain=KeychainInMemory())
    keychain = KeychainInMemory()
    with pytest.raises(KeychainEmpty):
        reopened(tmp_path, CODE, keychain)
    locks = reopened(tmp_path, SHEET, keychain)
    assert locks.codes_here() == ()
    code = locks.slots()[0].id
    locks.change(code, Code("111222"))
    assert locks.codes_here() == (code,)
    found = reopened(tmp_path, Code("111222"), keychain)
    assert (found.slot_id, found.keys) == (code, locks.keys)
    found.change(code, Code("333444"))
    assert reopened(tmp_path, Code("333444"), keychain).keys == locks.keys


def test_a_code_may_become_words(tmp_path: Path) -> None:
    """A holder changes the type as well, and goes on with the new one."""
    locks = quick_locks(tmp_path, SHEET)
    locks.change(locks.slot_id, WORDS)
    assert [slot.type for slot in locks.slots()] == ["words"]
    locks.change(locks.slot_id, OTHERS[type(WORDS)])
    assert reopened(tmp_path, OTHERS[type(WORDS)]).keys == locks.keys
    with pytest.raises(WrongSecret):
        reopened(tmp_path, SHEET)


def test_a_stronger_computer_raises_the_cost(tmp_path: Path) -> None:
    """Later, never back, and slot by slot: two costs live until all have moved."""
    other = replace(WORDS, text=WORDS.text + " bleu")
    quick_locks(tmp_path, WORDS, other)
    dear = Cost(128 * 1024, 3, 4)
    locks = reopened(tmp_path, WORDS, cost=dear)
    locks.change(locks.slot_id, WORDS)
    costs = [slot.wrap["kdf"]["stretch"]["memory_kib"] for slot in read_header(tmp_path).slots]
    assert costs == [128 * 1024, 64 * 1024]
    assert reopened(tmp_path, other).keys == reopened(tmp_path, WORDS).keys == locks.keys


# Adding and closing ways in


def test_a_way_in_is_closed(tmp_path: Path) -> None:
    """The sheet that was lost opens nothing any more."""
    locks = quick_locks(tmp_path, KEY, SHEET)
    locks.remove(locks.slots()[1].id)
    with pytest.raises(WrongSheet):
        reopened(tmp_path, SHEET)
    assert reopened(tmp_path, KEY).keys == locks.keys


def test_the_last_way_in_stays(tmp_path: Path) -> None:
    """A helper's way in does not count: the holder would be locked out."""
    locks = quick_locks(tmp_path, SHEET)
    locks.add(KEY, HELPER)
    with pytest.raises(LastKey):
        locks.remove(locks.slot_id)
    locks.remove(locks.slots()[1].id)
    assert reopened(tmp_path, SHEET).keys == locks.keys


@pytest.mark.parametrize("role", [HELPER, READER])
def test_whoever_helps_changes_only_their_own_secret(tmp_path: Path, role: str) -> None:
    """Another type, another slot, a new one, a closed one: only the holder."""
    holder = quick_locks(tmp_path, SHEET)
    holder.add(WORDS, role)
    locks = reopened(tmp_path, WORDS)
    assert locks.role == role
    assert locks.keys.k_main == holder.keys.k_main
    assert locks.keys.k_private is None
    for act in (
        lambda: locks.add(KEY),
        lambda: locks.remove(holder.slot_id),
        lambda: locks.remove(locks.slot_id),
        lambda: locks.change(holder.slot_id, OTHER_SHEET),
        lambda: locks.change(locks.slot_id, KEY),
        lambda: locks.switch(main=("main-2.db", bytes(32))),
    ):
        with pytest.raises((HolderOnly, LastKey)):
            act()
    locks.change(locks.slot_id, OTHERS[type(WORDS)])
    assert reopened(tmp_path, OTHERS[type(WORDS)]).slot_id == locks.slot_id


def test_a_helpers_secret_may_be_replaced_by_the_holder(tmp_path: Path) -> None:
    """They keep their role and what a newer version wrote about them."""
    holder = quick_locks(tmp_path, SHEET)
    slot_id = holder.add(WORDS, HELPER)
    header = read_header(tmp_path)
    noted = tuple(replace(slot, unknown={"until": "2027"}) for slot in header.slots)
    write_header(tmp_path, sign(replace(header, slots=noted), holder._opened.bundle.sign or b""))
    holder = reopened(tmp_path, SHEET)
    holder.change(slot_id, KEY)
    found = reopened(tmp_path, KEY)
    assert (found.slot_id, found.role, found.keys.k_private) == (slot_id, HELPER, None)
    assert read_header(tmp_path).slots[1].unknown == {"until": "2027"}


# The keychain of this computer


@pytest.mark.parametrize("trouble", [KeychainAbsent, KeychainLocked, KeychainFailed])
def test_a_keychain_in_trouble_says_which(tmp_path: Path, trouble: type[KeychainFailed]) -> None:
    """Absent, locked and failed are three states; nothing is written over."""
    keychain = KeychainInMemory()
    quick_locks(tmp_path, CODE, SHEET, keychain=keychain)
    before = dict(keychain.kept)
    keychain.trouble = trouble
    with pytest.raises(trouble):
        reopened(tmp_path, CODE, keychain)
    locks = reopened(tmp_path, SHEET, keychain)
    with pytest.raises(trouble):
        locks.add(Code("111222"))
    with pytest.raises(trouble):
        locks.codes_here()
    assert keychain.kept == before
    assert len(locks.slots()) == 2


def test_another_computer_has_its_own_code(tmp_path: Path) -> None:
    """Each keychain keeps its own part; a code opens only where it was made."""
    here, there = KeychainInMemory(), KeychainInMemory()
    quick_locks(tmp_path, CODE, SHEET, keychain=here)
    second = reopened(tmp_path, SHEET, there)
    code = second.add(Code("111222"))
    assert reopened(tmp_path, Code("111222"), there).slot_id == code == second.codes_here()[0]
    assert reopened(tmp_path, CODE, here).slot_id != code
    with pytest.raises(WrongCode):
        reopened(tmp_path, CODE, there)


def test_a_keychain_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    """A part of another length was not written by us: nothing is made from it."""
    keychain = KeychainInMemory()
    locks = quick_locks(tmp_path, SHEET, keychain=keychain)
    keychain.kept[locks.folder_id] = b"short"
    with pytest.raises(KeychainFailed):
        locks.add(CODE)
    assert keychain.kept[locks.folder_id] == b"short"


def test_the_keychain_forgets_with_the_last_code(tmp_path: Path) -> None:
    """The part goes when no code needs it; a keychain in trouble does not stop the closing."""
    keychain = KeychainInMemory()
    locks = quick_locks(tmp_path, CODE, Code("111222"), SHEET, keychain=keychain)
    codes = [slot.id for slot in locks.slots()[:2]]
    locks.remove(codes[0])
    assert keychain.kept
    locks.remove(codes[1])
    assert not keychain.kept
    code = locks.add(CODE)
    keychain.trouble = KeychainLocked
    locks.remove(code)
    assert [slot.type for slot in locks.slots()] == ["sheet"]


# A header that others touched


def test_a_damaged_copy_is_repaired_when_told(tmp_path: Path) -> None:
    """Opening writes nothing; whoever holds the lock repairs."""
    quick_locks(tmp_path, SHEET)
    (tmp_path / "header.b").write_bytes(b"?")
    locks = reopened(tmp_path, SHEET)
    assert locks.unsound == ("header.b",)
    assert (tmp_path / "header.b").read_bytes() == b"?"
    locks.repair()
    assert locks.unsound == ()
    (tmp_path / "header.a").unlink()
    assert reopened(tmp_path, SHEET).keys == locks.keys


def test_a_lost_header_is_told(tmp_path: Path) -> None:
    """A database alone is half a folder."""
    quick_locks(tmp_path, SHEET)
    (tmp_path / "main-1.db").touch()
    for name in COPIES:
        (tmp_path / name).unlink()
    with pytest.raises(HalfFolder):
        reopened(tmp_path, SHEET)


def test_a_list_that_the_holder_did_not_sign_is_refused(tmp_path: Path) -> None:
    """A closed way in that is put back, another file name, another generation."""
    locks = quick_locks(tmp_path, SHEET)
    locks.add(WORDS, HELPER)
    header = read_header(tmp_path)
    for forged in (
        replace(header, generation=header.generation + 1),
        replace(header, files={**header.files, "main": "main-9.db"}),
        replace(header, slots=header.slots[:1]),
        replace(header, signature=bytes(64)),
        replace(header, signed_unknown={"more": 1}),
    ):
        for name in COPIES:
            (tmp_path / name).write_bytes(encode(forged))
        with pytest.raises(HeaderForged):
            reopened(tmp_path, SHEET)


def test_a_list_signed_by_another_is_refused(tmp_path: Path) -> None:
    """A helper with a signing key of their own does not become the holder."""
    locks = quick_locks(tmp_path, SHEET)
    locks.add(WORDS, HELPER)
    own, proof = new_signing_key()
    header = read_header(tmp_path)
    write_header(tmp_path, sign(header, own))
    with pytest.raises(HeaderForged):
        reopened(tmp_path, SHEET)
    write_header(tmp_path, sign(replace(read_header(tmp_path), verify=proof), own))
    with pytest.raises(HeaderDamaged):
        reopened(tmp_path, SHEET)


def test_a_tampered_slot_is_told_as_damage(tmp_path: Path) -> None:
    """The right words on a changed slot: damaged, not wrong."""
    locks = quick_locks(tmp_path, WORDS, SHEET)
    header = read_header(tmp_path)
    first = header.slots[0]
    weak = {**first.wrap["kdf"], "stretch": {**first.wrap["kdf"]["stretch"], "memory_kib": 8}}
    changed = replace(first, wrap={**first.wrap, "kdf": weak})
    write_header(tmp_path, replace(header, slots=(changed, header.slots[1])))
    with pytest.raises(HeaderDamaged):
        reopened(tmp_path, WORDS)
    assert reopened(tmp_path, SHEET).keys == locks.keys


def with_newer_slot(path: Path, locks: Locks, role: str = "holder") -> None:
    """Add a slot that a later version made, signed by the holder."""
    header = read_header(path)
    newer = replace(
        header.slots[0],
        id="f" * 16,
        role=role,
        wrap={"kdf": {"alg": "iris", "eye": 2}, "drop": [1]},
        unknown={"since": "v2"},
    )
    mixed = replace(header, slots=(*header.slots, newer), unknown={"later": [1, 2]})
    write_header(path, sign(mixed, locks._opened.bundle.sign or b""))


def test_slots_of_a_newer_version_are_carried_along(tmp_path: Path) -> None:
    """Adding, changing and closing others leaves them as they were, and signed."""
    with_newer_slot(tmp_path, quick_locks(tmp_path, SHEET))
    before = read_header(tmp_path)
    locks = reopened(tmp_path, SHEET)
    assert locks.slots()[1] == SlotInfo("f" * 16, "sheet", "holder")
    locks.remove(locks.add(KEY))
    locks.change(locks.slot_id, OTHER_SHEET)
    after = read_header(tmp_path)
    assert after.slots[1] == before.slots[1]
    assert after.unknown == before.unknown
    assert reopened(tmp_path, OTHER_SHEET).keys == locks.keys


def test_a_secret_that_only_a_newer_version_reads_says_so(tmp_path: Path) -> None:
    """Not « wrong »: this program is too old for this way in."""
    locks = quick_locks(tmp_path, SHEET)
    with_newer_slot(tmp_path, locks)
    with pytest.raises(WrongSheet):
        reopened(tmp_path, OTHER_SHEET)
    header = read_header(tmp_path)
    only = replace(header, slots=header.slots[1:])
    write_header(tmp_path, sign(only, locks._opened.bundle.sign or b""))
    with pytest.raises(NewerFolder):
        reopened(tmp_path, SHEET)


# Rewritten databases


def test_rewritten_databases_and_their_keys_reach_everybody(tmp_path: Path) -> None:
    """One header write is the commit point; nobody's secret was needed."""
    holder = quick_locks(tmp_path, SHEET, KEY)
    holder.add(WORDS, HELPER)
    private = holder.keys.k_private
    holder.switch(main=("main-2.db", b"n" * 32))
    assert (holder.keys.k_main, holder.keys.k_private) == (b"n" * 32, private)
    for secret in (SHEET, KEY, WORDS):
        found = reopened(tmp_path, secret)
        assert found.keys.k_main == b"n" * 32
        assert found.file_names == ("main-2.db", "private-1.db")
    holder.switch(private=("private-2.db", b"o" * 32))
    assert reopened(tmp_path, KEY).keys.k_private == b"o" * 32
    assert reopened(tmp_path, WORDS).keys.k_private is None
    assert read_header(tmp_path).key_versions == {"main": 2, "private": 2}


def test_keys_are_not_given_to_a_role_of_a_newer_version(tmp_path: Path) -> None:
    """It may be meant to have less than we would give."""
    with_newer_slot(tmp_path, quick_locks(tmp_path, SHEET), role="visitor")
    with pytest.raises(NewerFolder):
        reopened(tmp_path, SHEET).switch(main=("main-2.db", b"n" * 32))
    assert read_header(tmp_path).file_names.main == "main-1.db"


@pytest.mark.parametrize("secret", ALL)
def test_one_secret_opens_for_one_person(tmp_path: Path, secret: Secret) -> None:
    """A helper cannot take what opens it for the holder, nor change to it; one's own may stay."""
    keychain = KeychainInMemory()
    locks = quick_locks(tmp_path, *ALL, keychain=keychain)
    with pytest.raises(SecretTaken):
        locks.add(secret, HELPER)
    other = OTHERS[type(secret)]
    slot = locks.add(other, HELPER)
    helper = reopened(tmp_path, other, keychain)
    with pytest.raises(SecretTaken):
        helper.change(slot, secret)
    helper.change(slot, other)
    assert reopened(tmp_path, other, keychain).slot_id == slot
    assert len(locks.slots()) == len(ALL) + 1


def test_codes_of_another_computer_are_not_tried(tmp_path: Path) -> None:
    """The same six digits may serve on two computers: each keychain has its own part."""
    here, there = KeychainInMemory(), KeychainInMemory()
    quick_locks(tmp_path, CODE, SHEET, keychain=here)
    second = reopened(tmp_path, SHEET, there)
    assert second.add(CODE) in second.codes_here()
