"""What was taken away, put back, erased; undo and redo by their names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.folder.removed import removed
from ensdesk.kinds.allergy import Allergy
from tests.ui.pages.inside import data, plain, seen

BASKET = ("Tout mon dossier", "Ce qui a été retiré")
HEALTH = ("Tout mon dossier", "Ma santé aujourd’hui")
LATEX = Allergy(substance="Latex")


@pytest.fixture
def with_latex(jeanne):
    jeanne.session.folder.save(LATEX)
    return jeanne


def test_what_is_taken_away_is_put_back(with_latex):
    """It is read with who and when, then put back as it was; « Annuler » takes it away again."""
    folder = with_latex.session.folder
    before = data(folder, Allergy)
    folder.retire(LATEX)
    with_latex.press(*BASKET, "Latex")
    assert "Retiré par Jeanne, le 23 novembre 2026 à 10 h 30." in seen(with_latex)
    with_latex.press("Remettre")
    assert "C’est remis dans vos listes." in seen(with_latex)
    assert data(folder, Allergy) == before
    with_latex.press("Annuler")
    assert folder.records(Allergy) == ()


def test_erased_in_three_presses_from_the_record(with_latex):
    """What goes and what cannot go is said first; then it is in no list and cannot come back."""
    folder = with_latex.session.folder
    with_latex.press(*HEALTH, "Mes allergies", "Latex")
    with_latex.press("Effacer pour toujours")
    words = seen(with_latex)
    assert "« Annuler » ne le fera pas revenir." in words
    assert "ne peut pas effacer les copies et les feuilles déjà faites" in words
    with_latex.press("Effacer pour toujours")
    assert with_latex.title == "Mes allergies"
    assert "C’est effacé pour toujours." in seen(with_latex)
    assert "Annuler" not in with_latex.buttons()
    assert folder.vault.main.revisions.last(LATEX.id) is None


def test_what_was_taken_away_is_erased_from_there(with_latex):
    """One may also decide later; keeping it changes nothing."""
    folder = with_latex.session.folder
    folder.retire(LATEX)
    with_latex.press(*BASKET, "Latex", "Effacer pour toujours", "Le garder")
    assert len(removed(folder, recent=True)) == 1
    with_latex.press("Effacer pour toujours", "Effacer pour toujours")
    assert "Rien n’a été retiré ces 30 derniers jours." in seen(with_latex)
    with_latex.press("Tout ce qui a été retiré")
    assert "Il n’y a rien ici." in seen(with_latex)


def test_enter_erases_nothing(with_latex):
    """The keyboard starts at the title: nobody erases by a slip."""
    with_latex.press(
        "Tout mon dossier",
        "Ma santé aujourd’hui",
        "Mes allergies",
        "Latex",
        "Effacer pour toujours",
    )
    QTest.keyClick(with_latex.window.focusWidget(), Qt.Key.Key_Return)
    assert with_latex.session.folder.records(Allergy) == (LATEX,)


def test_undo_and_redo_by_the_keys(with_latex):
    """Ctrl+Z says what it took back and offers to do it again; Ctrl+Y does."""
    folder, window = with_latex.session.folder, with_latex.window
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert "C’est annulé : Ajouter « Latex »." in seen(with_latex)
    with_latex.press("Refaire")
    assert "C’est refait : Ajouter « Latex »." in seen(with_latex)
    assert folder.records(Allergy) == (LATEX,)
    with_latex.press("Annuler")
    QTest.keyClick(window, Qt.Key.Key_Y, control)
    assert folder.records(Allergy) == (LATEX,)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, control | shift)
    assert "Il n’y a rien à refaire." in seen(with_latex)
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert "Il n’y a rien à annuler." in seen(with_latex)


def test_what_was_done_names_what_can_be_undone(with_latex):
    """The buttons say what they do, before they do it."""
    with_latex.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait")
    names = {plain(name): name for name in with_latex.buttons()}
    with_latex.press(names["Annuler : Ajouter « Latex »"])
    names = {plain(name): name for name in with_latex.buttons()}
    assert "Annuler : Ajouter « Latex »" not in names
    with_latex.press(names["Refaire : Ajouter « Latex »"])
    assert with_latex.session.folder.records(Allergy) == (LATEX,)
