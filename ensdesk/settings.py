"""What the program remembers about itself: nothing secret, nothing about health."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

POINTS = (14, 18, 22, 28)
THEMES = ("light", "dark", "contrast")
IDLE_MINUTES = (10, 20, 30)
VOICES = ("slow", "slower")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the person. `theme` is empty until one is chosen: the system decides."""

    language: str = "fr"
    theme: str = ""
    points: int = 14
    idle_minutes: int = 20
    folders: tuple[str, ...] = ()  # where folders were opened on this computer, the latest first
    voice: str = "slow"

    def with_folder(self, place: Path) -> Settings:
        """Put *place* first among the known folders."""
        known = (str(place), *(old for old in self.folders if old != str(place)))
        return replace(self, folders=known)


def default_file() -> Path:
    """Return where the settings of this person are kept on this system."""
    return user_config_path("ensdesk", appauthor=False) / "settings.json"


def load(file: Path | None = None) -> Settings:
    """Read the settings; what is missing, broken or senseless takes its first value."""
    try:
        written = json.loads((file or default_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _sensible(written) if isinstance(written, dict) else Settings()


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings whole or not at all; a place that refuses is let be."""
    place = file or default_file()
    part = place.with_name(f"{place.name}.part")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as out:
            json.dump(asdict(settings), out, ensure_ascii=False, indent=1)
            out.flush()
            os.fsync(out.fileno())
        part.replace(place)


def _sensible(written: dict[str, Any]) -> Settings:
    rules = {
        "language": lambda value: value in ("fr", "en"),
        "theme": lambda value: value in ("", *THEMES),
        "points": lambda value: value in POINTS,
        "idle_minutes": lambda value: value in IDLE_MINUTES,
        "voice": lambda value: value in VOICES,
        "folders": lambda value: (
            isinstance(value, list) and all(isinstance(part, str) for part in value)
        ),
    }
    kept = {
        field.name: written[field.name]
        for field in fields(Settings)
        if field.name in written and rules[field.name](written[field.name])
    }
    if "folders" in kept:
        kept["folders"] = tuple(kept["folders"])
    return Settings(**kept)
