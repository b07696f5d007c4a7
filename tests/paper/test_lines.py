"""Text in lines: in order, within the width, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from ensdesk.paper.fonts import BOLD, REGULAR, register, width
from ensdesk.paper.lines import lines_of, words_of

register()

pieces = st.lists(
    st.tuples(st.sampled_from([REGULAR, BOLD]), st.text("abé \n\xa0<&", max_size=60)),
    max_size=6,
)


@given(pieces, st.floats(20, 400))
def test_nothing_is_lost_and_nothing_sticks_out(runs: list[tuple[str, str]], across: float) -> None:
    """All signs but spaces are there in their order, and no line is too wide."""
    lines = lines_of(words_of(runs, 14), across, 14)
    typed = "".join(text for _, text in runs)
    printed = "".join(text for line in lines for _, text in line.runs)
    assert "".join(printed.split()) == "".join(typed.split())
    for line in lines:
        wide = sum(width(text.rstrip(" "), font, 14) for font, text in line.runs)
        assert wide <= across + 5


def test_a_word_may_change_its_font_in_the_middle() -> None:
    """Bold letters are not torn from the others."""
    lines = lines_of(words_of([(REGULAR, "un deux"), (BOLD, "trois quatre")], 14), 75, 14)
    assert [line.runs for line in lines] == [
        ((REGULAR, "un"),),
        ((REGULAR, "deux"), (BOLD, "trois")),
        ((BOLD, "quatre"),),
    ]


def test_what_is_held_together_lets_go_before_it_is_cut() -> None:
    """A date too wide for its column breaks between its words."""
    lines = lines_of(words_of([(REGULAR, "23\xa0novembre\xa02026")], 14), 90, 14)
    assert ["".join(text for _, text in line.runs) for line in lines] == ["23 novembre", "2026"]


def test_a_line_end_is_kept() -> None:
    """An empty line too."""
    lines = lines_of(words_of([(REGULAR, "a\n\nb")], 14), 100, 14)
    assert ["".join(text for _, text in line.runs) for line in lines] == ["a", "", "b"]
