"""« Effacer mon dossier »: said before, closed by the code, certified after."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ensdesk.folder.places import default_place
from ensdesk.ui.pages.help import Help
from ensdesk.vault.header import COPIES
from tests.ui.pages.before import CODE, make_folder, own_home, person, somebody
from tests.ui.pages.inside import plain, seen
from tests.ui.pages.person import Person
from tests.ui.pages.printers import plug_printers

__all__ = ["own_home", "person", "somebody"]


def ask_to_erase(person: Person) -> None:
    make_folder(person)
    person.session.make_help = Help
    person.session.home()
    person.press("Aide", "Effacer mon dossier")


def test_three_presses_and_the_code(person):
    """Files, settings and the keychain forget it; the certificate counts and names nobody."""
    ask_to_erase(person)
    assert "Personne ne pourra le faire revenir." in seen(person)
    person.press("Tout effacer")
    person.type(CODE)
    assert person.title == "Votre dossier est effacé."
    words = seen(person)
    assert "Ce que le programme ne peut pas effacer" in words
    assert "Jeanne" not in words
    assert not default_place().exists()
    assert person.session.settings.folders == ()
    assert person.session.keychain.kept == {}
    person.press("Terminer")
    assert person.session.folder is None


def test_a_wrong_code_erases_nothing(person):
    """Whoever sits down at an open folder cannot erase it."""
    ask_to_erase(person)
    person.press("Tout effacer")
    person.type("000001")
    assert person.session.folder is not None
    assert all((default_place() / copy).exists() for copy in COPIES)


def test_keeping_it_changes_nothing(somebody):
    """« Le garder » is as large as the other answer, and Enter answers nothing."""
    ask_to_erase(somebody)
    QTest.keyClick(somebody.window.focusWidget(), Qt.Key.Key_Return)
    assert plain(somebody.title) == "Effacer mon dossier ?"
    somebody.press("Le garder")
    assert somebody.title == "Aide"
    assert somebody.session.folder is not None


def test_the_certificate_is_printed_before_leaving(person, monkeypatch, tmp_path):
    """On paper, like every sheet."""
    plug_printers(monkeypatch, tmp_path, "Canon")
    ask_to_erase(person)
    person.press("Tout effacer")
    person.type(CODE)
    person.press("Imprimer cette attestation")
    assert "C’est imprimé." in seen(person)
    assert (tmp_path / "Canon.pdf").stat().st_size > 0


def test_without_an_open_folder_nobody_can_erase_it(person):
    """Help says what to do first."""
    person.session.make_help = Help
    person.press("Aide", "Effacer mon dossier")
    assert "Ouvrez d’abord votre dossier." in seen(person)
