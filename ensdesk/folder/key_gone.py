"""A USB key pulled out while something is on its way to it or from it."""

import os
from pathlib import Path

from ensdesk.folder.places import sticks
from ensdesk.language import N_
from ensdesk.vault.storage_trouble import DiskFailing, PlaceGone


class KeyGone(PlaceGone):
    """The place that something goes to, or comes from, does not answer any more."""

    words = N_("The USB key, or the place, does not answer any more.")
    advice = N_("Your folder has lost nothing. Plug the key in again, then start again.")


def gone_from(place: Path, trouble: PlaceGone) -> PlaceGone:
    """Return KeyGone, unless it is a disk of the computer that is there and fails."""
    on_key = any(place.is_relative_to(stick) for stick in sticks())
    own_disk = isinstance(trouble, DiskFailing) and os.path.exists(place) and not on_key  # noqa: PTH110 - Path.exists raises on a failing disk
    return trouble if own_disk else KeyGone()
