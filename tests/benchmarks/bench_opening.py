"""From the secret to the contents of the home page, beside the derivation of the key."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from ensdesk.folder.due import due
from ensdesk.folder.example_person import example_folder
from ensdesk.folder.opening import open_folder
from ensdesk.vault import stretch
from ensdesk.vault.secrets import Words
from tests.benchmarks.measure import RUNS, Row
from tests.fakes import SHEET, MemoryKeychain

WORDS = Words("abeille armoire nuage fontaine tilleul")


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        place = Path(directory) / "folder"
        example_folder(place, (SHEET, WORDS), MemoryKeychain()).close()
        spent = []
        for _ in range(RUNS + 1):
            derived = 0.0
            real = stretch.in_child

            def timed(name: str, given: bytes, real: object = real) -> bytes:
                nonlocal derived
                start = time.perf_counter()
                answer = real(name, given)  # type: ignore[operator]
                derived += time.perf_counter() - start
                return bytes(answer)

            stretch.in_child = timed
            start = time.perf_counter()
            folder = open_folder(place, WORDS, MemoryKeychain())
            due(folder, folder.contents(), folder.today())
            spent.append(time.perf_counter() - start - derived)
            stretch.in_child = real
            folder.close()
    took = statistics.median(spent[1:]) * 1000
    return [Row("secret typed to home page, beside the key derivation", took, "ms", 100)]
