"""What was done with the folder: a chain of lines whose words can be erased, not its links."""

from __future__ import annotations

import datetime
import hashlib
import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from ensdesk.language import N_
from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.clock import now, read_time, written_time
from ensdesk.vault.digests import storable
from ensdesk.vault.vault_file import Connection, Row

# Crockford's base 32: no letter that looks like a digit. https://www.crockford.com/base32.html
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_SHOWN_BYTES = 10  # of a link, in the 16 signs at the foot of a sheet
_READ = """SELECT number, chain, place, time, act, author, record, commitment, salt, words
    FROM journal"""
# Lines about what was moved away stay for the chain, without their words: nobody is shown them.
_SHOWN = """(words IS NOT NULL OR NOT EXISTS (SELECT 1 FROM revision
    WHERE revision.record = journal.record AND what = 'moved'))"""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One act. `words` is None once erased, or when damaged; `act` is a code for ever.

    `place` is its chain and its place in it; `seen`, of lines of two drawers read as one, the
    numbers before which both go on.
    """

    number: int
    at: datetime.datetime
    act: str
    author: str
    record_id: RecordId | None
    words: str | None
    place: tuple[str, int] = ("", 0)
    seen: tuple[int, ...] = ()


class DamagedJournal(Trouble):
    """Lines of another copy do not go on where ours end, or were changed."""

    words = N_("The journal of the other computer does not fit with this one.")
    advice = N_("Was the folder copied by hand? There, copy all of it. Here, take that copy back.")


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A line as it is kept, for another copy of the folder. `words` and `salt` may be erased."""

    chain: str
    place: int
    time: str
    act: str
    author: str
    record_id: RecordId | None
    commitment: bytes
    link: bytes
    salt: bytes | None
    words: str | None

    def fits(self, previous: bytes) -> bool:
        """Say whether it follows the link *previous*, and its words are those it was made of."""
        line = (self.time, self.act, self.author, self.record_id, self.commitment)
        return self.link == _link(previous, *line) and (
            (self.salt is None and self.words is None)
            or self.commitment == _commitment(self.salt or b"", self.words or "")
        )


class Journal:
    """The journal of one drawer. Each copy of a folder writes a chain of its own."""

    def __init__(self, connection: Connection, installation: str, author: str) -> None:
        self._connection = connection
        self.chain = installation
        self._author = author

    def append(
        self,
        act: str,
        record_id: RecordId | None = None,
        words: str = "",
        *,
        author: str | None = None,
        at: datetime.datetime | None = None,
    ) -> None:
        """Write one line after the last one of this copy's chain."""
        words = storable(words)
        with self._connection.transaction():
            place, previous = self._last()
            salt = secrets.token_bytes(16)
            commitment = _commitment(salt, words)
            line = (written_time(at or now()), act, author or self._author, record_id, commitment)
            link = _link(previous, *line)
            self._put(JournalRow(self.chain, place + 1, *line, link, salt, words))

    def rows(self, after: int = 0, up_to: int = 2**62) -> Iterator[JournalRow]:
        """Yield some lines as they are kept, by the numbers of this copy."""
        for row in self._connection.each(
            """SELECT chain, place, time, act, author, record, commitment, link, salt, words
            FROM journal WHERE number > ? AND number <= ? ORDER BY number""",
            after,
            up_to,
        ):
            yield JournalRow(*row)

    def take(self, rows: Iterable[JournalRow]) -> int:
        """Put in lines of other chains; return how many were new. Raises DamagedJournal."""
        new, last = 0, dict[str, tuple[int, bytes]]()
        with self._connection.transaction():
            for row in rows:
                if row.chain not in last:
                    last[row.chain] = self._last(row.chain)
                place, previous = last[row.chain]
                if row.place <= place:
                    self._must_be_here(row)
                    continue
                if row.place != place + 1 or not row.fits(previous):
                    raise DamagedJournal
                self._put(row)
                last[row.chain] = row.place, row.link
                new += 1
        return new

    def erase_words(self, *record_ids: RecordId) -> None:
        """Empty the words of every line about these records; the chain still verifies."""
        if not record_ids:
            return
        self._connection.write(
            """UPDATE journal SET salt = NULL, words = NULL WHERE salt IS NOT NULL
            AND record IN (SELECT value FROM json_each(?))""",
            json.dumps(sorted(record_ids)),
        )

    def words_about(self, record_id: RecordId) -> list[tuple[str, int, str, str]]:
        """Return what `put_words` needs to write the words of every line about a record again.

        Chain, place, salt in hexadecimal digits, words.
        """
        rows = self._connection.rows(
            """SELECT chain, place, lower(hex(salt)), words FROM journal
            WHERE record = ? AND words IS NOT NULL ORDER BY number""",
            record_id,
        )
        return [(chain, place, salt, words) for chain, place, salt, words in rows]

    def is_made_of(self, chain: str, place: int, salt: str, words: str) -> bool:
        """Say whether a line is here that was made of this salt and these words."""
        found = self._connection.row(
            "SELECT commitment FROM journal WHERE chain = ? AND place = ?", chain, place
        )
        return found is not None and found[0] == _commitment(bytes.fromhex(salt), words)

    def put_words(self, lines: Iterable[Sequence[str | int]]) -> None:
        """Write words back in the lines that they were taken from; the chain verifies as before."""
        self._connection.write_many(
            "UPDATE journal SET salt = unhex(?), words = ? WHERE chain = ? AND place = ?",
            ((salt, words, chain, place) for chain, place, salt, words in lines),
        )

    def lines(
        self,
        limit: int = 100,
        before: int | None = None,
        *,
        acts: Collection[str] = (),
        authors: Collection[str] = (),
        hidden: bool = False,
    ) -> tuple[JournalLine, ...]:
        """Return the last lines, newest first; *before* is the number of a line already seen.

        Only those of *acts* and of *authors* (key slots), where some are given; those about what
        was moved away from here only when *hidden* ones are wanted.
        """
        some, by = json.dumps(sorted(acts)), json.dumps(sorted(authors))
        rows = self._connection.rows(
            f"""{_READ} WHERE number < ? AND (? = '[]' OR act IN (SELECT value FROM json_each(?)))
            AND (? = '[]' OR author IN (SELECT value FROM json_each(?)))
            AND (? OR {_SHOWN}) ORDER BY number DESC LIMIT ?""",  # noqa: S608 - words of ours
            before if before is not None else 2**62,
            some,
            some,
            by,
            by,
            hidden,
            limit,
        )
        return tuple(map(_line, rows))

    def first_after(self, number: int) -> JournalLine | None:
        """Return the line that was written next after line *number*."""
        row = self._connection.row(
            f"{_READ} WHERE number > ? ORDER BY number LIMIT 1",
            number,
        )
        return _line(row) if row else None

    def since_last_opening(
        self, *, hidden: bool = False
    ) -> tuple[datetime.datetime, dict[str, int]] | None:
        """Return when this copy was opened before this time, and how often each act came since.

        None when it was opened once at most; *hidden* as for `lines`.
        """
        opened = self._connection.rows(
            """SELECT number, time FROM journal WHERE act = 'opened' AND chain = ?
            ORDER BY number DESC LIMIT 2""",
            self.chain,
        )
        if len(opened) < 2:
            return None
        number, time = opened[1]
        counts = self._connection.rows(
            f"""SELECT act, count(*) FROM journal
            WHERE number > ? AND (? OR {_SHOWN}) GROUP BY act""",  # noqa: S608 - words of ours
            number,
            hidden,
        )
        return read_time(time), dict(counts)

    def since(self, at: datetime.datetime) -> dict[str, int]:
        """Return how often each act came from a moment on."""
        rows = self._connection.rows(
            "SELECT act, count(*) FROM journal WHERE time >= ? GROUP BY act", written_time(at)
        )
        return dict(rows)

    def last_opening(self, author: str) -> datetime.datetime | None:
        """Return when somebody, by their key slot, opened the folder last."""
        row = self._connection.row(
            """SELECT time FROM journal WHERE act = 'opened' AND author = ?
            ORDER BY number DESC LIMIT 1""",
            author,
        )
        return read_time(row[0]) if row else None

    def anchor(self) -> str:
        """Return the last link in four groups of four signs, for the foot of a sheet."""
        _, link = self._last()
        return _shortened(link)

    def end(self) -> tuple[str, int, bytes]:
        """Return this copy's chain, the place of its last line, and its link."""
        return (self.chain, *self._last())

    def link_at(self, chain: str, place: int) -> bytes | None:
        """Return the link of one line of a chain, None where this folder has none."""
        row = self._connection.row(
            "SELECT link FROM journal WHERE chain = ? AND place = ?", chain, place
        )
        return row[0] if row else None

    def line_of(self, anchor: str) -> JournalLine | None:
        """Return the line whose link a sheet bears, as a person types it."""
        start = _link_start(anchor)
        row = start and self._connection.row(
            f"{_READ} WHERE substr(link, 1, ?) = ?",
            _SHOWN_BYTES,
            start,
        )
        return _line(row) if row else None

    def verify(self) -> tuple[int, ...]:
        """Return the numbers of the lines that do not fit; none when the chains are whole."""
        wrong: list[int] = []
        chain, place, previous = "", 0, b""
        for row in self._connection.each(
            """SELECT number, chain, place, link, salt, words, time, act, author, record,
            commitment FROM journal ORDER BY chain, place"""
        ):
            number, its_chain, its_place, link, salt, words, *line = row
            if its_chain != chain:
                chain, place, previous = its_chain, 0, _start(its_chain)
            erased = salt is None and words is None
            fits = (
                its_place == place + 1
                and link == _link(previous, *line)
                and (erased or line[-1] == _commitment(salt or b"", words or ""))
            )
            if not fits:
                wrong.append(number)
            place, previous = its_place, link
        return tuple(wrong)

    def _must_be_here(self, row: JournalRow) -> None:
        here = self._connection.row(
            "SELECT 1 FROM journal WHERE chain = ? AND place = ? AND link = ?",
            row.chain, row.place, row.link,
        )  # fmt: skip
        if here is None:
            raise DamagedJournal

    def _put(self, row: JournalRow) -> None:
        self._connection.write(
            """INSERT INTO journal(chain, place, time, act, author, record, commitment,
            link, salt, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *astuple(row),
        )

    def _last(self, chain: str = "") -> tuple[int, bytes]:
        found = self._connection.row(
            "SELECT place, link FROM journal WHERE chain = ? ORDER BY place DESC LIMIT 1",
            chain or self.chain,
        )
        return (found[0], found[1]) if found else (0, _start(chain or self.chain))


def _line(row: Row) -> JournalLine:
    number, chain, place, time, act, author, record_id, commitment, salt, words = row
    whole = salt is not None and words is not None and _commitment(salt, words) == commitment
    words = words if whole else None
    return JournalLine(number, read_time(time), act, author, record_id, words, (chain, place))


def _start(chain: str) -> bytes:
    return hashlib.sha256(f"ensdesk journal chain {chain}".encode()).digest()


def _commitment(salt: bytes, words: str) -> bytes:
    return hashlib.sha256(salt + words.encode("utf-8", "replace")).digest()


def _link(
    previous: bytes, time: str, act: str, author: str, record: str | None, commitment: bytes
) -> bytes:
    line = ["ensdesk journal 1", previous.hex(), time, act, author, record, commitment.hex()]
    return hashlib.sha256(json.dumps(line, separators=(",", ":")).encode()).digest()


def _shortened(link: bytes) -> str:
    number = int.from_bytes(link[:_SHOWN_BYTES], "big")
    signs = "".join(_SIGNS[(number >> shift) & 31] for shift in range(75, -1, -5))
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def _link_start(anchor: str) -> bytes | None:
    """Return the bytes that `_shortened` wrote; None when 16 signs are not there."""
    typed = anchor.upper().translate(_LOOKALIKES)
    signs = [_SIGNS.index(sign) for sign in typed if sign in _SIGNS]
    if len(signs) != 16:
        return None
    return sum(
        sign << shift for sign, shift in zip(signs, range(75, -1, -5), strict=True)
    ).to_bytes(_SHOWN_BYTES, "big")
