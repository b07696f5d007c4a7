"""A USB key pulled out while something is on its way to it or from it."""

from ensdesk.language import N_
from ensdesk.vault.storage_trouble import PlaceGone


class KeyGone(PlaceGone):
    """The place that something goes to, or comes from, does not answer any more."""

    words = N_("The USB key, or the place, does not answer any more.")
    advice = N_("Your folder has lost nothing. Plug the key in again, then start again.")
