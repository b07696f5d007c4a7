"""What a person brings to open a folder."""

from dataclasses import dataclass, field

from ensdesk.language import N_
from ensdesk.trouble import Trouble


@dataclass(frozen=True)
class Code:
    """Six digits; they open only with the part that this computer's keychain keeps."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class KeyFile:
    """The 32 bytes kept on a USB key."""

    raw: bytes = field(repr=False)


@dataclass(frozen=True)
class Words:
    """Proposed words, or a sentence of one's own; accents and capitals do not count."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class SheetWords:
    """The 12 words of the key sheet, as typed."""

    words: str = field(repr=False)


@dataclass(frozen=True)
class EnvelopeWords:
    """The 12 words in a sealed envelope, for somebody when the holder cannot open it any more."""

    words: str = field(repr=False)


@dataclass(frozen=True)
class PairWords:
    """The words of two of the three sheets A, B and C of relatives; *pair* is ab, ac or bc."""

    first: str = field(repr=False)
    second: str = field(repr=False)
    pair: str


PAIRS = ("ab", "ac", "bc")
Secret = Code | KeyFile | Words | SheetWords | EnvelopeWords | PairWords


class WrongSecret(Trouble):
    """The folder is sound and this secret does not open it."""

    words = N_("This does not open the folder.")
    advice = N_("Try again, or take your key sheet.")


class WrongCode(WrongSecret):
    words = N_("This is not the code of this folder.")


class WrongKeyFile(WrongSecret):
    words = N_("This USB key does not open this folder.")
    advice = N_("Plug in the right key, or take your key sheet.")


class WrongWords(WrongSecret):
    words = N_("These words do not open this folder.")


class WrongSheet(WrongSecret):
    words = N_("These 12 words do not open this folder.")
    advice = N_("Take your most recent key sheet.")


class WrongEnvelope(WrongSecret):
    words = N_("The words of this envelope do not open this folder.")
    advice = N_("Check that it is the last envelope you were given.")


class WrongPair(WrongSecret):
    words = N_("These two sheets do not open this folder.")
    advice = N_("Check that both are from the same day, and their numbers.")


class NotSixDigits(Trouble):
    """A code that could never be right."""

    words = N_("A code has 6 digits.")
    advice = N_("Write 6 digits.")
