"""What a drawer knows of its papers."""

from dataclasses import replace

from ensdesk.kinds.document import Document
from ensdesk.vault.drawer import Drawer
from ensdesk.vault.paper_rows import PaperRow
from tests.vault.drawers import KEPT, PAPER


def test_a_row_comes_back(drawer: Drawer) -> None:
    """Everything needed to open the paper, and what was seen of it."""
    papers = drawer.papers
    assert papers.get(PAPER.id) is None
    papers.add(PAPER.id, KEPT, media_type="image/png", original_name="é\ud800" + "x" * 999)
    papers.set_pages(PAPER.id, 4)
    row = papers.get(PAPER.id)
    assert row == PaperRow(PAPER.id, KEPT, "image/png", ("é?" + "x" * 999)[:255], 4)
    assert papers.all() == (row,)


def test_the_same_bytes_are_found(drawer: Drawer) -> None:
    """A paper added twice can be told."""
    other = Document(name="autre")
    for record, sha256 in ((PAPER, b"a" * 32), (other, b"a" * 32), (Document(name="b"), b"b" * 32)):
        kept = replace(KEPT, name=record.id, sha256=sha256)
        drawer.papers.add(record.id, kept, media_type="", original_name="")
    assert drawer.papers.same_bytes(b"a" * 32) == tuple(sorted([PAPER.id, other.id]))
    assert drawer.papers.same_bytes(b"c" * 32) == ()


def test_words_are_kept_page_by_page(drawer: Drawer) -> None:
    """Empty pages take no room, the numbers stay."""
    drawer.papers.put_texts(PAPER.id, ["un", " ", "trois" * 3000])
    assert [drawer.papers.text(PAPER.id, page) for page in (1, 2, 3)] == [
        "un",
        None,
        "trois" * 3000,
    ]
    drawer.papers.drop_texts(PAPER.id)
    assert drawer.papers.text(PAPER.id, 1) is None


def test_small_images_are_kept(drawer: Drawer) -> None:
    """The last one wins."""
    assert drawer.papers.thumbnail(PAPER.id) is None
    drawer.papers.put_thumbnail(PAPER.id, 1, b"a" * 9000)
    drawer.papers.put_thumbnail(PAPER.id, 1, b"b" * 9000)
    assert drawer.papers.thumbnail(PAPER.id) == b"b" * 9000


def test_damage_is_told_and_never_shown(drawer: Drawer) -> None:
    """Words and images that do not fit their digest count as not there."""
    drawer.papers.put_texts(PAPER.id, ["un"])
    drawer.papers.put_thumbnail(PAPER.id, 1, b"abc")
    assert list(drawer.papers.damaged()) == []
    drawer.connection.write("UPDATE page_text SET words = 'deux'")
    drawer.connection.write("UPDATE thumbnail SET png = zeroblob(3)")
    assert drawer.papers.text(PAPER.id, 1) is None
    assert drawer.papers.thumbnail(PAPER.id) is None
    assert list(drawer.papers.damaged()) == [PAPER.id, PAPER.id]
