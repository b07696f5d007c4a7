"""Erasing one record for good: its words go from every table, the links of its history stay."""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable

from ensdesk.record.record import RecordId
from ensdesk.vault.acts import Act
from ensdesk.vault.aside import DRAFT, LINES
from ensdesk.vault.document_store import DocumentStore
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.revision import DamagedRecord


def erase(
    drawer: Drawer,
    documents: DocumentStore,
    record_id: RecordId,
    at: datetime.datetime | None = None,
    beside: Callable[[], object] = lambda: None,
) -> bool:
    """Erase what was ever written about a record, live or retired; False when there is nothing.

    Its bytes are gone from the database file and its journal when this returns. What *beside*
    writes is committed with it. The row of a paper goes first and with it the only key of its
    bytes: a power cut before the bytes go leaves something that nobody can read, which `check`
    tells.
    """

    def job() -> str | None:
        file = forget_words(drawer, record_id)
        drawer.revisions.erase(record_id, at)
        drawer.journal.append(Act.RECORD_ERASED, record_id, at=at)
        beside()
        return file

    if not drawer.revisions.holds(record_id):
        return False
    file = drawer.commit(job)
    drawer.search.forget_old()
    drawer.settle()  # the pages of the write-ahead log still hold the words
    if file is not None:
        documents.discard(file)
    return True


def forget_words(drawer: Drawer, record_id: RecordId) -> str | None:
    """Take away what lies beside the revisions of a record; return the file nobody names now.

    The row of its paper with the words and images of the pages, the journal's words, drafts.
    """
    file = drawer.papers.forget(record_id)
    names = [str(record_id)]
    with contextlib.suppress(DamagedRecord):  # what is damaged must go too
        last = drawer.revisions.view.get(record_id)
        names += [last.headline] if last else []
    drawer.journal.erase_words(record_id)
    drawer.aside.put(LINES + record_id, None)
    told = [json.dumps(name)[1:-1].encode() for name in names if name]
    for key, draft in drawer.aside.starting(DRAFT).items():
        if any(name in draft for name in told):
            drawer.aside.put(key, None)
    return file
