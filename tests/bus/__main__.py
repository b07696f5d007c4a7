"""Each look at the real bus, at a desk of its own: `python3 packaging/screen_reader.py`."""

from __future__ import annotations

import subprocess
import sys

from tests.bus.desk import ROOT, SYSTEM, desk

PARTS = ("pages", "canary", "journeys", "orca")


def main() -> int:
    """Take the parts that are named, or all; return 0 when each is as it should be."""
    words = sys.argv[1:]
    named = [word for word in words if word in PARTS]
    more = [word for word in words if word not in PARTS]
    codes = []
    for part in named or PARTS:
        with desk() as own:
            calm = "ignore::DeprecationWarning"  # newer names are not in Debian 12
            command = [SYSTEM, "-W", calm, "-m", f"tests.bus.{part}", *more]
            codes.append(subprocess.call(command, env=own, cwd=ROOT))
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
