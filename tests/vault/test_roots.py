"""What a secret becomes: checked in form, stretched once, never beyond the limits."""

import pytest

from ensdesk.vault.canonical import JSON, to_text
from ensdesk.vault.recovery_words import NotTwelveWords
from ensdesk.vault.roots import DamagedKdf, Roots, UnknownKdf, keychain_tag
from ensdesk.vault.secrets import Code, KeyFile, NotSixDigits, Secret, SheetWords, Words, WrongWords
from ensdesk.vault.stretch import Cost
from tests.vault.quick import CHEAP, CODE, KEY, SHEET, WORDS, QuickStretcher

FOLDER = "0" * 32
PART = b"s" * 32
DEAR = Cost(128 * 1024, 3, 4)


@pytest.mark.parametrize("digits", ["", "12345", "1234567", "12345a", "１２３４５６", "²²²²²²"])
def test_a_code_is_six_digits(digits: str) -> None:
    """Anything else is told before any work."""
    with pytest.raises(NotSixDigits):
        Roots(Code(digits))


def test_other_secrets_have_their_form_too() -> None:
    """No words, eleven words, a short key."""
    with pytest.raises(WrongWords):
        Roots(Words(" … "))
    with pytest.raises(NotTwelveWords):
        Roots(SheetWords("abaisser"))
    with pytest.raises(ValueError, match="32 bytes"):
        Roots(KeyFile(b"short"))


@pytest.mark.parametrize("secret", [CODE, WORDS])
def test_one_stretching_serves_many_slots(secret: Secret) -> None:
    """Slots of one sort share salt and cost, so that opening does not slow with their number."""
    stretcher = QuickStretcher()
    roots = Roots(secret, PART, stretcher=stretcher)
    kdfs: list[JSON] = []
    for _ in range(9):
        kdfs.append(roots.new_kdf(FOLDER, CHEAP, kdfs))
    assert len({roots.of(kdf) for kdf in kdfs}) == 1
    assert stretcher.calls == 1
    assert len({kdf["salt"] for kdf in kdfs}) == 9


@pytest.mark.parametrize("secret", [KEY, SHEET])
def test_strong_secrets_are_not_stretched(secret: Secret) -> None:
    """128 bits and more need no Argon2id: they open at once."""
    stretcher = QuickStretcher()
    roots = Roots(secret, stretcher=stretcher)
    assert len(roots.of(roots.new_kdf(FOLDER, CHEAP, []))) in (16, 32)
    assert stretcher.calls == 0


def test_a_cost_is_raised_and_never_lowered() -> None:
    """A new secret takes the dearest cost in use, or a dearer one of this computer."""
    roots = Roots(WORDS, stretcher=QuickStretcher())
    cheap = roots.new_kdf(FOLDER, CHEAP, [])
    dear = roots.new_kdf(FOLDER, DEAR, [cheap])
    assert dear["stretch"]["memory_kib"] == DEAR.memory_kib
    assert dear["stretch"]["salt"] != cheap["stretch"]["salt"]
    assert roots.new_kdf(FOLDER, CHEAP, [cheap, dear])["stretch"] == dear["stretch"]
    assert roots.new_kdf(FOLDER, DEAR, [cheap, dear])["stretch"] == dear["stretch"]


def test_a_code_shares_only_with_codes_of_this_computer() -> None:
    """Another computer has another keychain, and its own salt."""
    here, there = Roots(CODE, PART), Roots(CODE, b"t" * 32)
    first = here.new_kdf(FOLDER, CHEAP, [])
    other = there.new_kdf(FOLDER, CHEAP, [first])
    assert first["keychain"] == keychain_tag(PART, FOLDER) != other["keychain"]
    assert other["stretch"] != first["stretch"]
    assert here.new_kdf(FOLDER, CHEAP, [other, first])["stretch"] == first["stretch"]


def test_the_part_of_the_keychain_counts() -> None:
    """The same code with another keychain gives another key."""
    stretcher = QuickStretcher()
    here, there = (
        Roots(CODE, PART, stretcher=stretcher),
        Roots(CODE, b"t" * 32, stretcher=stretcher),
    )
    kdf = here.new_kdf(FOLDER, CHEAP, [])
    assert here.of(kdf) != there.of(kdf)
    assert here.of(kdf)[32:] == PART


SALT = to_text(b"s" * 16)
SOUND = {"salt": SALT, "memory_kib": 65536, "passes": 1, "lanes": 1}


@pytest.mark.parametrize(
    "spoiled",
    [
        {"memory_kib": 65535},
        {"memory_kib": 1024 * 1024 + 1},
        {"passes": 0},
        {"passes": 11},
        {"lanes": 0},
        {"lanes": 17},
        {"memory_kib": "65536"},
        {"salt": "AAAA"},
        {"salt": 5},
    ],
)
def test_limits_are_checked_before_any_work(spoiled: JSON) -> None:
    """Neither a weakened folder nor one that keeps this computer busy for hours."""
    stretcher = QuickStretcher()
    roots = Roots(WORDS, stretcher=stretcher)
    sound = {"alg": "argon2id", "salt": SALT, "stretch": SOUND}
    damaged = {**sound, "stretch": {**SOUND, **spoiled}}
    with pytest.raises(DamagedKdf):
        roots.of(damaged)
    assert stretcher.calls == 0
    assert len(roots.of(sound)) == 32
    assert roots.new_kdf(FOLDER, CHEAP, [damaged])["stretch"]["memory_kib"] == CHEAP.memory_kib


@pytest.mark.parametrize("kdf", [{"alg": "argon2id"}, {"alg": "argon2id", "stretch": 5}])
def test_a_kdf_with_holes_is_damaged(kdf: JSON) -> None:
    """Nothing is guessed."""
    with pytest.raises(DamagedKdf):
        Roots(WORDS).of(kdf)


def test_another_sort_of_kdf_is_damaged_and_a_newer_one_is_unknown() -> None:
    """A sheet is never stretched, words always are, and what comes later is left alone."""
    with pytest.raises(DamagedKdf):
        Roots(SHEET).of({"alg": "argon2id", "salt": SALT, "stretch": SOUND})
    with pytest.raises(DamagedKdf):
        Roots(WORDS).of({"alg": "hkdf", "salt": SALT})
    for newer in ({"alg": "argon3"}, {"alg": []}, {}):
        with pytest.raises(UnknownKdf):
            Roots(WORDS).of(newer)


def test_a_header_may_not_ask_for_many_stretchings() -> None:
    """Four different ones are all that one try does."""
    stretcher = QuickStretcher()
    roots = Roots(WORDS, stretcher=stretcher)
    kdfs = [
        {"alg": "argon2id", "salt": SALT, "stretch": {**SOUND, "salt": to_text(bytes([n]) * 16)}}
        for n in range(5)
    ]
    for kdf in kdfs[:4]:
        roots.of(kdf)
    with pytest.raises(DamagedKdf):
        roots.of(kdfs[4])
    assert stretcher.calls == 4
