"""A chart: what it keeps of many values, and one drawing for paper and screen."""

from xml.etree import ElementTree as Xml

from reportlab.graphics.shapes import PolyLine, String

from ensdesk.paper.chart import Ink, Line, Mark, Size, chart, chart_svg, in_columns

SIZE = Size(500, 200, 14)


def test_lowest_and_highest_of_each_column_stay() -> None:
    """Of 100,000 values the extremes are drawn, in no more than two points a column."""
    values = [float(n % 97) for n in range(100_000)]
    values[54_321] = 500.0
    line = Line("a", [float(n) for n in range(100_000)], values)
    points = list(in_columns(line, 0.0, 99_999.0, 400))
    assert len(points) <= 800
    assert max(value for _time, value in points) == 500.0
    assert min(value for _time, value in points) == 0.0


def test_few_values_are_all_drawn() -> None:
    """Nothing is left out that there is room for."""
    line = Line("a", [1.0, 2.0, 5.0], [3.0, 2.0, 4.0])
    assert list(in_columns(line, 1.0, 5.0, 400)) == [(1.0, 3.0), (2.0, 2.0), (5.0, 4.0)]


def test_the_screen_shows_the_drawing_of_the_paper(french: None) -> None:
    """As many shapes, the same words, in the colours asked for; words are never markup."""
    lines = [Line("<b>&", [738000.0, 738010.0], [12.9, 14.2])]
    marks = [Mark(13.5, "objectif 13,5")]
    drawing = chart(lines, marks, SIZE, Ink())
    root = Xml.fromstring(chart_svg(lines, marks, SIZE, Ink(line="#0B3F8A"), "A"))  # noqa: S314
    assert len(root) == len(drawing.contents)
    words = {part.text for part in root if part.tag.endswith("text")}
    assert "objectif 13,5" in words
    assert "14,5" in words or "14" in words
    assert "#0b3f8a" in {part.get("stroke") for part in root}


def test_one_value_and_no_value() -> None:
    """One value is a dot; without any there is nothing to draw."""
    assert chart([Line("a", [], [])], (), SIZE, Ink()).contents == []
    assert chart([Line("a", [738000.5], [0.0])], (), SIZE, Ink()).contents


def test_the_stroke_that_comes_from_further_left_passes_under_the_name_of_its_line() -> None:
    """Few values far apart: the highest lies before the name, and its stroke goes below it."""
    days = [738000.0, 738060.0, 738100.0]
    lines = [
        Line("premier chiffre", days, [13.0, 14.2, 13.5]),
        Line("deuxième chiffre", days, [8.0, 8.8, 8.2]),
    ]
    drawn = chart(lines, (), Size(500, 170, 14), Ink()).contents
    names = [one for one in drawn if isinstance(one, String) and "chiffre" in one.text]
    strokes = [one for one in drawn if isinstance(one, PolyLine)]
    for name, stroke in zip(names, strokes, strict=True):
        assert name.y > max(stroke.points[3], stroke.points[5])
