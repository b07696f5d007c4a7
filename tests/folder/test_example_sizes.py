"""The invented person after many years: the same for the same seed, and never read whole."""

import io
from dataclasses import replace
from pathlib import Path

from ensdesk.folder.example_sizes import Size, fill
from ensdesk.folder.folder import Folder
from ensdesk.folder.lists import LATEST, LONG
from ensdesk.folder.printing import sheet_pdf
from ensdesk.kinds.document import Document
from ensdesk.kinds.measurement import Measurement, MeasurementType
from ensdesk.reading.reader import look
from ensdesk.vault.revision_store import Removal
from tests.fakes import NOW, TODAY, empty_folder, filled_folder

LITTLE = Size(2, 6, 20)


def test_the_same_seed_adds_the_same(tmp_path: Path) -> None:
    """Another seed adds something else."""
    folders = [empty_folder(tmp_path / name) for name in ("a", "b", "c")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        fill(folder, LITTLE, seed)
    known = [(one.records(Document), one.records(Measurement)) for one in folders]
    assert known[0] == known[1] != known[2]
    assert [len(known[0][0]), len(known[0][1])] == [6, 20]
    assert all(not any(record.problems(TODAY)) for records in known[0] for record in records)
    for folder in folders:
        assert folder.vault.check().well
        folder.close()


def test_a_paper_reads_as_its_words_say(tmp_path: Path) -> None:
    """Its text is in the paper itself, on the page, and in the search."""
    folder = empty_folder(tmp_path / "folder")
    fill(folder, LITTLE, 1)
    paper = folder.records(Document)[0]
    row = folder.vault.main.papers.get(paper.id)
    assert row is not None
    with folder.vault.documents.open(row.kept) as clear:
        seen = look(io.BytesIO(clear.read()), row.media_type)
    assert seen.pages == row.pages == 1
    kept = folder.vault.main.papers.text(paper.id, 1)
    assert kept is not None
    assert seen.text[0].split() == kept.split()
    assert paper.id in {hit.record.id for hit in folder.find(paper.name.split()[0])}
    folder.close()


def test_a_long_list_is_told_by_its_latest(tmp_path: Path) -> None:
    """Counts, last values and the summary are right, after a removal and undo too."""
    folder = filled_folder(tmp_path / "folder")
    before = folder.count(Measurement)
    fill(folder, Size(20, 0, LONG), 1)
    section = folder.contents().section(Measurement)
    assert len(section.records) < LATEST + 30
    assert section.count == folder.count(Measurement) == before + LONG
    every = folder.section(Measurement, whole=True)
    assert len(every.records) == every.count == section.count
    last = folder.latest(Measurement, part=str(MeasurementType.WEIGHT))[0]
    dated = [one for one in every.records if one.type is MeasurementType.WEIGHT and one.taken]
    assert last == max(dated, key=lambda one: one.taken.iso if one.taken else "")
    _left_out(folder, last)
    assert sheet_pdf(folder.contents(), "summary", TODAY).startswith(b"%PDF")
    folder.close()


def _left_out(folder: Folder, last: Measurement) -> None:
    count, part = folder.count(Measurement), last.part()
    folder.retire(last)
    assert folder.count(Measurement) == count - 1
    assert folder.latest(Measurement, part=part)[0] != last
    folder.undo()
    assert (folder.count(Measurement), folder.latest(Measurement, part=part)[0]) == (count, last)
    folder.vault.main.revisions.write([Removal(last.id)], at=NOW)
    assert folder.count(Measurement, part) + 1 == sum(
        one.part() == part for one in (*folder.records(Measurement), replace(last))
    )
