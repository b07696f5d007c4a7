"""What can be told of a bug: types, files and lines, and not one value of the person."""

from __future__ import annotations

import platform
import traceback
from pathlib import PurePath

import ensdesk


def report_of(error: BaseException) -> str:
    """Return types, files and line numbers of *error* and of what it came from."""
    lines = [f"ensdesk {ensdesk.__version__}, {platform.system()}, {platform.python_version()}"]
    found: BaseException | None = error
    while found is not None:
        lines.append(type(found).__name__)
        lines += [
            f"  {PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(found.__traceback__)
        ]
        found = found.__cause__ or found.__context__
    return "\n".join(lines)
