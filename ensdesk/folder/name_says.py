"""Whether a paper is what the end of its name says."""

from __future__ import annotations

from pathlib import PurePath

from ensdesk.folder.papers import LookedAt

_SAID = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "txt": "text/plain",
}


def is_other_than_said(paper: LookedAt) -> bool:
    """Say whether the bytes of *paper* are of another kind than its name says."""
    said = _SAID.get(PurePath(paper.original_name).suffix[1:].lower())
    return bool(said and paper.media_type and paper.media_type != said)
