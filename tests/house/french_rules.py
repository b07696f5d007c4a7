"""The rules for the French words: plain, short, one word for one thing, easy to read aloud."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ensdesk.resources import assets

HELD = "\u00a0"  # the space that does not break
LONGEST_SENTENCE = 15
LONGEST_WORD = 14

Check = Callable[[str, str], Iterator[str]]


@dataclass(frozen=True, kw_only=True)
class FrenchRule:
    """A rule on one text and its French, with samples that break it and that keep it."""

    name: str
    check: Check
    bad: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, str], ...]


# What people do not say, and what they say instead.
GLOSSARY = json.loads((assets() / "data" / "glossary.json").read_text(encoding="utf-8"))
REFUSED = {one["pattern"]: one["instead"] for one in GLOSSARY["refused"]}
SHORTENED = r"\bn°|\b(ex|cf|etc|tél|vs)\.|\b(RDV|Dr|Mme|Mr|Tél|SVP)\b|\bM\. "
# The bands and stamps of the sheets, and names that are written so.
CAPITALS = {
    *("IMC", "IGG", "LDL", "VRS"),  # as laboratories, sensors and pharmacies write them
    *("MONTRER", "GARDER", "CHEZ", "MOI", "CACHER", "SUITE", "DOS", "RENSEIGNÉ", "RENSEIGNÉE"),
    *("OUI", "NON", "USB", "PDF", "SMS", "IRM", "ZIP", "LISEZ"),
}


def plain_words(_english: str, french: str) -> Iterator[str]:
    """No word of computers, and none that frightens."""
    for refused, instead in REFUSED.items():
        if found := re.search(rf"(?i)\b{refused}", french):
            yield f"« {found[0]} » : dire plutôt « {instead} »"


def short_sentences(_english: str, french: str) -> Iterator[str]:
    """At most fifteen words a sentence."""
    for sentence in sentences(french):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            yield f"{count} mots : {sentence.strip()}"


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*; a colon and a new line end one too."""
    return [part for part in re.split(r"[.!?:;…](?=\s|$|»)|\n| · ", text) if part.strip()]


def words(text: str) -> list[str]:
    """Return what is read aloud as a word; a hyphen joins, signs do not count."""
    return [part for part in text.split() if re.search(r"\w", part)]


def short_words(_english: str, french: str) -> Iterator[str]:
    """No word of more than fourteen letters."""
    for word in re.findall(r"[^\W\d_]+", _without_gaps(french)):
        if len(word) > LONGEST_WORD and word.lower() not in KNOWN_LONG:
            yield f"mot de {len(word)} lettres : {word}"


KNOWN_LONG: set[str] = set()


def held_signs(_english: str, french: str) -> Iterator[str]:
    """A sign of two strokes is held to its word, in quotation marks too."""
    for found in re.finditer(
        rf"[^{HELD}\s?!]([?!;»]|:(?=\s|$))|[ \n]([?!;:»])|«(?!{HELD})", french
    ):
        yield f"espace insécable : {french[max(0, found.start() - 12) : found.end() + 3]!r}"


def typographic_signs(_english: str, french: str) -> Iterator[str]:
    """Curly apostrophes, true ellipsis, « » and no double space."""
    for sign, name in (
        ("'", "apostrophe"),
        ("...", "points"),
        ('"', "guillemets"),
        ("  ", "espaces"),
        (" ,", "espace"),
        (" .", "espace"),
    ):
        if sign in french:
            yield f"{name} : {french!r}"


def whole_words(_english: str, french: str) -> Iterator[str]:
    """Nothing is shortened."""
    if found := re.search(SHORTENED, french):
        yield f"à écrire en entier : {found[0]}"


def calm_capitals(_english: str, french: str) -> Iterator[str]:
    """No capitals to shout."""
    for word in re.findall(r"\b[A-ZÀ-Ý]{3,}\b", _without_gaps(french)):
        if word not in CAPITALS:
            yield f"en minuscules : {word}"


def same_gaps(english: str, french: str) -> Iterator[str]:
    """The same places to fill, on both sides."""
    if gaps(english) != gaps(french):
        yield f"places {sorted(gaps(english))} et {sorted(gaps(french))}"


def gaps(text: str) -> set[str]:
    """Return the names of the `{places}` of *text*."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def polite(_english: str, french: str) -> Iterator[str]:
    """The program says « vous »."""
    if found := re.search(r"(?i)\b(tu|toi|tes|ta|ton)\b|\bt’", french):
        yield f"tutoiement : {found[0]}"


def same_ends(english: str, french: str) -> Iterator[str]:
    """A question stays a question, a sentence a sentence; nothing hangs before or after."""
    if (
        english.strip()
        and english.strip()[-1] in "?."
        and french.strip()[-1:] != english.strip()[-1]
    ):
        yield f"fin de phrase : {french!r}"
    if english == english.strip() and french != french.strip():
        yield f"espace au bord : {french!r}"


def _without_gaps(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


FRENCH_RULES = (
    FrenchRule(
        name="plain words",
        check=plain_words,
        bad=(
            ("", "Fichier invalide."),
            ("", "Exporter mes papiers"),
            ("", "Votre mot de passe"),
            ("", "Une sauvegarde"),
        ),
        good=(
            ("", "Ce n’est pas important."),
            ("", "Le deuxième chiffre"),
            ("", "Copier sur ma clé"),
            ("", "Un double"),
        ),
    ),
    FrenchRule(
        name="short sentences",
        check=short_sentences,
        bad=(("", "un " * 16 + "fin."), ("", "Oui. " + "un " * 16)),
        good=(("", "un " * 15 + ". " + "deux " * 15 + "."), ("", f"un{HELD}: " + "deux " * 14)),
    ),
    FrenchRule(
        name="short words",
        check=short_words,
        bad=(("", "Une désynchronisation"),),
        good=(("", "papiers administratifs"), ("", "{une_longue_place_a_remplir}")),
    ),
    FrenchRule(
        name="signs held to their word",
        check=held_signs,
        bad=(
            ("", "Pourquoi ?"),
            ("", "Pourquoi?"),
            ("", "Voir : ici"),
            ("", "Voir: ici"),
            ("", "« oui »"),
            ("", f"«{HELD}oui»"),
        ),
        good=(
            ("", f"Pourquoi{HELD}?"),
            ("", f"Voir{HELD}: «{HELD}oui{HELD}»"),
            ("", "14:30"),
            ("", f"Quoi{HELD}?!"),
        ),
    ),
    FrenchRule(
        name="typographic signs",
        check=typographic_signs,
        bad=(("", "l'eau"), ("", "Attendez..."), ("", "deux  espaces"), ("", 'dit "oui"')),
        good=(("", "l’eau…"),),
    ),
    FrenchRule(
        name="nothing shortened",
        check=whole_words,
        bad=(("", "Prenez RDV"), ("", "ex. pain"), ("", "n° 3"), ("", "Dr Martin")),
        good=(("", "docteur Martin"), ("", "rendez-vous")),
    ),
    FrenchRule(
        name="no shouting",
        check=calm_capitals,
        bad=(("", "ATTENTION, c’est fini"),),
        good=(("", "À CACHER"), ("", "Ma clé USB"), ("", "{NAME}")),
    ),
    FrenchRule(
        name="same places to fill",
        check=same_gaps,
        bad=(("{count} papers", "des papiers"), ("papers", "{count} papiers")),
        good=(("{a} of {b}", "{b} de {a}"),),
    ),
    FrenchRule(
        name="vous", check=polite, bad=(("", "Que veux-tu"),), good=(("", "Que voulez-vous"),)
    ),
    FrenchRule(
        name="same end",
        check=same_ends,
        bad=(("Why?", "Pourquoi"), ("Done.", "C’est fait"), ("Done", "Fait ")),
        good=(("Why?", f"Pourquoi{HELD}?"), (": ", f"{HELD}: ")),
    ),
)
