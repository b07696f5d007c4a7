"""A chart: what it keeps of many values, and one drawing for paper and screen."""

from xml.etree import ElementTree as Xml

from reportlab.graphics.shapes import Path, PolyLine, String

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


def test_no_stroke_passes_through_the_name_of_a_line() -> None:
    """Also one that comes from further left: the first name is above its line, the other below."""
    days = [738000.0, 738060.0, 738100.0]
    lines = [
        Line("premier chiffre", days, [13.0, 14.2, 13.5]),
        Line("deuxième chiffre", days, [9.0, 9.8, 9.6]),
    ]
    drawn = chart(lines, (), Size(500, 170, 14), Ink()).contents
    names = [one for one in drawn if isinstance(one, String) and "chiffre" in one.text]
    strokes = [one for one in drawn if isinstance(one, PolyLine)]
    (first, second), (above, below) = names, strokes
    assert first.y > max(above.points[3], above.points[5])
    assert second.y + 0.8 * second.fontSize < min(below.points[3], below.points[5])


def test_many_values_are_one_path_on_the_screen_and_on_paper() -> None:
    """An upright stroke a column, from its lowest to its highest."""
    days = [738000.0 + number / 10 for number in range(5000)]
    lines = [Line("a", days, [float(number % 7) for number in range(5000)])]
    size = Size(300, 170, 14)
    (path,) = [one for one in chart(lines, (), size, Ink()).contents if isinstance(one, Path)]
    assert len(path.operators) <= 2 * 300
    assert len({*path.points[1::2]}) == 2
    root = Xml.fromstring(chart_svg(lines, (), size, Ink(), "x"))  # noqa: S314 - our own
    (drawn,) = [part.get("d") for part in root if part.tag.endswith("path")]
    assert drawn.count("M") == drawn.count("V") == len(path.operators) // 2
