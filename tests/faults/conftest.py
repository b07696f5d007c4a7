"""Looks that need a C compiler and Linux stay out where there is none."""

from __future__ import annotations

import os

from tests.faults.disk import COMPILER

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

collect_ignore = [] if COMPILER else ["test_power.py", "test_failing.py"]


def pytest_report_header() -> str:
    """Say it in a plain word."""
    return "" if COMPILER else "tests/faults: no C compiler here, so no power is cut, no disk fails"
