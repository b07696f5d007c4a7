"""A 200 MB paper against bare age + SHA-256 + fsync, and the memory that large papers take."""

from __future__ import annotations

import hashlib
import os
import resource
import tempfile
from pathlib import Path
from typing import BinaryIO

import pyrage

from ensdesk.vault.document_store import DocumentStore
from tests.benchmarks import long_paper
from tests.benchmarks.measure import Row, medians

SIZE = 200 << 20


class _Hashing:
    """The least that the bare way needs: the digest of what goes through."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._hash = hashlib.sha256()

    def read(self, count: int = -1) -> bytes:
        piece = self._source.read(count)
        self._hash.update(piece)
        return piece


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        place = Path(directory)
        paper = place / "paper"
        with paper.open("wb") as out:
            for _ in range(SIZE >> 20):
                out.write(os.urandom(1 << 20))
        store = DocumentStore(place / "documents")

        def ours() -> None:
            with paper.open("rb") as source:
                store.discard(store.keep(source).name)

        def bare() -> None:
            to = pyrage.x25519.Identity.generate().to_public()
            with paper.open("rb") as source, (place / "bare.age").open("wb") as out:
                pyrage.encrypt_io(_Hashing(source), out, [to])
                out.flush()
                os.fsync(out.fileno())

        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours()
        extra = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        mine, baseline = medians(ours, bare)
    window, reading = long_paper.told()
    return [
        Row(
            "200 MB paper: speed against bare age + SHA-256 + fsync",
            baseline / mine,
            "×",
            0.7,
            at_least=True,
        ),
        Row("200 MB paper: extra memory", extra, "MB", 64),
        Row("500-page PDF: extra memory of the program", window, "MB", 64),
        Row("500-page PDF: memory of the reading process", reading, "MB", 64),
    ]
