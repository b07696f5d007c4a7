"""Making a folder, page after page, with the mouse alone and with the keyboard alone."""

from __future__ import annotations

import pikepdf
import pytest

from ensdesk.folder.folder import Folder
from ensdesk.folder.key_file import KEY_FILE
from ensdesk.folder.places import default_place
from ensdesk.folder.secrets_of_folder import Way, ways_of_folder
from ensdesk.kinds.consent import Capacity, Consent
from ensdesk.kinds.identity import Identity
from ensdesk.vault.keychain import KeychainAbsent
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
from tests.ui.pages.person import Person, files_below
from tests.ui.pages.printers import plug_printers

__all__ = ["own_home", "person", "somebody"]


def folder_of(person: Person) -> Folder:
    assert person.session.folder is not None
    return person.session.folder


def test_a_folder_for_oneself(person):
    """From the first page to the home page, with a code and a proved key sheet."""
    words = make_folder(person)
    assert person.title == "Mon dossier"
    folder = folder_of(person)
    assert len(set(words)) > 6
    assert ways_of_folder(folder) == {Way.CODE, Way.SHEET}
    assert folder.key_sheet_proved()
    identity, consent = folder.single(Identity), folder.single(Consent)
    assert identity
    assert identity.headline() == "Jeanne Martin"
    assert consent
    assert consent.given_on
    assert not consent.written_by
    assert folder.vault.path == default_place()
    assert person.session.settings.folders == (str(default_place()),)


def test_nothing_is_on_the_disk_before_the_yes(somebody, own_home):
    """Every page up to the yes leaves the computer as it was, and so does the no."""
    somebody.press("Faire mon dossier", "Pour moi")
    say_who(somebody)
    somebody.press("Continuer")
    assert somebody.sees("Rien ne part si vous n’appuyez pas sur Imprimer ou Copier.")
    assert files_below(own_home) == []
    somebody.press("Non merci")
    assert somebody.sees("Rien n’a été écrit sur cet ordinateur.")
    assert files_below(own_home) == []
    somebody.press("Revenir au début", "Faire mon dossier", "Pour moi")
    assert somebody.field("Prénom").text() == ""


def test_yes_and_no_weigh_the_same(somebody):
    """The two answers have one size, and neither is the main action."""
    somebody.press("Faire mon dossier", "Pour moi")
    say_who(somebody)
    somebody.press("Continuer")
    yes, no = somebody.button("Oui, je fais mon dossier"), somebody.button("Non merci")
    assert yes.size() == no.size()
    assert somebody.window.page.primary is None


def test_a_birth_date_tomorrow_is_refused_in_words(somebody):
    """And so is a date that cannot be read; what was typed stays."""
    somebody.press("Faire mon dossier", "Pour moi")
    say_who(somebody, born="24/11/2026")
    somebody.press("Continuer")
    assert somebody.sees("Ce jour n’est pas encore arrivé. Vérifiez l’année.")
    say_who(somebody, born="quatorze")
    somebody.press("Continuer")
    assert somebody.sees(
        "Cette date ne se lit pas. Écrivez-la ainsi : 14/07/1948".replace(" :", "\u00a0:")
    )
    assert somebody.field("Prénom").text() == "Jeanne"


def test_for_somebody_one_helps(person):
    """Who helps, in what capacity and with what agreement stands in the consent."""
    person.press("Faire mon dossier", "Pour une personne que j’aide", "Non, je suis seul")
    person.press("Oui, elle est d’accord", "Personne de confiance")
    person.write("Votre prénom", "Marie")
    person.press("Continuer")
    say_who(person)
    person.press("Continuer", "Oui, nous faisons ce dossier", "Avec ma clé USB", "CLE BLEUE")
    person.press("Le faire un autre jour, avec quelqu’un", "Aller à mon dossier")
    folder = folder_of(person)
    consent = folder.single(Consent)
    assert consent
    assert (consent.written_by, consent.capacity) == ("Marie", Capacity.TRUSTED)
    assert (consent.person_present, consent.person_agrees) == (False, True)
    assert not folder.key_sheet_proved()
    assert ways_of_folder(folder) == {Way.KEY, Way.SHEET}


def test_without_agreement_there_is_no_folder(somebody, own_home):
    """A no stops there; only a judge's decision stands for somebody who cannot answer."""
    somebody.press("Faire mon dossier", "Pour une personne que j’aide", "Non, je suis seul")
    somebody.press("Non, ou pas aujourd’hui")
    assert somebody.sees("Cet accord est nécessaire.")
    somebody.press("Retour", "Elle ne peut pas répondre", "Proche ou ami")
    assert somebody.sees("Cet accord est nécessaire.")
    somebody.press("Retour", "Tuteur ou tutrice")
    assert somebody.title == "Quel est votre prénom, à vous\u00a0?"
    assert files_below(own_home) == []


def to_the_code(person: Person) -> None:
    person.press("Faire mon dossier", "Pour moi")
    say_who(person)
    person.press("Continuer", "Oui, je fais mon dossier", "Avec mon code")


@pytest.mark.parametrize("easy", ["123456", "000000", "140748", "194807"])
def test_an_obvious_code_is_advised_against(somebody, easy):
    """The first codes that a thief would try, the birth date among them."""
    to_the_code(somebody)
    somebody.type(easy)
    assert somebody.sees("Un voleur essaierait ce code en premier.")
    assert somebody.field("Votre code").text() == ""


def test_two_different_codes(somebody):
    """The second is asked again, the first stays."""
    to_the_code(somebody)
    somebody.type(CODE)
    somebody.type("274916")
    assert somebody.sees("Les deux codes sont différents.")
    somebody.type(CODE)
    assert somebody.title == "Ma feuille-clé"


def test_one_button_shows_both_codes(somebody):
    """The other one is out of sight; it stays in the page, and goes with it."""
    to_the_code(somebody)
    page = somebody.window.page
    assert page.code.eye.isVisible()
    assert not page.again.eye.isVisible()
    assert page.isAncestorOf(page.again.eye)


class NoKeychain:
    """A computer without a keychain."""

    def read(self, folder_id: str) -> bytes | None:
        raise KeychainAbsent


def test_without_a_keychain_words_are_offered(qapp, french, own_home):
    """Said before a code is chosen, with the other ways on the same page."""
    person = Person(NoKeychain())
    to_the_code(person)
    assert person.sees("Cet ordinateur ne peut pas garder sa part d’un code.")
    person.press("Avec des mots")
    words = next(w for w in person.words() if len(w.split()) == 5 and w.islower())
    person.press("Prendre ces mots")
    person.write("Vos mots", words.upper())
    person.press("Garder ces mots")
    assert person.title == "Ma feuille-clé"
    assert ways_of_folder(folder_of(person)) == {Way.WORDS, Way.SHEET}
    person.close()


def test_words_are_written_once(somebody):
    """Other words than those taken are told; coming back shows the same ones."""
    to_the_code(somebody)
    somebody.press("Retour", "Avec des mots")
    before = [w for w in somebody.words() if len(w.split()) == 5 and w.islower()]
    somebody.press("Prendre ces mots")
    somebody.write("Vos mots", "autre chose")
    somebody.press("Garder ces mots")
    assert somebody.sees("Ce ne sont pas les mêmes mots.")
    somebody.press("Retour")
    assert before == [w for w in somebody.words() if len(w.split()) == 5 and w.islower()]
    somebody.press("En proposer d’autres")
    assert before != [w for w in somebody.words() if len(w.split()) == 5 and w.islower()]


def test_a_sentence_of_one_s_own(somebody):
    """Refused while it is easy to guess for somebody who knows the person."""
    to_the_code(somebody)
    somebody.press("Retour", "Avec des mots", "Écrire ma propre phrase")
    for sentence, told in (
        ("Jeanne Martin 1948", "trop facile à deviner"),
        ("", "Écrivez votre phrase."),
    ):
        somebody.write("Votre phrase", sentence)
        somebody.write("La même phrase, encore une fois", sentence)
        somebody.press("Garder cette phrase")
        assert somebody.sees(told)
    somebody.write("Votre phrase", "le hérisson mange trois tulipes bleues")
    somebody.write("La même phrase, encore une fois", "le herisson mange trois tulipes")
    somebody.press("Garder cette phrase")
    assert somebody.sees("Les deux phrases sont différentes.")
    somebody.write("La même phrase, encore une fois", "Le herisson mange trois tulipes bleues")
    somebody.press("Garder cette phrase")
    assert somebody.title == "Ma feuille-clé"


def test_a_key_that_is_plugged_in_later(somebody, own_home, monkeypatch):
    """The page waits for it, and writes one small file on it."""
    from ensdesk.ui.pages.new_folder import choose_key

    stick = own_home.parent / "CLE BLEUE"
    monkeypatch.setattr(choose_key, "sticks", tuple)
    to_the_code(somebody)
    somebody.press("Retour", "Avec ma clé USB")
    assert somebody.sees("Je ne vois pas encore de clé USB.")
    monkeypatch.setattr(choose_key, "sticks", lambda: (stick,))
    somebody.press("Je viens de la brancher", "CLE BLEUE")
    assert somebody.title == "Ma feuille-clé"
    assert files_below(stick) == [KEY_FILE]


def test_a_place_that_the_internet_copies_is_named(somebody, own_home, monkeypatch):
    """Another place is the main action; keeping it there is allowed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(own_home / "Nextcloud"))
    (own_home / "Ailleurs").mkdir()
    somebody.press("Faire mon dossier", "Pour moi")
    say_who(somebody)
    somebody.press("Continuer")
    assert somebody.sees("Cet endroit est recopié sur Internet par Nextcloud.")
    assert somebody.window.page.primary is somebody.button("Choisir un autre endroit")
    somebody.press("Choisir un autre endroit", "home", "Ailleurs", "Choisir cet endroit")
    assert somebody.title == "Êtes-vous d’accord pour ce dossier\u00a0?"
    somebody.press("Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    assert folder_of(somebody).vault.path == own_home / "Ailleurs" / "Dossier ensdesk"


def test_the_proof_is_patient(somebody):
    """A wrong word asks to look again; later is remembered, and done from the home page."""
    to_the_code(somebody)
    somebody.type(CODE)
    somebody.type(CODE)
    somebody.press("Recopier les 12 mots à la main")
    words = copied(somebody)
    somebody.press("J’ai recopié mes 12 mots")
    page = somebody.window.page
    wrong = next(word for word in page.asked[0].choices if word != page.asked[0].right)
    somebody.press(wrong)
    assert somebody.sees("Ce n’est pas celui-là.")
    somebody.press("Retour")
    assert copied(somebody) == words
    somebody.press("Retour", "Le faire un autre jour, avec quelqu’un")
    assert somebody.sees("Votre feuille-clé reste à faire, un autre jour.")
    assert not folder_of(somebody).key_sheet_proved()


def test_a_key_sheet_made_later_has_new_words(somebody):
    """Those shown the first time open nothing any more; going back shows the same new ones."""
    from ensdesk.ui.pages.new_folder.key_sheet import KeySheetPage

    to_the_code(somebody)
    somebody.type(CODE)
    somebody.type(CODE)
    somebody.press("Le faire un autre jour, avec quelqu’un", "Aller à mon dossier")
    somebody.session.go(KeySheetPage)
    somebody.press("Recopier les 12 mots à la main")
    words = copied(somebody)
    somebody.press("Retour", "Recopier les 12 mots à la main")
    assert copied(somebody) == words
    somebody.press("J’ai recopié mes 12 mots")
    prove(somebody, words)
    assert somebody.sees("Votre feuille-clé est bonne.")
    assert folder_of(somebody).key_sheet_proved()


def test_a_second_folder_stands_beside_the_first(somebody):
    """The usual place is taken: the next one is numbered, nothing is written over."""
    make_folder(somebody)
    folder_of(somebody).close()
    somebody.session.set_folder(None)
    somebody.session.home()
    somebody.press("Faire un autre dossier", "Pour moi")
    say_who(somebody)
    somebody.press("Continuer", "Oui, je fais mon dossier", "Avec ma clé USB", "CLE BLEUE")
    assert folder_of(somebody).vault.path.name == "Dossier ensdesk 2"


def test_the_key_sheet_on_paper(person, own_home, monkeypatch):
    """The printer is named first; what comes out holds pictures, and two words are asked."""
    plug_printers(monkeypatch, own_home, "HP Deskjet")
    to_the_code(person)
    person.type(CODE)
    person.type(CODE)
    person.press("Imprimer ma feuille-clé", "HP Deskjet")
    with pikepdf.open(own_home / "HP Deskjet.pdf") as paper:
        assert len(paper.pages) == 1
    words = tuple(person.window.page.words.words.split())
    prove(person, words)
    assert person.sees("Votre feuille-clé est bonne.")


def test_without_a_printer_the_words_are_copied(somebody, own_home, monkeypatch):
    """Said in one sentence, with the way on."""
    plug_printers(monkeypatch, own_home)
    to_the_code(somebody)
    somebody.type(CODE)
    somebody.type(CODE)
    somebody.press("Imprimer ma feuille-clé")
    assert somebody.sees("Je ne vois pas d’imprimante sur cet ordinateur.")
    somebody.press("Recopier plutôt les mots à la main")
    assert len(copied(somebody)) == 12
