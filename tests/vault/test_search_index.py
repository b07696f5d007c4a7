"""Finding words: whatever happens to the index, it is made again."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.contact import Contact, ContactRole, Role
from ensdesk.kinds.medication import Intake, Medication, Moment
from ensdesk.record.fields import Prose
from ensdesk.record.record import RecordId, new_id
from ensdesk.trouble import Trouble
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.search_index import MARK, UNMARK, Match, _query
from ensdesk.vault.search_words import indexable, words_in, words_of
from ensdesk.vault.vault_file import FolderDamaged, IndexDamaged
from tests.vault.drawers import ALLERGY, KEPT, PAPER, damage, new_drawer, open_drawer


def found(drawer: Drawer, text: str) -> list[tuple[RecordId, int | None]]:
    return [(match.record_id, match.page) for match in drawer.search.find(text)]


def add_paper(drawer: Drawer, *texts: str) -> None:
    with drawer.transaction():
        drawer.revisions.write([PAPER])
        drawer.papers.add(PAPER.id, KEPT, media_type="application/pdf", original_name="a.pdf")
        drawer.papers.put_texts(PAPER.id, texts)


@pytest.mark.parametrize(
    "text", ["pénicilline", "PENICILLINE", "penic", "p", "pe", "penicilline plaques", "pe\u0301ni"]
)
def test_accents_capitals_and_ends_do_not_matter(drawer: Drawer, text: str) -> None:
    """As much of a word as was typed is enough, and all words must be there."""
    drawer.revisions.write([replace(ALLERGY, reaction=Prose("plaques rouges"))])
    assert found(drawer, text) == [(ALLERGY.id, None)]


@pytest.mark.parametrize("text", ["", "  ", "\"'*()", "penicilline NOT", "enicilline", "x" * 9000])
def test_what_is_not_there_is_not_found(drawer: Drawer, text: str) -> None:
    """No sign of the index's own language has a meaning."""
    drawer.revisions.write([ALLERGY])
    assert found(drawer, text) == []


@given(st.text())
def test_no_text_is_a_query_that_fails(text: str) -> None:
    """Whatever is typed becomes quoted words."""
    query = _query(text)
    assert query.count('"') % 4 == 0


def test_pages_come_after_records_with_their_number(drawer: Drawer) -> None:
    """An exact word stands before a beginning; what a person wrote before what a paper says."""
    gluten = Allergy(substance="Gluten dans le pain et la bière, un peu partout")
    glu = Allergy(substance="Glu")
    drawer.revisions.write([gluten, glu])
    add_paper(drawer, "rien ici", "du glu au\nmilieu")
    assert found(drawer, "glu") == [(glu.id, None), (gluten.id, None), (PAPER.id, 2)]
    assert len(drawer.search.find("glu", limit=2)) == 2
    assert drawer.search.find("milieu") == (
        Match(PAPER.id, 2, f"du glu au · {MARK}milieu{UNMARK}"),
    )


def test_a_person_cannot_forge_a_mark(drawer: Drawer) -> None:
    """The signs that mark a match are taken out of what is indexed."""
    drawer.revisions.write([replace(ALLERGY, reaction=Prose("a\x02b\x03 \x00c\ud800"))])
    (match,) = drawer.search.find("penicilline")
    assert match.excerpt == f"{MARK}Pénicilline{UNMARK} · a b   c?"
    assert indexable("\x02") == " "


def test_what_was_retired_is_not_found(drawer: Drawer) -> None:
    """Neither the record nor the pages of its paper; both come back together."""
    add_paper(drawer, "cholestérol")
    drawer.revisions.write([Removal(PAPER.id)])
    assert found(drawer, "prise") == found(drawer, "cholesterol") == []
    drawer.revisions.write([PAPER])
    assert found(drawer, "prise") == [(PAPER.id, None)]
    assert found(drawer, "cholesterol") == [(PAPER.id, 1)]


def test_changed_words_replace_the_old_ones(drawer: Drawer) -> None:
    """The index always holds exactly what the rows hold."""
    drawer.revisions.write([ALLERGY])
    drawer.revisions.write([replace(ALLERGY, substance="Latex")])
    add_paper(drawer, "un", "deux")
    drawer.papers.put_texts(PAPER.id, ["trois"])
    assert found(drawer, "penicilline") == found(drawer, "deux") == []
    assert found(drawer, "latex") == [(ALLERGY.id, None)]
    assert found(drawer, "trois") == [(PAPER.id, 1)]
    assert drawer.search.whole()


def tables(drawer: Drawer) -> set[str]:
    rows = drawer.connection.rows(
        "SELECT name FROM sqlite_schema WHERE name LIKE '%index\\__' ESCAPE '\\'"
    )
    return {row[0] for row in rows}


@pytest.mark.parametrize("table", ["record_index_1_data", "page_index_1_data"])
def test_a_damaged_index_is_seen_and_made_again(drawer: Drawer, table: str) -> None:
    """It is derived: the person finds again, in tables with the next number."""
    add_paper(drawer, "cholestérol")
    drawer.revisions.write([ALLERGY])
    drawer.connection.write(f"UPDATE {table} SET block = x'ffffffff'")  # noqa: S608
    drawer.connection.renew()
    assert not drawer.search.whole()
    drawer.search.rebuild()
    assert found(drawer, "cholesterol") == [(PAPER.id, 1)]
    assert found(drawer, "penicilline") == [(ALLERGY.id, None)]
    assert drawer.search.whole()
    assert tables(drawer) == {"record_index_2", "page_index_2"}


def test_a_damaged_page_never_hides_a_word(tmp_path: Path) -> None:
    """One bit turned in each page of the file: the word is found, or the damage is told."""
    drawer = new_drawer(tmp_path)
    notes = [replace(ALLERGY, id=new_id(), reaction=Prose(f"mot{n} " * 700)) for n in range(9)]
    drawer.revisions.write(notes)
    add_paper(drawer, *(f"page{n} " * 700 for n in range(5)))
    drawer.close()
    path = tmp_path / "main-1.db"
    whole = path.read_bytes()
    told = mended = 0
    for page in range(1, len(whole) // 4096, 2):
        path.write_bytes(whole)
        damage(path, page)
        try:
            drawer = open_drawer(tmp_path)
        except Trouble:
            told += 1
            continue
        try:
            assert found(drawer, "mot7") == [(notes[7].id, None)]
            assert found(drawer, "page4") == [(PAPER.id, 5)]
            mended += drawer.search._number > 1
        except FolderDamaged:
            told += 1
        drawer.close()
    assert told
    assert mended


def test_a_change_mends_a_damaged_index(drawer: Drawer) -> None:
    """Writing does not fail for an index that can be made again."""
    drawer.revisions.write([ALLERGY])
    drawer.connection.write("UPDATE record_index_1_data SET block = x'ffffffff'")
    drawer.connection.renew()
    drawer.revisions.write([replace(ALLERGY, substance="Latex")])
    assert found(drawer, "latex") == [(ALLERGY.id, None)]
    assert drawer.search.whole()


def test_an_index_that_lags_is_seen(drawer: Drawer) -> None:
    """The check compares the index with the rows."""
    drawer.revisions.write([ALLERGY])
    drawer.connection.write("UPDATE record SET words = 'autre'")
    assert not drawer.search.whole()


def test_a_drawer_without_an_index_gets_one(drawer: Drawer) -> None:
    """Nothing of the index is needed to find again."""
    drawer.revisions.write([ALLERGY])
    drawer.connection.write("DROP TABLE record_index_1")
    drawer.connection.write("DROP TABLE page_index_1")
    drawer.search._number = 0
    with pytest.raises(IndexDamaged):
        drawer.search._index("record")
    assert found(drawer, "penicilline") == [(ALLERGY.id, None)]


def test_damaged_text_gives_no_excerpt(drawer: Drawer) -> None:
    """A match in text that does not fit its digest is told without quoting it."""
    add_paper(drawer, "cholestérol total")
    drawer.connection.write("UPDATE page_text SET words = 'cholestérol faux'")
    assert drawer.search.find("cholesterol") == (Match(PAPER.id, 1, ""),)


def test_erased_words_leave_the_index(drawer: Drawer) -> None:
    """No block of the index keeps a word that is gone."""
    drawer.revisions.write([replace(ALLERGY, substance="Zzyzxmarque")])
    drawer.revisions.write([replace(ALLERGY, substance="Latex")])
    blocks = drawer.connection.rows("SELECT block FROM record_index_1_data")
    assert not any(b"zzyzx" in block for (block,) in blocks)


def test_words_are_what_the_person_wrote() -> None:
    """Texts of fields and rows, each once; no code, no date."""
    medicine = Medication(
        name="Kardegic 75 mg",
        substance="Kardegic 75 mg",
        intakes=(Intake(moment=Moment.NOON, dose="1 sachet"),),
        note=Prose("à jeun"),
    )
    assert words_of(medicine) == "Kardegic 75 mg\n1 sachet\nà jeun"
    contact = Contact(name="Anne", roles=(Role(role=ContactRole.CARER),))
    assert words_of(contact) == "Anne"
    assert words_in({"a": ["b", {"c": "d"}, 3], "e": "b"}) == "b\nd"
