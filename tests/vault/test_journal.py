"""A chain of acts: words can be erased, links cannot be changed unseen."""

import datetime
import re

import pytest

from ensdesk.record.record import RecordId
from ensdesk.vault.acts import LEFT, OPENING, WRITTEN, Act
from ensdesk.vault.clock import read_time, written_time
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.journal import Journal
from tests.vault.drawers import AUTHOR

AT = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)


def test_lines_come_back_the_latest_first(drawer: Drawer) -> None:
    """Page by page, with who, when and which record."""
    for number in range(5):
        drawer.journal.append(Act.RECORD_ADDED, RecordId(str(number)), f"mot {number}", at=AT)
    first = drawer.journal.lines(2)
    assert [line.words for line in first] == ["mot 4", "mot 3"]
    rest = drawer.journal.lines(10, before=first[-1].number)
    assert [line.words for line in rest] == ["mot 2", "mot 1", "mot 0"]
    assert (first[0].at, first[0].act, first[0].author) == (AT, "record-added", AUTHOR)
    assert first[0].record_id == "4"
    assert drawer.journal.verify() == ()


def test_who_opened_it_last(drawer: Drawer) -> None:
    """By the key slot; somebody who never came has no day."""
    later = AT + datetime.timedelta(days=1)
    for at in (AT, later):
        drawer.journal.append(Act.OPENED, author="marie", at=at)
    drawer.journal.append(Act.OPENED, author="paul", at=AT)
    assert drawer.journal.last_opening("marie") == later
    assert drawer.journal.last_opening("nobody") is None


def test_an_anchor_finds_its_line(drawer: Drawer) -> None:
    """Four groups of four signs, read aloud or typed badly, name one line."""
    anchors = []
    for words in ("a", "b", "c"):
        drawer.journal.append(Act.SHEET_PRINTED, words=words)
        anchors.append(drawer.journal.anchor())
    assert len(set(anchors)) == 3
    assert all(
        re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", a) for a in anchors
    )
    typed = anchors[1].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    line = drawer.journal.line_of(typed)
    assert line is not None
    assert line.words == "b"
    assert drawer.journal.line_of("0000-0000-0000-0000") is None


def test_erased_words_leave_the_chain_whole(drawer: Drawer) -> None:
    """Words lie beside the chain with the salt of their commitment."""
    drawer.journal.append(Act.RECORD_ADDED, words="secret")
    drawer.journal.append(Act.RECORD_ADDED, words="reste")
    anchor = drawer.journal.anchor()
    drawer.connection.write("UPDATE journal SET salt = NULL, words = NULL WHERE place = 1")
    assert drawer.journal.verify() == ()
    assert [line.words for line in drawer.journal.lines()] == ["reste", None]
    assert drawer.journal.anchor() == anchor


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET words = 'autre' WHERE place = 2",
        "UPDATE journal SET salt = zeroblob(16) WHERE place = 2",
        "UPDATE journal SET salt = NULL WHERE place = 2",
        "UPDATE journal SET time = '2020-01-01T00:00:00Z' WHERE place = 2",
        "UPDATE journal SET act = 'opened' WHERE place = 2",
        "UPDATE journal SET author = 'x' WHERE place = 2",
        "UPDATE journal SET record = 'x' WHERE place = 2",
        "UPDATE journal SET link = zeroblob(32) WHERE place = 2",
        "UPDATE journal SET chain = 'x' WHERE place = 2",
        "DELETE FROM journal WHERE place = 1",
        "DELETE FROM journal WHERE place = 2",
    ],
)
def test_every_change_is_seen(drawer: Drawer, change: str) -> None:
    """A line changed, taken out or moved to another chain no longer fits."""
    for words in ("a", "b", "c"):
        drawer.journal.append(Act.RECORD_ADDED, words=words)
    drawer.connection.write(change)
    assert drawer.journal.verify()


def test_damaged_words_are_not_shown(drawer: Drawer) -> None:
    """Words that do not fit their commitment count as not there."""
    drawer.journal.append(Act.RECORD_ADDED, words="a")
    drawer.connection.write("UPDATE journal SET words = 'b'")
    assert [line.words for line in drawer.journal.lines()] == [None]


def test_each_copy_writes_a_chain_of_its_own(drawer: Drawer) -> None:
    """The union of two chains is still whole."""
    other = Journal(drawer.connection, "other", AUTHOR)
    start = drawer.journal.anchor()
    for words in ("a", "b"):
        drawer.journal.append(Act.OPENED, words=words)
        other.append(Act.OPENED, words=words, author="autre")
    assert drawer.journal.verify() == ()
    assert start != other.anchor() != drawer.journal.anchor()
    assert drawer.journal.lines(1)[0].author == "autre"


def test_some_acts_and_some_people_alone(drawer: Drawer) -> None:
    """The list is narrowed to acts, to people, to both."""
    drawer.journal.append(Act.OPENED, words="a")
    drawer.journal.append(Act.RECORD_ADDED, words="b")
    drawer.journal.append(Act.OPENED, words="c", author="marie")

    def words(**some: object) -> list[str | None]:
        return [line.words for line in drawer.journal.lines(**some)]

    assert words(acts={Act.OPENED}) == ["c", "a"]
    assert words(authors={AUTHOR}) == ["b", "a"]
    assert words(acts={Act.OPENED}, authors={AUTHOR}) == ["a"]
    assert words(acts={Act.CONSENT}) == []


def test_the_line_written_next(drawer: Drawer) -> None:
    """After the last line there is none."""
    drawer.journal.append(Act.OPENED, words="a")
    drawer.journal.append(Act.OPENED, words="b")
    first = drawer.journal.lines()[-1]
    following = drawer.journal.first_after(first.number)
    assert following is not None
    assert following.words == "b"
    assert drawer.journal.first_after(following.number) is None


def test_every_act_is_in_one_part() -> None:
    """Printed or copied, openings, or writing: a filter leaves no act out."""
    assert frozenset(Act) == LEFT | OPENING | WRITTEN
    assert len(LEFT) + len(OPENING) + len(WRITTEN) == len(Act)


def test_times_are_utc_and_a_broken_one_is_no_bug() -> None:
    """A clock is only shown: what cannot be read is the year 1."""
    paris = datetime.timezone(datetime.timedelta(hours=1))
    assert written_time(AT.astimezone(paris)) == "2026-11-23T08:30:00Z"
    assert read_time("2026-11-23T08:30:00Z") == AT
    assert read_time("hier").year == 1
