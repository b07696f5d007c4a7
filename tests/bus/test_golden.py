"""The trees that were looked at are compared line by line, without what is drawn by chance."""

from tests.bus.golden import differences, kept, steady, write

PAGE = "frame « Mes papiers — ensdesk »\n  push button « Ajouter un papier »\n"


def test_the_same_tree_says_nothing():
    """Kept and seen are one."""
    assert list(differences({"papers": PAGE}, {"papers": PAGE}, whole=True)) == []


def test_each_change_is_told_with_its_page():
    """A role, a name, an order: the line that was, and the line that is."""
    (told,) = differences(
        {"papers": PAGE.replace("push button", "filler")}, {"papers": PAGE}, whole=True
    )
    assert told.startswith("papers\n")
    assert "-  push button « Ajouter un papier »" in told
    assert "+  filler « Ajouter un papier »" in told


def test_a_page_without_a_tree_and_a_tree_without_a_page_are_told():
    """Of the whole tour; of a part of it, the others are nobody's business."""
    assert [told[:3] for told in differences({"new": PAGE}, {"old": PAGE}, whole=True)] == [
        "new",
        "old",
    ]
    assert [told[:3] for told in differences({"new": PAGE}, {"old": PAGE}, whole=False)] == ["new"]


def test_what_is_written_is_what_is_kept(tmp_path):
    """A page that is no more goes with the whole tour alone."""
    write({"old": PAGE, "papers": PAGE}, tmp_path, whole=True)
    write({"papers": "other\n"}, tmp_path, whole=False)
    assert kept(tmp_path) == {"old": PAGE, "papers": "other\n"}
    write({"papers": PAGE}, tmp_path, whole=True)
    assert kept(tmp_path) == {"papers": PAGE}


def test_marks_and_words_by_chance_are_no_change():
    """They are drawn anew each time."""
    assert steady("sheet-text", "label « Repère : A9J7-04KT-NASY-NJCZ »") == "label « Repère : … »"
    assert steady("their-sheet", "label « 3. mensonge »") == "label « 3. … »"
    assert steady("copy-words", "label « 3. mensonge »") == "label « 3. mensonge »"
    assert "lapin" not in steady("prove-key-sheet", "push button « lapin » [focus]")
    assert "algue" not in steady("choose-words", "label « bondir attirer bonifier occuper algue »")
