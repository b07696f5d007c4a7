"""The words of the index, each with its sound: for finding what was written another way.

Derived like the search index and numbered with it; a word goes with the last row that has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ensdesk.vault.french_sound import one_edit_apart, sound_of
from ensdesk.vault.vault_file import Connection

TABLE = "word_list"

_MAKE = (
    """CREATE TABLE word_list_{n}(word TEXT PRIMARY KEY, sound TEXT NOT NULL, back TEXT NOT NULL,
    rows INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX word_list_{n}_sound ON word_list_{n}(sound)",
    "CREATE INDEX word_list_{n}_back ON word_list_{n}(back)",
)
_PUT = """INSERT INTO word_list_{n}(word, sound, back, rows) VALUES (?, ?, ?, ?)
    ON CONFLICT(word) DO UPDATE SET rows = rows + excluded.rows"""
_LESS = "UPDATE word_list_{n} SET rows = rows - 1 WHERE word = ?"
_NONE = "DELETE FROM word_list_{n} WHERE word = ? AND rows <= 0"
_FROM_WORD = "SELECT word FROM word_list_{n} WHERE word >= ? AND word < ? LIMIT ?"
_FROM_BACK = "SELECT word FROM word_list_{n} WHERE back >= ? AND back < ? LIMIT ?"
_FROM_SOUND = "SELECT word FROM word_list_{n} WHERE sound >= ? AND sound < ? LIMIT ?"
_SAME_SOUND = "SELECT word FROM word_list_{n} WHERE sound = ? LIMIT ?"
_TEXTS = ("SELECT words FROM record WHERE words != ''", "SELECT words FROM page_text")
_AFTER_ALL = "\U0010ffff"
_SHORTEST, _LONGEST = 3, 40
_WRITTEN_SHORTEST = 4  # letters from which one edit makes another word likely
_CANDIDATES = 2000
_MOST = 8  # other words for one


class WordList:
    """The words of one drawer, under the number *n*."""

    def __init__(self, connection: Connection, n: int) -> None:
        self._connection = connection
        self._n = n

    def put(self, text: str) -> None:
        """Count the words of one more row."""
        self._connection.write_many(self._sql(_PUT), _rows(dict.fromkeys(words_in_text(text), 1)))

    def drop(self, text: str) -> None:
        """Count the words of a row that goes; a word that is nowhere else is forgotten."""
        words = [(word,) for word in words_in_text(text)]
        self._connection.write_many(self._sql(_LESS), words)
        self._connection.write_many(self._sql(_NONE), words)

    def begins(self, word: str) -> bool:
        """Say whether a word of the list is *word*, or begins with it; numbers are in no list."""
        if word.isdecimal() or len(word) < _SHORTEST:
            return True
        return bool(self._connection.rows(self._sql(_FROM_WORD), *_range(bare(word)), 1))

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words that sound like *word*, else those that are one edit away."""
        typed = bare(word)
        if len(typed) < _SHORTEST:
            return ()
        sound = sound_of(typed)
        same = self._words(_SAME_SOUND, sound)
        if not same and len(sound) >= _WRITTEN_SHORTEST:  # perhaps only its beginning is typed
            same = self._words(_FROM_SOUND, *_range(sound))
        if same or len(typed) < _WRITTEN_SHORTEST:
            return tuple(same[:_MOST])
        half = len(typed) // 2
        close = {
            *self._words(_FROM_WORD, *_range(typed[:half])),
            *self._words(_FROM_BACK, *_range(typed[::-1][:half])),
        }
        found = sorted(other for other in close if _is_near(typed, sound, other))
        return tuple(found[:_MOST])

    def make(self) -> None:
        """Make the table and fill it from the rows that are indexed."""
        for statement in _MAKE:
            self._connection.write(self._sql(statement))
        self._connection.write_many(self._sql(_PUT), _rows(self._counted()))

    def whole(self) -> bool:
        """Say whether the list holds exactly the words of the rows."""
        kept = self._connection.each(self._sql("SELECT word, rows FROM word_list_{n}"))
        return dict(kept) == self._counted()

    def _counted(self) -> Counter[str]:
        count: Counter[str] = Counter()
        for asked in _TEXTS:
            for (text,) in self._connection.each(asked):
                count.update(words_in_text(text))
        return count

    def _words(self, asked: str, *values: object) -> list[str]:
        rows = self._connection.rows(self._sql(asked), *values, _CANDIDATES)
        return [row[0] for row in rows]

    def _sql(self, statement: str) -> str:
        return statement.format(n=f"{self._n:d}")


def words_in_text(text: str) -> frozenset[str]:
    """Return the words of *text* as the index knows them, but numbers and the shortest."""
    found = (bare(word) for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text)))
    return frozenset(
        word for word in found if _SHORTEST <= len(word) <= _LONGEST and not word.isdecimal()
    )


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """Return *word* in small letters without accents, as the index keeps it."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn").lower()


@lru_cache(maxsize=4096)
def _heard(word: str) -> str:
    return sound_of(word)


def _rows(counted: Mapping[str, int]) -> Iterator[tuple[str, str, str, int]]:
    for word, rows in counted.items():
        yield word, _heard(word), word[::-1], rows


def _range(beginning: str) -> tuple[str, str]:
    return beginning, beginning + _AFTER_ALL


def _is_near(typed: str, sound: str, other: str) -> bool:
    return one_edit_apart(typed, other) or (
        len(sound) > _WRITTEN_SHORTEST and one_edit_apart(sound, _heard(other))
    )
