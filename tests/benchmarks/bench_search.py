"""Search in the huge folder, beside the same question put to the bare index (FTS5)."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ensdesk.folder.example_person import example_folder
from ensdesk.folder.example_sizes import SIZES, fill
from ensdesk.folder.folder import Folder
from ensdesk.folder.looking import look_for
from tests.benchmarks.measure import Row
from tests.fakes import SHEET, MemoryKeychain

_TIMES = 15
_EXACT = ("Metformine", "cardiologue", "docteur", "laboratoire")
_BEGINNINGS = ("me", "doc", "card", "labo", "ordonn")
_NEAR = ("kardiologue", "metphormine", "laboratoir", "ordonansse", "eliqius")
_TYPED = "cardiologue"
_BARE = (
    """SELECT rowid, snippet({index}, 0, char(2), char(3), '…', 16) FROM {index}
    WHERE {index} MATCH ? ORDER BY rank LIMIT 50""",
    "record",
    "page_text",
)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as directory:
        folder = example_folder(Path(directory) / "huge", (SHEET,), MemoryKeychain())
        fill(folder, SIZES["huge"], seed=1)
        found = [
            Row("search in huge: words / bare FTS5", _ratio(folder, _EXACT), "×", 2),
            Row("search in huge: beginnings / bare FTS5", _ratio(folder, _BEGINNINGS), "×", 2),
            Row("a word written another way, more than a word", _near(folder), "ms", 10),
            Row("from key to answer, p95 while typing", _while_typing(folder), "ms", 50),
        ]
        folder.close()
    return found


def _ratio(folder: Folder, words: tuple[str, ...]) -> float:
    """Return the ratio to the bare index, of the medians of all *words* together."""
    ours = sum(_median(lambda word=word: look_for(folder, word)) for word in words)
    return ours / sum(_median(lambda word=word: _bare(folder, word)) for word in words)


def _bare(folder: Folder, word: str) -> None:
    asked, *tables = _BARE
    main = folder.vault.main
    for table in tables:
        index = main.search._index(table)
        main.connection.rows(asked.format(index=index), f'"{word}" OR "{word}" *')


def _near(folder: Folder) -> float:
    """Return the most milliseconds that finding another word takes, beside finding that word."""
    plain = _median(lambda: look_for(folder, "cardiologue"))
    return max(_median(lambda word=word: look_for(folder, word)) for word in _NEAR) - plain


def _while_typing(folder: Folder) -> float:
    typed = [_TYPED[:letters] for letters in range(1, len(_TYPED) + 1)] + list("0123456789")
    spent = [_once(lambda text=text: look_for(folder, text)) for text in typed * 5]
    return statistics.quantiles(spent, n=20)[-1]


def _median(act: Callable[[], object]) -> float:
    return statistics.median(_once(act) for _time in range(_TIMES))


def _once(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
