"""« Ce qui a été fait »: every act has plain words."""

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.measurement import Measurement
from ensdesk.ui.pages.history_words import act_in_words
from ensdesk.vault.acts import Act
from tests.ui.pages.inside import plain, seen
from tests.ui.pages.printers import plug_keys, plug_printers

UNKNOWN = "Une chose faite par un ensdesk plus récent."


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_its_words(french, act):
    """A new act cannot be forgotten here."""
    for words in ("", "3", None):
        said = act_in_words(act, words)
        assert said
        assert said != UNKNOWN


@pytest.mark.parametrize(
    ("act", "words", "said"),
    [
        (Act.WRONG_SECRET, "3", "3 essais ratés avant d’ouvrir."),
        (Act.CODE_CHANGED, "key", "La clé USB a été changée."),
        (Act.SHEET_PRINTED, "emergency", "Imprimé : Fiche d’urgence"),
        (Act.SHEET_PRINTED, "no-such-sheet", "Imprimé : une fiche"),
        (
            Act.COPIED_OUT,
            "Docteur Martin · une visite · 12 · 1",
            "Copié : Docteur Martin · une visite (12 lignes, 1 papier)",
        ),
        (Act.COPY_BROUGHT_BACK, "1", "Repris d’une copie : 1 ligne."),
        (Act.RECORD_REMOVED, None, "Retiré : mots effacés"),
        ("new-act", "", UNKNOWN),
    ],
)
def test_what_is_said(french, act, words, said):
    """One sentence for each."""
    assert plain(act_in_words(act, words)) == said


def test_the_journal_of_a_day(comes_in, folder):
    """Who did what, the latest first, under the day."""
    folder.save(Allergy(substance="Latex"))
    folder.retire(folder.records(Allergy)[0])
    folder.undo()
    folder.declare_none(Measurement)
    person = comes_in(folder)
    person.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait")
    words = seen(person)
    assert "Lundi 23 novembre 2026" in words
    assert "· Jeanne" in words
    assert words.index("Remis : Latex") < words.index("Retiré : Latex")
    assert words.index("Retiré : Latex") < words.index("Ajouté : Latex")
    assert "Dit : Rien à noter" in words
    assert "L’accord a été donné" in words


def test_older_lines_are_on_the_next_page(jeanne):
    """Twelve lines a page; « Retour » comes back."""
    for number in range(14):
        jeanne.session.folder.save(Allergy(substance=f"Allergie {number}"))
    jeanne.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait")
    assert "Ajouté : Allergie 0" not in seen(jeanne)
    jeanne.press("Voir ce qui a été fait avant")
    assert "Ajouté : Allergie 0" in seen(jeanne)
    assert "Voir ce qui a été fait avant" not in jeanne.buttons()
    jeanne.press("Retour")
    assert "Ajouté : Allergie 13" in seen(jeanne)


def test_one_part_alone(jeanne):
    """What was written, without the openings; « Retour » leaves the list."""
    jeanne.session.folder.save(Allergy(substance="Latex"))
    jeanne.press(
        "Qui peut voir mon dossier\u00a0?",
        "Ce qui a été fait",
        "Montré\u00a0: tout. Montrer autre chose",
    )
    jeanne.press("Les ouvertures, les codes et les clés")
    assert "L’accord a été donné" in seen(jeanne)
    assert "Ajouté : Latex" not in seen(jeanne)
    jeanne.press("Montré\u00a0: les ouvertures, les codes et les clés. Montrer autre chose")
    jeanne.press("Ce qui a été imprimé ou copié")
    assert "Rien." in seen(jeanne)
    jeanne.press("Retour")
    assert jeanne.title == "Qui peut voir mon dossier\u00a0?"


def test_the_journal_goes_on_paper(jeanne, monkeypatch, tmp_path):
    """The sheet shows the part in view; that it left is written too."""
    plug_printers(monkeypatch, tmp_path)
    plug_keys(monkeypatch, tmp_path / "BLEUE")
    jeanne.session.folder.save(Allergy(substance="Latex"))
    jeanne.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait", "Imprimer cette liste")
    jeanne.press("Lire comme du texte")
    assert "Ajouté : Latex" in seen(jeanne)
    assert "Jeanne Essai" in seen(jeanne)
    jeanne.press("Retour", "Lettres plus grandes", "Je n’ai pas d’imprimante")
    jeanne.press("Clé USB BLEUE")
    assert jeanne.title == "La feuille est prête à emporter."
    assert jeanne.session.folder.journal(1)[0].words == "journal"
    jeanne.press("Revoir la feuille")
    assert jeanne.title == "Ce qui a été fait"


def test_a_sheet_is_checked_by_its_mark(jeanne):
    """Ours or not, and what changed since."""
    folder = jeanne.session.folder
    mark = folder.anchor()
    folder.save(Allergy(substance="Latex"))
    jeanne.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait", "Vérifier une feuille")
    jeanne.write("La marque", "AAAA")
    jeanne.press("Vérifier cette feuille")
    assert "Cette marque n’est pas dans ce dossier." in seen(jeanne)
    jeanne.write("La marque", mark)
    jeanne.press("Vérifier cette feuille")
    assert jeanne.title == "Cette feuille vient de votre dossier."
    assert "Ajouté : Latex" in seen(jeanne)


def test_a_journal_that_was_changed_is_told(jeanne):
    """The answer stands, with a word of warning."""
    folder = jeanne.session.folder
    mark = folder.anchor()
    folder.vault.main.connection.write("UPDATE journal SET author = 'x' WHERE place = 1")
    jeanne.press("Qui peut voir mon dossier\u00a0?", "Ce qui a été fait", "Vérifier une feuille")
    jeanne.write("La marque", mark)
    jeanne.press("Vérifier cette feuille")
    assert "est abîmée, ou a été changée" in seen(jeanne)
