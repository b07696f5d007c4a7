"""Pages with one of everything that pages are built from, in French."""

from __future__ import annotations

from ensdesk.trouble import Trouble
from ensdesk.ui.page import Page
from ensdesk.ui.session import Session
from ensdesk.ui.widgets.quantity_field import QuantityField
from ensdesk.ui.widgets.row_list import RowItem


def nothing() -> None:
    """What the buttons of these pages do."""


class Tiles(Page):
    """A first page."""

    name = "tiles"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Que voulez-vous faire\u00a0?")
        self.add_text("Ce programme garde votre santé sur votre ordinateur.", "lead")
        self.add_tiles(
            [
                ("Ma fiche d’urgence", "siren", nothing),
                ("Mes médicaments", "pill", nothing),
                ("Mes rendez-vous et mes questions", "calendar-days", nothing),
            ]
        )
        self.add_link("Tout mon dossier", nothing)
        self.add_link("Qui peut voir mon dossier\u00a0?", nothing)


class Question(Page):
    """A question with fields of several kinds."""

    name = "question"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Quel médicament prenez-vous\u00a0?")
        self.pressed = 0
        self.medicine = self.add_field("Nom du médicament", "Comme sur la boîte")
        self.since = self.add_date("Depuis quand\u00a0?", "Une année suffit", optional=True)
        self.weight = self.add(QuantityField("Votre poids", "kg"), keeps=True)
        self.note = self.add_prose("Autre chose\u00a0?", optional=True)
        self.add_note("Vous pouvez changer d’avis plus tard.")
        self.add_primary("Continuer", self._press)
        self.add_secondary("Je ne sais pas", nothing)

    def _press(self) -> None:
        self.pressed += 1


class Answers(Page):
    """One answer among several."""

    name = "answers"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Était-ce grave\u00a0?")
        self.bad = self.add_choice(
            "Choisissez ce qui ressemble le plus",
            [
                (1, "pas très grave"),
                (2, "grave, il a fallu de l’aide", "Un médecin est venu."),
                (3, "vie en danger"),
            ],
        )
        self.ticks = self.add_ticks("C’était", [("a", "le matin"), ("b", "le soir")])
        self.bad.choose(2)
        self.add_primary("Continuer", nothing)


class Secrets(Page):
    """A code, and a trouble above the buttons."""

    name = "secrets"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Ouvrir mon dossier")
        self.codes: list[str] = []
        self.code = self.add_code("Mon code", self.codes.append, "6 chiffres")
        self.add_primary("Ouvrir", nothing, icon="lock")
        self.add_secondary("Ouvrir avec ma clé USB", nothing, icon="usb")

    def entered(self) -> None:
        self.show_trouble(Trouble())


class Rows(Page):
    """A list that is too long to be shown at once."""

    name = "rows"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Mes médicaments")
        rows = [RowItem(f"Médicament {n}", "1 le matin", nothing, "pill") for n in range(11)]
        self.rows = self.add_list(rows)
        self.add_primary("Ajouter un médicament", nothing, icon="plus")


class Pair(Page):
    """Two answers of the same weight."""

    name = "pair"

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Voulez-vous faire votre dossier\u00a0?")
        self.add_text("Dire non ne change rien à vos soins.")
        self.pair = self.add_pair("Oui, je fais mon dossier", nothing, "Non merci", nothing)


SAMPLES = (Tiles, Question, Answers, Secrets, Rows, Pair)
