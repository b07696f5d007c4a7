"""The real tree of every page against the one that was looked at: a text file for each page."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from pyatspi import Atspi

from tests.bus.desk import PROGRAM, running, still
from tests.bus.golden import differences, kept, steady, write
from tests.bus.tree import application, children, window_lines


def main() -> int:
    """Compare the pages that are named, or all; `--write` renews what was written."""
    words = sys.argv[1:]
    wanted = [word for word in words if not word.startswith("--")]
    seen = dict(trees(wanted))
    if "--write" in words:
        write(seen, whole=not wanted)
    faults = list(differences(seen, kept(), whole=not wanted))
    told = f"pages: {len(seen)} on the bus, {len(faults)} other than kept"
    print("\n".join([*faults, told]))  # noqa: T201 - what was asked for
    return int(bool(faults) or not seen)


def trees(wanted: list[str]) -> Iterator[tuple[str, str]]:
    """Show the pages one after the other; give the name and the tree of each."""
    for name, window in shown(wanted):
        yield name, steady(name, "\n".join(window_lines(window)) + "\n")


def shown(wanted: list[str]) -> Iterator[tuple[str, Atspi.Accessible]]:
    """Show the pages one after the other; give the name of each, and the window on the bus."""
    command = [str(PROGRAM), "-m", "tests.bus.pages_shown", *wanted]
    with running(command, still(dict(os.environ))) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        while name := program.stdout.readline().strip():
            (window,) = children(application(program.pid))
            yield name, window
            program.stdin.write("\n")
            program.stdin.flush()


if __name__ == "__main__":
    sys.exit(main())
