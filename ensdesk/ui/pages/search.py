"""« Chercher »: a word, and where it stands in the folder and in its papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ensdesk.folder.looking import Findings, look_for
from ensdesk.folder.marked_words import words_found
from ensdesk.kinds import KINDS
from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.pages.doing import folder_of
from ensdesk.ui.pages.in_short import first_line, for_me, icon_of, second_line
from ensdesk.ui.pages.ways import paper_at, record_page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.boxes import announce
from ensdesk.ui.widgets.buttons import WordsButton
from ensdesk.ui.widgets.found_row import MARK, UNMARK, FoundRow

if TYPE_CHECKING:
    from ensdesk.folder.folder import Hit

_LEAST = 2  # letters from which typing alone looks
_PAUSE = 15  # milliseconds without a key: an answer takes 5, in the largest folder too
_HUSH = 600  # without a key, before an answer is spoken: not one for each letter
_AT_ONCE = 4  # lines shown together: with the field and its button that makes seven


class Search(Page):
    """Looks while one types: the beginning of a word is enough, accents do not matter."""

    name = "search"

    def __init__(self, session: Session) -> None:
        super().__init__(session, _(N_("What are you looking for?")))
        self.word = self.add_field(
            _(N_("A word or its beginning")), _(N_("For example: blood")), letters=30
        )
        self.add_primary(_(N_("Look for this word")), self._press, icon="search")
        self.count = self.add_text("", "label")
        self.hint = self.add_text("", "example")
        place = QWidget()
        self._lines = QVBoxLayout(place)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10)
        self.add(place)
        self._hits: Sequence[Hit] = ()
        self._shown = 0
        self._asked = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(_HUSH)
        self._hush.timeout.connect(self._speak)
        self.word.line.textEdited.connect(self._typed)

    def restore(self, values: dict[str, Any]) -> None:
        super().restore(values)
        if self.word.text():
            self._look()

    def leave(self) -> None:
        super().leave()
        self._pause.stop()
        self._hush.stop()

    def _typed(self, text: str) -> None:
        self._pause.start()
        self._hush.stop()
        if len(text.strip()) < _LEAST:  # one letter is in every line
            self._pause.stop()
            self._asked = ""
            self._tell("", "")
            self._hits = ()
            self._fill()

    def _press(self) -> None:
        if self.word.need(_(N_("Write a word."))):
            self._look()

    def _look(self) -> None:
        folder, text = folder_of(self.session), self.word.text()
        self._pause.stop()
        self._asked = text

        def show(found: Findings) -> None:
            if text == self._asked:  # else more was typed since
                self._show(found)

        self.ask(lambda: look_for(folder, text), show)

    def _show(self, found: Findings) -> None:
        order = {kind: place for place, kind in enumerate(KINDS)}
        self._hits = sorted(found.hits, key=lambda hit: order.get(type(hit.record), len(order)))
        self._shown = 0
        said, hint = _(N_("Nothing was found. Try the beginning of the word.")), ""
        if found.hits:
            said = counted(self._hits)
        if found.near:
            hint = _(N_("Nothing is written like that. This is nearly the same."))
        self._tell(said, hint)
        self._fill()

    def _tell(self, said: str, hint: str) -> None:
        self.count.setText(said)
        self.hint.setText(hint)
        self.hint.setHidden(not hint)
        self._hush.start()

    def _speak(self) -> None:
        announce(self, " ".join(filter(None, (self.hint.text(), self.count.text()))))

    def _fill(self) -> None:
        if (place := self._lines.parentWidget()) and place.isAncestorOf(
            self.window().focusWidget()
        ):
            self.word.line.setFocus()
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for hit in self._hits[self._shown : self._shown + _AT_ONCE]:
            self._lines.addWidget(_row(hit, self._open(hit)))
        left = len(self._hits) - self._shown - _AT_ONCE
        if left > 0 or self._shown:
            words = N_("The ones after") if left > 0 else N_("Back to the first ones")
            self._lines.addWidget(WordsButton(_(words), self._turn, again=True))
        self._show_new()

    def _turn(self) -> None:
        last = self._shown + _AT_ONCE >= len(self._hits)
        self._shown = 0 if last else self._shown + _AT_ONCE
        self._fill()
        if (item := self._lines.itemAt(0)) is not None and (line := item.widget()) is not None:
            line.setFocus()

    def _open(self, hit: Hit) -> Callable[[], None]:
        marked = words_found(hit.excerpt)
        if hit.page is None:
            make = record_page(type(hit.record), hit.record.id, marked)
        else:
            make = paper_at(hit.record.id, hit.page, marked)
        return lambda: self.session.go(make)


def counted(hits: Sequence[Hit]) -> str:
    """Return `3 réponses : Médicament 1, Papier 2`, in the order of the lines."""
    kinds = Counter(_(hit.record.title) for hit in hits)
    parts = ", ".join(f"{title}\u00a0{count}" for title, count in kinds.items())
    said = plural("{count} answer", "{count} answers", len(hits))
    return _(": ").join((said, parts)) if len(hits) > 1 else said


def _row(hit: Hit, press: Callable[[], object]) -> FoundRow:
    """Return the line of one answer: what it is, then the words around what was found."""
    record = hit.record
    kind = _(record.title)
    if hit.page is not None:
        kind = _("{kind}, page {page}").format(kind=kind, page=hit.page)
    around = " · ".join(
        part for part in hit.excerpt.strip().split(" · ") if _bare(part) != first_line(record)
    )
    marked = " · ".join(
        filter(None, (kind, around or second_line(record), for_me(record) if around else ""))
    )
    return FoundRow(first_line(record), marked, press, icon_of(record))


def _bare(words: str) -> str:
    return words.replace(MARK, "").replace(UNMARK, "")
