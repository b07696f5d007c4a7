"""The two questions that prove a key sheet, and the words as they are typed."""

from ensdesk.folder.key_sheet_proof import questions, whole_word, word_starts_with
from ensdesk.folder.opening import new_sheet


def test_two_different_words_among_six() -> None:
    """The right word is among six, and no other word of the sheet is."""
    for _ in range(20):
        sheet = new_sheet()
        words = sheet.words.split()
        first, second = questions(sheet)
        assert first.number < second.number
        for question in (first, second):
            assert question.right == words[question.number - 1]
            assert len(set(question.choices)) == 6
            assert set(question.choices) & set(words) == {question.right}


def test_a_question_tells_nothing_in_a_report() -> None:
    """The words stay out of what Python writes about a question."""
    sheet = new_sheet()
    assert not any(word in repr(questions(sheet)) for word in sheet.words.split())


def test_four_letters_are_enough() -> None:
    """Accents and capitals aside; a word that begins another one is taken whole."""
    assert whole_word("elec") == "électron"
    assert whole_word("Abaisser") == "abaisser"
    assert whole_word("xyz") is None
    assert whole_word("") is None
    assert whole_word("a") is None


def test_words_that_fit_are_shown_when_they_are_few() -> None:
    """Too many are as good as none."""
    assert word_starts_with("xen") == ("xénon",)
    assert word_starts_with("a") == ()
    assert word_starts_with("") == ()
