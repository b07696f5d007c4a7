"""What a script was asked to do; `--help`, or a word that it does not know, shows what it does."""

import argparse
from collections.abc import Sequence


def read(about: str | None, *words: str, long: bool = False) -> Sequence[str]:
    """Return those of *words* that were asked for, and `--long` where it is known.

    Ends the program with what it is *about* for `--help`, and with 2 for any other word.
    """
    parser = argparse.ArgumentParser(
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if words:
        parser.add_argument("word", nargs="*", help=", ".join(words))
    if long:
        parser.add_argument("--long", action="store_true", help="the size for a release")
    known = parser.parse_args()
    asked = list(known.word) if words else []
    if strange := sorted(set(asked) - set(words)):
        parser.error(f"{', '.join(strange)}: not known")
    return [*asked, *(["--long"] if long and known.long else [])]
