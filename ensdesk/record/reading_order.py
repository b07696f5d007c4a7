"""Text in the order in which it was typed, whatever hidden signs it holds."""

# Signs that nobody sees and that turn the words around them: marks, embeddings, isolates.
_TURNS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def in_reading_order(text: str) -> str:
    """Return *text* without the hidden signs that would make it read another way than typed."""
    return text.translate(_TURNS)
