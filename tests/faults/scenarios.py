"""What a person does, in small: each is done again and again while something goes wrong."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ensdesk.folder.doubling import double_to
from ensdesk.folder.folder import Folder
from ensdesk.folder.for_me import encrypt_again, hide, show_again
from ensdesk.folder.handing_over import hand_over
from ensdesk.folder.opening import open_folder
from ensdesk.folder.papers import LookedAt, add_paper, paper_of
from ensdesk.folder.people import HELPER, add_person, people, stop_helping
from ensdesk.folder.removed import erase_for_ever
from ensdesk.folder.restoring import bring_back_to, the_double
from ensdesk.folder.secrets_of_folder import set_sheet
from ensdesk.folder.two_computers import agree, outgoing, put_in
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.vault.header import HalfFolder, HeaderMissing
from tests.fakes import SHEET, TODAY, MemoryKeychain, empty_folder
from tests.faults.told import (
    FOLDER,
    KEY,
    OTHER,
    SHEETS,
    Facts,
    Tell,
    broken_at,
    broken_double,
    do,
    in_double,
)

Step = Callable[[Path, Tell], None]


@dataclass(frozen=True)
class Scenario:
    """What stands before, what is done, and how to see what is left of it."""

    name: str
    begin: Step
    act: Step
    see: Callable[[Path, Facts], list[str]] = broken_at

    def look(self, place: Path, facts: Facts) -> list[str]:
        """Return what is broken in *place*, which may change by it; whatever happens is told."""
        try:
            return self.see(place, facts)
        except Exception as error:  # noqa: BLE001 - whatever it is, it should not happen
            return [f"{error!r} with {sorted(path.name for path in place.rglob('*'))[:20]}"]


def _opened(place: Path, name: str = FOLDER) -> contextlib.closing[Folder]:
    return contextlib.closing(open_folder(place / name, SHEET, MemoryKeychain()))


def _allergy(folder: Folder, tell: Tell, words: str) -> Allergy:
    new = Allergy(substance=words)
    do(tell, lambda: folder.save(new), ("live", new.id, words))
    return new


def _paper(folder: Folder, tell: Tell, words: str) -> Document:
    text, paper = f"{words} " * 3000, Document(name=words)
    kept = folder.vault.documents.keep(io.BytesIO(text.encode()))
    looked = LookedAt(kept, "text/plain", f"{words}.txt", 1, (words,), None)
    do(tell, lambda: add_paper(folder, paper, looked), ("paper", paper.id, text))
    return paper


def _small(place: Path, tell: Tell) -> None:
    with contextlib.closing(empty_folder(place / FOLDER)) as folder:
        tell(("opens", "sheet-0"))
        for number in range(3):
            _allergy(folder, tell, f"avant {number}")
        _paper(folder, tell, "papier avant")


def _edit(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        new = _allergy(folder, tell, "Pénicilline")
        other = Allergy(id=new.id, substance="Pénicilline G")
        do(tell, lambda: folder.save(other), ("live", new.id, "Pénicilline G"))
        do(tell, lambda: folder.retire(other), ("gone", new.id))
        do(tell, folder.undo, ("live", new.id, "Pénicilline G"))
        long = "Iode " * 2000  # over its page
        do(tell, lambda: folder.save(Allergy(id=new.id, substance=long)), ("live", new.id, long))


def _add_paper(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        _paper(folder, tell, "ordonnance")
        _paper(folder, tell, "prise de sang")


def _erase(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        new, paper = _allergy(folder, tell, "Latex"), _paper(folder, tell, "lettre")
        for record in (new, paper):
            do(tell, lambda record=record: erase_for_ever(folder, record), ("gone", record.id))


def _change_code(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        for before in (0, 1):
            opens, shut = ("opens", f"sheet-{before + 1}"), ("shut", f"sheet-{before}")
            do(tell, lambda new=SHEETS[before + 1]: set_sheet(folder, new), opens, shut)


def _with_helper(place: Path, tell: Tell) -> None:
    _small(place, tell)
    with _opened(place) as folder:
        add_person(folder, "Marie", HELPER, SHEETS[3])


def _revoke(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        (marie,) = people(folder)
        do(tell, lambda: stop_helping(folder, marie.slot), ("shut", "sheet-3"))
        _allergy(folder, tell, "après")


def _let_in(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        do(tell, lambda: add_person(folder, "Paul", HELPER, SHEETS[4]), ("opens", "sheet-4"))


def _rewrite(place: Path, tell: Tell) -> None:
    """What migrating does too: everything goes into a new file, then the header names it."""
    with _opened(place) as folder:
        folder.vault.renew_key()
        _allergy(folder, tell, "dans le nouveau")


def _hand_over(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        opens = [("opens", "sheet-1"), ("opens", "sheet-2"), ("shut", "sheet-0")]
        do(tell, lambda: hand_over(folder, SHEETS[1], SHEETS[2], None), *opens)


def _hide(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        documents = folder.vault.documents
        new, paper = _allergy(folder, tell, "secret"), _paper(folder, tell, "papier secret")
        do(tell, lambda: hide(folder, new), ("hidden", new.id, "secret"))
        again = encrypt_again(documents, paper_of(folder, paper.id))
        do(tell, lambda: hide(folder, paper, again), ("hidden", paper.id, "papier secret"))
        do(tell, lambda: show_again(folder, new), ("live", new.id, "secret"))


def _with_double(place: Path, tell: Tell) -> None:
    _small(place, tell)
    (place / KEY).mkdir()
    with _opened(place) as folder:
        double_to(folder, place / KEY)
        tell(("double", "double", *(record.id for record in folder.records(Allergy))))


def _double(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        kept = [record.id for record in folder.records(Allergy)]
        for name in ("un", "deux"):
            kept += [_allergy(folder, tell, name).id, _paper(folder, tell, f"papier {name}").id]
            double_to(folder, place / KEY)
            tell(("double", "double", *kept))


def _look_at_both(place: Path, facts: Facts) -> list[str]:
    return broken_at(place, facts) + broken_double(place, facts)


def _restore(place: Path, tell: Tell) -> None:
    double = the_double(place / KEY)
    bring_back_to(place / OTHER / FOLDER, double, SHEET, MemoryKeychain())
    tell(("made", "made"))


def _make(place: Path, tell: Tell) -> None:
    with contextlib.closing(empty_folder(place / OTHER / FOLDER)):
        tell(("made", "made"))


def _look_at_made(place: Path, facts: Facts) -> list[str]:
    """It is there, or it was never there and can be made."""
    if "made" not in facts:
        try:
            open_folder(place / OTHER / FOLDER, SHEET, MemoryKeychain()).close()
        except HalfFolder as trouble:
            return [repr(trouble)]
        except HeaderMissing:
            empty_folder(place / OTHER / FOLDER).close()
    return broken_at(place / OTHER, {})


def _look_at_restored(place: Path, facts: Facts) -> list[str]:
    if "made" not in facts:
        return _look_at_made(place, facts) + broken_double(place, facts)
    return broken_at(place / OTHER, in_double(facts))


def _apart(place: Path, tell: Tell) -> None:
    """Two computers with one folder; the other one wrote something, which lies on the key."""
    _small(place, tell)
    (place / KEY).mkdir()
    shutil.copytree(place / FOLDER, place / OTHER)
    with _opened(place, OTHER) as other:
        other.vault.new_installation()
        for number in range(3):
            _allergy(other, lambda *_said: None, f"autre {number}")
        _paper(other, lambda *_said: None, "papier autre")
        put_in(other.vault.documents, outgoing(other), place / KEY, TODAY)


def _merge(place: Path, tell: Tell) -> None:
    with _opened(place) as folder:
        _allergy(folder, tell, "ici")
        agree(folder, _news(place))
        tell(("merged", "merged"))


def _look_at_merged(place: Path, facts: Facts) -> list[str]:
    """Taking the same news again brings what may be missing, and nothing twice."""
    broken = broken_at(place, facts)
    with contextlib.suppress(Exception), _opened(place) as folder:
        if "merged" not in facts:
            agree(folder, _news(place))
        said = sorted(record.substance for record in folder.records(Allergy))
        if [words for words in said if words.startswith("autre")] != [
            f"autre {number}" for number in range(3)
        ]:
            broken.append(f"merged: {said}")
    return broken + broken_at(place, facts)


def _news(place: Path) -> Path:
    (news,) = (place / KEY).glob("*.age")
    return news


SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        Scenario("edit", _small, _edit),
        Scenario("paper", _small, _add_paper),
        Scenario("erase", _small, _erase),
        Scenario("code", _small, _change_code),
        Scenario("let-in", _small, _let_in),
        Scenario("revoke", _with_helper, _revoke),
        Scenario("rewrite", _small, _rewrite),
        Scenario("hand-over", _small, _hand_over),
        Scenario("hide", _small, _hide),
        Scenario("double", _with_double, _double, _look_at_both),
        Scenario("restore", _with_double, _restore, _look_at_restored),
        Scenario("merge", _apart, _merge, _look_at_merged),
        Scenario("make", lambda place, tell: None, _make, _look_at_made),
    )
}
