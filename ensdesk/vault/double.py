"""A double: new papers, then one complete state, read again before an older one goes."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ensdesk.language import N_, _
from ensdesk.resources import docs, rescue
from ensdesk.trouble import Trouble
from ensdesk.vault.document_store import DamagedPaper, DocumentStore, Kept
from ensdesk.vault.double_layout import (
    MANIFEST,
    MARKER,
    NAME,
    PAPERS,
    PART,
    Double,
    Manifest,
    Proof,
    double_at,
    manifest_text,
    new_marker,
    paper_path,
    to_keep,
)
from ensdesk.vault.double_words import double_words
from ensdesk.vault.header import COPIES, NotKept
from ensdesk.vault.medium import Mover, make_safe, proof_of, put
from ensdesk.vault.staging import Proved, Staged
from ensdesk.vault.storage_trouble import DiskFull, PlaceGone, sync_directory, telling

_BATCH_FILES, _BATCH_BYTES = 200, 64 << 20  # papers made safe together: each wait costs the same
_SPARE = 1 << 20
_READ_ME, _PAGE, _RESCUE, _WORDS = "LISEZ-MOI.txt", "FORMAT.md", "rescue.py", "words.json"
_READ_ME_WORDS = N_(
    """This is a double of a health folder, closed by the words or the key of its person.

To use it, start the program ensdesk: "I already have a folder", then choose this place.
Do not remove or rename anything here: each part is needed.
Without the program: {rescue} reads everything with the 12 words of the key sheet.
How everything here is written stands in {page}.
"""
)

Progress = Callable[[float], object]


class NoRoomThere(DiskFull):
    """The key that the double goes to has too little room."""

    words = N_("There is not enough room there for the double.")
    advice = N_("Make some room there, or take a larger key. The doubles before are still there.")


@dataclass(frozen=True, slots=True)
class Written:
    """A state that was written and read again; *lost* papers are damaged in the folder itself."""

    double: Double
    number: int
    made: str
    papers: int
    new_papers: int
    bytes: int
    lost: int


def find_place(place: Path, folder_id: str) -> Double | Path:
    """Return the double of this folder in *place*, else where a new one goes, beside others.

    Raises NewerFolder and the troubles of the place.
    """
    with telling():
        if (place / MARKER).exists():  # the double itself was chosen
            place = place.parent
        inside = sorted(path for path in place.iterdir() if path.name.startswith(NAME))
    for path in inside:
        double = double_at(path)
        if double is not None and double.folder_id == folder_id:
            return double
    number, free = 1, place / NAME
    while free in inside:
        number += 1
        free = place / f"{NAME} {number}"
    return free


def make_double(
    at: Double | Path,
    documents: DocumentStore,
    staged: Staged,
    proved: Proved,
    *,
    progress: Progress = lambda _part: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Written:
    """Write one more state into the double *at*, or into a new one there (lane of work).

    *documents* are those of the folder. Whatever happens, the states that were
    there stay whole. Raises NoRoomThere, NotKept, Stopped, and the troubles of the place.
    """
    try:
        with telling():
            double = at if isinstance(at, Double) else _new_double(at, staged.folder_id)
            double = double if double.id else _marked(double)
            return _Writing(double, documents, staged, proved, progress, stopped).all()
    except DiskFull:
        raise NoRoomThere from None


def take_off(double: Double, documents: DocumentStore, damaged: Iterable[Kept]) -> None:
    """Remove damaged papers that the folder still has right: the next double brings them again.

    Raises PlaceGone and the troubles of the place.
    """
    for kept in damaged:
        with contextlib.suppress(DamagedPaper), telling():
            documents.verify(kept)
            paper_path(double.path, kept.name).unlink(missing_ok=True)


def _new_double(path: Path, folder_id: str) -> Double:
    part = path.with_name(path.name + PART)
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(mode=0o700)
    double = _marked(Double(part, "", folder_id))
    part.rename(path)
    sync_directory(path.parent)
    return replace(double, path=path)


def _marked(double: Double) -> Double:
    fresh, text = new_marker(double.folder_id)
    put(double.path / MARKER, text)
    sync_directory(double.path)
    return replace(double, id=fresh)


class _Writing:
    """One run. Raises OSError."""

    def __init__(
        self,
        double: Double,
        documents: DocumentStore,
        staged: Staged,
        proved: Proved,
        progress: Progress,
        stopped: Callable[[], bool],
    ) -> None:
        self._double, self._staged, self._proved = double, staged, proved
        self._documents = documents
        self._mover = Mover(self._moved, stopped)
        self._progress, self._done = progress, 0
        self._missing: set[str] = set()
        self._new = [kept for kept in proved.papers if not self._is_there(kept)]
        self._bytes = sum(kept.age_size for kept in self._new) + sum(
            file.path.stat().st_size for file in staged.files
        )

    def all(self) -> Written:
        self._clear_parts()
        self._must_have_room()
        try:
            for batch in _batches(self._new):
                self._copy_papers(batch)
            number = self._write_state()
        except BaseException:
            with contextlib.suppress(OSError):
                self._clear_parts()
            raise
        self._let_older_go()
        with contextlib.suppress(OSError):  # words beside the double, which is whole already
            self._write_words()
        lost = len(self._missing)
        papers = len(self._proved.papers) - lost
        return Written(
            self._double,
            number,
            self._staged.made,
            papers,
            len(self._new) - lost,
            self._bytes,
            lost,
        )

    # -- papers ----------------------------------------------------------------------------------

    def _is_there(self, kept: Kept) -> bool:
        try:
            return paper_path(self._double.path, kept.name).stat().st_size == kept.age_size
        except FileNotFoundError:
            return False

    def _copy_papers(self, batch: list[Kept]) -> None:
        copied: dict[Path, Kept] = {}
        for kept in batch:
            path = paper_path(self._double.path, kept.name)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = path.with_name(path.name + PART)
            if self._is_in_folder(kept):
                self._mover.copy(self._documents.path(kept), part)
                copied[part] = kept
            else:
                self._missing.add(kept.name)
        make_safe(copied)
        for part, kept in copied.items():
            if self._mover.read_again(part) == _proof(kept):
                part.replace(part.with_suffix(""))
            else:
                self._must_be_damaged(kept)
                part.unlink()
        papers = self._double.path / PAPERS
        for directory in (*{part.parent for part in copied}, papers, papers.parent):
            sync_directory(directory)

    def _is_in_folder(self, kept: Kept) -> bool:
        """A paper that is gone stops no double; a folder that is gone does."""
        source = self._documents.path(kept)
        if not source.parents[1].is_dir():
            raise PlaceGone
        return source.is_file()

    def _must_be_damaged(self, kept: Kept) -> None:
        """Count a paper that the folder itself gives damaged. Raises NotKept if the medium lied."""
        if self._mover.read_again(self._documents.path(kept)) == _proof(kept):
            raise NotKept
        self._missing.add(kept.name)

    # -- one state -------------------------------------------------------------------------------

    def _write_state(self) -> int:
        snapshots = self._double.snapshots()
        number = 1 + max((each.number for each in snapshots), default=0)
        final = self._double.path / f"snapshot-{number}"
        part = final.with_name(final.name + PART)
        part.mkdir(mode=0o700)
        files = {}
        for file in self._staged.files:
            self._mover.copy(file.path, part / file.path.name)
            files[file.path.name] = self._mover.read_again(file.path)
        for name in COPIES:
            put(part / name, self._staged.header)
            files[name] = proof_of(self._staged.header)
        self._prove({part / name: proof for name, proof in files.items()})
        manifest = Manifest(
            folder_id=self._staged.folder_id,
            number=number,
            made=self._staged.made,
            mark=self._proved.mark,
            files=files,
            papers={
                kept.name: _proof(kept)
                for kept in self._proved.papers
                if kept.name not in self._missing
            },
            missing=tuple(sorted(self._missing)),
        )
        put(part / MANIFEST, manifest_text(manifest))
        sync_directory(part)
        part.rename(final)
        sync_directory(self._double.path)
        if self._double.snapshots()[0].manifest != manifest:
            raise NotKept
        return number

    def _prove(self, written: dict[Path, Proof]) -> None:
        """Read files again from the medium. Raises NotKept."""
        make_safe(written)
        for path, proof in written.items():
            if self._mover.read_again(path) != proof:
                raise NotKept

    # -- what goes -------------------------------------------------------------------------------

    def _let_older_go(self) -> None:
        """From here on the new state is whole: what cannot be cleared now is cleared next time."""
        with contextlib.suppress(OSError, Trouble):
            snapshots = self._double.snapshots()
            stay = to_keep(snapshots)
            for each in snapshots:
                if each.number not in stay:
                    part = each.path.with_name(each.path.name + PART)
                    each.path.rename(part)
                    sync_directory(self._double.path)
                    shutil.rmtree(part)
            self._clear_papers()

    def _clear_papers(self) -> None:
        manifests = [each.manifest for each in self._double.snapshots()]
        if None in manifests:
            return
        named = set().union(*(manifest.named for manifest in manifests if manifest))
        for paper in (self._double.path / PAPERS).glob("??/*.age"):
            if paper.stem not in named:
                paper.unlink()

    def _clear_parts(self) -> None:
        for part in self._double.path.glob(f"snapshot-*{PART}"):
            shutil.rmtree(part)
        for part in (self._double.path / PAPERS).glob(f"??/*.age{PART}"):
            part.unlink()

    # -- beside ----------------------------------------------------------------------------------

    def _must_have_room(self) -> None:
        if shutil.disk_usage(self._double.path).free < self._bytes + _SPARE:
            raise NoRoomThere

    def _write_words(self) -> None:
        pages = (docs() / name for name in ("format.md", "format-data.md", "format-double.md"))
        texts = {
            _READ_ME: _(_READ_ME_WORDS).format(page=_PAGE, rescue=_RESCUE).encode(),
            _RESCUE: rescue().read_bytes(),
            _WORDS: double_words(),
            _PAGE: b"\n".join(page.read_bytes() for page in pages),
        }
        for name, text in texts.items():
            path = self._double.path / name
            if not path.exists() or path.read_bytes() != text:
                put(path, text)

    def _moved(self, count: int) -> None:
        self._done += count
        self._progress(min(1.0, self._done / (2 * self._bytes or 1)))


def _batches(papers: Iterable[Kept]) -> Iterator[list[Kept]]:
    batch: list[Kept] = []
    for kept in papers:
        batch.append(kept)
        if len(batch) == _BATCH_FILES or sum(each.age_size for each in batch) >= _BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch


def _proof(kept: Kept) -> Proof:
    return Proof(kept.age_size, kept.age_sha256.hex())
