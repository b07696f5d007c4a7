"""A page is read by a fake voice: what is said, in which order, and what never is."""

from __future__ import annotations

import pytest

from ensdesk.centre import Centre
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.choose_words import ChooseWords
from ensdesk.ui.voice.dispatcher import NoVoice
from ensdesk.ui.voice.page_words import words_of
from ensdesk.ui.voice.reading import RATES, Reader
from ensdesk.ui.widgets.word_boxes import WordBoxes
from tests.ui.pages.hands import press, words_in_view

SECRET = ["abaisser", "cerveau", "commande"]


class FakeVoice:
    """Says a sentence when it is told that it did."""

    def __init__(self, heard, gone):
        self.heard, self.gone = heard, gone
        self.said, self.rates, self.did = [], [], []

    def speak(self, sentence, rate):
        self.said.append(sentence)
        self.rates.append(rate)

    def pause(self):
        self.did.append("pause")

    def go_on(self):
        self.did.append("go on")

    def close(self):
        self.did.append("close")

    def to_the_end(self):
        while "close" not in self.did:
            self.heard()


class Visit:
    """A window with a page, and its reader."""

    def __init__(self, window, connect=lambda: "a way"):
        self.window, self.voices = window, []

        def make(_way, heard, gone):
            self.voices.append(FakeVoice(heard, gone))
            return self.voices[-1]

        window.reader = Reader(window.session, window.reading, lambda: window.page, connect, make)

    def listen(self):
        self.window.reader.press()

    @property
    def voice(self):
        return self.voices[-1]


@pytest.fixture
def visit(make_window):
    window = make_window()

    def make(session):
        page = Page(session, "Mes papiers")
        page.add_text("Deux papiers.")
        page.add_field("Nom du papier", "Par exemple : ordonnance").line.setText("Lettre")
        secret = page.add_secret("Mes mots")
        secret.line.setText("abaisser")
        secret.eye.click()
        page.add(WordBoxes(SECRET))
        page.add_primary("Garder", lambda: None)
        return page

    window.session.go(make)
    return Visit(window)


def test_everything_in_view_is_read_from_top_to_bottom(visit):
    """The title, the words, each field with what is in it, each button by its name."""
    visit.listen()
    visit.voice.to_the_end()
    assert visit.voice.said[:3] == ["Mes papiers", "Deux papiers.", "Par exemple : ordonnance"]
    assert "Nom du papier\u00a0: Lettre" in visit.voice.said
    assert "Bouton\u00a0: Garder." in visit.voice.said
    assert visit.window.reading.isHidden()


def test_no_secret_is_ever_read_unasked(visit):
    """Not what is typed, though it is shown, nor the words of a key sheet."""
    visit.listen()
    visit.voice.to_the_end()
    said = "\n".join(visit.voice.said)
    assert not any(word in said for word in SECRET)
    assert "Mes mots\u00a0: caché." in said
    assert "Je ne lis pas ces mots." in said


def test_the_words_of_a_key_sheet_are_read_on_request_after_a_warning(visit):
    """« Êtes-vous seul ? » comes first; what is typed stays hidden."""
    visit.listen()
    press(visit.window, "Lire aussi les mots secrets")
    assert len(visit.voices) == 1
    assert "Êtes-vous seul ?" in words_in_view(visit.window)
    press(visit.window, "Je suis seul, les lire")
    visit.voice.to_the_end()
    assert "1. abaisser" in visit.voice.said
    assert "Mes mots\u00a0: caché." in visit.voice.said


def test_proposed_words_are_secret_too(make_window):
    """Five words that will open the folder."""

    class Use:
        proposed = "indice ardoise retomber triage docile"

    window = make_window()
    window.session.go(lambda session: ChooseWords(session, Use()))
    assert "ardoise" not in " ".join(words_of(window.page))
    assert "indice ardoise retomber triage docile" in words_of(window.page, secrets=True)


def test_pause_and_slower(visit):
    """The sentence waits; the next one is slower, and the choice is kept."""
    visit.listen()
    assert "Je lis cette page." in words_in_view(visit.window)
    press(visit.window, "Pause")
    press(visit.window, "Continuer la lecture")
    press(visit.window, "Plus lentement")
    visit.voice.heard()
    assert visit.voice.did == ["pause", "go on"]
    assert visit.voice.rates == [RATES["slow"], RATES["slower"]]
    assert visit.window.session.settings.voice == "slower"
    press(visit.window, "Moins lentement")
    assert visit.window.session.settings.voice == "slow"


@pytest.mark.parametrize(
    "act",
    [
        lambda window: press(window, "Arrêter la lecture"),
        lambda window: window.reader.press(),
        lambda window: window.session.go(lambda session: Page(session, "Une autre")),
        lambda window: window.session.set_folder(None),
        lambda window: window.close(),
    ],
)
def test_it_is_silent_at_once(visit, act):
    """By its button, by the same press, on another page, with a closed folder or window."""
    visit.listen()
    act(visit.window)
    assert visit.voice.did == ["close"]
    assert visit.window.reading.isHidden()


def test_a_computer_without_a_voice_says_what_to_install(make_window):
    """A calm line above the page; nothing else happens."""

    def connect():
        raise NoVoice

    window = make_window()
    window.session.go(lambda session: Page(session, "Mes papiers"))
    visit = Visit(window, connect)
    visit.listen()
    assert "Cet ordinateur n’a pas de voix." in words_in_view(window)
    assert "speech-dispatcher" in words_in_view(window)
    press(window, "Fermer cette ligne")
    assert window.reading.isHidden()


def test_a_voice_that_ends_is_told(visit):
    """Somebody stopped the program that speaks."""
    visit.listen()
    visit.voice.gone()
    assert "Cet ordinateur n’a pas de voix." in words_in_view(visit.window)


def test_in_a_centre_the_next_page_is_read_too(visit):
    """Until the reading is stopped; at home each page is asked for."""
    answers = lambda session: Page(session, "Avez-vous un diabète ?")  # noqa: E731
    visit.window.session.centre = Centre()
    visit.listen()
    visit.voice.to_the_end()
    visit.window.session.go(answers)
    assert visit.voice.said == ["Avez-vous un diabète ?"]
    press(visit.window, "Arrêter la lecture")
    visit.window.session.go(answers)
    assert len(visit.voices) == 2


def test_the_end_of_a_visit_is_said_where_a_voice_is(make_window):
    """Without one nothing is missed: the page says it."""

    def connect():
        raise NoVoice

    window = make_window()
    window.session.centre = Centre()
    window.session.go(lambda session: Page(session, "Reprenez votre clé."))
    silent = Visit(window, connect)
    silent.window.reader.say_if_there_is_a_voice()
    assert window.reading.isHidden()
    spoken = Visit(window)
    window.reader.say_if_there_is_a_voice()
    assert spoken.voice.said == ["Reprenez votre clé."]
