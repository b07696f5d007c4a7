"""What papers, medicines and stays are about, and who is about an illness."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest

from ensdesk.exchange.manifest import SUMMARY
from ensdesk.folder.bringing_back import bring_back
from ensdesk.folder.copying import everything, make_copy
from ensdesk.folder.printing import sheet_pdf
from ensdesk.folder.removed import erase_for_ever
from ensdesk.folder.sorted_papers import of_topic, sorted_papers
from ensdesk.folder.together import Together, saying
from ensdesk.folder.topics import names_for, tied_to, topics_for
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.operation import Operation
from ensdesk.paper.sheets import section_alone
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId
from ensdesk.record.topic import ABOUT, topics_of, with_topics
from ensdesk.vault.revision import DamagedRecord
from ensdesk.vault.unknown_record import UnknownRecord
from tests.fakes import empty_folder
from tests.paper import reading

HEART = Illness(name="Cœur")
OLD = Illness(name="Rougeole", until=PartialDate("1955"))
WASPS = Allergy(substance="Guêpes")
HIP = Operation(name="Hanche")


@pytest.fixture
def ill(folder):
    """A folder with two illnesses, an allergy and a stay."""
    for record in (WASPS, OLD, HEART, HIP):
        folder.save(record)
    return folder


def about(topic) -> Together:
    """Return the papers about *topic*."""
    return saying(Document, ABOUT, topic.id)


def test_what_is_offered(ill):
    """What it is about already, then illnesses that hold; a stay is not about a stay."""
    names = lambda record: [one.headline() for one in topics_for(ill, record)]  # noqa: E731
    medicine = with_topics(Medication(name="a"), [HIP.id], [])
    assert names(medicine) == ["Hanche", "Cœur", "Guêpes", "Rougeole"]
    assert names(HIP) == ["Cœur", "Guêpes", "Rougeole"]


def test_both_ends(ill):
    """Written by the medicine and the paper, found from the illness and the stay."""
    medicine = with_topics(Medication(name="Eliquis"), [HEART.id, WASPS.id], [])
    papers = [
        with_topics(Document(name=str(year), date=PartialDate(str(year))), [HEART.id, HIP.id], [])
        for year in (2021, 2024, 2022, 2023)
    ]
    for record in (medicine, *papers):
        ill.save(record)
    found = {one.kind: one for one in tied_to(ill, HEART)}
    assert {kind: one.count for kind, one in found.items()} == {Medication: 1, Document: 4}
    assert [one.headline() for one in found[Document].latest] == ["2024", "2023", "2022"]
    assert [one.headline() for one in about(HIP).some(ill, 3, 9)] == ["2021"]
    assert tied_to(ill, OLD) == ()
    assert list(map(names_for(ill, medicine), topics_of(medicine))) == ["Cœur", "Guêpes"]


def test_papers_by_illness(ill):
    """The one with most papers first; what was taken away is not named, and comes back."""
    for name, topics in (("a", [HEART.id]), ("b", [HEART.id, HIP.id]), ("c", [])):
        ill.save(with_topics(Document(name=name), topics, []))
    assert [(one.headline(), n) for one, n in sorted_papers(ill).topics] == [
        ("Cœur", 2),
        ("Hanche", 1),
    ]
    assert of_topic(HEART.id).count(ill) == 2
    assert {one.name for one in of_topic(HEART.id).some(ill, 0, 9)} == {"a", "b"}
    ill.retire(HEART)
    assert [(one.headline(), n) for one, n in sorted_papers(ill).topics] == [("Hanche", 1)]
    ill.put_back(HEART)
    assert len(sorted_papers(ill).topics) == 2


def test_a_link_to_nothing_is_said_plainly(ill, french):
    """Retired, erased for ever, or of a kind that only a newer program knows."""
    newer = UnknownRecord(id=RecordId("f" * 32), kind="tattoo", payload={"name": "bras"})
    ill.vault.main.revisions.write([newer])
    medicine = with_topics(Medication(name="a"), [HEART.id, WASPS.id, newer.id], [])
    ill.save(medicine)
    ill.retire(HEART)
    erase_for_ever(ill, WASPS)
    named = [names_for(ill, medicine)(one) for one in topics_of(medicine)]
    assert named == ["une ligne retirée"] * 3
    assert ill.record(medicine.id) == medicine


def test_a_record_without_a_name_is_there(ill, french):
    """It is called by its kind, and not said to be taken away."""
    nameless = Illness(name="")
    ill.save(nameless)
    medicine = with_topics(Medication(name="a"), [nameless.id], [])
    assert names_for(ill, medicine)(nameless.id) == "Maladie"


def test_a_damaged_record_is_told(ill, monkeypatch):
    """As everywhere: never silently left out."""
    monkeypatch.setattr(ill.vault.main.revisions.view, "numbered", lambda *_asked: ((), ("gone",)))
    with pytest.raises(DamagedRecord):
        about(HEART).some(ill, 0, 9)


def test_sheets_say_names(ill, french):
    """The summary and a section alone; what was retired is said so, and no id is printed."""
    medicine = with_topics(Medication(name="Eliquis"), [HEART.id, OLD.id], [])
    paper = with_topics(Document(name="Lettre"), [HIP.id], [])
    ill.save(medicine)
    ill.save(paper)
    ill.retire(OLD)
    for sheet, said in (
        ("summary", "Cœur · une ligne retirée"),
        (section_alone(Medication).name, "une ligne retirée"),
        (section_alone(Document).name, "Hanche"),
    ):
        words = reading.squeezed(reading.text(sheet_pdf(ill.contents(), sheet, ill.today())))
        assert reading.squeezed(said) in words
        assert HEART.id[:8] not in words


def test_a_copy_of_a_part_says_what_it_leaves_out(ill, tmp_path, french):
    """In its table and on its sheet the illness is not named: it is not in this copy."""
    ill.save(with_topics(Medication(name="Eliquis"), [HEART.id], []))
    plan = everything(ill, tmp_path / "copie.zip", for_whom="Marie", why="voir")
    for kinds, cell in (
        (plan.kinds, "Cœur"),
        (frozenset({Medication}), "pas dans cette copie"),
    ):
        make_copy(ill, replace(plan, kinds=kinds))
        with zipfile.ZipFile(plan.out) as copy:
            table = copy.read("tableaux/mes-medicaments.csv").decode("utf-8-sig")
            summary = reading.text(copy.read(SUMMARY))
        assert f'"{cell}"' in table
        assert ("Cœur" in summary) == (cell == "Cœur")
        assert HEART.id not in table + summary


def test_links_come_back_with_a_copy(ill, tmp_path):
    """Into a folder that has nothing, both ends are there again."""
    medicine = with_topics(Medication(name="Eliquis"), [HEART.id], [])
    ill.save(medicine)
    make_copy(ill, everything(ill, tmp_path / "copie.zip", for_whom="Marie", why="voir"))
    other = empty_folder(tmp_path / "autre")
    bring_back(other, tmp_path / "copie.zip")
    assert topics_of(other.record(medicine.id)) == (HEART.id,)
    assert [one.count for one in tied_to(other, HEART)] == [1]
    other.close()
