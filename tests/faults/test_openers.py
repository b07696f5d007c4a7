"""A small turn of the bench with a second program: see `tests.faults.openers`."""

from __future__ import annotations

import shutil

from ensdesk.folder.folder import Folder
from tests.fakes import empty_folder
from tests.faults.openers import QUICK, come_often


def test_a_second_program_is_refused_and_changes_nothing(tmp_path):
    """It is told within a second, also while a paper is half written."""
    came = come_often(tmp_path / "folder", QUICK)
    assert (came.turns, came.wrong) == (QUICK, [])
    assert 0 < came.longest < 1


def test_the_bench_sees_a_second_writer(tmp_path):
    """Without locks, what comes second takes the half paper of the first one."""
    came = come_often(tmp_path / "folder", 1, without=True)
    assert any(each.endswith(".part") for each in came.wrong)


def test_a_lock_that_a_power_cut_left_alone_keeps_no_folder_from_being_made(tmp_path):
    """The lock is the first file of a new folder: it may be all that reached the disk."""
    place = tmp_path / "Dossier"
    place.mkdir()
    (place / "lock").touch()
    folder = empty_folder(place)
    assert isinstance(folder, Folder)
    folder.close()
    shutil.rmtree(place)
