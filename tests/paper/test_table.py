"""Tables: whole rows, a head on each page, long texts in full below."""

from ensdesk.paper.cells import Cells
from ensdesk.paper.page import styles
from ensdesk.paper.table import Look, Table, table
from tests.paper import reading
from tests.paper.pdfua import faults
from tests.paper.test_tagged import drawn

SIZE = styles(14)


def made(rows: int, *, head: bool = True) -> Table:
    data = [["Nom", "Dose"], *([f"Remède {n}", "1"] for n in range(rows))]
    return table(data, [200, 100], SIZE.cell, head=SIZE.strong if head else None, header_cols=1)


def test_rows_go_overleaf_whole_with_the_head() -> None:
    """Both parts begin with the head; together they have every row once."""
    whole = made(10)
    whole.wrap(300, 1000)
    above, below = whole.split(300, 100)
    assert above.rows[0] is below.rows[0]
    assert len(above.rows) + len(below.rows) == 12
    above.wrap(300, 100)
    assert above.height <= 100


def test_a_head_never_stands_alone() -> None:
    """With room for the head only, the table begins on the next page."""
    assert made(3).split(300, 30) == []


def test_heads_have_their_scope() -> None:
    """Columns and rows say what they are the head of."""
    pdf = drawn(lambda canvas: put(made(3), canvas))
    assert faults(pdf) == []
    assert reading.roles(pdf).count("TH") == 2 + 3


def test_lines_around_or_only_between() -> None:
    """The look changes ink, not words."""
    for look in (Look(), Look(upright=True, head_line=2)):
        flow = table([["a", "b"], ["c", "d"]], [50, 50], SIZE.cell, header_cols=1, look=look)
        assert faults(drawn(lambda canvas, flow=flow: put(flow, canvas))) == []


def test_a_text_too_long_for_a_row_stands_in_full_below() -> None:
    """The cell keeps its beginning and says so."""
    cells = Cells(SIZE.cell)
    assert cells.fit("court", 100) == "court"
    cut = cells.fit("mot " * 1000, 100)
    assert isinstance(cut, str)
    assert len(cut) < 200
    assert len(cells.whole()) == 1


def put(flow: Table, canvas: object) -> None:
    flow.wrapOn(canvas, 300, 500)
    flow.drawOn(canvas, 50, 400)
