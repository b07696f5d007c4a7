"""The copy is made: what, where, how large, and that it was read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ensdesk.language import N_, _, plural
from ensdesk.ui.page import Page
from ensdesk.ui.pages.copy_out.wish import CopyWish
from ensdesk.ui.pages.pick_place import words_of
from ensdesk.ui.pages.size_words import size_in_words
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.told import Told

if TYPE_CHECKING:
    from ensdesk.folder.copying import Receipt


class CopyReceipt(Page):
    """Nothing of it has to be remembered: it is in « Ce qui a été fait » too."""

    name = "copy-receipt"

    def __init__(self, session: Session, wish: CopyWish, receipt: Receipt) -> None:
        super().__init__(session, _(N_("The copy is made.")))
        self.add_text(_(N_("I have read it again: it is right.")), "good")
        if wish.words:
            self.add_note(_(N_("It opens with the five words that you copied by hand.")))
        else:
            self.add_note(_(N_("Everybody who has it can read it.")))
        self.add_primary(_(N_("Go back to my folder")), session.home, icon="house")
        lines = plural("{count} line", "{count} lines", receipt.records)
        papers = plural("{count} paper", "{count} papers", receipt.papers)
        self.add(
            Told(
                (
                    (_(N_("What")), f"{wish.in_words()} ({lines}, {papers})"),
                    (_(N_("Where")), f"{words_of(receipt.path.parent)}, {receipt.path.name}"),
                    (_(N_("Size")), size_in_words(receipt.size)),
                    (_(N_("For whom, and why")), f"{wish.for_whom} · {wish.why}"),
                )
            )
        )
