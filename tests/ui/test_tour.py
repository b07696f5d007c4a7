"""The tour leaves a picture of each page in each look, the titles and the sheets."""

from PySide6.QtGui import QImage

from ensdesk.ui.tour import run_tour
from ensdesk.ui.tour_stops import Stop, all_stops
from tests.ui.sample_pages import Question, Tiles


def test_a_tour_leaves_pictures_titles_and_sheets(qapp, french, tmp_path):
    """14 pt, 28 pt, dark, high contrast; every sheet as PDF."""
    typed = Stop("question", Question, prepare=lambda page: page.medicine.set_text("Doliprane"))
    run_tour(tmp_path, (Stop("tiles", Tiles, needs_folder=False, first=True), typed))
    looks = ("", "-28pt", "-dark", "-contrast")
    for name in ("tiles", "question"):
        pictures = [QImage(str(tmp_path / f"{name}{look}.png")) for look in looks]
        sizes = [picture.size().toTuple() for picture in pictures]
        assert sizes == [(1366, 768), (1024, 768), (1366, 768), (1366, 768)]
        assert len({picture.pixel(700, 40) for picture in pictures}) >= 3
    assert (tmp_path / "titles.txt").read_text(encoding="utf-8").splitlines() == [
        "tiles\tQue voulez-vous faire\u00a0?",
        "question\tQuel médicament prenez-vous\u00a0?",
    ]
    assert (tmp_path / "emergency.pdf").read_bytes().startswith(b"%PDF")


def test_stops_have_names_of_their_own():
    """Two pages do not share a picture."""
    names = [stop.name for stop in all_stops()]
    assert len(set(names)) == len(names)
