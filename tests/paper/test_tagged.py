"""The tagged canvas: words have a place, ornaments have none, and nothing gets lost."""

import io
from collections.abc import Callable

import pytest
from reportlab.graphics.shapes import Circle, Drawing

from ensdesk.paper.fonts import REGULAR, register
from ensdesk.paper.page import styles
from ensdesk.paper.structure import Tag
from ensdesk.paper.tagged import TaggedCanvas, UntaggedText
from ensdesk.paper.tagged_flow import Figure, bullets, paragraph
from tests.paper import reading
from tests.paper.pdfua import faults


def drawn(draw: Callable[[TaggedCanvas], None], **options: object) -> bytes:
    """Return a file with what *draw* draws under a heading."""
    register()
    file = io.BytesIO()
    canvas = TaggedCanvas(file, lang="fr-FR", initialFontName=REGULAR, invariant=1, **options)
    canvas.setTitle("Essai")
    with canvas.mark(Tag("H1")):
        write(canvas, "Titre", 700)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def write(canvas: TaggedCanvas, text: str, height: float) -> None:
    canvas.setFont(REGULAR, 14)
    canvas.drawString(50, height, text)


def test_words_without_a_place_are_refused() -> None:
    """They would be lost for a screen reader; and the refusal does not quote them."""
    with pytest.raises(UntaggedText) as caught:
        drawn(lambda canvas: write(canvas, "diabète", 600))
    assert "diab" not in str(caught.value)


def test_lines_are_ornaments_by_themselves() -> None:
    """A frame, a rule, a grid need no care."""

    def draw(canvas: TaggedCanvas) -> None:
        canvas.rect(10, 10, 100, 100)
        with canvas.mark(Tag("P")):
            write(canvas, "Texte", 600)
        canvas.line(0, 0, 10, 10)

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert reading.roles(pdf) == ["Document", "H1", "P"]


def test_words_of_an_ornament_are_not_read() -> None:
    """Marks inside an artifact do not bring it back."""

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.decoration(), canvas.mark(Tag("P")):
            write(canvas, "L M M J V S D", 600)

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert reading.roles(pdf) == ["Document", "H1"]
    assert "L M M J V S D" in reading.text(pdf)


def test_marks_can_be_nested() -> None:
    """A cell in a row in a table; the outer one goes on after the inner one."""
    outer = Tag("P")
    inner = Tag("P", outer)

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.mark(outer):
            write(canvas, "avant", 600)
            with canvas.mark(inner):
                write(canvas, "dedans", 580)
            write(canvas, "après", 560)

    assert faults(drawn(draw)) == []


def test_what_is_drawn_again_is_read_once() -> None:
    """The head of a table is an ornament on the second page."""
    head, row = Tag("P", once=True), Tag("P")

    def draw(canvas: TaggedCanvas) -> None:
        for _page in range(2):
            with canvas.mark(head):
                write(canvas, "Tête", 600)
            with canvas.mark(row):
                write(canvas, "Ligne", 580)
            canvas.showPage()

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert reading.roles(pdf) == ["Document", "H1", "P", "P"]
    assert [page.count("Tête") for page in reading.pages(pdf)] == [1, 1]


def test_head_and_foot_know_the_number_of_pages() -> None:
    """They are drawn when all pages are there, and are never read."""

    def furnish(canvas: TaggedCanvas, number: int, count: int) -> None:
        write(canvas, f"page {number} sur {count}", 30)

    def draw(canvas: TaggedCanvas) -> None:
        canvas.showPage()
        with canvas.mark(Tag("P")):
            write(canvas, "Suite", 600)

    pdf = drawn(draw, furnish=furnish)
    assert faults(pdf) == []
    assert ["page 1 sur 2" in reading.pages(pdf)[0], "page 2 sur 2" in reading.pages(pdf)[1]] == [
        True,
        True,
    ]
    assert reading.roles(pdf) == ["Document", "H1", "P"]


def test_a_font_that_is_not_in_the_file_is_refused() -> None:
    """Helvetica comes in by many doors."""

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.mark(Tag("P")):
            canvas.setFont("Helvetica", 14)
            canvas.drawString(50, 600, "Texte")

    with pytest.raises(ValueError, match="Helvetica"):
        drawn(draw)


def test_a_figure_has_words_that_stand_for_it() -> None:
    """A drawing without them is refused."""
    drawing = Drawing(20, 20)
    drawing.add(Circle(10, 10, 8))

    def draw(canvas: TaggedCanvas) -> None:
        figure = Figure(drawing, "Un rond")
        figure.wrapOn(canvas, 100, 100)
        figure.drawOn(canvas, 50, 600)

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert "Figure" in reading.roles(pdf)
    with pytest.raises(ValueError, match="words"):
        Figure(drawing, " ")


def test_a_list_is_a_list() -> None:
    """Each item has its body."""

    def draw(canvas: TaggedCanvas) -> None:
        for item in bullets(["un", "deux"], styles(14).item):
            item.wrapOn(canvas, 300, 100)
            item.drawOn(canvas, 50, 600)

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert reading.roles(pdf)[2:] == ["L", "LI", "LBody", "LI", "LBody"]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    """Its two parts are read in one breath."""
    whole = paragraph("mot " * 60, styles(14).cell)

    def draw(canvas: TaggedCanvas) -> None:
        for part in whole.split(200, 60):
            part.wrapOn(canvas, 200, 500)
            part.drawOn(canvas, 50, 100)
            canvas.showPage()

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert reading.roles(pdf) == ["Document", "H1", "P"]
    assert reading.text(pdf).count("mot") == 60


def test_a_paragraph_leaves_no_line_alone() -> None:
    """With room for one line of several, it goes overleaf whole."""
    whole = paragraph("mot " * 60, styles(14).cell)
    assert whole.split(200, 20) == []
