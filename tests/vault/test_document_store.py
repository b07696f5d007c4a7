"""Papers: streamed into age files of their own, proved when they come back."""

import errno
import hashlib
import io
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pyrage
import pytest

from ensdesk.trouble import Trouble
from ensdesk.vault import document_store
from ensdesk.vault.document_store import (
    DamagedPaper,
    DocumentStore,
    EmptyPaper,
    Kept,
    MissingPaper,
    PaperUnreadable,
    Stopped,
)
from ensdesk.vault.storage_trouble import DiskFull, PlaceGone, ReadOnlyPlace

TEXT = os.urandom(3_000_000)


class Failing(io.BytesIO):
    """A stream that fails after its first mebibyte."""

    def __init__(self, failure: Exception, text: bytes = b"") -> None:
        super().__init__(text)
        self.failure = failure

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= 1 << 20:
            raise self.failure
        return super().read(size)

    def write(self, piece: object) -> int:  # type: ignore[override]
        raise self.failure


@pytest.fixture
def store(tmp_path: Path) -> DocumentStore:
    return DocumentStore(tmp_path / "documents")


def files(store: DocumentStore) -> list[Path]:
    return [path for path in store._root.rglob("*") if path.is_file()]


def read_through(store: DocumentStore, kept: Kept) -> bytes:
    """Return a whole paper as a copy reads it."""
    with store.stream(kept) as clear:
        return clear.read()


def test_what_comes_back_is_what_was_given(store: DocumentStore) -> None:
    """Size and SHA-256 of the paper and of its age file are known; nothing is in clear."""
    kept = store.keep(io.BytesIO(TEXT))
    raw = store.path(kept).read_bytes()
    with store.open(kept) as clear:
        assert clear.read() == TEXT
    assert (kept.size, kept.sha256) == (len(TEXT), hashlib.sha256(TEXT).digest())
    assert (kept.age_size, kept.age_sha256) == (len(raw), hashlib.sha256(raw).digest())
    assert TEXT[:64] not in raw
    assert files(store) == [store._root / kept.name[:2] / f"{kept.name}.age"]
    assert files(store)[0].stat().st_mode & 0o077 == 0
    assert kept.identity not in repr(kept)


def test_a_paper_is_read_as_a_stream(store: DocumentStore) -> None:
    """The same bytes, whatever is asked for at once; nothing after the end; closed when left."""
    kept = store.keep(io.BytesIO(TEXT))
    assert read_through(store, kept) == TEXT
    with store.stream(kept) as clear:
        pieces = iter(lambda: clear.read(99_999), b"")
        assert b"".join(pieces) == TEXT
        assert clear.read(1) == b""


def test_a_stream_whose_folder_goes_away_tells_it(store: DocumentStore) -> None:
    """A key that is pulled out in the middle is no damage."""
    kept = store.keep(io.BytesIO(TEXT))
    with store.stream(kept) as clear:
        clear.read(1)
        raw = cast("Any", clear).raw
        raw._clear._source = Failing(OSError(errno.ENODEV, "gone"), store.path(kept).read_bytes())
        with pytest.raises(PlaceGone):
            clear.read()


def test_the_standard_age_opens_it(store: DocumentStore) -> None:
    """Nothing of ours is needed: any age program reads the file with its identity."""
    kept = store.keep(io.BytesIO(TEXT))
    identity = pyrage.x25519.Identity.from_str(kept.identity)
    assert pyrage.decrypt(store.path(kept).read_bytes(), [identity]) == TEXT


def test_the_same_paper_has_another_name_and_key_each_time(store: DocumentStore) -> None:
    """Nothing tells from outside that two papers are the same."""
    one, other = store.keep(io.BytesIO(b"a")), store.keep(io.BytesIO(b"a"))
    assert one.sha256 == other.sha256
    assert one.name != other.name
    assert one.identity != other.identity
    assert list(store.names()) == sorted([one.name, other.name])


def test_papers_share_directories(store: DocumentStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first two digits of the name are a directory."""
    names = iter(["ab" + "0" * 30, "ab" + "1" * 30])
    monkeypatch.setattr("ensdesk.vault.document_store.secrets.token_hex", lambda _: next(names))
    for text in (b"a", b"b"):
        store.keep(io.BytesIO(text))
    assert len(files(store)) == 2


def test_an_empty_paper_is_refused(store: DocumentStore) -> None:
    """It is a slip, or a copy that failed before: nothing is made."""
    with pytest.raises(EmptyPaper):
        store.keep(io.BytesIO())
    assert not store._root.exists()


@pytest.mark.parametrize("text", [b"", TEXT])
def test_a_source_that_fails_leaves_nothing(store: DocumentStore, text: bytes) -> None:
    """A key pulled out before or during the reading is told."""
    source = Failing(OSError(errno.EIO, "gone"), text)
    if not text:
        source.seek(1 << 20)
    with pytest.raises(PaperUnreadable):
        store.keep(source)
    assert files(store) == []


def test_a_stop_leaves_nothing(store: DocumentStore) -> None:
    """The person may stop at any moment, also before the first byte."""
    seen: list[int] = []
    with pytest.raises(Stopped):
        store.keep(io.BytesIO(TEXT), progress=seen.append, stop=lambda: len(seen) == 2)
    assert seen == [1 << 20, 2 << 20]
    with pytest.raises(Stopped):
        store.keep(io.BytesIO(TEXT), stop=lambda: True)
    assert files(store) == []


def test_who_is_told_the_progress_may_refuse(store: DocumentStore) -> None:
    """A bug or a stop there is not told as a paper that cannot be read."""

    def refuse(_: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        store.keep(io.BytesIO(TEXT), progress=refuse)
    with pytest.raises(TypeError):
        store.keep(io.BytesIO(TEXT), stop=refuse)  # type: ignore[arg-type]
    assert files(store) == []
    kept = store.keep(io.BytesIO(TEXT))
    with pytest.raises(KeyError):
        store.verify(kept, progress=refuse)
    with pytest.raises(KeyError):
        store.decrypt_to(kept, io.BytesIO(), progress=refuse)


@pytest.mark.parametrize(
    ("number", "trouble"), [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnlyPlace)]
)
@pytest.mark.parametrize("call", ["fsync", "mkdir", "write"])
def test_a_place_that_fails_leaves_nothing(
    store: DocumentStore,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    trouble: type[Trouble],
    call: str,
) -> None:
    """At the directory, at the bytes or at the end: the right sentence, and no half paper."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    if call == "write":
        monkeypatch.setattr(
            document_store, "HashingWriter", lambda _: document_store_writer(OSError(number, "no"))
        )
    else:
        monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(trouble):
        store.keep(io.BytesIO(TEXT))
    monkeypatch.undo()
    assert files(store) == []


def document_store_writer(failure: OSError) -> object:
    from ensdesk.vault.streams import HashingWriter

    return HashingWriter(Failing(failure))


def test_a_key_pulled_out_in_the_middle_is_gone(
    store: DocumentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system says that nothing can be written; what can be done is to plug it in again."""

    def pulled(_: int) -> None:
        shutil.rmtree(store._root.parent)
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr(os, "fsync", pulled)
    with pytest.raises(PlaceGone):
        store.keep(io.BytesIO(TEXT))


def test_the_name_comes_last(store: DocumentStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are on the disk before the file gets its name, the name before it is told."""
    done: list[str] = []
    fsync, rename = os.fsync, Path.rename
    monkeypatch.setattr(os, "fsync", lambda file: (done.append("fsync"), fsync(file)))
    monkeypatch.setattr(
        Path, "rename", lambda old, new: (done.append("rename"), rename(old, new))[1]
    )
    store.keep(io.BytesIO(b"a"))
    assert done == ["fsync", "fsync", "fsync", "rename", "fsync"]  # two directories are new


def test_every_damage_is_told(store: DocumentStore) -> None:
    """A bit turned, an end cut off, bytes added: never wrong bytes, never another error."""
    kept = store.keep(io.BytesIO(TEXT))
    path = store.path(kept)
    whole = path.read_bytes()
    places = [0, 30, 100, 200, 300, 70_000, len(whole) // 2, len(whole) - 1]
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    damaged += [whole[:at] for at in (0, 10, 250, 65_752, len(whole) - 20, len(whole) - 1)]
    damaged += [whole + b"x", b"x" * 50]
    for raw in damaged:
        path.write_bytes(raw)
        with pytest.raises(DamagedPaper):
            store.verify(kept)
        with pytest.raises(DamagedPaper):
            store.open(kept)
        with pytest.raises(DamagedPaper):
            read_through(store, kept)
    path.write_bytes(whole)
    store.verify(kept)


def test_a_paper_that_is_another_is_told(store: DocumentStore) -> None:
    """A sound age file in the place of another opens with no key, or fails its digest."""
    kept, other = store.keep(io.BytesIO(b"a")), store.keep(io.BytesIO(b"b"))
    with pytest.raises(DamagedPaper):
        store.open(replace(kept, name=other.name))
    with pytest.raises(DamagedPaper):
        store.open(replace(kept, name=other.name, identity=other.identity))
    with pytest.raises(DamagedPaper):
        store.open(replace(kept, identity="AGE-SECRET-KEY-1"))
    for wrong in (
        replace(kept, name=other.name),
        replace(kept, name=other.name, identity=other.identity),
        replace(kept, identity="AGE-SECRET-KEY-1"),
        replace(kept, size=2),
        replace(kept, sha256=other.sha256),
    ):
        with pytest.raises(DamagedPaper):
            read_through(store, wrong)


def test_a_missing_paper_and_a_missing_place(store: DocumentStore) -> None:
    """A paper that is gone and a key that is pulled out are two different things."""
    kept = store.keep(io.BytesIO(b"a"))
    store.discard(kept.name)
    store.discard(kept.name)
    with pytest.raises(MissingPaper):
        store.open(kept)
    store.path(kept).parent.rmdir()
    store.discard(kept.name)
    store._root.rmdir()
    with pytest.raises(PlaceGone):
        store.verify(kept)


def test_a_paper_that_cannot_be_opened_at_all(store: DocumentStore) -> None:
    """Something else in its place is damage."""
    kept = store.keep(io.BytesIO(b"a"))
    store.path(kept).unlink()
    store.path(kept).mkdir()
    with pytest.raises(DamagedPaper):
        store.verify(kept)


def test_saving_out_tells_what_failed(store: DocumentStore) -> None:
    """A full key, a stop and a bug of the receiver are not called damage."""
    kept = store.keep(io.BytesIO(TEXT))
    with pytest.raises(DiskFull):
        store.decrypt_to(kept, Failing(OSError(errno.ENOSPC, "full")))
    with pytest.raises(KeyError):
        store.decrypt_to(kept, Failing(KeyError("bug")))
    with pytest.raises(Stopped):
        store.decrypt_to(kept, io.BytesIO(), stop=lambda: True)
    with pytest.raises(Stopped):
        store.verify(kept, stop=lambda: True)
    small = store.keep(io.BytesIO(b"small"))
    with pytest.raises(DiskFull):
        store.decrypt_to(small, Failing(OSError(errno.ENOSPC, "full")))
    out = io.BytesIO()
    store.decrypt_to(kept, out)
    assert out.getvalue() == TEXT


def test_only_unfinished_papers_are_swept(store: DocumentStore) -> None:
    """A finished one without a row may be private to somebody: it stays."""
    kept = store.keep(io.BytesIO(b"a"))
    store.path(kept).with_suffix(".age.part").write_bytes(b"half")
    (store._root / "lettre.part").write_bytes(b"not ours")
    assert store.sweep_parts() == 1
    assert store.sweep_parts() == 0
    assert sorted(path.name for path in files(store)) == [f"{kept.name}.age", "lettre.part"]


def test_memory_stays_small(store: DocumentStore) -> None:
    """A paper streams through: 64 MB go in, out and through within a few blocks of one mebibyte."""
    import tracemalloc

    class Zeros(io.RawIOBase):
        left = 64 << 20

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return bytes(size)

    class Nowhere(io.RawIOBase):
        def write(self, piece: object) -> int:
            return len(piece)  # type: ignore[arg-type]

    tracemalloc.start()
    kept = store.keep(Zeros())  # type: ignore[arg-type]
    store.decrypt_to(kept, Nowhere())  # type: ignore[arg-type]
    with store.stream(kept) as clear:
        while clear.read(1 << 18):
            pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 16 << 20
