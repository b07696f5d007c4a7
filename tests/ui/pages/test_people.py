"""The people who help: let in, seen, kept to their role, stopped; by the words in view."""

import datetime

import pytest

from ensdesk.folder import people
from ensdesk.folder.example_folder import open_example
from ensdesk.folder.help_numbers import help_numbers
from ensdesk.folder.known_doubles import KnownDouble, remember
from ensdesk.folder.opening import open_folder
from ensdesk.folder.people import HELPER, READER, add_person
from ensdesk.ui.page import Page
from ensdesk.ui.pages.help import Help
from ensdesk.ui.tour_inside import inside_stops
from ensdesk.vault.recovery_words import words_of
from ensdesk.vault.secrets import Code, SheetWords
from tests.fakes import NOW, SHEET, TODAY, MemoryKeychain
from tests.folder.test_handing_over import made_for_jeanne
from tests.ui.pages.hands import buttons_in_view
from tests.ui.pages.inside import seen

MARIE, PAUL = (SheetWords(words_of(bytes([n]) * 16)) for n in (2, 3))
CHANGING = (
    *("Ajouter", "Changer", "Corriger", "Noter", "Effacer", "Retirer", "Remettre", "Mesurer"),
    *("Recopier", "Rien ", "Je ne", "Mes questions", "Mon objectif", "Remplir", "Arrêter cette"),
    *("Reprendre", "Modifier", "Autre série", "Faire une autre", "Commencer une autre"),
)
SHOWING = (
    *("emergency", "appointments", "removed-one", "medicines", "allergies", "illnesses"),
    *("people", "habits", "wishes", "cards", "record-appointment", "record-medicine"),
    *(
        "record-person",
        "record-illness",
        "record-stay",
        "topics",
        "who-i-am",
        "measures",
        "course-pressure",
        "course-weight",
        "lab-results",
    ),
    *("analysis", "series-just-begun", "series-going-on"),
)
UNTIL, SEES = "Jusqu’à quel jour\u00a0? (si vous voulez)", "Qui peut voir mon dossier\u00a0?"
INSIDE = {stop.name: stop for stop in inside_stops()}


def visit(make_window, qapp, folder, stop):
    """Show one stop in a window."""
    window = make_window(folder=folder)
    window.session.go(lambda session: Page(session, "Avant"))
    window.session.go(stop.make)
    qapp.processEvents()
    if stop.prepare:
        stop.prepare(window.page)
    for _turn in range(4):
        qapp.processEvents()
    return window


@pytest.mark.parametrize("name", SHOWING)
def test_who_only_reads_is_offered_no_change(make_window, full_folder, qapp, name):
    """What changes is there for the holder, and not there at all for who reads."""

    def changing():
        window = visit(make_window, qapp, full_folder, INSIDE[name])
        return [words for words in buttons_in_view(window) if words.startswith(CHANGING)]

    assert changing()
    full_folder.vault.main.reads_only = True
    full_folder.helped_by = "Paul"
    assert changing() == []


@pytest.fixture
def shared(folder):
    """The folder of Jeanne, with Marie who helps until the end of the month and Paul who reads."""
    add_person(folder, "Marie", HELPER, MARIE, TODAY.replace(day=30))
    add_person(folder, "Paul", READER, PAUL)
    return folder


def as_somebody(comes_in, folder, secret):
    """Close the folder and open it again, as *secret* does."""
    place = folder.vault.path
    folder.close()
    return comes_in(open_folder(place, secret, MemoryKeychain(), clock=lambda: NOW))


def show_key_sheet(person, secret=SHEET):
    """Show that it is the holder, by the 12 words."""
    person.press("Prendre ma feuille-clé")
    person.window.page.write(secret.words + " ")
    person.settle()


def test_a_person_is_let_in_with_12_words(jeanne):
    """First the holder's own secret; then a name, and words that are copied by hand."""
    jeanne.press("Les personnes qui m’aident", "Ajouter une personne")
    assert jeanne.title == "D’abord, montrez que c’est vous."
    show_key_sheet(jeanne)
    jeanne.press("Continuer")
    assert "Écrivez" in seen(jeanne)  # a name is needed
    jeanne.write("Prénom", "Paul")
    jeanne.press("Lire seulement")
    for day, said in (("2027", "le jour, le mois et l’année"), ("1/1/2020", "Ce jour est passé.")):
        jeanne.write(UNTIL, day)
        jeanne.press("Continuer")
        assert said in seen(jeanne)
    jeanne.write(UNTIL, "31/12/2026")
    jeanne.press("Continuer", "Avec une feuille de 12 mots", "Les 12 mots sont copiés")
    assert "Paul peut ouvrir votre dossier." in seen(jeanne)
    (paul,) = people.people(jeanne.session.folder)
    assert (paul.name, paul.role, paul.way) == ("Paul", READER, "sheet")
    assert paul.until == datetime.date(2026, 12, 31)
    jeanne.press("Imprimer le mandat")
    assert jeanne.title == "Mon mandat"
    jeanne.press("Lire comme du texte")
    assert "J’autorise Paul à m’aider" in seen(jeanne)


def test_one_press_stops(comes_in, shared):
    """No notice, no question; what cannot be taken back is said."""
    person = comes_in(shared)
    person.press("Les personnes qui m’aident")
    assert "lit et change · jusqu’au lundi 30 novembre 2026" in seen(person)
    person.press("Marie")
    assert "C’est le programme qui tient compte de ce jour." in seen(person)
    person.press("Ne plus laisser ouvrir")
    words = seen(person)
    assert "Marie ne peut plus ouvrir votre dossier." in words
    assert "a pu garder une copie" in words
    assert [one.name for one in people.people(shared)] == ["Paul"]
    person.press("Revenir à l’accueil", "Qui peut voir mon dossier\u00a0?", "Ce qui a été fait")
    assert "Marie ne peut plus ouvrir le dossier." in seen(person)


def test_who_can_see_it_is_read_from_the_keys(comes_in, shared):
    """The holder, Marie and Paul, each with what their key gives."""
    person = comes_in(shared)
    person.press(SEES)
    words = seen(person)
    assert "Jeanne, dont c’est le dossier" in words
    assert "jamais « Rien que pour moi » · jusqu’au lundi 30 novembre 2026" in words
    assert "lit et imprime ; jamais « Rien que pour moi » · sans date de fin" in words
    assert "Pas encore de double." in words
    double = KnownDouble("1" * 32, "BLEUE", "2026-11-22T08:30:00Z", 1)
    remember(shared, double)
    person.press("Retour", SEES)
    assert "clé BLEUE" in seen(person)
    assert "dimanche 22 novembre 2026" in seen(person)
    person.press("Ce que le programme ne peut pas empêcher", "Retour", "Imprimer cette page")
    person.press("Lire comme du texte")
    assert "Marie" in seen(person)


def test_whoever_helps_is_named_on_every_page(comes_in, shared):
    """And what leaves the folder, or lets somebody in, waits for the holder's own secret."""
    marie = as_somebody(comes_in, shared, MARIE)
    assert "Marie vous aide en ce moment" in seen(marie)
    marie.press("Les personnes qui m’aident")
    assert "Ajouter une personne" not in marie.buttons()
    marie.press("Marie")
    assert "Ne plus laisser ouvrir" not in marie.buttons()
    marie.press("Accueil", "Imprimer ou copier", "Copier, pour le docteur ou sur ma clé")
    assert marie.title == "D’abord, la personne dont c’est le dossier."
    show_key_sheet(marie, MARIE)
    assert "n’ouvrent pas ce dossier" in seen(marie)
    assert "Marie vous aide en ce moment" in seen(marie)
    closed = []
    marie.session.lock = lambda: closed.append(True)
    marie.press("Arrêter l’aide")
    assert closed == [True]
    marie.session.folder.close()


def test_the_holder_s_half_filled_page_is_not_shown_to_marie(comes_in, shared):
    """Each has a page of their own that waits."""
    shared.keep_draft("form-allergy", {"0": "secret"})
    marie = as_somebody(comes_in, shared, MARIE)
    helping = marie.session.folder
    assert helping.take_draft() is None
    helping.keep_draft("form-allergy", {"0": "Latex"})
    assert helping.take_draft() == ("form-allergy", {"0": "Latex"})
    helping.close()


def test_who_reads_is_told_apart(comes_in, shared):
    """The line says that Paul reads."""
    paul = as_somebody(comes_in, shared, PAUL)
    assert "Paul lit votre dossier en ce moment" in seen(paul)
    assert "Comment j’ouvre mon dossier" not in paul.buttons()
    paul.session.folder.close()


def test_nobody_helps_in_the_example(qapp, french, comes_in):
    """It goes when it is closed."""
    example = open_example()
    person = comes_in(example)
    person.press("Les personnes qui m’aident", "Me faire aider maintenant")
    person.write("Prénom", "Marie")
    person.press("Me faire aider par cette personne")
    assert "Ceci est l’exemple." in seen(person)
    person.press("Accueil", "Les personnes qui m’aident", "Ajouter une personne")
    assert "Que peut faire cette personne" in seen(person)
    example.close()


def test_whom_to_call(comes_in, folder):
    """The numbers are dated; past their day they say so."""
    person = comes_in(folder)
    person.session.go(Help)
    person.press("On me force, on m’arnaque")
    for number in ("17", "114", "3133"):
        assert number in person.words()
    assert "peut-être dépassés" not in seen(person)
    known = help_numbers()
    person.session.today = lambda: known.review_by + datetime.timedelta(days=1)
    person.press("Retour", "On me force, on m’arnaque")
    assert "Numéros de 2026, peut-être dépassés." in seen(person)


def test_a_folder_made_for_somebody_is_handed_over(comes_in, tmp_path):
    """Marie goes on helping; the new key sheet of Jeanne comes at once."""
    keychain = MemoryKeychain()
    person = comes_in(made_for_jeanne(tmp_path / "Dossier", keychain))
    person.session.keychain = keychain
    person.press("Les personnes qui m’aident", "Remettre ce dossier à la personne")
    show_key_sheet(person)
    assert "n’ouvriront plus rien" in seen(person)
    person.press("Je continue à aider", "Avec mon code")
    person.type("381640" * 2)
    assert "Maintenant la personne" in seen(person)
    person.press("Avec mon code")
    person.type("702946" * 2)
    assert "Le dossier est remis." in seen(person)
    assert "Recopier les 12 mots à la main" in person.buttons()
    folder = person.session.folder
    assert [one.name for one in people.people(folder)] == ["Marie"]
    folder.close()
    for digits, name in (("702946", None), ("381640", "Marie")):
        again = open_folder(folder.vault.path, Code(digits), keychain)
        assert again.helped_by == name
        again.close()


def test_ones_own_folder_is_not_handed_over(jeanne):
    """There is nobody to hand it to."""
    jeanne.press("Les personnes qui m’aident")
    assert "Remettre ce dossier à la personne" not in jeanne.buttons()
