"""Hidden signs that turn words around."""

from ensdesk.record.reading_order import in_reading_order


def test_hidden_signs_do_not_turn_words_around():
    """What reads « 05 mg » is not « 50 mg » behind a sign that nobody sees."""
    assert in_reading_order("A\u202e05\u202c \u2067mg\u2069\u200f") == "A05 mg"
    assert in_reading_order("שלום <b>&") == "שלום <b>&"
