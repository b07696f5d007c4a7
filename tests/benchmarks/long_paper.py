"""Looks at a PDF of 500 pages and turns some of them: the most memory that this took (KB).

Two numbers: this process beyond what it had, and the largest of its reading processes.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

PAGES = 500
_LINES = 50
_TURNED = range(0, PAGES, 100)
_DPI = 150


def told() -> tuple[float, float]:
    """Return both numbers in megabytes, from a process that does nothing else."""
    ours, theirs = _called("measure").split()
    return int(ours) / 1024, int(theirs) / 1024


def _called(what: str) -> bytes:
    """A process is never told smaller than who started it: the PDF is not made where it is read."""
    command = [sys.executable, "-m", "tests.benchmarks.long_paper", what]
    return subprocess.run(command, capture_output=True, check=True).stdout


def make() -> None:
    """Give out pages full of words, as the file of a stay in hospital has them."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(sys.stdout.buffer)
    for page in range(PAGES):
        for line in range(_LINES):
            canvas.drawString(50, 800 - 15 * line, f"Page {page}, ligne {line} : tension 13,8 " * 2)
        canvas.showPage()
    canvas.save()


def measure() -> None:
    """Each page in a process of its own: the system tells the most that any of them took."""
    import resource

    from ensdesk.reading import reading_process
    from ensdesk.reading.media import PDF
    from ensdesk.reading.reader import look, page_image

    reading_process.READY.child = lambda _file: None  # type: ignore[method-assign]
    source = io.BytesIO(_called("make"))
    before = _most_here()
    if len(look(source, PDF).text) != PAGES:
        raise ValueError
    for page in _TURNED:
        source.seek(0)
        page_image(source, PDF, page, _DPI)
    print(_most_here() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)  # noqa: T201 - the answer


def _most_here() -> int:
    """Return the most memory that this program took, without who started it (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    {"make": make, "measure": measure}[sys.argv[1]]()
