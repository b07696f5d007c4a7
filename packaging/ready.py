"""What is already prepared: a small note in `.venv`, so that the second start is quick."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from places import BUILT_WORDS, LOCKED, LOCKED_CHECK, PYTHON, ROOT, VENV, WORDS

NOTE = VENV / "ensdesk-ready.json"


@dataclass(frozen=True, kw_only=True)
class Ready:
    """What stands in `.venv`; an empty text is what was not done."""

    python: str = ""
    root: str = ""
    pieces: str = ""
    check_pieces: str = ""
    words: str = ""


def wanted() -> Ready:
    """Return what this copy of the project asks for."""
    return Ready(
        python=f"{sys.implementation.cache_tag}",
        root=str(ROOT),
        pieces=fingerprint(LOCKED),
        check_pieces=fingerprint(LOCKED_CHECK),
        words=fingerprint(WORDS),
    )


def found() -> Ready:
    """Return what was prepared, as far as it still stands."""
    if not PYTHON.exists():
        return Ready()
    try:
        note = Ready(**json.loads(NOTE.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Ready()
    return note if BUILT_WORDS.exists() else Ready(**{**asdict(note), "words": ""})


def steps_left(want: Ready, have: Ready, *, check: bool) -> list[str]:
    """Return the steps still to do, in order: `venv`, `pieces`, `words`."""
    if (want.python, want.root) != (have.python, have.root):
        return ["venv", "pieces", "words"]
    pieces = want.pieces != have.pieces or (check and want.check_pieces != have.check_pieces)
    steps = ["pieces"] if pieces else []
    return [*steps, "words"] if want.words != have.words else steps


def remember(want: Ready, have: Ready, *, check: bool) -> None:
    """Note that *want* now stands."""
    checked = want.check_pieces if check else have.check_pieces
    note = {**asdict(want), "check_pieces": checked}
    part = NOTE.with_suffix(".part")
    part.write_text(json.dumps(note, indent=1), encoding="utf-8")
    part.replace(NOTE)


def forget() -> None:
    """Drop the note: what follows may stop half way."""
    NOTE.unlink(missing_ok=True)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of *path*, empty when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
