"""« Mettre les deux ordinateurs d’accord »: what is new goes on a key, and is read from it."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path

from ensdesk.folder.folder import Folder
from ensdesk.folder.key_gone import gone_from
from ensdesk.folder.known_doubles import known_doubles
from ensdesk.kinds import KINDS
from ensdesk.language import N_
from ensdesk.record.record import Record
from ensdesk.trouble import Trouble
from ensdesk.vault.acts import Act
from ensdesk.vault.bundle import Bundle
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.news import News, gather
from ensdesk.vault.news_file import open_news, write_news
from ensdesk.vault.storage_trouble import PlaceGone
from ensdesk.vault.streams import Progress, Stop
from ensdesk.vault.taking import keep_papers, leave_papers, take

_NAME = "ensdesk-nouveautes"


class NothingOnKey(Trouble):
    """No news of another computer lie there."""

    words = N_("There is nothing here from your other computer.")
    advice = N_("On the other computer, first put what is new on the key.")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes on the key, and what seals it. It holds secrets: for memory alone."""

    news: News
    keys: Bundle
    mark: str  # of this folder on this computer, in names of files


@dataclass(frozen=True, slots=True)
class Incoming:
    """News that were read and proved; the bytes of new papers are kept beside the folder."""

    news: News
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """How many lines of the folder are new or changed by it."""

    lines: int


def may_have_another(folder: Folder) -> bool:
    """Say whether this folder can be on another computer too: it was met, or a double was made."""
    if folder.helped_by is not None:
        return False
    return bool(folder.vault.main.meetings.known().others() or known_doubles(folder))


def outgoing(folder: Folder) -> Outgoing:
    """Return what another computer may not know yet (lane of the vault). Raises HolderOnly."""
    return Outgoing(gather(folder.vault), folder.vault.locks.all_keys, _mark(folder))


def put_in(
    documents: DocumentStore,
    out: Outgoing,
    place: Path,
    today: datetime.date,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Path:
    """Write the news into the directory *place* (lane of work); older ones of ours go.

    Raises as `write_news`.
    """
    path = place / f"{_NAME}-{out.mark}-{today.isoformat()}.age"
    try:
        write_news(path, out.news, out.keys, documents, progress=progress, stop=stop)
    except PlaceGone as trouble:
        raise gone_from(place, trouble) from None
    with contextlib.suppress(OSError):
        for older in place.glob(f"{_NAME}-{out.mark}-*.age"):
            if older != path:
                older.unlink()
    return path


def note_put(folder: Folder, out: Outgoing) -> None:
    """Write in the journal that it went (lane of the vault)."""
    folder.note(Act.NEWS_GIVEN, str(out.news.count))


def lying_in(folder: Folder, place: Path) -> Path:
    """Return the latest news of another computer about this folder. Raises NothingOnKey."""
    mark = _mark(folder)
    whose = mark.partition("-")[0]
    found = [
        path for path in place.glob(f"{_NAME}-{whose}-*.age") if not path.match(f"{_NAME}-{mark}-*")
    ]
    if not found:
        raise NothingOnKey
    return max(found, key=lambda path: path.stem[-10:])  # each ends with its day


def read_from(
    documents: DocumentStore,
    keys: Bundle,
    path: Path,
    *,
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Incoming:
    """Read and prove news, and keep the papers that are not here (lane of work).

    Raises as `open_news` and `keep_papers`; then nothing stays.
    """
    try:
        with open_news(path, keys, stop=stop) as (news, papers):
            return Incoming(
                news, keep_papers(documents, news, papers, progress=progress, stop=stop)
            )
    except PlaceGone as trouble:
        raise gone_from(path.parent, trouble) from None


def leave(documents: DocumentStore, incoming: Incoming) -> None:
    """Forget the papers of news that are not taken in."""
    leave_papers(documents, incoming.kept)


def take_in(folder: Folder, incoming: Incoming) -> Agreed:
    """Write what was read (lane of the vault). Raises as `take`."""
    taken = take(folder.vault, incoming.news, incoming.kept)
    if taken.records or taken.lines:
        folder.note(Act.NEWS_TAKEN, str(len(taken.records)))
    for record_id in taken.records:
        folder.forget_changes(record_id)
    folder.changed(frozenset[type[Record]](KINDS))
    return Agreed(len(taken.records))


def agree(folder: Folder, path: Path) -> Agreed:
    """Read the news at *path* and take them in, one after the other."""
    vault = folder.vault
    return take_in(folder, read_from(vault.documents, vault.locks.all_keys, path))


def _mark(folder: Folder) -> str:
    """Return eight signs that tell nothing: whose news a file holds, and of which computer."""
    names = (folder.vault.folder_id, folder.vault.main.journal.chain)
    return "-".join(hashlib.sha256(name.encode()).hexdigest()[:4] for name in names)
