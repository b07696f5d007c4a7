"""The stops of the tour before and around opening a folder, with an invented person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ensdesk.folder.known_folders import Known, KnownFolder
from ensdesk.folder.places import default_place
from ensdesk.settings import FolderLook, Settings, free_look
from ensdesk.ui.page import Page
from ensdesk.ui.session import MakePage, Session
from ensdesk.ui.tour_stops import Stop

if TYPE_CHECKING:
    from ensdesk.record.contents import Contents

_EXAMPLE_WORDS = (
    "abaisser cerveau commande électron fidèle immobile "
    "jardin mammouth nommer obstacle vraiment xénon"
)
_NOWHERE = default_place().with_name("Dossier ensdesk 9")


def before_stops() -> tuple[Stop, ...]:
    """Return the first page, the sheet before a folder, and the making of a folder."""
    return (*_first(), *_sheet(), *_new_folder(), *_opening(), *_secrets())


def _stop(name: str, make: MakePage, *, folder: bool = False) -> Stop:
    return Stop(name, make, needs_folder=folder)


def _first() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.welcome import Welcome

    return (Stop("welcome", Welcome, needs_folder=False, first=True),)


def _sheet() -> tuple[Stop, ...]:
    from ensdesk.kinds.medication import Medication
    from ensdesk.ui.pages.sheet_done import AllForgotten, SheetDone
    from ensdesk.ui.pages.sheet_first import (
        correct,
        lines,
        medicines,
        moments,
        people,
        senses,
        who,
        yes_no,
    )

    def when(session: Session) -> Page:
        known = _with_sheet(session).records(Medication)
        return moments.Moments(session, known[0])

    asked: tuple[tuple[str, MakePage], ...] = (
        ("sheet-who", who.SheetFirst),
        ("sheet-allergies", lines.Allergies),
        ("sheet-blood-thinner", yes_no.BloodThinner),
        ("sheet-insulin", yes_no.Insulin),
        ("sheet-illnesses", lines.Illnesses),
        ("sheet-medicines", medicines.Medicines),
        ("sheet-correct", correct.CorrectMedicines),
        ("sheet-source", medicines.Source),
        ("sheet-senses", senses.Senses),
        ("sheet-first-person", people.FirstPerson),
        ("sheet-second-person", people.SecondPerson),
        ("sheet-doctor", people.Doctor),
        ("sheet-directives", senses.Directives),
        ("sheet-done", SheetDone),
    )
    return (
        *(_stop(name, _filled(make)) for name, make in asked),
        _stop("sheet-moments", when),
        _stop("sheet-forgotten", AllForgotten),
    )


def _filled(make: MakePage) -> MakePage:
    def filled(session: Session) -> Page:
        _with_sheet(session)
        return make(session)

    return filled


def _new_folder() -> tuple[Stop, ...]:
    from ensdesk.record.contents import Contents
    from ensdesk.ui.pages.new_folder import (
        choose_code,
        choose_key,
        choose_secret,
        choose_words,
        consent,
        for_whom,
        key_sheet,
        place,
        print_key_sheet,
        prove_key_sheet,
        ready,
        who,
    )
    from ensdesk.ui.pages.new_folder.making import Making
    from ensdesk.ui.pages.new_folder.plan import FolderPlan
    from ensdesk.vault.secrets import SheetWords

    words = SheetWords(_EXAMPLE_WORDS)

    def plan(*, for_me: bool = True) -> FolderPlan:
        return FolderPlan(Contents.of(), for_me=for_me, place=Path("OneDrive") / _NOWHERE.name)

    def use(session: Session) -> Making:
        return Making(session, plan())

    return (
        _stop("new-for-whom", for_whom.ForWhom),
        _stop("new-is-present", lambda s: for_whom.IsPresent(s, plan(for_me=False))),
        _stop("new-agrees", lambda s: for_whom.DoesAgree(s, plan(for_me=False))),
        _stop("new-capacity", lambda s: for_whom.InWhatCapacity(s, plan(for_me=False))),
        _stop("new-agreement-needed", lambda s: for_whom.AgreementNeeded(s, refused=True)),
        _stop("new-writer", lambda s: for_whom.YourFirstName(s, plan(for_me=False))),
        _stop("new-who", lambda s: who.Who(s, plan())),
        _stop("new-copied-place", lambda s: place.CopiedPlace(s, plan(), "OneDrive")),
        _stop("new-consent", lambda s: consent.ConsentPage(s, plan())),
        _stop("new-consent-together", lambda s: consent.ConsentPage(s, plan(for_me=False))),
        _stop("new-no-folder", consent.NoFolder),
        _stop("choose-secret", lambda s: choose_secret.ChooseSecret(s, use(s))),
        _stop("choose-code", lambda s: choose_code.ChooseCode(s, use(s))),
        _stop("choose-key", lambda s: choose_key.ChooseKey(s, use(s))),
        _stop("choose-words", lambda s: choose_words.ChooseWords(s, use(s))),
        _stop("write-words", lambda s: choose_words.WriteWords(s, use(s), _five())),
        _stop("own-sentence", lambda s: choose_words.OwnSentence(s, use(s))),
        _stop("key-sheet", lambda s: key_sheet.KeySheetPage(s, words, is_first=True), folder=True),
        _stop("copy-words", lambda s: key_sheet.CopyWords(s, words), folder=True),
        _stop("print-key-sheet", lambda s: print_key_sheet.PrintKeySheet(s, words), folder=True),
        _stop("prove-key-sheet", lambda s: prove_key_sheet.ProveKeySheet(s, words), folder=True),
        _stop("ready", lambda s: ready.Ready(s, proved=True), folder=True),
    )


def _opening() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.already import AlreadyHave
    from ensdesk.ui.pages.forgotten import Forgotten
    from ensdesk.ui.pages.open_folder import OpenFolder
    from ensdesk.ui.pages.sheet_words import AskSheetWords
    from ensdesk.ui.pages.which_folder import FolderAway, NoMore, WhichFolder

    def typed(page: Page) -> None:
        if isinstance(page, AskSheetWords):
            page.write("abaisser cerveau commande elec")

    class EveryWay(OpenFolder):
        """The page of a folder that opens in every way."""

        def entered(self) -> None:
            from ensdesk.folder.secrets_of_folder import Way

            self.show_ways(frozenset(Way))

    class Shared(OpenFolder):
        """The same, where several folders are known."""

        def entered(self) -> None:
            from ensdesk.folder.secrets_of_folder import Way

            self.show_for(shared_by(3), frozenset(Way), Way.CODE)

    class Which(WhichFolder):
        """Three folders of one computer."""

        def entered(self) -> None:
            self.show_folders(shared_by(3))

    class Many(WhichFolder):
        """More folders than there are colours."""

        def entered(self) -> None:
            self.show_folders(shared_by(9))

    class Less(NoMore):
        """The same three folders."""

        def entered(self) -> None:
            self.show_folders(shared_by(3))

    return (
        _stop("open-folder", lambda s: EveryWay(s, _NOWHERE)),
        _stop("open-nothing", lambda s: OpenFolder(s, _NOWHERE)),
        _stop("open-shared", lambda s: Shared(s, shared_by(3).folders[0].place)),
        _stop("which-folder", Which),
        _stop("which-of-many", Many),
        _stop("show-no-more", Less),
        _stop("folder-away", lambda s: FolderAway(s, shared_by(3).folders[2])),
        Stop("forgotten", lambda s: Forgotten(s, _NOWHERE), needs_folder=False, prepare=typed),
        _stop("already-have", AlreadyHave),
    )


def shared_by(people: int) -> Known:
    """Return so many folders of an invented computer: with a name, without one, away, and again."""
    looks: list[FolderLook] = []
    for number in range(people):
        name = ("Jeanne", "", "Marie-Antoinette de la Rochefou")[number % 3]
        place = _NOWHERE.with_name(f"Dossier ensdesk {number + 9}")
        if number % 3 == 2:
            place = Path("/media/jeanne/CLE BLEUE") / place.name
        looks.append(replace(free_look(str(place), looks), name=name))
    folders = (KnownFolder(look, here=number % 3 != 2) for number, look in enumerate(looks))
    return Known(tuple(folders), Settings())


def _secrets() -> tuple[Stop, ...]:
    from ensdesk.ui.pages.folder_look import ChooseColour, FolderLookPage, ShowName
    from ensdesk.ui.pages.my_secrets import MySecrets, PresentSecret

    look = shared_by(3).folders[0].look
    return (
        _stop("folder-look", FolderLookPage, folder=True),
        _stop("folder-colour", lambda s: ChooseColour(s, look), folder=True),
        _stop("folder-name", lambda s: ShowName(s, look), folder=True),
        _stop("my-secrets", MySecrets, folder=True),
        _stop("present-secret", lambda s: PresentSecret(s, MySecrets), folder=True),
    )


def _five() -> str:
    return " ".join(_EXAMPLE_WORDS.split()[:5])


def _with_sheet(session: Session) -> Contents:
    """Give *session* the sheet of the invented person, typed without a folder."""
    from ensdesk.folder.example_person import example_records
    from ensdesk.record.contents import Contents

    if session.sheet is None:
        contents = Contents.of()
        for record in example_records(session.today()):
            contents = contents.with_record(record)
        session.sheet = contents
    return session.sheet
