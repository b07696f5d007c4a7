"""« Rien que pour moi » by visible labels: hidden, shown again, ticked, and gone for Marie."""

from __future__ import annotations

import pytest

from ensdesk.exchange.archive import read_archive
from ensdesk.exchange.records_json import records_from_json
from ensdesk.folder.for_me import hide
from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import HELPER, add_person
from ensdesk.folder.stays_on_sheet import staying
from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.note import Note
from ensdesk.ui.pages.copy_out.summary import CopySummary
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.pages.hiding import ForMe
from ensdesk.ui.pages.papers import Papers
from ensdesk.ui.pages.sheet_page import SheetPage
from ensdesk.ui.pages.which_private import WhichPrivate
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import SheetWords
from tests.fakes import NOW, MemoryKeychain
from tests.ui.pages.hands import buttons_in_view
from tests.ui.pages.inside import seen
from tests.ui.pages.some_papers import add_papers

MARIE = SheetWords(words_of(b"\2" * 16))
LETTER = Note(name="Lettre à mon fils")
GLOOM = Illness(name="Dépression")
NOTES = ("Tout mon dossier", "Au jour le jour", "Mes notes")
HEALTH = ("Tout mon dossier", "Ma santé aujourd’hui", "Mes maladies")
HIDE = "Le mettre dans «\u00a0Rien que pour moi\u00a0»"


@pytest.fixture
def writes(jeanne):
    """Jeanne with a note and an illness."""
    for record in (LETTER, GLOOM):
        jeanne.session.folder.save(record)
    return jeanne


def test_a_note_is_hidden_listed_and_shown_again(writes):
    """What cannot be prevented is said once; « Annuler » shows it again."""
    folder = writes.session.folder
    add_person(folder, "Marie", HELPER, MARIE)
    writes.press(*NOTES, "Lettre à mon fils", HIDE)
    words = seen(writes)
    assert "Marie a pu le lire avant." in words
    assert "Le nombre et la taille des papiers cachés peuvent se voir." in words
    assert "fiche d’urgence" not in words
    writes.press(HIDE)
    assert "C’est dans « Rien que pour moi »." in seen(writes)
    assert folder.open_part.record(LETTER.id) is None
    writes.press("Annuler")
    assert folder.open_part.record(LETTER.id) == LETTER
    writes.press(HIDE, HIDE)
    writes.session.home()
    writes.press("Tout mon dossier", "Rien que pour moi", "Lettre à mon fils")
    assert "qui vous aide ne le voit pas" in seen(writes)
    writes.press("Le montrer de nouveau")
    assert "Les personnes qui vous aident peuvent le voir." in seen(writes)
    assert folder.open_part.record(LETTER.id) == LETTER
    writes.press("Annuler")
    assert folder.open_part.record(LETTER.id) is None


@pytest.mark.parametrize(
    ("answer", "stay"), [("Le laisser sur la fiche", (GLOOM,)), ("Le cacher partout", ())]
)
def test_what_the_emergency_sheet_shows_is_asked_about(writes, answer, stay):
    """It is hidden from Marie in any case; the list marks it for Jeanne."""
    writes.press(*HEALTH, "Dépression", HIDE)
    assert "Il disparaîtra aussi de votre fiche d’urgence." in seen(writes)
    writes.press(answer)
    folder = writes.session.folder
    assert staying(folder) == stay
    assert folder.open_part.records(Illness) == ()
    writes.session.home()
    writes.press(*HEALTH)
    assert "Dépression — Rien que pour moi" in buttons_in_view(writes.window)


def test_a_paper_is_hidden_with_its_bytes(comes_in, folder, tmp_path):
    """It opens as before, from the list that marks it."""
    add_papers(folder, tmp_path / "papiers", 1)
    jeanne = comes_in(folder)
    (paper,) = folder.records(Document)
    before = list(folder.vault.documents.names())
    jeanne.session.go(Papers)
    jeanne.press("ordonnance du 3 mars", "Changer ou retirer", HIDE, HIDE)
    assert "C’est dans « Rien que pour moi »." in seen(jeanne)
    assert folder.open_part.record(paper.id) is None
    after = list(folder.vault.documents.names())
    assert len(after) == 1
    assert after != before
    jeanne.session.land(Papers)
    assert "Rien que pour moi" in seen(jeanne)
    jeanne.press("ordonnance du 3 mars")
    assert "Page 1" in seen(jeanne)


def test_nothing_hidden_is_said_plainly(jeanne):
    """And where to begin."""
    jeanne.session.go(ForMe)
    assert "Il n’y a rien ici." in seen(jeanne)
    jeanne.press("Revenir")


def test_who_helps_is_offered_none_of_it(comes_in, folder):
    """Neither the list, nor the way there, nor a mark, nor what was done."""
    for record in (LETTER, GLOOM):
        folder.save(record)
        hide(folder, record)
    folder.save(Note(name="À tous"))
    add_person(folder, "Marie", HELPER, MARIE)
    folder.close()
    marie = comes_in(open_folder(folder.vault.path, MARIE, MemoryKeychain(), clock=lambda: NOW))
    marie.press("Tout mon dossier")
    assert "Rien que pour moi" not in seen(marie)
    marie.press("Au jour le jour", "Mes notes", "À tous")
    assert HIDE not in marie.buttons()
    for way in (("Tout mon dossier", "Au fil du temps"), NOTES, HEALTH):
        marie.session.home()
        marie.press(*way)
        assert "Lettre à mon fils" not in seen(marie)
        assert "Dépression" not in seen(marie)
    marie.session.folder.close()


def test_a_sheet_asks_and_leaves_out_what_is_not_ticked(comes_in, folder):
    """Ticked one by one; a sheet without anything private asks nothing."""
    folder.save(GLOOM)
    hide(folder, GLOOM)
    jeanne = comes_in(folder)
    jeanne.session.go(lambda session: SheetPage(session, "vaccinations"))
    jeanne.settle()
    assert isinstance(jeanne.window.page, SheetPage)
    jeanne.session.go(lambda session: SheetPage(session, "summary"))
    jeanne.settle()
    assert isinstance(jeanne.window.page, WhichPrivate)
    jeanne.press("Continuer", "Lire comme du texte")
    assert "Résumé pour le médecin" in seen(jeanne)
    assert "Dépression" not in seen(jeanne)
    jeanne.session.go(lambda session: SheetPage(session, "summary"))
    jeanne.press("Dépression", "Continuer", "Lire comme du texte")
    assert "Dépression" in seen(jeanne)


def test_a_copy_takes_what_is_ticked_and_no_more(comes_in, folder, tmp_path):
    """The row is there only when something is hidden."""
    for record in (LETTER, GLOOM):
        folder.save(record)
    jeanne = comes_in(folder)
    jeanne.session.go(lambda session: CopySummary(session, CopyWish(tmp_path)))
    assert "Rien que pour moi" not in seen(jeanne)
    for record in (LETTER, GLOOM):
        hide(folder, record)
    wish = CopyWish(tmp_path)
    jeanne.session.home()
    jeanne.session.go(lambda session: CopySummary(session, wish))
    assert "Rien que pour moi — Rien n’en est copié." in buttons_in_view(jeanne.window)
    jeanne.press("Rien que pour moi", "Dépression", "Continuer")
    assert "Rien que pour moi — 1 ligne cochée" in buttons_in_view(jeanne.window)
    jeanne.press("Copier")
    (copy,) = tmp_path.glob("*.zip")
    with read_archive(copy) as archive:
        kept = {line.id for line in records_from_json(archive.records_json()).records}
    assert GLOOM.id in kept
    assert LETTER.id not in kept
