"""Four small drawings for the moments of the day: they stand beside words, never alone."""

from __future__ import annotations

import math
from typing import assert_never

from reportlab.pdfgen.canvas import Canvas

from ensdesk.kinds.medication import Moment

SIDE = 26.0  # points


def draw_moment(canvas: Canvas, moment: Moment) -> None:
    """Draw the pictogram of *moment* at the origin, in a square of SIDE points."""
    canvas.setLineWidth(1.6)
    canvas.setLineCap(1)
    match moment:
        case Moment.MORNING:
            _sun_on_the_horizon(canvas, rising=True)
        case Moment.NOON:
            _sun(canvas)
        case Moment.EVENING:
            _sun_on_the_horizon(canvas, rising=False)
        case Moment.BEDTIME:
            _moon(canvas)
        case _:
            assert_never(moment)


def _sun(canvas: Canvas) -> None:
    middle = SIDE / 2
    canvas.circle(middle, middle, 5, fill=1)
    _rays(canvas, middle, middle, range(0, 360, 45))


def _sun_on_the_horizon(canvas: Canvas, *, rising: bool) -> None:
    middle, ground = SIDE / 2, 6.0
    canvas.line(1, ground, SIDE - 1, ground)
    sun = canvas.beginPath()
    sun.arc(middle - 5.5, ground - 5.5, middle + 5.5, ground + 5.5, 0, 180)
    canvas.drawPath(sun, fill=int(not rising))
    _rays(canvas, middle, ground, (25, 65, 115, 155))
    tip, tail = (24.5, 16.0) if rising else (16.0, 24.5)
    barb = 3.0 if rising else -3.0
    canvas.line(middle, tail, middle, tip)
    canvas.line(middle, tip, middle - 3, tip - barb)
    canvas.line(middle, tip, middle + 3, tip - barb)


def _moon(canvas: Canvas) -> None:
    moon = canvas.beginPath()
    moon.moveTo(17, 23)
    moon.curveTo(7, 23, 3, 15, 6, 9)
    moon.curveTo(9, 3, 18, 1, 23, 8)
    moon.curveTo(13, 6, 9, 16, 17, 23)
    canvas.drawPath(moon, fill=1)


def _rays(canvas: Canvas, x: float, y: float, degrees: range | tuple[int, ...]) -> None:
    for turn in degrees:
        across, up = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        canvas.line(x + 8 * across, y + 8 * up, x + 11.5 * across, y + 11.5 * up)
