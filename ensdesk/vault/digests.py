"""The digests that stand before every long column, and the text they are made of."""

from __future__ import annotations

import hashlib


def storable(text: str) -> str:
    """Return *text* without halves of letters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def digest_of(*parts: str) -> bytes:
    """Return the SHA-256 of the text, or of several, each led by its length in 8 bytes."""
    if len(parts) == 1:
        return hashlib.sha256(parts[0].encode("utf-8", "replace")).digest()
    raws = [part.encode("utf-8", "replace") for part in parts]
    return hashlib.sha256(b"".join([len(raw).to_bytes(8, "big") + raw for raw in raws])).digest()


def row_digest(kind: str, happened: str | None, headline: str, words: str, payload: str) -> bytes:
    """Return the digest of a row of the current view."""
    return digest_of(kind, happened or "", headline, words, payload)
