"""A copy closed by words opens with them, with ensdesk or the public tool, and only whole."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyrage
import pytest

from ensdesk.trouble import Trouble
from ensdesk.vault import sealed
from ensdesk.vault.passphrase_child import Refused
from ensdesk.vault.sealed import (
    DamagedSealedCopy,
    Digest,
    NotASealedCopy,
    WrongCopyWords,
    is_sealed,
    open_sealed,
    seal,
    unseal,
)
from ensdesk.vault.storage_trouble import PlaceGone

WORDS = "Été à la mer, œuf"
PARTS = {"dossier.json": b'{"a": 1}', "papiers/001.pdf": bytes(range(256)) * 1000, "vide": b""}


def streams() -> Iterator[tuple[str, BinaryIO]]:
    return ((name, io.BytesIO(raw)) for name, raw in PARTS.items())


def parts_of(path: Path, words: str = WORDS) -> dict[str, bytes]:
    found = {}
    unseal(path, words, lambda name, part: found.update({name: part.read()}))
    return found


def quick_child(job: str, given: bytes) -> bytes:
    """Stand in for scrypt: words are compared as they are."""
    words, _, rest = given.partition(b"\n")
    head = b"age-encryption.org/v1\n-> scrypt c2FsdA 10\n"
    if job == "close-with-words":
        return head + words + b"\n" + rest
    kept, _, identity = rest.removeprefix(head).partition(b"\n")
    if kept != words:
        raise Refused
    return identity


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "in_child", quick_child)


@pytest.fixture
def copy(quick: None, tmp_path: Path) -> Path:
    seal(tmp_path / "copie.zip", streams(), WORDS)
    return tmp_path / "copie.zip"


def test_the_public_format_opens_it(tmp_path: Path, english: None) -> None:
    """The words open the key, the key opens the copy, which is a ZIP: all with real scrypt."""
    out = tmp_path / "copie.zip"
    digest = seal(out, streams(), WORDS)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["LISEZ-MOI.txt", "cle.age", "copie.age"]
        assert b"age -d -i cle.age copie.age" in archive.read("LISEZ-MOI.txt")
        key = pyrage.passphrase.decrypt(archive.read("cle.age"), "ete a la mer oeuf")
        identity = pyrage.x25519.Identity.from_str(key.decode().strip())
        inside = io.BytesIO(pyrage.decrypt(archive.read("copie.age"), [identity]))
    with zipfile.ZipFile(inside) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
    assert digest.size == out.stat().st_size
    assert parts_of(out, "ÉTÉ à la mer œuf") == PARTS
    with pytest.raises(WrongCopyWords):
        parts_of(out, "ete a la montagne")


def test_what_went_in_comes_out(copy: Path) -> None:
    """Each part by its name, in order; the words however they are typed."""
    assert parts_of(copy) == PARTS
    assert list(parts_of(copy, "  ETE a la MER oeuf ")) == list(PARTS)
    assert is_sealed(copy)


def test_the_inside_is_read_at_any_place(copy: Path) -> None:
    """As a plain ZIP, without a clear byte on the disk."""
    with open_sealed(copy, WORDS) as inside, zipfile.ZipFile(inside) as archive:
        assert archive.read("papiers/001.pdf") == PARTS["papiers/001.pdf"]
        assert archive.testzip() is None
    assert [file.name for file in copy.parent.iterdir()] == ["copie.zip"]


def test_other_words_are_told(copy: Path) -> None:
    """Wrong is another answer than damaged."""
    with pytest.raises(WrongCopyWords):
        parts_of(copy, "ete a la mer")


def test_copies_share_nothing(quick: None, tmp_path: Path) -> None:
    """The same parts and words give other bytes each time."""
    first = seal(tmp_path / "a", streams(), WORDS)
    second = seal(tmp_path / "b", streams(), WORDS)
    assert first.sha256 != second.sha256


def test_the_digest_is_that_of_the_file(quick: None, tmp_path: Path) -> None:
    """It is read again from where it lies."""
    from hashlib import sha256

    digest = seal(tmp_path / "a", streams(), WORDS)
    raw = (tmp_path / "a").read_bytes()
    assert digest == Digest(sha256(raw).hexdigest(), len(raw))


def test_every_cut_is_noticed(copy: Path) -> None:
    """A copy on a key that was pulled out is never half believed."""
    raw = copy.read_bytes()
    for end in [*range(0, len(raw), 9973), len(raw) - 70_000, len(raw) - 30, len(raw) - 1]:
        copy.write_bytes(raw[:end])
        with pytest.raises((DamagedSealedCopy, NotASealedCopy)):
            parts_of(copy)
    copy.write_bytes(raw[:1000])
    with pytest.raises(DamagedSealedCopy):
        parts_of(copy)


def test_every_damage_is_noticed(copy: Path) -> None:
    """Nothing is given before the whole copy is proved, wherever a byte changed."""
    raw = copy.read_bytes()
    ends = [*range(0, 1200, 7), *range(1200, len(raw), 7919), *range(len(raw) - 300, len(raw))]
    for place in ends:
        damaged = bytearray(raw)
        damaged[place] ^= 0x41
        copy.write_bytes(damaged)
        given: list[str] = []
        try:
            unseal(copy, WORDS, lambda name, _part, given=given: given.append(name))
        except Trouble:
            assert given == []
        else:
            assert given == list(PARTS)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_other_files_are_told(copy: Path, tmp_path: Path) -> None:
    """Another ZIP, no ZIP, nothing, a ZIP with a trick in it."""
    other = tmp_path / "other"
    other.write_bytes(b"hello")
    with pytest.raises(NotASealedCopy):
        parts_of(other)
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("dossier.json", "{}")
    with pytest.raises(NotASealedCopy):
        parts_of(other)
    assert not is_sealed(other)
    assert not is_sealed(tmp_path / "none")
    with pytest.raises(PlaceGone):
        parts_of(tmp_path / "none")
    with zipfile.ZipFile(copy) as archive:
        key, inside = archive.read("cle.age"), archive.read("copie.age")
    tricks: list[list[tuple[str, bytes]]] = [
        [("cle.age", key), ("copie.age", inside), ("cle.age", key)],
        [("cle.age", key * 1000), ("copie.age", inside)],
        [("cle.age", b"age-encryption.org/v1\n-> scrypt AA 30\n"), ("copie.age", inside)],
        [("cle.age", b"age-encryption.org/v1\n-> X25519 AA\n"), ("copie.age", inside)],
        [("cle.age", key), ("copie.age", b"age")],
        [("cle.age", quick_child("close-with-words", b"x\n\xff")), ("copie.age", inside)],
    ]
    for entries in tricks:
        with zipfile.ZipFile(other, "w") as archive:
            for name, raw in entries:
                archive.writestr(name, raw)
        with pytest.raises(DamagedSealedCopy):
            unseal(other, "x" if b"\xff" in entries[0][1] else WORDS, lambda *_: None)


@pytest.mark.parametrize("inside", [b"no zip", b""])
def test_a_copy_of_something_else_is_told(
    quick: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bytes
) -> None:
    """Well closed, and not ours inside."""
    monkeypatch.setattr(sealed, "zip_stream", lambda _parts, _progress: iter([inside]))
    seal(tmp_path / "a", streams(), WORDS)
    with pytest.raises(DamagedSealedCopy):
        parts_of(tmp_path / "a")


def test_a_packed_inside_is_refused(
    quick: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What unpacks to more than it is may unpack to anything."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", bytes(10**6))
    monkeypatch.setattr(sealed, "zip_stream", lambda *_: iter([packed.getvalue()]))
    seal(tmp_path / "a", streams(), WORDS)
    with pytest.raises(DamagedSealedCopy):
        parts_of(tmp_path / "a")


class Stopped(Exception):
    """The person pressed stop."""


class BrokenPart(io.BytesIO):
    """A paper that fails when it is read."""

    def read(self, _size: int | None = -1) -> bytes:
        raise Stopped


def stop(_done: int) -> None:
    raise Stopped


def test_a_stop_leaves_nothing(quick: None, tmp_path: Path) -> None:
    """By the person or by a part that fails, what was raised is what is told."""
    with pytest.raises(Stopped):
        seal(tmp_path / "a", streams(), WORDS, stop)
    with pytest.raises(Stopped):
        seal(tmp_path / "a", [("x", BrokenPart())], WORDS)
    assert list(tmp_path.iterdir()) == []
    told: list[int] = []
    seal(tmp_path / "a", streams(), WORDS, told.append)
    assert told[-1] == sum(map(len, PARTS.values()))


def test_a_place_in_trouble_is_told(quick: None, tmp_path: Path) -> None:
    """A place that is gone, a full disk; an older copy there stays as it was."""
    with pytest.raises(PlaceGone):
        seal(tmp_path / "gone" / "a", streams(), WORDS)
    (tmp_path / "a").write_bytes(b"older")
    with pytest.raises(Stopped):
        seal(tmp_path / "a", streams(), WORDS, stop)
    assert (tmp_path / "a").read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_copy_has_words(quick: None, tmp_path: Path) -> None:
    """A copy closed by nothing is a slip of the program."""
    with pytest.raises(ValueError, match="no words"):
        seal(tmp_path / "a", streams(), " … ")
    assert list(tmp_path.iterdir()) == []
