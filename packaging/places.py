"""Where things stand in the project's folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
LOCKED = PACKAGING / "locked.txt"
LOCKED_CHECK = PACKAGING / "locked-check.txt"
WORDS = ROOT / "assets" / "locale" / "fr" / "LC_MESSAGES" / "ensdesk.po"
BUILT_WORDS = WORDS.with_suffix(".mo")
ICON = ROOT / "assets" / "icons" / "ensdesk.svg"
VENV = ROOT / ".venv"
IN_MENU = VENV / "ensdesk-in-menu.txt"
# The Windows half of this line was not tried.
PYTHON = VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"
