"""Runs the parts that are asked for, all without any, and prints one table."""

from __future__ import annotations

import importlib
import sys

PARTS = (
    "start",
    "opening",
    "pages",
    "papers",
    "several",
    "sheets",
    "charts",
    "sizes",
    "search",
    "doubles",
    "merge",
    "looks",
)


def main() -> int:
    kept = True
    for part in sys.argv[1:] or PARTS:
        for row in importlib.import_module(f"tests.benchmarks.bench_{part}").rows():
            print(row.line(), flush=True)  # noqa: T201 - the table is what was asked for
            kept = kept and row.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
