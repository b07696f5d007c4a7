"""Five words to know by heart, proposed, or a sentence of one's own."""

from __future__ import annotations

from ensdesk.language import N_, _
from ensdesk.ui.page import Page
from ensdesk.ui.pages.new_folder.making import Use
from ensdesk.ui.pages.new_folder.twice import show_together
from ensdesk.ui.session import Session
from ensdesk.ui.voice.page_words import read_when_asked


class ChooseWords(Page):
    """Proposes five words drawn at random; taking them asks to write them once."""

    name = "choose-words"

    def __init__(self, session: Session, use: Use) -> None:
        super().__init__(session, _(N_("Will you remember these words?")))
        self.use = use
        self.add_text(_(N_("Make up a little story with them. Accents do not count.")))
        self.proposed = self.add_text("", "h2")
        read_when_asked(self.proposed)
        self.add_primary(_(N_("Take these words")), self._take, icon="check")
        self.add_secondary(_(N_("Propose other words")), self._propose, icon="refresh-cw")
        self.add_link(_(N_("Write a sentence of my own")), self._own, icon="pencil")

    def entered(self) -> None:
        if self.use.proposed:
            self.proposed.setText(self.use.proposed)
        else:
            self._propose()

    def _propose(self) -> None:
        from ensdesk.folder.words_sense import propose

        self.ask(propose, self._show, lane="work")

    def _show(self, words: str) -> None:
        """Show the words, and the same ones when the person comes back to this page."""
        self.use.proposed = words
        self.proposed.setText(words)

    def _take(self) -> None:
        words = self.proposed.text()
        if words:
            self.session.go(lambda session: WriteWords(session, self.use, words))

    def _own(self) -> None:
        self.session.go(lambda session: OwnSentence(session, self.use))


class WriteWords(Page):
    """Writing the proposed words once is the beginning of knowing them."""

    name = "write-words"

    def __init__(self, session: Session, use: Use, words: str) -> None:
        super().__init__(session, _(N_("Write your words once.")))
        self.use = use
        self._words = words
        read_when_asked(self.add_text(words, "h2"))
        self.written = self.add_secret(_(N_("Your words")))
        self.written.eye.click()  # the words stand above: nothing to hide
        self.add_primary(_(N_("Keep these words")), self._keep, icon="check")

    def _keep(self) -> None:
        from ensdesk.folder.words_sense import same_words

        if same_words(self.written.text(), self._words):
            self.use.words(self, self._words)
        else:
            self.written.error(_(N_("These are not the same words. Look at them above.")))


class OwnSentence(Page):
    """A sentence of one's own: refused while it is too easy to guess."""

    name = "own-sentence"

    def __init__(self, session: Session, use: Use) -> None:
        super().__init__(session, _(N_("What sentence will open your folder?")))
        self.use = use
        self.add_text(_(N_("Four words or more that only you would put together.")))
        self.sentence = self.add_secret(_(N_("Your sentence")))
        self.again = self.add_secret(_(N_("The same sentence again")))
        show_together(self.sentence, self.again)
        self.add_primary(_(N_("Keep this sentence")), self._keep, icon="check")

    def _keep(self) -> None:
        from ensdesk.folder.words_sense import same_words, too_easy

        text = self.sentence.text()
        if not text.strip():
            self.sentence.error(_(N_("Write your sentence.")))
        elif not same_words(text, self.again.text()):
            self.again.error(_(N_("The two sentences are not the same. Write it again.")))
            self.again.clear()
        else:
            names = self.use.about.names
            self.ask(lambda: too_easy(text, names), self._judged, lane="work")

    def _judged(self, easy: bool) -> None:
        if easy:
            self.sentence.error(_(N_("This sentence is too easy to guess. Add one or two words.")))
        else:
            self.use.words(self, self.sentence.text())
