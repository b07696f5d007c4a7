"""The stops of the tour about papers, printing, copies that leave and copies that come back."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from ensdesk.folder.places import default_place
from ensdesk.kinds.document import Category, Document
from ensdesk.kinds.medication import Medication
from ensdesk.language import N_, _
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.record.topic import topics_of, with_topics
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.folder.erasing_all import Erased
    from ensdesk.folder.folder import Folder
    from ensdesk.ui.pages.adding import Adding
    from ensdesk.ui.pages.copy_out.wish import CopyWish
    from ensdesk.ui.pages.on_paper import OnPaper

_KEY = Path("/media/jeanne/CLE BLEUE")
_PAPERS = (
    ("Ordonnance du docteur Martin", Category.PRESCRIPTION, "2026-10-14", "week"),
    ("Prise de sang", Category.LABORATORY, "2026-05-12", "summary"),
    ("Lettre du cardiologue", Category.REPORT, "2025-11-03", "emergency"),
)

_ADDED: WeakKeyDictionary[Folder, list[RecordId]] = WeakKeyDictionary()


def out_stops() -> tuple[Stop, ...]:
    """Return what is printed and copied, and the papers."""
    return (*_sheets(), *_papers(), *_copies(), *_others())


def _sheets() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.other_sheets import OtherSheets, WhichGroup, WhichSection
    from ensdesk.ui.pages.pick_place import CloudPlace
    from ensdesk.ui.pages.print_buttons import OtherPrinter
    from ensdesk.ui.pages.print_or_copy import PrintOrCopy
    from ensdesk.ui.pages.sheet_gone import SheetGone
    from ensdesk.ui.pages.sheet_page import SheetPage
    from ensdesk.ui.pages.sheet_to_key import SheetToKey
    from ensdesk.ui.pages.whole_folder import GROUPS

    def read(page: Page) -> None:
        from ensdesk.ui.widgets.buttons import WordsButton

        links = [b for b in page.findChildren(WordsButton) if b.property("role") == "link"]
        links[0].click()

    return (
        Stop("print-or-copy", PrintOrCopy),
        Stop("sheet-emergency", lambda s: SheetPage(s, "emergency")),
        Stop("sheet-week", lambda s: SheetPage(s, "week")),
        Stop("sheet-summary", lambda s: SheetPage(s, "summary")),
        Stop("sheet-measures", lambda s: SheetPage(s, "measures")),
        Stop("sheet-vaccinations", lambda s: SheetPage(s, "vaccinations")),
        Stop("sheet-contacts", lambda s: SheetPage(s, "contacts")),
        Stop("sheet-card", lambda s: SheetPage(s, "card")),
        Stop("sheet-appointment", lambda s: SheetPage(s, "appointment")),
        Stop("sheet-section", lambda s: SheetPage(s, "section:illness", points=24)),
        Stop("other-sheets", OtherSheets),
        Stop("which-group", WhichGroup),
        Stop("which-section", lambda s: WhichSection(s, GROUPS[0])),
        Stop("sheet-consent", lambda s: SheetPage(s, "consent")),
        Stop("sheet-text", lambda s: SheetPage(s, "emergency"), prepare=read),
        Stop("other-printer", lambda s: OtherPrinter(s, ("Canon TS3100",), _paper(), _nothing)),
        Stop("sheet-to-key", lambda s: SheetToKey(s, b"", _nothing)),
        Stop("cloud-place", lambda s: CloudPlace(s, _KEY, "OneDrive", _nothing)),
        Stop("sheet-gone", lambda s: SheetGone(s, "emergency", "It is printed.", _again)),
    )


def _again(session: Session) -> Page:
    from ensdesk.ui.pages.sheet_page import SheetPage

    return SheetPage(session, "emergency")


def _papers() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.add_paper import AddPaper
    from ensdesk.ui.pages.paper_details import AlreadyThere, ChooseKind, PaperAbout, PaperDetails
    from ensdesk.ui.pages.paper_out import PaperOut
    from ensdesk.ui.pages.paper_page import PaperPage, PaperWords
    from ensdesk.ui.pages.pick_file import PickFile
    from ensdesk.ui.pages.some_records import SomeRecords
    from ensdesk.ui.pages.sorted_papers import (
        PapersByDoctor,
        PapersByIllness,
        PapersByKind,
        PapersByYear,
    )

    def same(session: Session) -> Page:
        return AlreadyThere(session, _adding(session), _some_papers(session)[1])

    def out(session: Session) -> Page:
        from ensdesk.folder.papers import paper_of

        row = paper_of(_folder(session), _some_papers(session)[0].id)
        assert row is not None  # noqa: S101 - added just before
        return PaperOut(session, row)

    def some(session: Session) -> Page:
        from ensdesk.folder.sorted_papers import of_year

        return SomeRecords(session, Document, "2026", of_year("2026"))

    return (
        Stop("papers", _with_papers),
        Stop("papers-by-kind", lambda s: _after_papers(s, PapersByKind)),
        Stop("papers-by-year", lambda s: _after_papers(s, PapersByYear)),
        Stop("papers-by-doctor", lambda s: _after_papers(s, PapersByDoctor)),
        Stop("papers-by-illness", lambda s: _after_papers(s, PapersByIllness)),
        Stop("some-papers", lambda s: _after_papers(s, some)),
        Stop("add-paper", AddPaper, prepare=_show_lying),
        Stop("pick-file", PickFile),
        Stop("several-papers", _several),
        Stop("paper-details", lambda s: PaperDetails(s, _adding(s))),
        Stop("paper-kind", lambda s: ChooseKind(s, _adding(s))),
        Stop("paper-about", lambda s: PaperAbout(s, _adding(s))),
        Stop("paper-already-there", same),
        Stop("paper", lambda s: PaperPage(s, _some_papers(s)[0].id)),
        Stop("paper-marked", _marked),
        Stop("paper-words", lambda s: PaperWords(s, _some_papers(s)[0].id)),
        Stop("paper-out", out),
    )


def _copies() -> tuple[Stop, ...]:
    from ensdesk.folder.bringing_back import BroughtBack
    from ensdesk.folder.found_copies import FoundCopy
    from ensdesk.ui.pages.bring_back import BringBack, FolderFirst, TakeCopy, WhichCopy
    from ensdesk.ui.pages.brought_back import CopyTaken
    from ensdesk.ui.pages.copy_out import CopyOut
    from ensdesk.ui.pages.copy_out.how import CopyWords, WhoCanRead
    from ensdesk.ui.pages.copy_out.summary import CopySummary
    from ensdesk.ui.pages.copy_out.what import WhatToCopy
    from ensdesk.ui.pages.copy_out.whom import ForWhomCopy
    from ensdesk.ui.pages.pick_directory import PickDirectory

    def found(page: Page) -> None:
        day = page.session.today()
        copies = (FoundCopy(_KEY / "Copie ensdesk 2026-11-23.zip", day, closed=False),)
        cast("WhichCopy", page)._show(copies)  # noqa: SLF001 - none of this computer's own

    def see(page: Page) -> None:
        cast("CopySummary", page)._see()  # noqa: SLF001 - what a press does

    taken = BroughtBack(new=12, same=14, differing=1)
    return (
        Stop("copy-place", CopyOut),
        Stop("copy-summary", lambda s: CopySummary(s, _wish(s))),
        Stop("copy-inside", lambda s: CopySummary(s, _wish(s)), prepare=see),
        Stop("copy-what", lambda s: WhatToCopy(s, _wish(s))),
        Stop("copy-papers", _which_papers),
        Stop("copy-whom", lambda s: ForWhomCopy(s, _wish(s))),
        Stop("copy-who-can-read", lambda s: WhoCanRead(s, _wish(s))),
        Stop("copy-closed-by-words", lambda s: CopyWords(s, _wish(s))),
        Stop("copy-receipt", _receipt),
        Stop("bring-back", BringBack, prepare=found),
        Stop("bring-back-folder", FolderFirst, needs_folder=False),
        Stop("take-copy", lambda s: TakeCopy(s, _KEY / "Copie ensdesk 2026-11-23.zip")),
        Stop("copy-taken", lambda s: CopyTaken(s, taken)),
        Stop(
            "pick-directory",
            lambda s: PickDirectory(s, _(N_("In which place is the copy?")), _nothing),
        ),
    )


class _Silent:
    """A voice that says nothing, and is not finished."""

    def speak(self, sentence: str, rate: int) -> None: ...
    def pause(self) -> None: ...
    def go_on(self) -> None: ...
    def close(self) -> None: ...


def _read_aloud(page: Page) -> None:
    from ensdesk.ui.voice.reading import Reader
    from ensdesk.ui.window import Window

    window = page.window()
    if isinstance(window, Window):
        window.reader = Reader(
            page.session,
            window.reading,
            lambda: page,
            connect=lambda: None,
            make_voice=lambda _way, _heard, _gone: _Silent(),
        )
        window.reader.press()


def _others() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.erase_folder import EraseFolder, FolderGone
    from ensdesk.ui.pages.failed import Failed
    from ensdesk.ui.pages.help import (
        ClosingTime,
        ForgottenCode,
        Help,
        NoPrinter,
        Promises,
        PromisesBySystem,
    )

    return (
        Stop("help", Help),
        Stop("help-no-printer", NoPrinter),
        Stop("help-forgotten-code", ForgottenCode),
        Stop("help-promises", Promises),
        Stop("help-systems", PromisesBySystem),
        Stop("reading", Promises, prepare=_read_aloud),
        Stop("help-closing-time", ClosingTime),
        Stop("erase-folder", EraseFolder),
        Stop("folder-gone", lambda s: FolderGone(s, _erased(s)), needs_folder=False),
        Stop("failed", lambda s: Failed(s, ValueError())),
    )


# -- what they show ------------------------------------------------------------------------------


def _folder(session: Session) -> Folder:
    assert session.folder is not None  # noqa: S101 - the tour has one
    return session.folder


def _erased(session: Session) -> Erased:
    from ensdesk.folder.erasing_all import Erased

    at = datetime.datetime.combine(session.today(), datetime.time(10, 30))
    return Erased(at, lines=29, papers=3)


def _pdf(session: Session, sheet: str) -> io.BytesIO:
    from ensdesk.folder.printing import sheet_pdf

    return io.BytesIO(sheet_pdf(_folder(session).contents(), sheet, session.today()))


def _some_papers(session: Session) -> tuple[Document, ...]:
    """Return the papers of the invented person, added when they are first asked for."""
    from ensdesk.folder.papers import add_paper, keep_part

    folder = _folder(session)
    if folder not in _ADDED:
        _ADDED[folder] = []
        heart = topics_of(folder.records(Medication)[0])[0]
        for name, kind, day, sheet in _PAPERS:
            paper = keep_part(folder.vault.documents, _pdf(session, sheet), f"{name}.pdf")
            record = Document(
                name=name, author="Docteur Martin", category=kind, date=PartialDate(day)
            )
            add_paper(folder, with_topics(record, (heart,), ()), paper)
            _ADDED[folder].append(record.id)
    found = map(folder.record, _ADDED[folder])
    return tuple(one for one in found if isinstance(one, Document))


def _which_papers(session: Session) -> Page:
    from ensdesk.ui.pages.copy_out.what import WhichPapers

    _some_papers(session)
    return WhichPapers(session, _wish(session))


def _marked(session: Session) -> Page:
    """Show a paper as a search opens it."""
    from ensdesk.ui.pages.paper_page import PaperPage

    paper = _some_papers(session)[0].id
    return PaperPage(session, paper, 1, frozenset({"eliquis", "penicilline", "docteur"}))


def _several(session: Session) -> Page:
    """Show an invented choice: two papers that come in, one that is there, one left out."""
    from ensdesk.folder.several_papers import Found, FoundPaper, LeftFile
    from ensdesk.ui.pages.several_papers import SeveralPapers

    papers = tuple(
        FoundPaper(name, Document(name=name, category=kind), 1, b"", "", None, same=not number)
        for number, (name, kind, _day, _sheet) in enumerate(_PAPERS)
    )
    page = SeveralPapers(session, ())
    page.show_found(Found((), papers, (LeftFile("photos.zip", N_("it cannot be read")),)))
    return page


def _after_papers(session: Session, make: MakePage) -> Page:
    _some_papers(session)
    return make(session)


def _with_papers(session: Session) -> Page:
    from ensdesk.ui.pages.papers import Papers

    _some_papers(session)
    return Papers(session)


def _adding(session: Session) -> Adding:
    from ensdesk.folder.papers import keep_part
    from ensdesk.reading.reader import page_image
    from ensdesk.ui.pages.adding import Adding

    folder = _folder(session)
    pdf = _pdf(session, "week")
    paper = keep_part(folder.vault.documents, pdf, "Ordonnance.pdf")
    pdf.seek(0)
    image = page_image(pdf, "application/pdf", 0, 70)
    record = Document(
        name="Ordonnance",
        category=Category.PRESCRIPTION,
        date=PartialDate("2026-10-14"),
        author="Docteur Martin",
    )
    return Adding(folder, default_place(), paper, record, image)


def _show_lying(page: Page) -> None:
    """Show invented papers: the tour must not show those of this computer."""
    from ensdesk.folder.recent_papers import LyingPaper
    from ensdesk.ui.pages.add_paper import AddPaper

    day = page.session.today()
    names = ("Ordonnance octobre.pdf", "Photo du genou.jpg", "Attestation mutuelle.pdf")
    lying = [LyingPaper(Path("Documents") / name, day) for name in names]
    lying.append(LyingPaper(_KEY / "Radio.pdf", day, _KEY))
    cast("AddPaper", page)._show(tuple(lying))  # noqa: SLF001 - as if they had been found


def _paper() -> OnPaper:
    from ensdesk.ui.pages.on_paper import OnPaper

    return OnPaper("", 1, "application/pdf", io.BytesIO, ("",), _nothing)


def _wish(session: Session) -> CopyWish:
    from ensdesk.ui.pages.copy_out.wish import CopyWish

    _some_papers(session)
    return CopyWish(_KEY)


def _receipt(session: Session) -> Page:
    from ensdesk.folder.copying import Receipt
    from ensdesk.ui.pages.copy_out.receipt import CopyReceipt

    out = _KEY / "Copie ensdesk 2026-11-23.zip"
    return CopyReceipt(
        session, _wish(session), Receipt(out, 2_300_000, "", 29, 3, _folder(session).now())
    )


def _nothing(*_given: object) -> None:
    """Stand for what a press would do."""
