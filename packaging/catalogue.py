"""The French catalogue: built for the program (`build`), and proved complete (`check`).

It needs Babel: run it with the Python of `.venv`.
"""

import argparse
import io
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from places import BUILT_WORDS, ROOT, WORDS

KEYWORDS = {"_": None, "N_": None, "plural": (1, 2)}


def main() -> int:
    """Build or check; return 1 when something is wrong with the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("build", "check"))
    if parser.parse_args().what == "build":
        build(WORDS, BUILT_WORDS)
        return 0
    asked, french = asked_in(ROOT / "ensdesk"), read(WORDS)
    found = sorted(faults(asked, french))
    print("\n".join(found) or f"{len(asked)} textes, tous en français.")
    return 1 if found else 0


def build(words: Path, built: Path) -> None:
    """Write *built* (.mo) from *words* (.po), whole or not at all."""
    buffer = io.BytesIO()
    write_mo(buffer, read(words))
    part = built.with_suffix(".part")
    part.write_bytes(buffer.getvalue())
    part.replace(built)


def read(words: Path) -> Catalog:
    """Return the catalogue of *words*; a line it cannot read raises."""
    with words.open("rb") as file:
        return read_po(file, locale="fr", abort_invalid=True)


def asked_in(sources: Path) -> dict[object, str]:
    """Return every text that *sources* ask for, with the first place that does."""
    asked: dict[object, str] = {}
    found = extract_from_dir(sources, [("**.py", "python")], keywords=KEYWORDS)
    for name, line, text, _comments, _context in found:
        if text:
            asked.setdefault(text, f"{sources.name}/{name}:{line}")
    return asked


def faults(asked: dict[object, str], french: Catalog) -> Iterator[str]:
    """Yield what is missing, empty, unsure, left over or filled in differently, one a line."""
    for text, place in asked.items():
        message = french.get(one_of(text))
        # One form may stand under its plural, as gettext finds it there; not the other way.
        if message is None or (isinstance(text, tuple) and message.id != text):
            yield f"{place}: pas de français pour {text!r}"
        else:
            yield from faults_of(message, place)
    for message in french:
        if message.id and message.id not in asked:
            yield f"{WORDS.name}: plus demandé nulle part : {message.id!r}"
    for old in french.obsolete:
        yield f"{WORDS.name}: à retirer : {old!r}"


def faults_of(message: Message, place: str) -> Iterator[str]:
    """Yield what is wrong with the French of one text."""
    french = texts(message.string)
    if not all(text.strip() for text in french):
        yield f"{place}: français vide pour {message.id!r}"
    elif {*gaps(french)} != {*gaps(texts(message.id))}:
        yield f"{place}: d’autres {{places}} dans {message.id!r} et {message.string!r}"
    if message.fuzzy:
        yield f"{place}: français à confirmer (fuzzy) pour {message.id!r}"


def texts(value: object) -> tuple[str, ...]:
    """Return the forms of a text: one, or singular and plural."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def one_of(text: object) -> str:
    """Return the form under which a catalogue keeps *text*."""
    return texts(text)[0]


def gaps(forms: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of the `{places}` to fill."""
    for form in forms:
        try:
            yield from (name for _, name, _, _ in string.Formatter().parse(form) if name)
        except ValueError:  # a lone brace is no place to fill
            yield form


if __name__ == "__main__":
    raise SystemExit(main())
