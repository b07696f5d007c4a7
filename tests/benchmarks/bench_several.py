"""Many mixed papers at once, filed with their words, against bare age + SHA-256 + fsync.

`ENSDESK_BENCH_PAPERS` says how many (1,000 are 2 GB). A watcher measures meanwhile how long a
window would have waited for its turn.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import os
import tempfile
import threading
import time
from pathlib import Path
from typing import BinaryIO, Self

import pyrage
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ensdesk.folder.several_papers import add_all, bring_in, look_around
from tests.benchmarks.measure import Row, seconds
from tests.fakes import empty_folder

COUNT = int(os.environ.get("ENSDESK_BENCH_PAPERS", "60"))
_SIDE = 830  # pixels of a picture that does not pack: 2 MB


class _Hashing:
    def __init__(self, source: BinaryIO) -> None:
        self._source, self._hash = source, hashlib.sha256()

    def read(self, count: int = -1) -> bytes:
        piece = self._source.read(count)
        self._hash.update(piece)
        return piece


class _Watcher:
    """The longest time for which a thread that only wants its turn did not get it."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.is_set():
            start = time.perf_counter()
            time.sleep(0.002)
            self.longest = max(self.longest, time.perf_counter() - start)


def _paper(number: int) -> tuple[str, bytes]:
    picture = Image.frombytes("RGB", (_SIDE, _SIDE), os.urandom(3 * _SIDE * _SIDE))
    held = io.BytesIO()
    if number % 2:
        picture.save(held, "PNG", compress_level=0)
        return f"{number}.png", held.getvalue()
    canvas = Canvas(held)
    for page in range(3):
        canvas.drawString(50, 800, f"Ordonnance {number}, page {page}, du 3 mars 2026")
        canvas.showPage()
    canvas.drawImage(ImageReader(picture), 50, 50, 400, 400)
    canvas.save()
    return f"{number}.pdf", held.getvalue()


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        place = Path(directory)
        lying = place / "papers"
        lying.mkdir()
        for number in range(COUNT):
            name, raw = _paper(number)
            (lying / name).write_bytes(raw)
        size = sum(path.stat().st_size for path in lying.iterdir())
        folder = empty_folder(place / "Dossier")
        try:
            with _Watcher() as watcher:
                start = time.perf_counter()
                found = look_around(
                    (lying,), datetime.date(2026, 11, 27), lambda _part: None, lambda: False
                )
                looked = time.perf_counter() - start
                start = time.perf_counter()
                places = [paper.place for paper in found.papers]
                brought = bring_in(folder, found, places, lambda _part: None, lambda: False)
                add_all(folder, brought)
                filed = time.perf_counter() - start
        finally:
            folder.vault.close()
        bare = seconds(lambda: _bare(lying, place))
    what = f"{COUNT} papers, {size >> 20} MB"
    return [
        Row(f"{what}: filing after the look, against bare", bare / filed, "×", 0.5, at_least=True),
        Row(
            f"{what}: with the look, against bare",
            bare / (looked + filed),
            "×",
            0.5,
            at_least=True,
        ),
        Row(f"{what}: the look, for each paper", 1000 * looked / COUNT, "ms", 250),
        Row(f"{what}: longest wait of the window", 1000 * watcher.longest, "ms", 50),
    ]


def _bare(lying: Path, place: Path) -> None:
    for number, path in enumerate(sorted(lying.iterdir())):
        to = pyrage.x25519.Identity.generate().to_public()
        with path.open("rb") as source, (place / f"{number}.age").open("wb") as out:
            pyrage.encrypt_io(_Hashing(source), out, [to])
            out.flush()
            os.fsync(out.fileno())
