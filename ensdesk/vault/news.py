"""News: what one computer of the holder has to tell another that has the same folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ensdesk.language import N_
from ensdesk.record.record import RecordId
from ensdesk.trouble import Trouble
from ensdesk.vault.beside import said_beside
from ensdesk.vault.drawer import PRIVATE, Drawer
from ensdesk.vault.header import Header
from ensdesk.vault.locks import HolderOnly
from ensdesk.vault.meetings import Mark
from ensdesk.vault.merge import Said
from ensdesk.vault.paper_rows import PaperSaid
from ensdesk.vault.vault import Vault


class OwnNews(Trouble):
    """The key was not taken to the other computer in between."""

    words = N_("What is on this key comes from this computer.")
    advice = N_("Take the key to the other computer, and read it there.")


class NewsTooShort(Trouble):
    """What the other computer believes to be here is not."""

    words = N_("Something from before is missing on this key.")
    advice = N_("First put what is new here on a key, and read it on the other computer.")


@dataclass(frozen=True, slots=True)
class DrawerNews:
    """What is told of one drawer: its rows, and from where to where they go.

    `enough_for`: the copies for which this is enough; empty: it is all there is. `seen`: how far
    the sender has seen the other copies.
    """

    whence: str
    top: Mark
    enough_for: tuple[str, ...]
    seen: Mapping[str, Mark]
    said: Said = field(repr=False)


@dataclass(frozen=True, slots=True)
class News:
    """What one computer tells: its list of keys, and each drawer."""

    header: Header = field(repr=False)
    slot: str
    drawers: Mapping[str, DrawerNews]

    def papers(self) -> Iterator[PaperSaid]:
        """Yield every paper that is told of, each file once."""
        each = (paper for drawer in self.drawers.values() for paper in drawer.said.papers)
        yield from {paper.row.kept.name: paper for paper in each}.values()

    @property
    def count(self) -> int:
        """Return how many revisions are told."""
        return sum(len(drawer.said.revisions) for drawer in self.drawers.values())


def gather(vault: Vault) -> News:
    """Return what other computers may not know yet; where none is known, everything.

    Raises HolderOnly for whoever only helps.
    """
    if vault.private is None:
        raise HolderOnly
    drawers = {drawer.name: _told(drawer) for drawer in vault.drawers}
    return News(vault.locks.header, vault.locks.slot_id, drawers)


def must_fit(drawer: Drawer, news: DrawerNews) -> None:
    """Raise OwnNews, or NewsTooShort when rows before these never came here."""
    own, seen = drawer.journal.chain, drawer.meetings.known().seen
    if news.whence == own:
        raise OwnNews
    # Who has seen as much of a third copy as the sender lacks nothing that this copy has.
    as_good = (
        other in seen and other in news.seen and seen[other].covers(news.seen[other])
        for other in news.enough_for
    )
    if news.enough_for and own not in news.enough_for and not any(as_good):
        raise NewsTooShort


def _told(drawer: Drawer) -> DrawerNews:
    known, top = drawer.meetings.known(), drawer.meetings.top()
    others = known.others()
    parts = [part for other in others for part in known.waiting(other, top)] or [(Mark(), top)]
    revisions = {
        revision.id: revision
        for after, up_to in sorted(parts)
        for revision in drawer.revisions.log.between(after.revision, up_to.revision)
    }
    lines = {
        (row.chain, row.place): row
        for after, up_to in sorted(parts)
        for row in drawer.journal.rows(after.line, up_to.line)
    }
    concerned = dict.fromkeys(revision.record_id for revision in revisions.values())
    return DrawerNews(
        whence=drawer.journal.chain,
        top=top,
        enough_for=others,
        seen=known.seen,
        said=Said(
            revisions=tuple(revisions.values()),
            lines=tuple(lines.values()),
            papers=tuple(_papers(drawer, concerned)),
            people=drawer.said_people(),
            beside=tuple(said_beside(drawer)) if drawer.name == PRIVATE else (),
        ),
    )


def _papers(drawer: Drawer, record_ids: Iterable[RecordId]) -> Iterator[PaperSaid]:
    for record_id in record_ids:
        paper = drawer.papers.said(record_id)
        if paper is not None:
            yield paper
