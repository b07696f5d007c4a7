"""Charts of measurements: one drawing for paper and for the screen, read without any colour."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Path, PolyLine, String
from reportlab.graphics.shapes import Line as Stroke
from reportlab.lib.colors import HexColor

from ensdesk.paper.fonts import BOLD, REGULAR, register, width
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.wording import date_in_words, number_in_words

_DOTS = 40  # up to so many values, each has a dot
_DOT, _LAST_DOT = 3.5, 5.0
_LEAST_DAYS = 2.0
_PIECE = 16  # steps: Qt draws many short lines far sooner than a long one
_MOVE, _DRAW = 0, 1  # how reportlab writes the steps of a path
_DASHES: tuple[list[int], ...] = ([], [6, 3], [2, 3])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: *times* in days since year 1, rising, and as many *values*."""

    name: str
    times: Sequence[float]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A level with its words: an own target, a limit. Nothing is said about values beyond it."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours, as `#RRGGBB`."""

    text: str = "#000000"
    line: str = "#000000"
    grid: str = "#808080"


@dataclass(frozen=True, slots=True)
class Size:
    """Width, height and size of the letters, in points or pixels."""

    across: float
    up: float
    letters: float


def chart(lines: Sequence[Line], marks: Sequence[Mark], size: Size, ink: Ink) -> Drawing:
    """Return the drawing; without a value it is empty."""
    register()
    drawing = Drawing(size.across, size.up)
    drawn = [line for line in lines if line.times]
    if drawn:
        frame = _Frame(drawn, marks, size)
        for shape in _shapes(frame, drawn, marks, size, ink):
            drawing.add(shape)
    return drawing


def chart_svg(
    lines: Sequence[Line], marks: Sequence[Mark], size: Size, ink: Ink, family: str
) -> bytes:
    """Return the same drawing for the screen, its letters of the font *family*."""
    drawing = chart(lines, marks, size, ink)
    up = drawing.height
    size_of = f'width="{drawing.width:g}" height="{up:g}"'
    box = f'viewBox="0 0 {drawing.width:g} {up:g}"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size_of}>']
    parts += [_written(shape, up, family) for shape in drawing.contents]
    return ("".join(parts) + "</svg>").encode()


def in_columns(line: Line, start: float, end: float, columns: int) -> Iterator[tuple[float, float]]:
    """Yield the points of *line*: in each column of pixels no more than its lowest and highest."""
    times, values = line.times, line.values
    if len(times) <= 2 * columns:
        yield from zip(times, values, strict=True)
        return
    step = (end - start) / columns
    at = 0
    for column in range(columns):
        until = (
            len(times)
            if column == columns - 1
            else bisect_left(times, start + (column + 1) * step, at)
        )
        if until > at:
            inside = values[at:until]
            low, high = min(inside), max(inside)
            middle = start + (column + 0.5) * step
            yield middle, low
            if high > low:
                yield middle, high
            at = until


class _Frame:
    """Where a time and a value stand."""

    def __init__(self, lines: Sequence[Line], marks: Sequence[Mark], size: Size) -> None:
        low = min(*(min(line.values) for line in lines), *(mark.value for mark in marks), 1e12)
        high = max(*(max(line.values) for line in lines), *(mark.value for mark in marks), -1e12)
        self.step = _round_step((high - low) / 4 or max(abs(high) / 10, 0.1))
        self.low = floor(low / self.step) * self.step
        self.high = max(-floor(-high / self.step) * self.step, self.low + self.step)
        first = min(line.times[0] for line in lines)
        last = max(line.times[-1] for line in lines)
        spare = max(_LEAST_DAYS - (last - first), 0) / 2
        self.start, self.end = first - spare, last + spare
        widest = max(
            width(_number(level, self.step), REGULAR, size.letters) for level in self.levels()
        )
        self.left, self.right = widest + size.letters * 0.6, size.across - size.letters * 0.5
        self.bottom, self.top = size.letters * 1.9, size.up - size.letters * 1.3

    def levels(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]

    def x(self, time: float) -> float:
        return self.left + (time - self.start) / (self.end - self.start) * (self.right - self.left)

    def time(self, x: float) -> float:
        share = (x - self.left) / (self.right - self.left)
        return self.start + share * (self.end - self.start)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.bottom + share * (self.top - self.bottom)


def _shapes(
    frame: _Frame, lines: Sequence[Line], marks: Sequence[Mark], size: Size, ink: Ink
) -> Iterator[object]:
    letters = size.letters
    for level in frame.levels():
        y = frame.y(level)
        yield _stroke(frame.left, y, frame.right, y, ink.grid, 0.5)
        words = _number(level, frame.step)
        at = frame.left - width(words, REGULAR, letters) - letters * 0.4
        yield _string(at, y - letters * 0.35, words, letters, ink.text)
    yield from _days(frame, size, ink)
    for mark in marks:
        y = frame.y(mark.value)
        yield _stroke(frame.left, y, frame.right, y, ink.text, 1.5, [8, 4])
        yield _string(frame.left + 4, y + 3, mark.words, letters, ink.text)
    columns = max(1, int(frame.right - frame.left))
    for number, line in enumerate(lines):
        yield from _line(frame, line, columns, ink, _DASHES[number % len(_DASHES)])
        # What one looks for first: the last value, at the end of its line.
        last = number_in_words(Decimal(f"{line.values[-1]:g}"))
        words = f"{line.name} {last}" if len(lines) > 1 else last
        at = frame.right - width(words, BOLD, letters)
        # From the point before: the stroke that leaves it passes under the words too.
        beside = line.values[max(0, bisect_left(line.times, frame.time(at - letters)) - 1) :]
        y = min(frame.y(max(beside)) + letters * 0.6, frame.top + letters * 0.5)
        below = frame.y(min(beside)) - letters * 1.3
        end = frame.y(line.values[-1])
        nearer = number or (len(lines) == 1 and end - below < y - end)
        if nearer and below > frame.bottom:  # above a second line is the first one
            y = below
        yield _string(at, y, words, letters, ink.text, BOLD)


def _line(frame: _Frame, line: Line, columns: int, ink: Ink, dashes: list[int]) -> Iterator[object]:
    points = [
        (frame.x(time), frame.y(value))
        for time, value in in_columns(line, frame.start, frame.end, columns)
    ]
    if len(points) > columns:
        yield _strokes(points, ink)
    elif len(points) > 1:
        yield PolyLine(
            [place for point in points for place in point],
            strokeColor=HexColor(ink.line),
            strokeWidth=2.5,
            strokeDashArray=dashes or None,
        )
    if len(points) <= _DOTS:
        for x, y in points:
            radius = _LAST_DOT if (x, y) == points[-1] else _DOT
            yield Circle(x, y, radius, fillColor=HexColor(ink.line), strokeColor=None)


def _strokes(points: Sequence[tuple[float, float]], ink: Ink) -> Path:
    """Return an upright stroke a column, each as long as to touch the one before.

    One line through as many points is drawn ten times more slowly by Qt.
    """
    columns: dict[float, list[float]] = {}
    for x, y in points:
        columns.setdefault(x, []).append(y)
    before = [points[0][1]]
    ends: list[float] = []
    for x, ys in columns.items():
        low, high = min(*ys, max(before)), max(*ys, min(before))
        ends += (x, low - 0.5, x, high + 0.5)
        before = ys
    pen = HexColor(ink.line)
    path = Path(fillColor=None, strokeColor=pen, strokeWidth=1, strokeDashArray=None)
    path.points.extend(ends)  # as moveTo and lineTo do: not looked at one by one
    path.operators.extend([_MOVE, _DRAW] * len(columns))
    return path


def _days(frame: _Frame, size: Size, ink: Ink) -> Iterator[object]:
    """Name the first and the last day, and one between them where there is room."""
    left = frame.left
    shown = (frame.start, (frame.start + frame.end) / 2, frame.end)
    days = [_day(time, frame.end - frame.start) for time in shown]
    if width(days[0] + days[2], REGULAR, size.letters * 1.1) > frame.right - frame.left:
        days = [datetime.date.fromordinal(int(time)).strftime("%d/%m/%y") for time in shown]
    for number, (time, words) in enumerate(zip(shown, days, strict=True)):
        wide = width(words, REGULAR, size.letters)
        x = max(frame.left, min(frame.x(time) - wide / 2, frame.right - wide))
        room = frame.right - wide * 1.1 if number == 1 else frame.right
        if x >= left and x + wide <= room + 1:
            yield _string(x, size.letters * 0.4, words, size.letters, ink.text)
            left = x + wide + size.letters


def _day(time: float, days: float) -> str:
    iso = datetime.date.fromordinal(int(time)).isoformat()
    return date_in_words(PartialDate(iso[:7] if days > 400 else iso))


def _round_step(least: float) -> float:
    ten: float = 10 ** floor(log10(least))
    return next(ten * step for step in (1, 2, 5, 10) if ten * step >= least)


def _number(value: float, step: float) -> str:
    places = max(0, -floor(log10(step)))
    return number_in_words(Decimal(f"{value:.{places}f}"))


def _stroke(
    x1: float, y1: float, x2: float, y2: float, colour: str, wide: float, dashes: object = None
) -> Stroke:
    return Stroke(
        x1, y1, x2, y2, strokeColor=HexColor(colour), strokeWidth=wide, strokeDashArray=dashes
    )


def _string(
    x: float, y: float, words: str, letters: float, colour: str, font: str = REGULAR
) -> String:
    return String(x, y, words, fontName=font, fontSize=letters, fillColor=HexColor(colour))


def _written(shape: object, up: float, family: str) -> str:
    match shape:
        case Stroke():
            start = f'x1="{shape.x1:.1f}" y1="{up - shape.y1:.1f}"'
            end = f'x2="{shape.x2:.1f}" y2="{up - shape.y2:.1f}"'
            return f"<line {start} {end} {_pen(shape)}/>"
        case PolyLine():
            pairs = zip(shape.points[::2], shape.points[1::2], strict=True)
            points = [f"{x:.1f},{up - y:.1f}" for x, y in pairs]
            pieces = (points[at : at + _PIECE + 1] for at in range(0, len(points) - 1, _PIECE))
            return "".join(
                f'<polyline fill="none" points="{" ".join(piece)}" {_pen(shape)}/>'
                for piece in pieces
            )
        case Path():
            ends = zip(*[iter(shape.points)] * 4, strict=True)
            steps = (f"M{x:.1f} {up - low:.1f}V{up - high:.1f}" for x, low, _x, high in ends)
            return f'<path fill="none" d="{"".join(steps)}" {_pen(shape)}/>'
        case Circle():
            place = f'cx="{shape.cx:.1f}" cy="{up - shape.cy:.1f}" r="{shape.r:g}"'
            return f'<circle {place} fill="{_hex(shape.fillColor)}"/>'
        case String():
            weight = "bold" if shape.fontName == BOLD else "normal"
            return (
                f'<text x="{shape.x:.1f}" y="{up - shape.y:.1f}" fill="{_hex(shape.fillColor)}" '
                f'font-family="{family}" font-size="{shape.fontSize:g}" font-weight="{weight}">'
                f"{escape(shape.text)}</text>"
            )
        case _:
            raise TypeError("a shape that charts do not use")


def _pen(shape: Stroke | PolyLine | Path) -> str:
    dashes = shape.strokeDashArray
    dashed = f' stroke-dasharray="{",".join(map(str, dashes))}"' if dashes else ""
    return f'stroke="{_hex(shape.strokeColor)}" stroke-width="{shape.strokeWidth:g}"{dashed}'


def _hex(colour: HexColor) -> str:
    return f"#{colour.hexval()[2:]}"
