"""Opens the folder that is named, shows every page of it, and tells the most memory that took."""

from __future__ import annotations

import sys
from pathlib import Path

from ensdesk.folder.opening import open_folder
from tests.benchmarks.bench_pages import slowest
from tests.fakes import SHEET, MemoryKeychain


def main() -> None:
    folder = open_folder(Path(sys.argv[1]), SHEET, MemoryKeychain())
    slowest(folder, 14)
    folder.close()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(status.split("VmHWM:")[1].split()[0])  # noqa: T201 - kilobytes, for the one who asked


if __name__ == "__main__":
    main()
