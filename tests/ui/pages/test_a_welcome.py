"""The first page: quick, light, and with the right thing first."""

from __future__ import annotations

import subprocess
import sys

from ensdesk.folder.places import default_place
from tests.ui.pages.before import own_home, person, somebody

__all__ = ["own_home", "person", "somebody"]

HEAVY = ("sqlcipher3", "cryptography", "reportlab", "keyring", "pyrage", "mnemonic", "zxcvbn")


def test_it_reads_in_nothing_heavy():
    """Start-up is a promise: keys, database and paper come later."""
    script = (
        "import sys, ensdesk.ui.pages.welcome, ensdesk.ui.window, ensdesk.app;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_the_sheet_comes_first_then_the_folder(somebody):
    """Without a folder the sheet is the main action; with one, opening it is."""
    assert somebody.window.page.primary is somebody.button("Faire ma fiche d’urgence")
    place = default_place()
    place.mkdir(parents=True)
    (place / "header.a").write_bytes(b"")
    somebody.session.home()
    assert somebody.window.page.primary is somebody.button("Ouvrir mon dossier")
    assert "Faire ma fiche d’urgence" in somebody.buttons()


def test_opening_nothing_helps_to_find_it(somebody):
    """No folder is known: the page that looks for one opens."""
    somebody.press("Ouvrir mon dossier")
    assert somebody.title == "Où est votre dossier\u00a0?"
    assert somebody.sees("Je ne vois pas encore de dossier.")


def test_an_example_to_try(person):
    """An invented person, in a place that goes with it, and nothing of it in the settings."""
    person.press("Essayer avec un exemple")
    folder = person.session.folder
    assert folder is not None
    assert person.title == "Mon dossier"
    assert person.session.example
    assert person.session.settings.folders == ()
    place = folder.vault.path
    folder.close()
    assert not place.exists()


def test_the_home_page_says_that_it_is_an_example(somebody):
    """As long as it is open, so that nobody takes it for their own."""
    from ensdesk.ui.pages.home import Home

    somebody.press("Essayer avec un exemple")
    somebody.session.land(Home)
    assert somebody.sees("C’est un exemple\u00a0: Jeanne est inventée.")
