"""A sheet on the screen, on paper, or on a key."""

from __future__ import annotations

import pikepdf
import pytest

from ensdesk.folder.printing import last_prints
from ensdesk.kinds.identity import Identity
from ensdesk.record.contents import Contents
from ensdesk.record.partial_date import PartialDate
from ensdesk.ui.pages.sheet_page import SheetPage
from ensdesk.ui.pages.sheet_text import paragraphs
from tests.ui.pages.hands import buttons_in_view, press, title, words_in_view
from tests.ui.pages.printers import plug_keys, plug_printers


@pytest.fixture
def window(make_window, full_folder):
    """A window with the folder of the invented person."""
    return make_window(folder=full_folder)


def test_one_press_prints_on_the_printer_that_is_named(window, monkeypatch, tmp_path):
    """The paper has every page, and the folder remembers it."""
    plug_printers(monkeypatch, tmp_path, "Canon TS3100")
    window.session.go(lambda s: SheetPage(s, "emergency"))
    press(window, "Imprimer sur Canon TS3100")
    assert title(window) == "C’est imprimé."
    assert "frigo" in words_in_view(window)
    with pikepdf.open(tmp_path / "Canon TS3100.pdf") as paper:
        assert len(paper.pages) in (1, 2)
    assert "emergency" in last_prints(window.session.folder)


def test_another_printer_is_two_presses_away(window, monkeypatch, tmp_path):
    """The usual printer may be the wrong one."""
    plug_printers(monkeypatch, tmp_path, "Canon", "Brother")
    window.session.go(lambda s: SheetPage(s, "week"))
    press(window, "Une autre imprimante", "Brother")
    assert title(window) == "C’est imprimé."
    assert (tmp_path / "Brother.pdf").exists()
    assert not (tmp_path / "Canon.pdf").exists()


def test_without_a_printer_the_sheet_goes_to_a_key(window, monkeypatch, tmp_path):
    """Its name does not tell what it is, and who can read it is said first."""
    plug_printers(monkeypatch, tmp_path)
    key = tmp_path / "BLEUE"
    plug_keys(monkeypatch, key)
    window.session.go(lambda s: SheetPage(s, "emergency"))
    press(window, "Je n’ai pas d’imprimante")
    assert "Toute personne qui a la clé peut lire la feuille" in words_in_view(window)
    press(window, "Clé USB BLEUE")
    assert title(window) == "La feuille est prête à emporter."
    assert [path.name for path in key.iterdir()] == ["Feuille ensdesk 2026-11-23.pdf"]


def test_a_place_on_the_internet_is_named_and_advised_against(window, monkeypatch, tmp_path):
    """Another place is the main answer; staying there is allowed."""
    plug_printers(monkeypatch, tmp_path)
    cloud = tmp_path / "OneDrive"
    plug_keys(monkeypatch, cloud)
    window.session.go(lambda s: SheetPage(s, "week"))
    press(window, "Je n’ai pas d’imprimante", "Clé USB OneDrive")
    assert "OneDrive recopie cet endroit" in words_in_view(window)
    press(window, "Choisir un autre endroit")
    assert title(window) == "Où mettre la feuille ?"
    assert list(cloud.iterdir()) == []
    press(window, "Clé USB OneDrive", "Le garder ici")
    assert len(list(cloud.iterdir())) == 1


def test_a_key_that_was_pulled_out_is_told(window, monkeypatch, tmp_path):
    """A sentence, one thing to do, and nothing noted as printed."""
    plug_printers(monkeypatch, tmp_path)
    key = tmp_path / "BLEUE"
    plug_keys(monkeypatch, key)
    window.session.go(lambda s: SheetPage(s, "week"))
    press(window, "Je n’ai pas d’imprimante")
    key.rmdir()
    press(window, "Clé USB BLEUE")
    assert "Rebranchez la clé" in words_in_view(window)
    assert last_prints(window.session.folder) == {}


def test_the_sheet_can_be_read_as_words(window, monkeypatch, tmp_path):
    """For those who do not see the picture well."""
    plug_printers(monkeypatch, tmp_path)
    window.session.go(lambda s: SheetPage(s, "emergency"))
    press(window, "Lire comme du texte")
    assert "Pénicilline" in words_in_view(window)
    while "Page d’après" in buttons_in_view(window):
        press(window, "Page d’après")
    press(window, "Revenir à la feuille")
    assert title(window) == "Fiche d’urgence"


def test_a_sheet_before_a_folder_is_noted_nowhere(make_window, monkeypatch, tmp_path):
    """It is printed, then what comes next is called; only the session remembers the paper."""
    plug_printers(monkeypatch, tmp_path, "Canon")
    done = []
    contents = Contents.of().with_record(
        Identity(given="Jeanne", family="Essai", born=PartialDate("1948"))
    )
    window = make_window()
    window.session.go(
        lambda s: SheetPage(s, "emergency", contents, on_done=lambda: done.append(True))
    )
    press(window, "Imprimer sur Canon")
    assert done == [True]
    assert window.session.printed_before == (contents, window.session.today())
    assert "C’est imprimé." in words_in_view(window)


def test_lines_that_the_paper_broke_are_put_together():
    """A name and the rest of its line are read in one go."""
    assert paragraphs("Eliquis\n(apixaban) \nmatin\n\nAllergies") == [
        "Eliquis (apixaban) matin",
        "Allergies",
    ]
