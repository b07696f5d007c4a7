"""The emergency sheet through a real CUPS: `python3 packaging/faults.py printer`, as root.

The printing service is our own, listens on one local socket, and prints into files. What it keeps
afterwards is looked up, with its usual settings and with those that `docs/centre.md` gives.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests.faults.figures import Row, tell_rows
from tests.faults.trace import sockets_out
from tests.faults.visit import ROOT, program

PATIENCE = 30  # seconds
NAMES = ("Zebre_du_salon", "Autre")  # the usual one is not the first of the alphabet
OFF = "jam:/printer"  # takes nothing, like a printer that is off or has paper in its way
# A backend is started without arguments to be asked what it finds, else with a job: its sixth
# argument, or its input, is what to print.
_PROGRAMS = Path("/usr/lib/cups")
_BACKENDS = {
    "paper": '[ $# -eq 0 ] || cat "${6:-/dev/stdin}" > "${DEVICE_URI#paper:}"',
    "jam": "[ $# -eq 0 ] || exec sleep 1000",
}
_JOB = re.compile(r"Create-Job|Send-Document|Print-Job")
_SERVICE = """\
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Allow all
</Limit>
</Policy>
"""
_FILES = """\
ServerBin {root}/bin
ServerRoot {root}
StateDir {root}
CacheDir {root}/cache
RequestRoot {root}/spool
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
"""


@dataclass
class Service:
    """A printing service that runs below *root*."""

    root: Path

    @property
    def own(self) -> dict[str, str]:
        """What a program is told so that it prints here."""
        socket = str(self.root / "cups.sock")
        return {**os.environ, "CUPS_SERVER": socket, "QT_QPA_PLATFORM": "offscreen"}

    def add(self, name: str, device: str) -> None:
        """Add a printer that takes what it is given as it is."""
        self.run(program("lpadmin", "/usr/sbin"), "-p", name, "-E", "-v", device, "-m", "raw")

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.own, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return done.stdout

    def print_sheet(self, *before: str) -> str:
        """Let the program print its sheet on each printer; return how it calls them."""
        return self.run(*before, sys.executable, "-m", "tests.faults.print_sheet")

    def idle(self) -> bool:
        return not self.run(program("lpstat", "/usr/bin"), "-o").strip()

    def stays(self) -> list[str]:
        """Return what somebody could find here of the sheets that went through."""
        spool = self.root / "spool"
        sheets = [f"a sheet: {file.name}" for file in sorted(spool.glob("d*"))]
        found = sheets + [f"a record: {file.name}" for file in sorted(spool.glob("c*"))]
        found += [f"left over: {file.name}" for file in (spool / "tmp").glob("*")]
        if (page_log := self.root / "page").exists():
            found += [f"logged: {line}" for line in page_log.read_text("utf-8").splitlines()]
        access = (self.root / "access").read_text("utf-8").splitlines()
        return found + [f"logged: {line}" for line in access if _JOB.search(line)]


@contextmanager
def cups(root: Path, settings: str = "") -> Iterator[Service]:
    """Run a printing service below *root* with these lines among its settings."""
    root.mkdir(exist_ok=True)
    root.chmod(0o755)  # the service prints as somebody else
    for name in ("cache", "spool", "out"):
        (root / name).mkdir(parents=True, exist_ok=True)
    _write_backends(root / "bin" / "backend")
    conf = settings + "\n" + _SERVICE.format(root=root)
    (root / "cupsd.conf").write_text(conf, "utf-8")
    (root / "files.conf").write_text(_FILES.format(root=root), "utf-8")
    own = ("-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "files.conf"))
    with subprocess.Popen([program("cupsd", "/usr/sbin"), *own], stderr=subprocess.DEVNULL) as it:
        try:
            _wait((root / "cups.sock").exists)
            yield Service(root)
        finally:
            it.terminate()


def _write_backends(place: Path) -> None:
    """Write what stands between the service and its printers; it may write anywhere, as root."""
    place.mkdir(parents=True, exist_ok=True)
    for part in ("daemon", "filter"):
        (place.parent / part).symlink_to(_PROGRAMS / part)
    for name, act in _BACKENDS.items():
        backend = place / name
        backend.write_text(f"#!/bin/sh\n{act}\n", "utf-8")
        backend.chmod(0o700)


def of_the_guide(word: str) -> str:
    """Return the lines that `docs/centre.md` says to write or to run, those that hold *word*."""
    guide = (ROOT / "docs" / "centre.md").read_text("utf-8")
    blocks = re.findall(r"```[a-z]*\n(.*?)```", guide, re.DOTALL)
    return next(block for block in blocks if word in block)


def promised(root: Path) -> list[str]:
    """Print on two printers; return what was promised and not kept."""
    trace = root / "trace"
    with cups(root) as service:
        for name in NAMES:
            service.add(name, f"paper:{root}/out/{name}")
        service.run(program("lpadmin", "/usr/sbin"), "-d", NAMES[0])
        calls = ("-e", "trace=socket,connect,bind,sendto,sendmsg", "-o", str(trace))
        strace = (program("strace"), "-f", "--seccomp-bpf", "-qq", *calls)
        printed = service.print_sheet(*strace).split()
        _wait(lambda: len(list((root / "spool").glob("d*"))) == len(NAMES))
    told = [] if printed == list(NAMES) else [f"the printers were called {printed}"]
    told += [f"a socket that reaches out: {line}" for line in sockets_out(trace.read_text("utf-8"))]
    for job in sorted((root / "spool").glob("d*")):
        told += _wrong_with(job)
    return told


def kept(root: Path, settings: str) -> list[str]:
    """Print on a printer that works; return what stays after it has printed."""
    with cups(root, settings) as service:
        out = root / "out" / NAMES[0]
        service.add(NAMES[0], f"paper:{out}")
        service.print_sheet()
        _wait(lambda: out.exists() and service.idle())
        with pikepdf.open(out) as pdf:
            assert pdf.pages, "nothing was printed"
        return service.stays()


def kept_by_silence(root: Path, settings: str, seconds: float) -> list[str]:
    """Print on a printer that is off; return what stays after *seconds*."""
    with cups(root, settings) as service:
        service.add(NAMES[0], OFF)
        service.print_sheet()
        time.sleep(seconds)
        return service.stays()


def kept_by_cancelling(root: Path, settings: str) -> list[str]:
    """Print on a printer that is off, then empty its list as the guide says."""
    with cups(root, settings) as service:
        service.add(NAMES[0], OFF)
        service.print_sheet()
        assert service.stays(), "nothing waited"
        service.run(*of_the_guide("cancel ").split())
        _wait(service.idle)
        time.sleep(1)
        return service.stays()


@contextmanager
def in_memory(root: Path) -> Iterator[None]:
    """Put the spool below *root* into memory, as the guide says."""
    _what, _where, kind, options, *_rest = of_the_guide("tmpfs").split()
    spool = root / "spool"
    spool.mkdir(parents=True)
    subprocess.run([program("mount"), "-t", kind, "-o", options, kind, str(spool)], check=True)
    try:
        yield
    finally:
        subprocess.run([program("umount"), str(spool)], check=True)


def kept_after_a_power_cut(root: Path, settings: str) -> list[str]:
    """Stop the service while a sheet waits; return what the disk holds once memory is gone."""
    with in_memory(root), cups(root, settings) as service:
        service.add(NAMES[0], OFF)
        service.print_sheet()
        assert any("sheet" in found for found in service.stays()), "nothing waited"
    return service.stays()


def rows(root: Path) -> Iterator[Row]:
    """Yield what was promised, what stays by our settings, and the controls."""
    ours = of_the_guide("PreserveJobHistory")
    quick = re.sub(r"MaxJobTime \d+", "MaxJobTime 5", ours)
    assert quick != ours
    files = "PreserveJobFiles No\n"
    yield Row("paper", "named printers, neutral title, no network", "2", promised(root / "a"))
    yield Row("paper", "what stays after printing", "1", kept(root / "b", ours))
    yield Row("paper", "printer off, after MaxJobTime", "1", kept_by_silence(root / "c", quick, 25))
    yield Row("paper", "printer off, list emptied", "1", kept_by_cancelling(root / "d", ours))
    yield Row("paper", "power cut, spool in memory", "1", kept_after_a_power_cut(root / "e", ours))
    for name, found in (
        ("usual settings", kept(root / "f", "")),
        ("PreserveJobFiles No alone", kept(root / "g", files)),
        ("printer off, before MaxJobTime", kept_by_silence(root / "h", ours, 10)),
    ):
        yield Row("paper", f"control: {name}", "1", found, control=True)


def _wrong_with(job: Path) -> Iterator[str]:
    with pikepdf.open(job) as pdf:
        if str(pdf.docinfo.get("/Title")) not in {"Papier", "Paper"}:
            yield f"the job is called {pdf.docinfo.get('/Title')}"
        for page in pdf.pages:
            (image,) = page.get_images().values()
            if (image.Width, image.Height) != (2481, 3508) or image.ColorSpace != "/DeviceGray":
                yield f"a page of {image.Width} × {image.Height}, {image.ColorSpace}"


def _wait(so) -> None:
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, "the printing service does not answer"
        time.sleep(0.05)


def main() -> int:
    """Print, and tell what was wrong and what stays."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        return tell_rows(rows(Path(place)))


if __name__ == "__main__":
    sys.exit(main())
