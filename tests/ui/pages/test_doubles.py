"""« Faire un double », by clicks: where, the work, what is said of it afterwards."""

from __future__ import annotations

import datetime
import shutil

import pytest

from ensdesk.folder.doubling import double_to
from ensdesk.folder.known_doubles import known_doubles
from ensdesk.kinds.allergy import Allergy
from ensdesk.ui.lanes import Running
from ensdesk.ui.pages import double_words
from ensdesk.ui.pages.doubles.make import DoubleHere
from ensdesk.ui.pages.doubles.take_back import TakeDouble
from ensdesk.ui.pages.doubles.try_it import TryDouble
from ensdesk.ui.pages.doubles.work import Doubling
from ensdesk.vault import double as double_module
from ensdesk.vault.double_layout import double_at
from ensdesk.vault.recovery_words import new_words
from ensdesk.vault.storage_trouble import ReadOnlyPlace
from tests.fakes import NOW, SHEET, TODAY, MemoryKeychain, empty_folder
from tests.ui.pages.hands import press, title, words_in_view
from tests.ui.pages.inside import seen
from tests.ui.pages.printers import plug_keys
from tests.whole.powers import read_only


@pytest.fixture
def key(tmp_path, monkeypatch):
    """A USB key that is plugged in."""
    place = tmp_path / "BLEUE"
    plug_keys(monkeypatch, place)
    return place


def to_double(person) -> None:
    person.press("Imprimer ou copier", "Faire un double", "Choisir où le mettre")


def test_a_double_is_made_on_a_key(jeanne, folder, key):
    """Five presses; the end says that it was read again, and where to keep the key."""
    to_double(jeanne)
    jeanne.press("Clé USB BLEUE", "Faire le double")
    assert jeanne.title == "Votre double est fait et relu."
    assert "Clé USB BLEUE · 0 papier · 0 nouveau papier" in seen(jeanne)
    assert "gardez-la loin" in seen(jeanne)
    assert double_at(key / "Double ensdesk") is not None
    assert not (folder.vault.path / "double.part").exists()
    jeanne.press("Revenir à mon dossier")
    assert "Dernier double : aujourd’hui, clé BLEUE." in seen(jeanne)


def test_a_place_of_the_computer_is_told(comes_in, folder, key, tmp_path, monkeypatch):
    """It is allowed, and it is said what it does not help against."""
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: documents)
    person = comes_in(folder)
    to_double(person)
    person.press("Sur cet ordinateur")
    assert "Ce n’est pas une clé USB." in seen(person)
    person.press("Faire le double", "Revenir à mon dossier")
    assert "Dernier double : aujourd’hui, endroit « Documents »." in seen(person)


def test_what_cannot_be_is_one_sentence(comes_in, folder, key, tmp_path):
    """The folder's own key, a key that is closed, one that went: the page stays, and says it."""
    person = comes_in(folder)
    to_double(person)
    person.press("Clé USB BLEUE")
    with read_only(key):
        person.press("Faire le double")
        assert ReadOnlyPlace().what() in seen(person)
    key.rmdir()
    person.press("Faire le double")
    assert "ne répond plus" in seen(person)
    key.mkdir()
    person.press("Faire le double")
    assert person.title == "Votre double est fait et relu."


def test_the_key_of_the_folder_is_refused(comes_in, key):
    """Both would be lost together."""
    on_key = empty_folder(key / "Dossier")
    person = comes_in(on_key)
    to_double(person)
    person.press("Clé USB BLEUE", "Faire le double")
    assert "Votre dossier lui-même est sur cette clé." in seen(person)
    on_key.close()


def test_a_full_key_keeps_its_doubles(comes_in, folder, key, monkeypatch):
    """It says what to do."""
    double_to(folder, key)
    full = shutil._ntuple_diskusage(10, 10, 0)
    monkeypatch.setattr(double_module.shutil, "disk_usage", lambda _path: full)
    person = comes_in(folder)
    to_double(person)
    person.press("Clé USB BLEUE", "Faire le double")
    assert "pas assez de place" in seen(person)
    assert "Les doubles d’avant sont toujours là." in seen(person)


def test_damaged_papers_are_told(comes_in, folder, key, tmp_path):
    """The double is made all the same."""
    from tests.ui.pages.some_papers import add_papers

    add_papers(folder, tmp_path / "papiers")
    for paper in list(folder.vault.path.glob("documents/*/*.age"))[:2]:
        paper.write_bytes(b"damaged")
    person = comes_in(folder)
    to_double(person)
    person.press("Clé USB BLEUE", "Faire le double")
    assert "2 papiers de votre dossier sont abîmés" in seen(person)


def test_leaving_stops_the_double(comes_in, folder, key):
    """Nothing that was begun stays beside the folder."""
    person = comes_in(folder)
    person.session.go(lambda session: DoubleHere(session, key))
    page = person.window.page
    page._doubling = Doubling(page, key, done=lambda _written: None)
    page._doubling._running = Running()
    (folder.vault.path / "double.part").mkdir()
    person.session.home()
    assert page._doubling._running.stopped()
    person.settle()
    assert not (folder.vault.path / "double.part").exists()
    assert known_doubles(folder) == ()


def test_the_home_page_asks_for_a_double_after_a_week(comes_in, folder, key):
    """And leads to it; in the first week there is enough to do."""
    folder.prove_key_sheet()
    person = comes_in(folder)
    assert "pas encore de double" not in seen(person)
    assert "Pas encore de double." in seen(person)
    person.session.today = lambda: TODAY + datetime.timedelta(days=7)
    person.session.home()
    assert "Votre dossier n’a pas encore de double." in seen(person)
    person.press("Faire un double")
    assert person.title == "Faire un double"


def test_an_old_double_is_due_when_something_was_written_since(folder, key):
    """A folder that nobody touched is as safe as on its first day."""
    from ensdesk.folder.known_doubles import double_due

    double_to(folder, key)
    later = TODAY + datetime.timedelta(days=31)
    assert double_due(folder, later) == ""
    folder._clock = lambda: NOW + datetime.timedelta(days=1)
    folder.save(Allergy(substance="Latex"))
    assert double_due(folder, later) == "Your last double is more than a month old."
    assert double_due(folder, later - datetime.timedelta(days=1)) == ""


def test_a_double_of_a_day_to_come_is_due(folder, key):
    """The clock was wrong when it was made, or is wrong now: silence for years helps nobody."""
    from ensdesk.folder.known_doubles import double_due

    double_to(folder, key)
    assert double_due(folder, TODAY - datetime.timedelta(days=1)) == ""  # another time zone
    early = TODAY - datetime.timedelta(days=400)
    assert double_due(folder, early) == "The day of your last double cannot be right."


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "aujourd’hui"), (1, "hier"), (3, "vendredi"), (8, "le 15 novembre 2026")],
)
def test_the_day_of_a_double_in_words(french, days, words):
    """Short, for the foot of the home page."""
    from ensdesk.folder.known_doubles import KnownDouble

    day = TODAY - datetime.timedelta(days=days)
    double = KnownDouble("a", "BLEUE", f"{day.isoformat()}T12:00:00Z", 1)
    assert double_words.day_of(double, TODAY).replace("\u00a0", " ") == words


def test_somebody_who_helps_is_not_asked(comes_in, folder):
    """A double needs all the keys: they have one of them."""
    folder.helped_by = "Marie"
    person = comes_in(folder)
    assert "double" not in seen(person)
    person.press("Imprimer ou copier")
    assert "double" not in seen(person)


@pytest.fixture
def newcomer(make_window, key, monkeypatch, tmp_path):
    """Somebody on a new computer, at « J’ai déjà un dossier »."""
    from ensdesk.folder import found
    from ensdesk.ui.pages.already import AlreadyHave

    usual = tmp_path / "new" / "Dossier ensdesk"
    monkeypatch.setattr(found, "default_place", lambda: usual)
    window = make_window()
    window.session.keychain = MemoryKeychain()
    window.session.make_first = window.session.make_home = AlreadyHave
    window.session.home()
    return window


def test_a_folder_comes_back_on_a_new_computer(newcomer, folder, key, tmp_path):
    """By clicks, with the key sheet alone; a new code is asked for."""
    folder.save(Allergy(substance="Latex"))
    double_to(folder, key)
    press(newcomer, "J’ai un double")
    assert "le 23 novembre 2026" in words_in_view(newcomer)
    press(newcomer, "Clé USB BLEUE")
    newcomer.page.write(SHEET.words + " ")
    assert title(newcomer) == "Votre feuille-clé ouvre ce double."
    press(newcomer, "Reprendre mon dossier")
    assert title(newcomer) == "Votre dossier est de nouveau là."
    assert "Il est comme il était le 23 novembre 2026." in words_in_view(newcomer)
    there = newcomer.session.folder
    assert there.vault.path == tmp_path / "new" / "Dossier ensdesk"
    assert there.records(Allergy) == folder.records(Allergy)
    assert str(there.vault.path) in newcomer.session.settings.folders
    press(newcomer, "Choisir un nouveau code")
    assert title(newcomer) == "Comment voulez-vous l’ouvrir à partir de maintenant ?"
    there.close()


def test_a_wrong_sheet_and_a_lost_paper(newcomer, folder, key, tmp_path):
    """The sheet is tried before anything is written; what is lost is counted."""
    from tests.ui.pages.some_papers import add_papers

    add_papers(folder, tmp_path / "papiers")
    double = double_to(folder, key).double
    next(double.path.glob("documents/*/*.age")).unlink()
    press(newcomer, "J’ai un double", "Clé USB BLEUE")
    newcomer.page.write(new_words() + " ")
    assert "n’ouvrent pas ce dossier" in words_in_view(newcomer)
    assert not (tmp_path / "new").exists()
    newcomer.session.back()
    press(newcomer, "Clé USB BLEUE")
    newcomer.page.write(SHEET.words + " ")
    press(newcomer, "Reprendre mon dossier")
    assert "Il manque 1 papier dans le double." in words_in_view(newcomer)
    newcomer.session.folder.close()


def test_a_key_without_a_double_and_one_elsewhere(newcomer, folder, key, tmp_path):
    """It appears once the key is plugged in; a damaged one says so; another place can be shown."""
    press(newcomer, "J’ai un double")
    assert "Je ne vois pas encore de double." in words_in_view(newcomer)
    double = double_to(folder, key).double
    press(newcomer, "J’ai branché ma clé USB")
    assert "le 23 novembre 2026" in words_in_view(newcomer)
    (double.path / "snapshot-1/manifest").unlink()
    press(newcomer, "J’ai branché ma clé USB")
    assert "abîmé" in words_in_view(newcomer)
    press(newcomer, "Chercher ailleurs")
    newcomer.page.pick(key)
    assert "abîmé" in words_in_view(newcomer)


def test_leaving_on_the_way_back_leaves_nothing(newcomer, folder, key):
    """The work is stopped with its page."""
    double = double_to(folder, key).double
    newcomer.session.go(lambda session: TakeDouble(session, double, SHEET))
    running = newcomer.page._running = Running()
    newcomer.session.home()
    assert running.stopped()


@pytest.fixture
def trier(comes_in, folder, key, monkeypatch, tmp_path):
    """Somebody with two papers and a double of them, at « Essayer mon double »."""
    from ensdesk.folder import double_rehearsal
    from tests.ui.pages.some_papers import add_papers

    usual = tmp_path / "own" / "Dossier ensdesk"
    monkeypatch.setattr(double_rehearsal, "default_place", lambda: usual)
    add_papers(folder, tmp_path / "papiers")
    double_to(folder, key)
    person = comes_in(folder)
    person.press("Imprimer ou copier", "Faire un double", "Essayer mon double")
    return person


def test_the_double_is_tried_and_nothing_stays(trier, folder, key, tmp_path):
    """What was seen is said; the journal has it; the double and the folder are as before."""
    before = {path: path.read_bytes() for path in key.rglob("*") if path.is_file()}
    trier.press("L’essayer")
    assert trier.title == "Votre double marche."
    assert "4 papiers" in seen(trier)
    assert "autant que dans votre dossier aujourd’hui" in seen(trier)
    assert "comme c’était le 23 novembre 2026" in seen(trier)
    assert not list((tmp_path / "own").iterdir())
    assert {path: path.read_bytes() for path in before} == before
    assert folder.journal(1)[0].act == "double-tried"


def test_a_paper_damaged_in_the_double_comes_back_with_the_next(trier, folder, key):
    """Its size is right: only reading it all again finds that out."""
    (paper, *_others) = sorted(key.glob("*/documents/*/*.age"))
    paper.write_bytes(paper.read_bytes()[:-1] + b"?")
    trier.press("L’essayer")
    assert trier.title == "Votre double marche en partie."
    assert "1 papier était abîmé" in seen(trier)
    double_to(folder, key)
    trier.session.back()
    trier.session.go(TryDouble)
    trier.press("L’essayer")
    assert trier.title == "Votre double marche."


def test_a_double_that_cannot_be_tried(trier, folder, key, tmp_path):
    """Not plugged in; made before the keys changed."""
    folder.vault.renew_key()
    trier.press("L’essayer")
    assert "avant que les clés du dossier changent" in seen(trier)
    shutil.rmtree(key / "Double ensdesk")
    trier.press("L’essayer")
    assert "Il n’y a pas de double à cet endroit." in seen(trier)


def test_a_double_that_knows_more_is_told(trier, folder):
    """The folder is older than its double."""
    folder.vault.main.connection.write("UPDATE journal SET link = zeroblob(32)")
    trier.press("L’essayer")
    assert "des choses que votre dossier n’a pas" in seen(trier)


def test_leaving_stops_the_try(trier):
    """The work is stopped with its page."""
    running = trier.window.page._trying.running = Running()
    trier.session.home()
    assert running.stopped()


def test_the_double_is_tried_with_the_12_words_alone(trier, folder, tmp_path):
    """As on a new computer: other words are refused, the right ones give all of it back."""
    trier.press("L’essayer avec mes 12 mots")
    trier.window.page.write(new_words() + " ")
    assert "n’ouvrent pas ce dossier" in seen(trier)
    trier.session.back()
    trier.press("L’essayer avec mes 12 mots")
    trier.window.page.write(SHEET.words + " ")
    assert trier.title == "Votre feuille-clé ouvre ce double."
    folder.save(Allergy(substance="Latex"))
    trier.press("L’essayer")
    assert trier.title == "Votre double marche."
    assert "4 papiers" in seen(trier)
    assert "Votre dossier a aujourd’hui" in seen(trier)
    assert not list((tmp_path / "own").iterdir())
