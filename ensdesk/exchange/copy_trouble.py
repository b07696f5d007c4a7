"""What can be wrong with a copy, told in words."""

from ensdesk.language import N_
from ensdesk.trouble import Trouble


class NotACopy(Trouble):
    """Some other file."""

    words = N_("This is not a copy made with ensdesk.")
    advice = N_("Choose another one.")


class ClosedCopy(Trouble):
    """A copy that words must open first."""

    words = N_("This copy is closed by words.")
    advice = N_("Write the words that came with it.")


class DamagedCopy(Trouble):
    """Not whole, or changed on the way, or made to do harm."""

    words = N_("This copy is damaged or incomplete. Nothing was taken from it.")
    advice = N_("Ask for this copy again.")


class NewerCopy(Trouble):
    """Made by a version of ensdesk that writes copies in another way."""

    words = N_("This copy was made by a newer ensdesk.")
    advice = N_("Ask for the newer program, then take back the copy.")


class CopyStopped(Trouble):
    """The person pressed stop."""

    words = N_("The copy was stopped.")
    advice = N_("Your folder has lost nothing. You can start again.")
