"""Everything that checks the project, in one command: `python3 packaging/check.py`.

It prepares the project as `start.py` does, takes every step even after one failed, and ends with
a table and the last line of the tests. Windows and macOS: not tried yet.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  before anything that an older Python cannot read
    sys.exit("Il faut Python 3.11 ou plus récent.")

import os
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 1800  # seconds for one step: it ends what hangs, also on a slow machine


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that is checked, by a module of `.venv` or a program of ours."""

    name: str
    command: tuple[str, ...]
    streamed: bool = False  # its lines as they come, not only when it fails


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a step ended."""

    name: str
    code: int
    seconds: float
    last_line: str = ""


IMPORTS = (
    "import sys; from importlinter.cli import lint_imports; "
    "sys.exit(lint_imports(no_cache=True, no_logo=True))"
)

STEPS = (
    Step(name="forme, ruff format", command=("-m", "ruff", "format", "--check", ".")),
    Step(name="règles, ruff check", command=("-m", "ruff", "check", ".")),
    Step(name="types, mypy ensdesk", command=("-m", "mypy", "-p", "ensdesk")),
    Step(name="types, mypy packaging", command=("-m", "mypy", "packaging")),
    Step(name="qui connaît qui, import-linter", command=("-c", IMPORTS)),
    Step(name="français complet", command=("packaging/catalogue.py", "check")),
    Step(name="accessibilité, chiffres écrits", command=("-m", "tests.ui.declared")),
    Step(
        name="tests, pytest",
        command=("-m", "pytest", "-n", "2", "--dist", "worksteal"),
        streamed=True,
    ),
)


def main() -> int:
    """Prepare, check all, tell all; return 0 when everything is right."""
    import asked
    import setup_steps
    import stop

    asked.read(__doc__)
    began = time.monotonic()
    try:
        setup_steps.set_up(check=True)
    except stop.Stop as why:
        stop.tell(why)
        return 1
    outcomes = [Outcome(name="préparation", code=0, seconds=time.monotonic() - began)]
    outcomes += [take(step) for step in STEPS]
    print("\n" + table(outcomes))
    print(outcomes[-1].last_line, flush=True)
    return int(any(outcome.code for outcome in outcomes))


def take(step: Step) -> Outcome:
    """Run *step* with the Python of `.venv`; show its lines when asked, or when it fails."""
    from places import PYTHON, ROOT

    print(f"— {step.name}", flush=True)
    # The windows of the tests need no display; colours would hide the closing line.
    own = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    began, lines = time.monotonic(), list[str]()
    with subprocess.Popen(
        [PYTHON, *step.command],
        cwd=ROOT,
        env=own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        watch = threading.Timer(LONGEST, process.kill)
        watch.start()
        for line in process.stdout or ():
            lines.append(line)
            if step.streamed:
                print(line, end="", flush=True)
        code = process.wait()
        watch.cancel()
    if code != 0 and not step.streamed:
        print("".join(lines), end="", flush=True)
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return Outcome(name=step.name, code=code, seconds=time.monotonic() - began, last_line=last)


def table(outcomes: Iterable[Outcome]) -> str:
    """Return one line a step: how it ended, its seconds, its name; then the sum."""
    outcomes = list(outcomes)
    lines = [
        f"{'ratée ' if outcome.code else 'bonne '}{outcome.seconds:7.1f} s  {outcome.name}"
        for outcome in outcomes
    ]
    whole = sum(outcome.seconds for outcome in outcomes)
    return "\n".join([*lines, f"      {whole:7.1f} s  en tout"])


if __name__ == "__main__":
    sys.exit(main())
