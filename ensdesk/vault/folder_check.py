"""Reading and proving everything a folder holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ensdesk.language import N_
from ensdesk.record.record import RecordId
from ensdesk.vault.document_store import DamagedPaper, DocumentStore, MissingPaper
from ensdesk.vault.drawer import MAIN, PRIVATE, Drawer
from ensdesk.vault.paper_rows import PaperRow
from ensdesk.vault.vault_file import FolderDamaged, check_file

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written; `words` are an English msgid."""

    words: str
    drawer: str = MAIN
    record_id: RecordId | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was proved and what was found. `strays` are papers' bytes that no row names."""

    findings: tuple[Finding, ...]
    records: int
    papers: int
    journal_lines: int
    bytes: int
    strays: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        return not self.findings


def check_folder(
    drawers: Sequence[Drawer], documents: DocumentStore, progress: Progress | None = None
) -> CheckReport:
    """Prove every page, row, line and paper. *progress* gets (bytes done, bytes in all).

    It stops where *progress* raises, `Stopped` for example.
    Bytes without a row are told only when the papers of both drawers are known: they may be
    private.
    """
    for drawer in drawers:
        drawer.settle()
    sizes = [drawer.connection.path.stat().st_size for drawer in drawers]
    listed = [_papers(drawer) for drawer in drawers]
    papers = [
        (drawer, row) for drawer, rows in zip(drawers, listed, strict=True) for row in rows or ()
    ]
    whole = sum(sizes) + sum(row.kept.age_size for _, row in papers)
    done = 0
    findings: list[Finding] = []
    for drawer, size in zip(drawers, sizes, strict=True):
        findings += drawer_findings(drawer)
        done += size
        if progress:
            progress(done, whole)
    for drawer, row in papers:
        told = _telling(progress, done, whole)
        try:
            documents.verify(row.kept, progress=told)
        except MissingPaper:
            findings.append(Finding(N_("A paper is missing."), drawer.name, row.record_id))
        except DamagedPaper:
            findings.append(Finding(N_("A paper is damaged."), drawer.name, row.record_id))
        done += row.kept.age_size
        told(row.kept.age_size)
    known = {row.kept.name for _, row in papers}
    both = {drawer.name for drawer in drawers} == {MAIN, PRIVATE} and None not in listed
    return CheckReport(
        findings=tuple(findings),
        records=sum(_count(drawer, "record") for drawer in drawers),
        papers=len(papers),
        journal_lines=sum(_count(drawer, "journal") for drawer in drawers),
        bytes=whole,
        strays=tuple(name for name in documents.names() if name not in known) if both else (),
    )


def drawer_findings(drawer: Drawer) -> list[Finding]:
    """Prove every page and row of one database; a damaged index is made anew."""
    name = drawer.name
    if check_file(drawer.connection):
        return [Finding(N_("A part of this folder is damaged."), name)]
    found = [
        Finding(N_("One line of the folder is damaged."), name, record_id)
        for record_id in drawer.revisions.damaged()
    ]
    if drawer.journal.verify():
        found.append(Finding(N_("The journal was changed or damaged."), name))
    if drawer.aside.damaged():
        found.append(Finding(N_("A page in progress is damaged."), name))
    found += [
        Finding(N_("The words of a paper are damaged."), name, record_id)
        for record_id in dict.fromkeys(drawer.papers.damaged())
    ]
    if not drawer.search.whole():
        drawer.search.rebuild()  # derived from what was just proved
    return found


def _telling(progress: Progress | None, before: int, whole: int) -> Callable[[int], object]:
    """Return what tells the progress of one paper as part of all."""

    def tell(done: int) -> None:
        if progress:
            progress(before + done, whole)

    return tell


def _papers(drawer: Drawer) -> tuple[PaperRow, ...] | None:
    """Return the papers of a drawer; None when their list cannot be read."""
    try:
        return drawer.papers.all()
    except FolderDamaged:
        return None  # told by the check of the file


def _count(drawer: Drawer, table: str) -> int:
    try:
        return int(drawer.connection.rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608
    except FolderDamaged:
        return 0  # told already
