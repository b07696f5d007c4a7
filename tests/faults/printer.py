"""The emergency sheet through a real CUPS: `python3 packaging/faults.py printer`, as root.

The printing service is our own, listens on one local socket, and prints into a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from tests.faults.trace import sockets_out
from tests.faults.visit import ROOT, program

PATIENCE = 20  # seconds
NAMES = ("Zebre_du_salon", "Autre")  # the usual one is not the first of the alphabet
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
FileDevice Yes
ServerRoot {root}
StateDir {root}
CacheDir {root}/cache
RequestRoot {root}/spool
TempDir {root}/spool/tmp
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
"""


@contextmanager
def cups(root: Path) -> Iterator[Path]:
    """Run a printing service below *root*; give its socket."""
    for name in ("cache", "spool/tmp", "out"):
        (root / name).mkdir(parents=True)
    (root / "cupsd.conf").write_text(_SERVICE.format(root=root), "utf-8")
    (root / "files.conf").write_text(_FILES.format(root=root), "utf-8")
    own = ("-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "files.conf"))
    with subprocess.Popen([program("cupsd", "/usr/sbin"), *own], stderr=subprocess.DEVNULL) as it:
        try:
            _wait((root / "cups.sock").exists)
            yield root / "cups.sock"
        finally:
            it.terminate()


def look(root: Path) -> list[str]:
    """Print on two printers; return what was promised and not kept."""
    trace = root / "trace"
    with cups(root) as socket:
        own = {**os.environ, "CUPS_SERVER": str(socket), "QT_QPA_PLATFORM": "offscreen"}
        for name in NAMES:
            where = ("-v", f"file:{root}/out/{name}", "-m", "raw")
            _run(own, program("lpadmin", "/usr/sbin"), "-p", name, "-E", *where)
        _run(own, program("lpadmin", "/usr/sbin"), "-d", NAMES[0])
        calls = ("-e", "trace=socket,connect,bind,sendto,sendmsg", "-o", str(trace))
        strace = (program("strace"), "-f", "--seccomp-bpf", "-qq", *calls)
        printed = _run(own, *strace, sys.executable, "-m", "tests.faults.print_sheet").split()
        _wait(lambda: len(list((root / "spool").glob("d*"))) == len(NAMES))
    told = [] if printed == list(NAMES) else [f"the printers were called {printed}"]
    told += [f"a socket that reaches out: {line}" for line in sockets_out(trace.read_text("utf-8"))]
    for job in sorted((root / "spool").glob("d*")):
        told += _wrong_with(job)
    return told


def _wrong_with(job: Path) -> Iterator[str]:
    with pikepdf.open(job) as pdf:
        if str(pdf.docinfo.get("/Title")) not in {"Papier", "Paper"}:
            yield f"the job is called {pdf.docinfo.get('/Title')}"
        for page in pdf.pages:
            (image,) = page.get_images().values()
            if (image.Width, image.Height) != (2481, 3508) or image.ColorSpace != "/DeviceGray":
                yield f"a page of {image.Width} × {image.Height}, {image.ColorSpace}"


def _run(own: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        command, env=own, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, stderr=None
    )
    return done.stdout


def _wait(so) -> None:
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end, "the printing service does not answer"
        time.sleep(0.05)


def main() -> int:
    """Print, and tell what was wrong."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)  # the service prints as somebody else
        told = look(Path(place))
    sys.stdout.write("\n".join(told or ["printed by name, with a neutral title, locally"]) + "\n")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
