"""What the tests of the pages before a folder share: a home of their own, quick secrets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ensdesk.folder import found, key_file
from ensdesk.ui.pages.new_folder import choose_key
from ensdesk.vault.roots import Roots
from tests.ui.pages.person import Person, PersonWithKeys

CODE = "274915"


def quick(secret: bytes, salt: bytes, cost: object) -> bytes:
    """Stand for Argon2id, which has tests of its own."""
    return hashlib.sha256(salt + secret + repr(cost).encode()).digest()


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer on which nothing was ever done, with an empty USB key plugged in."""
    home, stick = tmp_path / "home", tmp_path / "CLE BLEUE"
    home.mkdir()
    stick.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    for module in (found, key_file, choose_key):
        monkeypatch.setattr(module, "sticks", lambda: (stick,))
    monkeypatch.setitem(Roots.__init__.__kwdefaults__, "stretcher", quick)
    return home


@pytest.fixture(params=[Person, PersonWithKeys], ids=["mouse", "keys"])
def person(qapp, french, own_home, request) -> Iterator[Person]:
    """Somebody who uses only the mouse, then somebody who uses only the keyboard."""
    made = request.param()
    yield made
    made.close()


@pytest.fixture
def somebody(qapp, french, own_home) -> Iterator[Person]:
    """Somebody, where the way of pressing does not matter."""
    made = Person()
    yield made
    made.close()


def make_folder(person: Person) -> tuple[str, ...]:
    """Make a folder with a code and prove its key sheet; return the 12 words."""
    person.press("Faire mon dossier", "Pour moi")
    say_who(person)
    person.press("Continuer", "Oui, je fais mon dossier", "Avec mon code")
    person.type(CODE)
    person.type(CODE)
    person.press("Recopier les 12 mots à la main")
    words = copied(person)
    person.press("J’ai recopié mes 12 mots")
    prove(person, words)
    person.press("Aller à mon dossier")
    return words


def say_who(person: Person, born: str = "14/07/1948") -> None:
    person.write("Prénom", "Jeanne")
    person.write("Nom de famille", "Martin")
    person.write("Date de naissance", born)


def copied(person: Person) -> tuple[str, ...]:
    """Read the 12 numbered words on the screen, as one copies them."""
    boxes = (words.split(". ") for words in person.words() if words[:1].isdigit() and ". " in words)
    numbered = {int(number): word for number, word in boxes if number.isdigit()}
    return tuple(numbered[number] for number in range(1, 13))


def prove(person: Person, words: tuple[str, ...]) -> None:
    """Answer both questions from the copied words."""
    for _question in range(2):
        number = int("".join(sign for sign in person.title if sign.isdigit()))
        person.press(words[number - 1])
