"""Streams that count and hash."""

import hashlib
import io

import pytest

from ensdesk.vault.clear_memory import memory_file
from ensdesk.vault.streams import HashingReader, HashingWriter, StopAsked

TEXT = bytes(range(256)) * 20_000


@pytest.mark.parametrize("count", [1, 8192, 3_000_000, -1])
def test_what_is_read_is_what_is_there(count: int) -> None:
    """Whatever the size of the pieces, all bytes pass once and are hashed."""
    text = TEXT[: 3 << 20] if count != 1 else TEXT[:500]
    reader = HashingReader(io.BytesIO(text))
    assert b"".join(iter(lambda: reader.read(count), b"")) == text
    assert (reader.size, reader.digest()) == (len(text), hashlib.sha256(text).digest())
    assert reader.at_end()


def test_looking_for_the_end_takes_nothing() -> None:
    """Asking whether something is left may happen at any moment."""
    reader = HashingReader(io.BytesIO(b"abc"))
    assert not reader.at_end()
    assert reader.read(1) == b"a"
    assert not reader.at_end()
    assert reader.read() == b"bc"


def test_draining_hashes_all() -> None:
    """The digest alone needs no pieces."""
    seen: list[int] = []
    reader = HashingReader(io.BytesIO(TEXT), seen.append)
    reader.drain()
    assert reader.digest() == hashlib.sha256(TEXT).digest()
    assert seen[-1] == len(TEXT)
    assert len(seen) == 5


def test_a_stop_is_remembered() -> None:
    """Libraries pass on only the text of an exception: the reader knows which it was."""
    reader = HashingReader(io.BytesIO(TEXT), stop=lambda: reader.size > 1 << 20)
    with pytest.raises(StopAsked):
        reader.drain()
    assert reader.stopped


class Slow(io.BytesIO):
    """A sink that takes few bytes at a time, or none of its count."""

    def __init__(self, answer: int | None) -> None:
        super().__init__()
        self.answer = answer

    def write(self, piece: object) -> int | None:  # type: ignore[override]
        taken = bytes(piece)[: self.answer]  # type: ignore[call-overload]
        super().write(taken)
        return None if self.answer is None else len(taken)


@pytest.mark.parametrize("answer", [None, 100_000])
def test_every_byte_is_written(answer: int | None) -> None:
    """A sink that takes less than offered is asked again."""
    sink = Slow(answer)
    writer = HashingWriter(sink)
    for start in range(0, len(TEXT), 65_552):
        writer.write(TEXT[start : start + 65_552])
    writer.flush()
    writer.end()
    assert sink.getvalue() == TEXT
    assert (writer.size, writer.digest()) == (len(TEXT), hashlib.sha256(TEXT).digest())


def test_memory_has_no_name_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the system has no such files."""
    with memory_file() as memory:
        memory.write(b"clair")
        memory.seek(0)
        assert memory.read() == b"clair"
    monkeypatch.delattr("os.memfd_create", raising=False)
    assert isinstance(memory_file(), io.BytesIO)
