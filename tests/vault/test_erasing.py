"""Erasing for good: nothing of the words is left, and nothing else is touched."""

import io
import json
from dataclasses import replace

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.document import Document
from ensdesk.record.record import Record
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.erasing import erase
from ensdesk.vault.revision_store import Removal
from ensdesk.vault.vault import Vault
from tests.vault.drawers import ALLERGY, KEY, new_drawer, open_vault, take
from tests.vault.pages import clear_pages

MARK = "Zyxomarkowine"
LONG = " ".join([MARK] * 2000)  # past one page: overflow pages must be cleared too
OTHER = Allergy(substance="Pollen")


def erased_allergy(vault: Vault, *, retired: bool = False) -> Allergy:
    """Write a marked allergy twice, erase it, and return it."""
    allergy = Allergy(substance=MARK, reaction=LONG)
    revisions = vault.main.revisions
    revisions.write([allergy, OTHER])
    revisions.write([replace(allergy, substance=f"{MARK} autre")])
    if retired:
        revisions.write([Removal(allergy.id)])
    assert erase(vault.main, vault.documents, allergy.id)
    return allergy


def erased_paper(vault: Vault) -> Document:
    """Keep a marked paper with words and a small image, erase it, and return it."""
    paper = Document(name=MARK)
    kept = vault.documents.keep(io.BytesIO(MARK.encode()))
    with vault.main.transaction():
        papers = vault.main.papers
        papers.add(paper.id, kept, media_type="text/plain", original_name=f"{MARK}.txt", pages=1)
        papers.put_texts(paper.id, [LONG])
        papers.put_thumbnail(paper.id, 1, MARK.encode() * 2000)
        vault.main.revisions.write([paper])
    assert erase(vault.main, vault.documents, paper.id)
    return paper


def words_left(vault: Vault) -> bytes:
    """Return every page of both files in clear, in small letters as the index folds them."""
    keys, names = vault.locks.keys, vault.locks.file_names
    return clear_pages(vault.path / names.main, keys.k_main).lower()


def gone(drawer: Drawer, record: Record) -> bool:
    return drawer.revisions.last(record.id) is None and drawer.search.find(MARK) == ()


def test_the_pages_do_show_words_before_they_are_erased(vault):
    """The proof below can fail: what is written is seen in the pages."""
    vault.main.revisions.write([Allergy(substance=MARK, reaction=LONG)])
    assert words_left(vault).count(MARK.lower().encode()) > 1


@pytest.mark.parametrize("retired", [False, True])
def test_an_erased_record_leaves_no_word_in_any_page(vault, retired):
    """Live or retired: every version, the row, the index, the journal, free pages, the log."""
    allergy = erased_allergy(vault, retired=retired)
    assert gone(vault.main, allergy)
    assert MARK.lower().encode() not in words_left(vault)
    vault.close()
    assert MARK.lower().encode() not in words_left(vault)


def test_an_erased_paper_leaves_neither_words_nor_bytes(vault):
    """Its row, words, image and age file go together."""
    paper = erased_paper(vault)
    assert gone(vault.main, paper)
    assert vault.main.papers.get(paper.id) is None
    assert list(vault.documents.names()) == []
    assert MARK.lower().encode() not in words_left(vault)


def test_a_file_with_another_row_stays(vault):
    """Two papers of the same bytes: the bytes go with the last one."""
    kept = vault.documents.keep(io.BytesIO(b"a paper"))
    first, second = Document(name="a"), Document(name="b")
    for paper in (first, second):
        vault.main.papers.add(paper.id, kept, media_type="text/plain", original_name="a")
    vault.main.revisions.write([first, second])
    erase(vault.main, vault.documents, first.id)
    assert list(vault.documents.names()) == [kept.name]
    erase(vault.main, vault.documents, second.id)
    assert list(vault.documents.names()) == []


def test_the_history_keeps_its_links_and_nothing_to_guess_from(vault):
    """Ids and parents stay; the last revision names every head before it."""
    allergy = erased_allergy(vault)
    *before, last = vault.main.revisions.log.of_record(allergy.id)
    assert {(one.salt, one.digest, one.payload) for one in before} == {(None, None, None)}
    assert (last.what, last.parents) == ("erased", (before[-1].id,))
    assert vault.main.journal.verify() == ()
    assert vault.check().well


def test_the_journal_says_that_something_was_erased_without_a_word_of_it(vault):
    """Its lines stay, empty."""
    allergy = erased_allergy(vault)
    about = [line for line in vault.main.journal.lines() if line.record_id == allergy.id]
    assert [(line.act, line.words) for line in about] == [
        ("record-erased", ""),
        ("record-changed", None),
        ("record-added", None),
    ]


def test_nothing_else_is_touched(vault):
    """The other records stay, and are found."""
    erased_allergy(vault)
    assert vault.main.revisions.records(Allergy) == (OTHER,)
    assert [match.record_id for match in vault.main.search.find("pollen")] == [OTHER.id]
    assert vault.main.revisions.rebuild_current() == ()
    assert vault.main.revisions.records(Allergy) == (OTHER,)


def test_what_is_not_there_is_not_erased(vault):
    """A second time nothing is written."""
    allergy = erased_allergy(vault)
    lines = len(vault.main.journal.lines())
    assert not erase(vault.main, vault.documents, allergy.id)
    assert len(vault.main.journal.lines()) == lines


def test_a_half_filled_page_about_it_goes_and_another_stays(vault):
    """What was being written of it is words of it too."""
    vault.keep_aside("draft", b'["form-illness", {"id": "x"}]')
    allergy = erased_allergy(vault)
    assert vault.kept_aside("draft") is not None
    vault.main.revisions.write([allergy])
    vault.keep_aside("draft", f'["form-allergy", {{"id": "{allergy.id}"}}]'.encode())
    erase(vault.main, vault.documents, allergy.id)
    assert vault.kept_aside("draft") is None


def test_a_power_cut_before_the_bytes_go_leaves_nothing_readable(vault, monkeypatch):
    """The row, with the only key, went first; what is left is told by the check, as no paper."""

    def power_cut(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(vault.documents, "discard", power_cut)
    with pytest.raises(KeyboardInterrupt):
        erased_paper(vault)
    vault.close()
    again = open_vault(vault.path)
    assert again.main.papers.all() == ()
    report = again.check()
    assert (report.papers, len(report.strays)) == (0, 1)
    assert again.clear_strays() == 1
    assert again.check().strays == ()
    again.close()


def test_erasing_wins_over_an_older_copy_and_over_the_other_side(vault, tmp_path):
    """What comes back is not taken; what arrives as erased empties what it follows here."""
    allergy = Allergy(substance=MARK)
    vault.main.revisions.write([allergy])
    older = tuple(vault.main.revisions.revisions())
    other = new_drawer(tmp_path)
    take(other, older)
    erase(vault.main, vault.documents, allergy.id)
    assert take(vault.main, older) == ()
    assert gone(vault.main, allergy)
    take(other, tuple(vault.main.revisions.revisions()))
    assert gone(other, allergy)
    other.settle()
    assert MARK.lower().encode() not in clear_pages(other.connection.path, KEY).lower()
    other.close()


def test_what_the_eraser_never_saw_is_shown_as_a_card(vault, tmp_path):
    """Somebody changed it elsewhere meanwhile: a person decides."""
    allergy = Allergy(substance="Latex")
    vault.main.revisions.write([allergy])
    other = new_drawer(tmp_path)
    take(other, tuple(vault.main.revisions.revisions()))
    other.revisions.write([replace(allergy, substance="Latex fin")])
    erase(vault.main, vault.documents, allergy.id)
    take(vault.main, tuple(other.revisions.revisions()))
    assert [one.record_id for one in vault.main.revisions.conflicts()] == [allergy.id]
    other.close()


def test_a_damaged_record_can_be_erased(vault):
    """What can no longer be read must be able to go."""
    vault.main.revisions.write([ALLERGY])
    vault.main.connection.write("UPDATE record SET payload = 'x'")
    vault.main.connection.write("UPDATE revision SET payload = 'x'")
    assert erase(vault.main, vault.documents, ALLERGY.id)
    assert vault.main.revisions.damaged() == ()


@pytest.mark.parametrize("name", ["Kardégic « 75 »", 'Un "guillemet"', "Barre \\ oblique"])
def test_a_half_filled_page_that_says_its_name_goes_whatever_the_signs(vault, name):
    """A draft is JSON: accents and quotes stand in it in another spelling."""
    allergy = Allergy(substance=name)
    vault.main.revisions.write([allergy])
    vault.keep_aside("draft", json.dumps(["search", {"0": f"mon {name}"}]).encode())
    erase(vault.main, vault.documents, allergy.id)
    assert vault.kept_aside("draft") is None
