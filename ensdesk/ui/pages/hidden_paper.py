"""What is said of a paper that cannot be shown: what it is, and what can be done (msgids)."""

from __future__ import annotations

from ensdesk.language import N_
from ensdesk.reading.reader import can_show

_PDF = "application/pdf"
_WHAT = {
    "application/dicom": N_("It is a picture of an X-ray or of a scanner."),
    "image/heic": N_("It is a photo of a phone."),
    "image/avif": N_("It is a photo of a phone."),
}


def words_for_hidden(media_type: str) -> tuple[str, ...]:
    """Return one or two sentences for a paper of this media type that has no page to show."""
    if media_type == _PDF:
        return (
            N_("It may be closed by a secret of its own, too heavy, or damaged."),
            N_("Ask the person who gave it to you for an open paper."),
        )
    advice = N_("You can copy it out, then open it with another program.")
    if can_show(media_type):
        return (N_("It may be too heavy, or damaged."), advice)
    return tuple(filter(None, (_WHAT.get(media_type, ""), advice)))
