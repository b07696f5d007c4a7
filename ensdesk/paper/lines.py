"""Text broken into lines: words of one or several fonts, none ever lost or cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ensdesk.paper.fonts import width

Run = tuple[str, str]  # a font, and text in it


class Word(NamedTuple):
    """Signs that stay together: its width in points, and its runs."""

    width: float
    runs: tuple[Run, ...]


class Line(NamedTuple):
    """What stands on one line, and how wide it is."""

    width: float
    runs: tuple[Run, ...]


LINE_END = Word(0, ())


def words_of(runs: Iterable[Run], points: float) -> list[Word]:
    """Cut at plain spaces and line ends; a word may change its font in the middle."""
    words: list[Word] = []
    current: list[Run] = []

    def end() -> None:
        if current:
            words.append(_word(current, points))
            current.clear()

    for font, text in runs:
        for at, line in enumerate(text.split("\n")):
            if at:
                end()
                words.append(LINE_END)
            first, *others = line.split(" ")
            if first:
                current.append((font, first))
            for part in others:
                end()
                if part:
                    current.append((font, part))
    end()
    return words


def lines_of(words: Sequence[Word], across: float, points: float) -> list[Line]:
    """Fill lines of *across* points; a word that is wider is cut where it must be."""
    lines: list[Line] = []
    runs: list[Run] = []
    at = 0.0
    for word in _held_apart(words, across, points):
        space = width(" ", runs[-1][0], points) if runs else 0.0
        if word is LINE_END or (runs and at + space + word.width > across):
            lines.append(Line(at, tuple(runs)))
            runs, at, space = [], 0.0, 0.0
        if word is LINE_END:
            continue
        *full, rest = _cut(word, across, points) if word.width > across else [word]
        lines += [Line(*part) for part in full]
        if runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + " ")
        _add(runs, rest.runs)
        at += space + rest.width
    return [*lines, Line(at, tuple(runs))] if runs else lines


def _held_apart(words: Iterable[Word], across: float, points: float) -> Iterator[Word]:
    """Yield *words*; one held together by spaces that is too wide is let go at those spaces."""
    for word in words:
        if word.width > across and any("\xa0" in text for _, text in word.runs):
            yield from words_of(
                ((font, text.replace("\xa0", " ")) for font, text in word.runs), points
            )
        else:
            yield word


def _add(runs: list[Run], more: Iterable[Run]) -> None:
    for font, text in more:
        if runs and runs[-1][0] == font:
            runs[-1] = (font, runs[-1][1] + text)
        else:
            runs.append((font, text))


def _word(runs: Sequence[Run], points: float) -> Word:
    return Word(sum(width(text, font, points) for font, text in runs), tuple(runs))


def _cut(word: Word, across: float, points: float) -> Iterator[Word]:
    """Yield parts that are as wide as a line, then what is left."""
    part: list[Run] = []
    at = 0.0
    for font, text in word.runs:
        for sign in text:
            wide = width(sign, font, points)
            if part and at + wide > across:
                yield Word(at, tuple(part))
                part, at = [], 0.0
            _add(part, [(font, sign)])
            at += wide
    yield Word(at, tuple(part))
