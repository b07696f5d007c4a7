"""The preparation: system libraries, `.venv`, the locked pieces, the French words."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import needs
import ready
import sudo
from places import LOCKED, LOCKED_CHECK, PACKAGING, PYTHON, ROOT, VENV
from stop import FULL, Stop, stop_from_error, stop_from_output

ROOM = 700 * 1024 * 1024  # bytes: the pieces unpacked, and the files pip keeps meanwhile


def set_up(*, check: bool = False) -> None:
    """Prepare what is not ready yet. Raises Stop."""
    want = ready.wanted()
    if not ready.steps_left(want, ready.found(), check=check):
        return
    try:
        with one_at_a_time():
            # Another start may have done it while this one waited.
            have = ready.found()
            steps = ready.steps_left(want, have, check=check)
            take(steps, check=check)
            ready.remember(want, have, check=check)
    except OSError as error:
        raise stop_from_error(error) from error


def take(steps: list[str], *, check: bool) -> None:
    """Take the *steps* one after the other."""
    if "pieces" in steps:
        needs.provide(check=check)
        sudo.step_back()
        if shutil.disk_usage(ROOT).free < ROOM:
            raise Stop(*FULL)
        print("Je prépare ensdesk : 2 minutes environ la première fois.", flush=True)
        ready.forget()
    if "venv" in steps:
        make_venv()
    if "pieces" in steps:
        install_pieces([LOCKED, LOCKED_CHECK] if check else [LOCKED])
    if "words" in steps:
        build_words()


def make_venv() -> None:
    """Make `.venv` afresh, or keep one that still works with this Python."""
    if not works():
        print("Je fais sa place (.venv)…", flush=True)
        import venv

        with_pip = importlib.util.find_spec("ensurepip") is not None
        try:
            venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=with_pip)
        except subprocess.CalledProcessError as error:
            raise stop_from_output(str(error.output)) from error
    # So that `python -m ensdesk` works from any folder, with paths as the person means them.
    run([PYTHON, "-c", PATH_NOTE, str(ROOT)])


PATH_NOTE = """
import sys, sysconfig, pathlib
pathlib.Path(sysconfig.get_path("purelib"), "ensdesk.pth").write_text(sys.argv[1] + "\\n")
"""


def works() -> bool:
    """Tell whether `.venv` runs, is of this Python's version, and can take pieces."""
    if not PYTHON.exists():
        return False
    tag = "import sys; print(sys.implementation.cache_tag)"
    try:
        said = subprocess.check_output([PYTHON, "-c", tag], text=True, stderr=subprocess.DEVNULL)
        subprocess.check_output([*pip(), "--version"], stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return False
    return said.strip() == sys.implementation.cache_tag


def pip() -> list[str | Path]:
    """Return the command of a pip that fills `.venv`: its own, or the system's."""
    if importlib.util.find_spec("ensurepip") is not None:
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]  # pip 22.3 or later


def install_pieces(lists: list[Path]) -> None:
    """Install the locked pieces: built files only, and only those with a known fingerprint."""
    text = "".join(path.read_text(encoding="utf-8") for path in lists)
    total = sum("==" in line for line in text.splitlines() if not line.startswith("#"))
    print(f"Je prends les {total} morceaux du programme sur Internet…", flush=True)
    command = [*pip(), "install", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    for path in lists:
        command += ["-r", path]
    # A `user = true` in the person's own pip settings would refuse every venv.
    own = {**os.environ, "PIP_USER": "0"}
    said: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            count(said, total)
    if process.returncode != 0:
        raise stop_from_output("".join(said))


def count(said: list[str], total: int) -> None:
    """Show on one line of a terminal how many pieces pip has seen."""
    seen = said[-1].startswith(("Collecting ", "Requirement already", "Ignoring "))
    if seen and sys.stdout.isatty():
        so_far = sum(line.startswith(("Collecting ", "Req", "Ignoring ")) for line in said)
        end = "\n" if so_far == total else "\r"
        print(f"  {so_far} sur {total}", end=end, flush=True)


def build_words() -> None:
    """Build the French words of the program from the catalogue."""
    run([PYTHON, PACKAGING / "catalogue.py", "build"])


def run(command: list[str | Path]) -> None:
    """Run one of our own small programs. Raises Stop with what it said."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise stop_from_output(done.stdout)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold a lock on the project's folder: two first starts at once would mix their pieces."""
    if os.name == "nt":
        yield  # Windows refuses to write over files in use; not tried
        return
    import fcntl

    folder = os.open(PACKAGING, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Une autre fenêtre prépare déjà ensdesk. J’attends.", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
