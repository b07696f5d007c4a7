"""Translated words: `N_` marks a word, `_` looks it up when it is shown."""

import gettext

from ensdesk.resources import assets

LANGUAGES = ("fr", "en")
ASKS_FOR = {"fr": "En français", "en": "In English"}  # for who reads no other


class _Chosen:
    code = "fr"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def choose(code: str) -> None:
    """Speak French (`fr`) or English (`en`, the language of the sources).

    Raises MissingWords when the French catalogue was not built.
    """
    if code == "en":
        catalogue = gettext.NullTranslations()
    else:
        try:
            catalogue = gettext.translation("ensdesk", assets() / "locale", [code])
        except OSError:
            from ensdesk.trouble import Trouble

            class MissingWords(Trouble):
                words = "The French words of the program are missing."
                advice = "Start it once with: python3 packaging/start.py"

            raise MissingWords from None
    _Chosen.code, _Chosen.catalogue = code, catalogue


def code() -> str:
    """Return the language spoken now: `fr` or `en`."""
    return _Chosen.code


def other_than(code: str) -> str:
    """Return the language that is not *code*."""
    return next(other for other in LANGUAGES if other != code)


def install(catalogue: gettext.NullTranslations) -> None:
    """Speak through *catalogue* (the pseudo-language of the tests)."""
    _Chosen.catalogue = catalogue


def N_(word: str) -> str:
    """Mark *word* for translation without translating it yet."""
    return word


def _(word: str) -> str:
    """Return *word* in the language spoken now."""
    return _Chosen.catalogue.gettext(word) if word else ""


def plural(one: str, many: str, count: int) -> str:
    """Return *one* or *many* for *count*, with `{count}` filled in."""
    return _Chosen.catalogue.ngettext(one, many, count).format(count=count)
