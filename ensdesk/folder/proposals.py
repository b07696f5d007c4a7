"""What a new paper may be, read from its name and its words. The person decides."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from ensdesk.folder.papers import LookedAt
from ensdesk.kinds.document import Category, Document
from ensdesk.record.partial_date import PartialDate

# The first that fits wins: a prescription often names the laboratory it is for.
_SIGNS: tuple[tuple[Category, str], ...] = (
    (Category.PRESCRIPTION, r"ordonnance|prescription|posologie|soins infirmiers"),
    (Category.IMAGING, r"radiograph|radio\b|echograph|scanner|\birm\b|mammograph|doppler"),
    (Category.LABORATORY, r"laboratoire|prise de sang|biologi|hemogramme|glycemie|cholesterol"),
    (Category.PREVENTION, r"vaccin|depistage"),
    (Category.REPORT, r"compte.?rendu|hospitalisation|consultation|cher confrere|chere consoeur"),
    (Category.CERTIFICATE, r"certificat|je soussigne"),
    (Category.ADMINISTRATIVE, r"mutuelle|attestation|facture|carte vitale|remboursement"),
)
_MONTHS = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
]  # fmt: skip
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:er)?(?:[/.-]|\s)(\d{{1,2}}|{'|'.join(_MONTHS)})(?:[/.-]|\s)((?:19|20)\d\d)\b"
)
_WRITTEN_BY = re.compile(r"\b(?:Docteur|Dr)\.?\s+([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){0,2})")


def proposed(paper: LookedAt) -> Document:
    """Return a record for *paper* with a name, a date, a kind and an author where they show."""
    return proposed_from(paper.original_name, paper.texts[0] if paper.texts else "")


def proposed_from(original_name: str, words: str) -> Document:
    """Return a record for a file of this name with these *words* on its first page."""
    name = re.sub(r"[_\s]+", " ", PurePath(original_name).stem).strip()
    folded = _folded(f"{name}\n{words}")
    author = _WRITTEN_BY.search(words)
    return Document(
        name=name,
        category=next((kind for kind, signs in _SIGNS if re.search(signs, folded)), None),
        date=_first_date(folded),
        author=f"Docteur {author[1]}" if author else "",
    )


def _first_date(folded: str) -> PartialDate | None:
    for day, month, year in _DATE.findall(folded):
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        try:
            return PartialDate(f"{year}-{number:02}-{int(day):02}")
        except ValueError:
            continue
    return None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
