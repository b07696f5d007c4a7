"""Troubles of the work done in a process beside."""

from ensdesk.language import N_
from ensdesk.trouble import Trouble


class NotEnoughMemory(Trouble):
    words = N_("The computer lacks free memory.")
    advice = N_("Close other programs, then try again.")


class CutShort(Trouble):
    """The child was killed, or took far too long."""

    words = N_("The computer stopped this work on the way.")
    advice = N_("Please try again.")
