"""An open health folder and what a person can do in it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from ensdesk.folder.both_drawers import BothDrawers
from ensdesk.folder.change import Change
from ensdesk.folder.lists import Lists
from ensdesk.kinds.declaration import Declaration
from ensdesk.language import N_, _
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import Record, RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.aside import DRAFT
from ensdesk.vault.bundle import HOLDER
from ensdesk.vault.clock import read_time
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.journal import JournalLine
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.search_index import Match
from ensdesk.vault.vault import Vault

Kinds = frozenset[type[Record]]
Clock = Callable[[], datetime.datetime]

_KEY_SHEET = "key-sheet"


@dataclass(frozen=True, slots=True)
class Writing:
    """Who wrote a record (a first name), and when, in local time."""

    who: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Hit:
    r"""Something found: its record, the page of a paper, the words around (marked \x02…\x03)."""

    record: Record
    page: int | None
    excerpt: str


def local_now() -> datetime.datetime:
    """Return this moment with the zone of this computer."""
    return datetime.datetime.now().astimezone()


class Folder(Lists):
    """Every method that reads or changes blocks: call it from the lane of the vault."""

    is_example: ClassVar[bool] = False

    def __init__(self, vault: Vault, clock: Clock = local_now) -> None:
        self.vault = vault
        self.changed: Callable[[Kinds], None] = lambda _kinds: None
        self.after_close: Callable[[], object] = lambda: None
        author = vault.locks.slot_id
        self.helped_by = None if vault.locks.role == HOLDER else vault.main.name_of(author)
        # Whoever helps does not see what the holder left half written.
        self._draft = DRAFT if self.helped_by is None else f"{DRAFT}-{author}"
        self._clock = clock
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def may_change(self) -> bool:
        """Say whether whoever opened the folder may write in it."""
        return not self.vault.main.reads_only

    def now(self) -> datetime.datetime:
        """Return this moment, by the clock of the folder."""
        return self._clock()

    def today(self) -> datetime.date:
        return self.now().date()

    @property
    def drawers(self) -> BothDrawers:
        """Return what whoever opened the folder may read."""
        return BothDrawers(self.vault.main, self.vault.private)

    @property
    def open_part(self) -> Lists:
        """Return what anybody who helps may see: sheets and copies begin with it."""
        return _OpenPart(self.vault)

    def who(self, author: str) -> str:
        """Return the first name behind a key slot, « (aide) » after that of whoever helps."""
        main, slots = self.vault.main, self.vault.locks.slots()
        own = [slot.id for slot in slots if slot.role == HOLDER]
        name = main.name_of(author)
        if author in own:  # only the way that made the folder has a name of its own
            return name or next(filter(None, map(main.name_of, own)), "")
        return _(N_("{name} (helping)")).format(name=name) if name else ""

    def writing(self, record_id: RecordId) -> Writing | None:
        """Return who wrote the record as it is now, and when."""
        written = self.drawers.written(record_id)
        if written is None:
            return None
        return Writing(self.who(written.author), written.at.astimezone())

    def writings(self) -> dict[RecordId, Writing]:
        """Return who wrote each live record as it is now, and when."""
        each = self.drawers.writings()
        names = {author: self.who(author) for author in {author for author, _time in each.values()}}
        return {
            record_id: Writing(names[author], read_time(time).astimezone())
            for record_id, (author, time) in each.items()
        }

    def find(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return where the words of *text* stand, in records and on the pages of papers."""
        return self._hits(self.drawers.find(lambda index: index.find(text, limit), limit))

    def find_near(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return where words are that are said alike, or that differ by one letter."""
        return self._hits(self.drawers.find(lambda index: index.near(text, limit), limit))

    def journal(
        self,
        limit: int = 100,
        before: Sequence[int] | None = None,
        *,
        acts: Collection[str] = (),
        authors: Collection[str] = (),
    ) -> tuple[JournalLine, ...]:
        """Return what was done, the latest first: everything, or some *acts*, or by *authors*.

        *before* is `seen` of the last line read before.
        """
        return self.drawers.lines(limit, before, acts, authors)

    # Changing

    def do(self, change: Change, beside: Callable[[], object] = lambda: None) -> None:
        """Apply *change* whole or not at all, and remember how to undo it.

        What *beside* writes is committed with it.
        """
        change = Change(
            change.name,
            before=tuple(map(self._placed, change.before)),
            after=tuple(map(self._placed, change.after)),
        )
        self._apply(change, beside)
        self._done.append(change)
        self._undone.clear()

    def save(self, record: Record) -> None:
        """Add *record*, or put it in the place of the one with the same id."""
        old = self.record(self._placed(record).id)
        if old is None:
            self.do(Change(N_("Add"), after=(record,)))
        else:
            self.do(Change(N_("Change"), before=(old,), after=(record,)))

    def retire(self, record: Record) -> None:
        """Take *record* out of the lists; it can come back."""
        self.do(Change(N_("Take away"), before=(record,)))

    def declare_none(self, kind: type[Record]) -> None:
        """Write that the person said today: there is nothing to list here."""
        self.save(Declaration(about=kind.slug, date=PartialDate.of(self.today())))

    def put_back(self, record: Record) -> None:
        """Bring *record*, as it was when it was retired, back into the lists."""
        self.do(Change(N_("Put back"), after=(record,)))

    @property
    def undoes(self) -> Change | None:
        """What `undo` takes back."""
        return self._done[-1] if self._done else None

    @property
    def redoes(self) -> Change | None:
        """What `redo` does again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Change | None:
        """Take the last change back and return it; None when there is none.

        It adds to the history and never rewrites it.
        """
        change = self.undoes
        if change is not None:
            self._apply(change.reversed())
            self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change | None:
        """Do again what was taken back last and return it; None when there is none."""
        change = self.redoes
        if change is not None:
            self._apply(change)
            self._done.append(self._undone.pop())
        return change

    def forget_changes(self, record_id: RecordId) -> None:
        """Forget how to undo what was done with a record that is erased."""
        self._done = [change for change in self._done if not change.concerns(record_id)]
        self._undone = [change for change in self._undone if not change.concerns(record_id)]

    def begin(self, contents: Contents) -> None:
        """Write the first records of a new folder: nothing before them can be undone."""
        sections = contents.sections.values()
        said = (
            Declaration(about=section.kind.slug, date=section.none_on)
            for section in sections
            if section.none_on
        )
        first = [*(record for section in sections for record in section.records), *said]
        self._write(self.vault.main, tuple(map(self._placed, first)), Act.CONSENT)

    # Notes of the program itself

    def note(self, act: Act, words: str = "") -> None:
        """Write a line in the journal about something that changes no record."""
        self.vault.main.journal.append(act, words=words, at=self._clock())

    def keep_draft(self, page: str, values: Mapping[str, object]) -> None:
        """Keep the half-filled page *page* for the next opening, where nobody else reads it."""
        self.vault.drawers[-1].aside.put(self._draft, json.dumps([page, values]).encode())

    def take_draft(self) -> tuple[str, dict[str, object]] | None:
        """Return the name and the values of the half-filled page, and forget them."""
        aside = self.vault.drawers[-1].aside
        kept = aside.get(self._draft)
        if kept is None:
            return None
        aside.put(self._draft, None)
        page, values = json.loads(kept)
        return page, values

    def key_sheet_proved(self) -> bool:
        """Say whether the person has shown that the key sheet is on paper."""
        return self.key_sheet_seen() is not None

    def key_sheet_seen(self) -> tuple[str, datetime.date] | None:
        """Return whether the key sheet was last `proved` or `tried`, and when."""
        kept = self.vault.kept_aside(_KEY_SHEET)
        if kept is None:
            return None
        how, _space, day = kept.decode().partition(" ")
        return how, datetime.date.fromisoformat(day) if day else datetime.date.min

    def prove_key_sheet(self) -> None:
        """Note that two words were found again on the paper."""
        self._see_key_sheet("proved")
        self.note(Act.KEY_SHEET_PROVED)

    def try_key_sheet(self) -> None:
        """Note that its 12 words opened the folder."""
        self._see_key_sheet("tried")
        self.note(Act.KEY_SHEET_TRIED)

    def _see_key_sheet(self, how: str) -> None:
        self.vault.keep_aside(_KEY_SHEET, f"{how} {self.today().isoformat()}".encode())

    def forget_key_sheet(self) -> None:
        """Note that the paper has to be proved (again): there are new words."""
        self.vault.keep_aside(_KEY_SHEET, None)

    def opened(self, wrong_tries: int) -> None:
        """Write in the journal that the folder was opened, and the wrong tries before it."""
        if wrong_tries:
            self.note(Act.WRONG_SECRET, str(wrong_tries))
        self.note(Act.OPENED)

    def close(self) -> None:
        """Leave plain files on the disk; `after_close` follows."""
        self.vault.close()
        self.after_close()

    def anchor(self) -> str:
        """Return the last link of the journal, for the foot of a sheet."""
        return self.vault.main.journal.anchor()

    def _hits(self, matches: Iterable[Match]) -> tuple[Hit, ...]:
        each = tuple(matches)
        known = self.drawers.many({match.record_id for match in each})
        return tuple(
            Hit(known[match.record_id], match.page, match.excerpt)
            for match in each
            if match.record_id in known
        )

    def _placed(self, record: Record) -> Record:
        """Give a record of a `single` kind the one id that it has in this folder."""
        return replace(record, id=self.vault.main.revisions.fixed_id(record))

    def _apply(self, change: Change, beside: Callable[[], object] = lambda: None) -> None:
        """Write each record where it lies, a new one in main; both drawers, or none."""
        gone = [Removal(record.id) for record in change.retired()]
        every: tuple[Record | Removal, ...] = (*change.after, *gone)
        inside: list[Record | Removal] = []
        outside: list[Record | Removal] = []
        drawers = self.drawers
        for one in every:
            record_id = one.record_id if isinstance(one, Removal) else one.id
            (outside if drawers.of(record_id) is drawers.main else inside).append(one)

        def write() -> None:
            beside()
            self._write(drawers.main, outside)

        def write_both(private: Drawer) -> None:
            self._write(private, inside)
            drawers.main.commit(write)

        if drawers.private and inside:
            drawers.private.commit(partial(write_both, drawers.private))
        else:
            drawers.main.commit(write)
        self.changed(change.kinds())

    def _write(
        self, drawer: Drawer, changes: Sequence[Record | Removal], act: str | None = None
    ) -> None:
        drawer.revisions.write(changes, act, at=self._clock())


class _OpenPart(Lists):
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @property
    def drawers(self) -> BothDrawers:
        return BothDrawers(self._vault.main, None)
