"""Reads the page in view aloud: started by one press, slower, paused, stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ensdesk import language
from ensdesk.language import N_, _
from ensdesk.trouble import Trouble
from ensdesk.ui.session import Session
from ensdesk.ui.theme import look_of
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.flow import FlowLayout
from ensdesk.ui.widgets.words import Words

if TYPE_CHECKING:
    from ensdesk.ui.page import Page

RATES = {"slow": -30, "slower": -65}  # of Speech Dispatcher: 0 is too fast for many


class Voice(Protocol):
    """What speaks: see `Dispatcher`."""

    def speak(self, sentence: str, rate: int) -> None: ...
    def pause(self) -> None: ...
    def go_on(self) -> None: ...
    def close(self) -> None: ...


# Makes a way to the voice (lane of work, may raise Trouble), then the voice on it.
Button = tuple[str, str, Callable[[], object]]  # words, icon, what a press does
Connect = Callable[[], Any]
MakeVoice = Callable[[Any, Callable[[], object], Callable[[], object]], Voice]


class ReadingStrip(QFrame):
    """Stands above the page while it is read: what is done, and the buttons for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.setProperty("role", "bar")
        self._column = QVBoxLayout(self)
        self.words = Words("", "label")
        self._column.addWidget(self.words)
        self._place = QWidget()
        self._flow = FlowLayout(self._place, gap=12)
        self._column.addWidget(self._place)
        self._buttons: list[WordsButton] = []
        self.hide()

    def show_words(self, words: str, buttons: Iterable[Button]) -> None:
        """Show *words* with *buttons*."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        self.words.setText(words)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [
            WordsButton(said, press, icon=icon, again=True, parent=self._place)
            for said, icon, press in buttons
        ]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self.show()
        if had_focus:
            self._buttons[0].setFocus()

    def fit(self) -> None:
        """Take the distances of the look."""
        look = look_of(self)
        self._column.setContentsMargins(*(look.space(0.6),) * 4)
        self._column.setSpacing(look.space(0.5))


class Reader:
    """One press starts, the next one stops; another page, or a closed folder, stops too.

    In a centre a visitor who listens goes on listening: the next page is read as well, until the
    reading is stopped.
    """

    def __init__(
        self,
        session: Session,
        strip: ReadingStrip,
        page: Callable[[], Page | None],
        connect: Connect | None = None,
        make_voice: MakeVoice | None = None,
    ) -> None:
        self.session, self.strip, self._page = session, strip, page
        self._connect, self._make = connect or _connect, make_voice or _voice
        self._voice: Voice | None = None
        self._sentences: list[str] = []
        self._at = 0
        self._paused = self._offers_secrets = self._listens = self._quietly = False
        self._turn = 0  # of starting and stopping: late answers are dropped

    def press(self) -> None:
        """Read the page in view, or stop reading."""
        if self.strip.isHidden():
            self._listens = self.session.centre is not None
            self._begin(secrets=False)
        else:
            self._stop_listening()

    def turned(self) -> None:
        """Another page is in view: read it to whoever listens."""
        if self._listens:
            self._begin(secrets=False)

    def say_if_there_is_a_voice(self) -> None:
        """Read the page in view once; where no voice is, nothing is said about it."""
        self._begin(secrets=False, quietly=True)

    def stop(self) -> None:
        """Be silent, and forget what was read."""
        self._turn += 1
        if self._voice is not None:
            self._voice.close()
        self._voice, self._sentences, self._at, self._paused = None, [], 0, False
        self.strip.hide()

    def _begin(self, *, secrets: bool, quietly: bool = False) -> None:
        page = self._page()
        if page is None:
            return
        from ensdesk.ui.voice.page_words import holds_secret, words_of  # charts: not at the start

        self.stop()
        self._sentences = words_of(page, secrets=secrets)
        self._offers_secrets = holds_secret(page) and not secrets
        if self._offers_secrets:
            self._sentences.append(_(N_("You can have the secret words read too.")))
        self._quietly = quietly
        if not quietly:
            self.strip.show_words(_(N_("I am looking for the voice…")), self._stopping())
        turn = self._turn
        self.session.lanes.run(
            "work",
            self._connect,
            done=lambda way: self._start(way, turn),
            failed=lambda error: self._failed(error, turn),
        )

    def _start(self, way: Any, turn: int) -> None:
        voice = self._make(way, self._heard, self._gone)
        if turn != self._turn:  # stopped meanwhile
            voice.close()
            return
        self._voice = voice
        self._tell()
        self._say()

    def _failed(self, error: BaseException, turn: int) -> None:
        if not isinstance(error, Trouble):
            self.session.lanes.otherwise(error)
        elif turn == self._turn and not self._quietly:
            self._listens = False
            self.strip.show_words(error.sentence(), [(_(N_("Close this line")), "x", self.stop)])

    def _say(self) -> None:
        if self._voice is not None:
            self._voice.speak(self._sentences[self._at], RATES[self.session.settings.voice])

    def _heard(self) -> None:
        self._at += 1
        if self._at < len(self._sentences):
            self._say()
        else:
            self.stop()

    def _gone(self) -> None:
        from ensdesk.ui.voice.dispatcher import NoVoice

        self.stop()
        self._failed(NoVoice(), self._turn)

    def _tell(self) -> None:
        slow = self.session.settings.voice == "slow"
        pause: Button = (_(N_("Pause")), "pause", partial(self._pause, paused=True))
        go_on: Button = (_(N_("Go on reading")), "play", partial(self._pause, paused=False))
        slower: Button = (_(N_("Slower")), "minus", partial(self._speed, "slower"))
        faster: Button = (_(N_("Less slow")), "plus", partial(self._speed, "slow"))
        words = _(N_("The voice waits.")) if self._paused else _(N_("I am reading this page."))
        buttons = [go_on if self._paused else pause, slower if slow else faster, *self._stopping()]
        if self._offers_secrets:
            buttons.append((_(N_("Read the secret words too")), "volume-2", self._warn))
        self.strip.show_words(words, buttons)

    def _warn(self) -> None:
        """Ask first: whoever listens could open the folder."""
        self.stop()
        self.strip.show_words(
            _(N_("Are you alone? Whoever hears these words can open your folder.")),
            [
                (_(N_("I am alone: read them")), "volume-2", partial(self._begin, secrets=True)),
                (_(N_("Do not read them")), "x", self.stop),
            ],
        )

    def _stopping(self) -> list[Button]:
        return [(_(N_("Stop reading")), "x", self._stop_listening)]

    def _stop_listening(self) -> None:
        self._listens = False
        self.stop()

    def _pause(self, *, paused: bool) -> None:
        self._paused = paused
        if self._voice is not None:
            (self._voice.pause if paused else self._voice.go_on)()
        self._tell()

    def _speed(self, speed: str) -> None:
        """From the next sentence on, and the next time."""
        self.session.set_settings(replace(self.session.settings, voice=speed))
        self._tell()


def _connect() -> Any:
    from ensdesk.ui.voice.dispatcher import connect

    return connect()


def _voice(way: Any, heard: Callable[[], object], gone: Callable[[], object]) -> Voice:
    from ensdesk.ui.voice.dispatcher import Dispatcher

    return Dispatcher(way, language.code(), heard, gone)
