"""Opening a folder, forgetting its code, finding it elsewhere, changing what opens it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ensdesk.folder.places import default_place
from ensdesk.folder.secrets_of_folder import Way, ways_of_folder
from ensdesk.folder.waits import Waits
from ensdesk.vault.keychain import KeychainAbsent, KeychainFailed, KeychainLocked
from tests.fakes import MemoryKeychain
from tests.ui.pages.before import (
    CODE,
    copied,
    make_folder,
    own_home,
    person,
    prove,
    say_who,
    somebody,
)
from tests.ui.pages.person import Person

__all__ = ["own_home", "person", "somebody"]

NEW_CODE = "395026"


def close_folder(person: Person) -> None:
    """Close the folder as the program does, and come back to the first page."""
    assert person.session.folder is not None
    person.session.folder.close()
    person.session.set_folder(None)
    person.session.home()
    person.settle()


@pytest.fixture
def words(person) -> tuple[str, ...]:
    """The 12 words of a folder that was made and closed."""
    made = make_folder(person)
    close_folder(person)
    return made


@pytest.fixture
def made(somebody) -> tuple[str, ...]:
    """The same for somebody who presses as they like."""
    found = make_folder(somebody)
    close_folder(somebody)
    return found


def test_the_sixth_digit_opens(person, words):
    """One press on the first page, six digits, and one is at home."""
    assert person.window.page.primary is person.button("Ouvrir mon dossier")
    person.press("Ouvrir mon dossier")
    person.type(CODE)
    assert person.title == "Mon dossier"
    assert person.session.folder is not None


def test_a_code_may_be_shown(somebody, made):
    """What is written can be looked at, and is hidden again at the next page."""
    somebody.press("Ouvrir mon dossier")
    somebody.press("Montrer ce que j’écris")
    somebody.write("Votre code", "12")
    assert somebody.field("Votre code").displayText() == "12"
    somebody.press("Cacher ce que j’écris")
    assert somebody.field("Votre code").displayText() == "●●"
    somebody.press("Ouvrir")
    assert somebody.sees("Un code a 6 chiffres.")


def test_wrong_codes_wait_longer_and_longer(somebody, made):
    """Said in words that count, without moving the focus; at the fifth the key sheet is shown."""
    now = [0.0]
    somebody.session.waits = Waits(clock=lambda: now[0])
    somebody.press("Ouvrir mon dossier")
    field = somebody.field("Votre code")
    for wait in (0, 0, 5, 15, 60):
        somebody.type("111111")
        assert somebody.sees("Ce n’est pas le code de ce dossier.")
        assert field.text() == ""
        if wait:
            assert somebody.sees(f"Attendez {wait} secondes, puis essayez encore.")
            assert somebody.window.focusWidget() is field
            somebody.type("2")
            assert field.text() == ""
            now[0] += wait
            somebody.window.page.count_down()
            assert somebody.sees("Vous pouvez essayer encore.")
            assert somebody.window.focusWidget() is field
    assert somebody.sees("Prenez votre feuille-clé")
    somebody.type("111111")
    assert somebody.sees("Attendez 5 minutes, puis essayez encore.")
    somebody.press("Retour", "Ouvrir mon dossier")
    assert somebody.sees("Attendez 5 minutes, puis essayez encore.")
    somebody.press("Prendre ma feuille-clé")
    assert somebody.sees("Mot 1 sur 12")


def test_a_forgotten_code(person, words):
    """The 12 words open the folder; then a new code is chosen, and the old one is void."""
    person.press("Ouvrir mon dossier", "J’ai oublié mon code")
    for word in words:
        person.type(f"{word[:4].upper()} ")
    assert person.title == "Comment voulez-vous l’ouvrir à partir de maintenant\u00a0?"
    person.press("Avec mon code")
    person.type(NEW_CODE)
    person.type(NEW_CODE)
    assert person.title == "Mon dossier"
    assert person.sees("Votre nouveau code est prêt.")
    close_folder(person)
    person.press("Ouvrir mon dossier")
    person.type(CODE)
    assert person.sees("Ce n’est pas le code de ce dossier.")
    person.type(NEW_CODE)
    assert person.title == "Mon dossier"


def test_the_words_of_the_sheet_are_helped_along(somebody, made):
    """Words that fit are buttons; a wrong one is named by its number; the last is corrected."""
    somebody.press("Ouvrir mon dossier", "J’ai oublié mon code")
    start = made[0][:3]
    from ensdesk.folder.key_sheet_proof import word_starts_with

    if word_starts_with(start, 3):
        somebody.type(start)
        somebody.press(made[0])
    else:
        somebody.type(f"{made[0]} ")
    assert somebody.sees("Mot 2 sur 12")
    somebody.type("zzzz ")
    assert somebody.sees("Le mot 2 n’est pas dans la liste. Relisez le mot 2 de votre feuille.")
    somebody.press("Corriger le mot d’avant")
    assert somebody.sees("Mot 1 sur 12")
    somebody.window.page.write(", ".join(made[:11]))
    somebody.settle()
    assert somebody.sees("Mot 11 sur 12")
    other = "abaisser" if made[10] != "abaisser" else "abandon"
    somebody.window.page.write(f"{other} ")
    somebody.window.page.write(f"{made[11]} ")
    assert somebody.sees("Ces 12 mots ne vont pas ensemble.") or somebody.sees(
        "Ces 12 mots n’ouvrent pas ce dossier."
    )


def test_a_second_computer(somebody, made, own_home, tmp_path, monkeypatch):
    """A folder copied there: the keychain is empty, the key sheet opens, a new code is made."""
    copy = own_home.parent / "CLE BLEUE" / "Mon dossier à moi"
    shutil.copytree(default_place(), copy)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "second"))
    second = Person(MemoryKeychain())
    second.press("J’ai déjà un dossier", "Sur la clé USB CLE BLEUE")
    second.type(CODE)
    assert second.sees("Cet ordinateur n’a pas sa part de votre code.")
    second.press("J’ai oublié mon code")
    for word in made:
        second.type(f"{word} ")
    second.press("Avec mon code")
    second.type(NEW_CODE)
    second.type(NEW_CODE)
    close_folder(second)
    second.press("Ouvrir mon dossier")
    second.type(NEW_CODE)
    assert second.title == "Mon dossier"
    second.close()


class Broken(MemoryKeychain):
    """A keychain that answers with a trouble."""

    def __init__(self, trouble: Exception) -> None:
        super().__init__()
        self.trouble = trouble

    def read(self, folder_id: str) -> bytes | None:
        raise self.trouble


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (KeychainLocked(), "Le trousseau de l’ordinateur est fermé."),
        (KeychainFailed(), "Le trousseau de l’ordinateur n’a pas répondu."),
        (KeychainAbsent(), "Cet ordinateur ne sait pas garder sa part de votre code."),
    ],
)
def test_a_keychain_that_does_not_answer(somebody, made, trouble, said):
    """One sentence, one way on, and the key sheet stays within reach."""
    somebody.session.keychain = Broken(trouble)
    somebody.press("Ouvrir mon dossier")
    somebody.type(CODE)
    assert somebody.sees(said)
    assert somebody.session.waits.wrong == 0
    assert "J’ai oublié mon code" in somebody.buttons()


def test_with_the_usb_key(person, own_home):
    """One press opens with the key that is plugged in."""
    person.press("Faire mon dossier", "Pour moi")
    say_who(person)
    person.press("Continuer", "Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    close_folder(person)
    person.press("Ouvrir mon dossier", "Ouvrir avec ma clé USB")
    assert person.title == "Mon dossier"
    close_folder(person)
    next((own_home.parent / "CLE BLEUE").iterdir()).unlink()
    person.press("Ouvrir mon dossier", "Ouvrir avec ma clé USB")
    assert person.sees("Aucune clé USB branchée n’ouvre de dossier.")


def test_several_folders_are_asked_for(somebody, made):
    """By their colours: no name of a person is written outside a folder unless they say yes."""
    somebody.press("Faire un autre dossier", "Pour moi")
    say_who(somebody)
    somebody.press("Continuer", "Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    close_folder(somebody)
    somebody.press("Ouvrir mon dossier")
    assert somebody.title == "Quel dossier voulez-vous ouvrir\u00a0?"
    somebody.press("Dossier orange")
    assert somebody.sees("Dossier orange")
    assert "Jeanne" not in repr(somebody.session.settings)
    somebody.press("Ouvrir avec ma clé USB")
    assert somebody.title == "Mon dossier"


def spoil(place: Path, *, keep: tuple[str, ...] = ()) -> None:
    """Damage both copies of the header, or take them away when only *keep* should stay."""
    for name in ("header.a", "header.b"):
        if keep:
            (place / name).unlink()
        else:
            (place / name).write_bytes(b"x" * 100)


@pytest.mark.parametrize(
    ("keep", "said"),
    [
        (("main-1.db",), "Il manque une partie de ce dossier"),
        ((), "La partie qui ouvre ce dossier est abîmée."),
    ],
)
def test_half_a_folder_is_told_in_words(somebody, made, keep, said):
    """What is wrong, that all is to be kept, and the way to another place."""
    spoil(default_place(), keep=keep)
    somebody.press("Ouvrir mon dossier")
    assert somebody.sees(said)
    assert somebody.sees("Gardez tout.")
    somebody.press("Chercher ailleurs")
    assert somebody.title == "Où est votre dossier\u00a0?"


def test_one_damaged_copy_of_the_header_is_enough(somebody, made):
    """The other one opens the folder; nobody notices."""
    (default_place() / "header.a").write_bytes(b"x")
    somebody.press("Ouvrir mon dossier")
    somebody.type(CODE)
    assert somebody.title == "Mon dossier"


def test_a_folder_that_is_open_elsewhere(somebody, made):
    """The second opener is told, and loses nothing."""
    somebody.press("Ouvrir mon dossier")
    somebody.type(CODE)
    first = somebody.session.folder
    somebody.session.set_folder(None)
    somebody.session.home()
    somebody.press("Ouvrir mon dossier")
    somebody.type(CODE)
    assert somebody.sees("Ce dossier est déjà ouvert dans une autre fenêtre.")
    first.close()


def test_a_folder_found_by_hand(somebody, made, own_home, monkeypatch):
    """Place after place, by large buttons, until the folder itself is pressed."""
    moved = own_home / "Papiers" / "Dossier de Jeanne"
    moved.parent.mkdir()
    default_place().rename(moved)
    somebody.press("Ouvrir mon dossier")
    assert somebody.title == "Ce dossier n’est pas là en ce moment."
    somebody.press("Chercher ailleurs", "Chercher ailleurs")
    somebody.press("home", "Papiers", "Dossier de Jeanne")
    assert somebody.title == "Ouvrir mon dossier"
    somebody.type(CODE)
    assert somebody.title == "Mon dossier"
    close_folder(somebody)
    somebody.press("Ouvrir mon dossier")
    assert somebody.title == "Ouvrir mon dossier"


def test_changing_what_opens_the_folder(person):
    """A present secret is asked first; then the code is changed, and words are added."""
    make_folder(person)
    from ensdesk.ui.pages.my_secrets import MySecrets

    person.session.go(MySecrets)
    person.press("Mon code")
    person.type("111111")
    assert person.sees("Ce n’est pas le code de ce dossier.")
    person.type(CODE)
    person.type(NEW_CODE)
    person.type(NEW_CODE)
    assert person.sees("Votre nouveau code est prêt.")
    person.session.go(MySecrets)
    person.press("Mes mots")
    person.type(NEW_CODE)
    words = next(w for w in person.words() if len(w.split()) == 5 and w.islower())
    person.press("Prendre ces mots")
    person.write("Vos mots", words)
    person.press("Garder ces mots")
    assert ways_of_folder(person.session.folder) == {Way.CODE, Way.WORDS, Way.SHEET}
    close_folder(person)
    person.press("Ouvrir mon dossier", "Ouvrir avec mes mots")
    person.write("Vos mots", words)
    person.press("Ouvrir")
    assert person.title == "Mon dossier"


def test_a_new_key_sheet_voids_the_old_one(somebody):
    """Asked for with the old words, proved, and then only the new words open."""
    old = make_folder(somebody)
    from ensdesk.ui.pages.my_secrets import MySecrets

    somebody.session.go(MySecrets)
    assert somebody.sees("Elle est prête, cachée chez vous.")
    somebody.press("Ma feuille-clé", "J’ai oublié mon code")
    somebody.window.page.write(" ".join(old) + " ")
    somebody.settle()
    somebody.press("Recopier les 12 mots à la main")
    new = copied(somebody)
    assert new != old
    somebody.press("J’ai recopié mes 12 mots")
    prove(somebody, new)
    close_folder(somebody)
    somebody.press("Ouvrir mon dossier", "J’ai oublié mon code")
    somebody.window.page.write(" ".join(old) + " ")
    assert somebody.sees("Ces 12 mots n’ouvrent pas ce dossier.")
    for _word in old:
        somebody.press("Corriger le mot d’avant")
    somebody.window.page.write(" ".join(new) + " ")
    somebody.settle()
    assert somebody.session.folder is not None
