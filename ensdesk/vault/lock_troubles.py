"""What the list of ways into a folder refuses."""

from ensdesk.language import N_
from ensdesk.trouble import Trouble


class LastKey(Trouble):
    """A folder that its holder could never open again is refused."""

    words = N_("This is the last way to open your folder.")
    advice = N_("Make another one first.")


class HolderOnly(Trouble):
    """Only a holder changes the list of slots."""

    words = N_("Only the person whose folder it is can do this.")
    advice = N_("Ask them to open it with their own code.")


class SecretTaken(Trouble):
    """One secret opens for one person: else it would not say who came."""

    words = N_("This already opens this folder for somebody.")
    advice = N_("Choose something else.")
