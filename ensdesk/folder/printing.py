"""Sheets on paper, and whether those on the fridge still tell the truth."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass, replace

from ensdesk.folder.folder import Folder
from ensdesk.folder.stays_on_sheet import EMERGENCY, staying
from ensdesk.kinds.document import Document
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.medication import Medication
from ensdesk.paper.sheets import SHEETS, Printed, Sheet, is_sheet, sheet_named
from ensdesk.record.contents import Contents
from ensdesk.record.payload import to_payload
from ensdesk.record.record import RecordId
from ensdesk.vault.acts import Act

_PRINTED = "printed-sheets"
_STAYED = "printed-emergency-sheet"
_NONE_STAYED = "none"


@dataclass(frozen=True, slots=True)
class LastPrint:
    """When a sheet was printed, and the digest of what it showed."""

    on: datetime.date
    shown: str


def sheet_pdf(
    contents: Contents,
    name: str,
    today: datetime.date,
    anchor: str = "",
    months: int | None = 12,
    about: str = "",
    points: int | None = None,
) -> bytes:
    """Return the sheet *name* as a tagged PDF; its charts go *months* back, None for all.

    *about* is what a sheet for one thing is about (`Printed`), *points* the size of its type.
    """
    usual = Printed(today=today, anchor=anchor, months=months, about=about)
    printed = replace(usual, points=points) if points else usual
    return sheet_named(name).make(contents, printed)


def cover_pdf(folder: Folder, record_id: RecordId, pages: int, today: datetime.date) -> bytes:
    """Return the page that goes before a paper of *pages* (lane of the vault)."""
    from ensdesk.paper.cover_sheet import cover_sheet

    document = folder.record(record_id)
    if not isinstance(document, Document):
        raise TypeError("only a paper has a cover")
    whose = Contents.of([folder.section(Identity)])
    return cover_sheet(whose, document, pages, Printed(today, folder.anchor()))


def sheet_names() -> tuple[str, ...]:
    """Return the names of all sheets, in the order shown."""
    return tuple(sheet.name for sheet in SHEETS)


def printed(folder: Folder, name: str, contents: Contents, on: datetime.date | None = None) -> None:
    """Remember that the sheet *name* of *contents* is on paper, since today or since *on*.

    *contents* are those that anybody who helps may see: theirs are compared with them.
    """
    day = on or folder.today()
    prints = last_prints(folder)
    prints[name] = LastPrint(day, _digest(sheet_named(name), contents, day))
    _keep(folder, prints)
    if name == EMERGENCY and folder.vault.private is not None:
        folder.vault.private.aside.put(_STAYED, _digest_staying(folder, day).encode())
    folder.note(Act.SHEET_PRINTED, name)


def forget_shown(folder: Folder) -> None:
    """Keep nothing of what no longer stands in the folder: not even the digest of a sheet."""
    gone = {sheet.name for sheet in sheets_to_redo(folder, folder.open_part.contents())}
    _keep(
        folder,
        {
            name: LastPrint(last.on, "") if name in gone else last
            for name, last in last_prints(folder).items()
        },
    )


def last_prints(folder: Folder) -> dict[str, LastPrint]:
    """Return what was printed last, by the name of the sheet."""
    kept = json.loads(folder.vault.kept_aside(_PRINTED) or b"{}")
    return {
        name: LastPrint(datetime.date.fromisoformat(on), shown)
        for name, (on, shown) in kept.items()
        if is_sheet(name)  # a newer program knows others
    }


def _keep(folder: Folder, prints: dict[str, LastPrint]) -> None:
    kept = {name: [last.on.isoformat(), last.shown] for name, last in prints.items()}
    folder.vault.keep_aside(_PRINTED, json.dumps(kept).encode())


def sheets_to_redo(folder: Folder, contents: Contents) -> tuple[Sheet, ...]:
    """Return the sheets whose paper no longer shows what the folder says."""
    today = folder.today()
    known = [(sheet_named(name), last) for name, last in last_prints(folder).items()]
    if folder.drawers.hides:  # sheets are made of what anybody who helps may see
        kinds = {kind for sheet, _last in known for kind in sheet.kinds}
        contents = Contents.of(map(folder.open_part.section, kinds))
    return tuple(
        sheet
        for sheet, last in known
        if last.shown != _digest(sheet, contents, today)
        or (sheet.name == EMERGENCY and _stayed_otherwise(folder, last.on))
    )


def _stayed_otherwise(folder: Folder, on: datetime.date) -> bool:
    """Say whether the sheet printed on a day shows other private records than those that stay."""
    private = folder.vault.private
    if private is None:
        return False
    shown = (private.aside.get(_STAYED) or b"").decode()
    return (shown or _NONE_STAYED) != _digest_staying(folder, on)


def _digest_staying(folder: Folder, day: datetime.date) -> str:
    """Return the day and the digest of what stays on the emergency sheet; nothing if nothing."""
    stays = [[to_payload(one), not one.over_on(folder.today())] for one in staying(folder)]
    if not stays:
        return _NONE_STAYED
    whole = json.dumps([day.isoformat(), stays], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def _digest(sheet: Sheet, contents: Contents, today: datetime.date) -> str:
    """Return the digest of what the sheet shows: a medicine whose end has come leaves it too."""
    shown: list[object] = []
    for kind in sheet.kinds:
        section = contents.section(kind)
        by_id = sorted(section.records, key=lambda record: record.id)
        shown += [kind.slug, str(section.none_on), *map(to_payload, by_id)]
        shown += [dict(section.parts)] if section.parts else []  # those that were not read
        shown += [record.taken_on(today) for record in by_id if isinstance(record, Medication)]
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()
