"""Taking in the news of another computer: papers' bytes first, then the rows, then the keys."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.beside import spoken_in, take_beside
from ensdesk.vault.document_store import DocumentStore, Kept
from ensdesk.vault.drawer import MAIN, PRIVATE, Drawer
from ensdesk.vault.header import Header, NotAHeader, decode, encode
from ensdesk.vault.key_lists import agreed, answered, differ, must_keep, must_let_in
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.merge import Merged, merge
from ensdesk.vault.moving import finish_moves
from ensdesk.vault.news import DrawerNews, News, must_fit
from ensdesk.vault.news_file import DamagedNews, ForeignNews, Papers
from ensdesk.vault.revision import DamagedRecord
from ensdesk.vault.signature import HeaderForged, check_signature
from ensdesk.vault.streams import Progress, Stop
from ensdesk.vault.vault import Vault

_OTHER_LIST = "other-list"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was new: the records concerned, and how many lines of the journal."""

    records: tuple[RecordId, ...]
    lines: int


def must_be_for(vault: Vault, news: News) -> None:
    """Raise what speaks against *news* before anything is kept of them.

    HolderOnly, ForeignNews, SideStopped, StoppedHere, OwnNews, NewsTooShort.
    """
    here, theirs = vault.locks.header, news.header
    if vault.private is None:
        raise HolderOnly
    if (theirs.folder_id, theirs.verify) != (here.folder_id, here.verify):
        raise ForeignNews
    try:
        check_signature(theirs)
    except HeaderForged:
        raise ForeignNews from None
    must_let_in(here, vault.locks.slot, theirs, news.slot)
    for drawer in vault.drawers:
        must_fit(drawer, news.drawers[drawer.name])


def keep_papers(
    documents: DocumentStore,
    news: News,
    papers: Papers,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> tuple[str, ...]:
    """Keep the bytes of papers that are not here yet; return their names.

    Raises Stopped and the troubles of the place; then nothing stays.
    """
    kept: list[str] = []
    done = 0
    try:
        for paper in news.papers():
            if _keep(documents, papers, paper.row.kept, stop):
                kept.append(paper.row.kept.name)
            done += paper.row.kept.age_size
            if progress:
                progress(done)
    except BaseException:
        leave_papers(documents, kept)
        raise
    return tuple(kept)


def leave_papers(documents: DocumentStore, names: Sequence[str]) -> None:
    """Forget bytes that were kept for news that are not taken in."""
    with contextlib.suppress(Trouble):
        for name in names:
            documents.discard(name)


def take(vault: Vault, news: News, kept: Sequence[str]) -> Taken:
    """Take in *news*: each drawer whole or not at all, the private one first.

    What the other side moved while it was changed here is moved along. Bytes that no row names in
    the end are forgotten again. Raises as `must_be_for`, DamagedNews,
    DamagedJournal, and the troubles of the place; taking again then goes on.
    """
    told = news.drawers[PRIVATE].said.beside
    try:
        must_be_for(vault, news)
        before = {one.record_id for one in told if vault.drawers[-1].revisions.holds(one.record_id)}
        done = [_merged(vault, drawer, news) for drawer in reversed(vault.drawers)]
    finally:
        named = {row.kept.name for drawer in vault.drawers for row in drawer.papers.all()}
        leave_papers(vault.documents, [name for name in kept if name not in named])
    main, private = vault.drawers
    spoken = spoken_in(news.drawers[MAIN].said.lines, private)
    private.commit(lambda: take_beside(main, private, (*told, *spoken), before))
    finish_moves(main, private, vault.documents)
    _follow(vault, news)
    records = tuple(record_id for merged in done for record_id in merged.records)
    return Taken(records, sum(merged.lines for merged in done))


def waiting_list(vault: Vault) -> Header | None:
    """Return another list of keys of the same generation that waits for the holder's answer."""
    kept = vault.kept_aside(_OTHER_LIST)
    other = None
    if kept is not None:
        with contextlib.suppress(NotAHeader):
            other = decode(kept)
    return other if other and differ(vault.locks.header, other) else None


def answer_list(vault: Vault, which: str) -> None:
    """Follow the list of keys `here`, `there`, or `both`. Raises StoppedHere."""
    other = waiting_list(vault)
    if other is not None:
        wanted = answered(vault.locks.header, other, which)
        must_keep(vault.locks.slot, wanted)
        vault.follow(wanted)
    vault.keep_aside(_OTHER_LIST, None)


def _merged(vault: Vault, drawer: Drawer, news: News) -> Merged:
    told = news.drawers[drawer.name]
    try:
        return merge(drawer, vault.documents, told.said, _meeting(drawer, told))
    except (ValueError, DamagedRecord):
        raise DamagedNews from None


def _meeting(drawer: Drawer, told: DrawerNews) -> Callable[[], None]:
    since = drawer.meetings.top()
    return lambda: drawer.meetings.met(
        told.whence, drawer.journal.chain, since=since, at=told.top, theirs=told.seen
    )


def _follow(vault: Vault, news: News) -> None:
    here, theirs = vault.locks.header, news.header
    if differ(here, theirs):
        vault.keep_aside(_OTHER_LIST, encode(theirs))
        return
    wanted = agreed(here, theirs)
    if wanted is not None:
        vault.follow(wanted)
    if theirs.generation >= here.generation:
        vault.keep_aside(_OTHER_LIST, None)


def _keep(documents: DocumentStore, papers: Papers, kept: Kept, stop: Stop | None) -> bool:
    if documents.has(kept):
        return False
    closed = papers.open(kept)
    if closed is None:
        return False
    with closed:
        return documents.keep_closed(kept, closed, stop=stop)
