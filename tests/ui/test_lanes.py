"""Jobs run in their lane, in order; answers come back on the thread of the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from ensdesk.ui.lanes import InlineLanes, ThreadLanes


@pytest.fixture
def lanes(qapp):
    made = ThreadLanes()
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_its_answer_comes_back(lanes):
    """The job is not on this thread, its answer is."""
    here = threading.get_ident()
    seen = []
    lanes.run("work", threading.get_ident, done=lambda t: seen.append((t, threading.get_ident())))
    lanes.settle()
    ((there, back),) = seen
    assert there != here
    assert back == here


def test_jobs_of_one_lane_keep_their_order(lanes):
    """The second begins when the first has ended, always on the same thread."""
    seen = []
    for number in range(20):
        lanes.run("vault", lambda n=number: (n, threading.get_ident()), done=seen.append)
    lanes.settle()
    assert [number for number, _thread in seen] == list(range(20))
    assert len({thread for _number, thread in seen}) == 1


def test_the_lanes_do_not_wait_for_each_other(lanes):
    """Long work does not hold the folder up."""
    go = threading.Event()
    seen = []
    lanes.run("work", lambda: go.wait(10), done=lambda _a: seen.append("work"))
    lanes.run("vault", lambda: None, done=lambda _a: (seen.append("vault"), go.set()))
    lanes.settle()
    assert seen == ["vault", "work"]


def test_a_failure_goes_where_failures_go(lanes):
    """To `failed`, or else to what the window does with them."""
    seen = []
    lanes.otherwise = lambda error: seen.append(("window", str(error)))

    def fail():
        raise ValueError("no")

    lanes.run("work", fail, done=seen.append, failed=lambda e: seen.append(("own", str(e))))
    lanes.run("work", fail, done=seen.append)
    lanes.settle()
    assert seen == [("own", "no"), ("window", "no")]


def test_a_long_job_lets_the_others_go_first(lanes):
    """A double is made in steps; what the person does meanwhile is done between two of them."""
    seen, begun, asked = [], threading.Event(), threading.Event()

    def long_job(running):
        begun.set()
        asked.wait(10)
        running.give_way()
        running.give_way()  # nobody waits any more
        return "long"

    lanes.run_long("vault", long_job, done=seen.append)
    begun.wait(10)
    lanes.run("vault", lambda: "short", done=seen.append)
    lanes.run("vault", lambda: 1 // 0, done=seen.append, failed=lambda e: seen.append(type(e)))
    asked.set()
    lanes.settle()
    assert seen == ["short", ZeroDivisionError, "long"]


def test_progress_is_told_once_a_hundredth(lanes):
    """A job may tell as often as it likes."""
    told = []

    def job(running):
        for n in range(1001):
            running.tell(n / 1000)
        return "end"

    lanes.run_long("work", job, done=told.append, progress=told.append)
    lanes.settle()
    assert told[-1] == "end"
    assert told[:-1] == sorted(told[:-1])
    assert 100 <= len(told[:-1]) <= 102


def test_a_job_can_be_stopped(lanes):
    """It looks now and then, and ends."""
    begun = threading.Event()
    seen = []

    def job(running):
        begun.set()
        while not running.stopped():
            pass
        return "stopped"

    running = lanes.run_long("work", job, done=seen.append)
    assert begun.wait(10)
    running.stop()
    lanes.settle()
    assert seen == ["stopped"]


def test_what_was_asked_of_the_vault_is_done_before_the_end(qapp):
    """Closing loses no change, stops the work, and delivers nothing any more."""
    lanes = ThreadLanes()
    written, told = [], []

    def endless(running):
        while not running.stopped():
            pass

    lanes.run_long("work", endless, done=told.append)
    for number in range(5):
        lanes.run("vault", lambda n=number: written.append(n), done=told.append)
    lanes.close()
    qapp.processEvents()
    assert written == list(range(5))
    assert told == []


class _Held:
    """Says on which thread it was let go."""

    def __init__(self, freed: list[int]) -> None:
        self.freed = freed

    def __del__(self) -> None:
        self.freed.append(threading.get_ident())


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_job_held_is_let_go_on_the_thread_of_the_window(lanes, fails):
    """A page that was left while its lane read for it, above all."""
    freed: list[int] = []
    for lane in ("vault", "work") * 50:
        held = _Held(freed)

        def read(held=held):
            if fails:
                raise ValueError(held)
            return held

        lanes.run(lane, read, done=lambda _a, held=held: None, failed=lambda _e, held=held: None)
        del held, read
    lanes.settle()
    QTest.qWait(10)
    gc.collect()
    assert freed == [threading.get_ident()] * 100


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python collects by itself, as in the program before its lanes are there."""
    gc.enable()
    yield
    assert gc.isenabled()


def test_no_qt_object_is_freed_in_a_lane(collecting, lanes):
    """One that holds itself in a circle, as pages do, waits for the thread of the window."""
    freed: list[int] = []

    def drop():
        one = QObject()
        one.destroyed.connect(
            lambda: freed.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )
        one.itself = one

    gc.collect()
    drop()
    kept: list[object] = []
    lanes.run("vault", lambda: [[] for _one in range(100_000)], done=kept.append)
    lanes.settle()
    assert freed == []
    QTest.qWait(500)
    assert freed == [threading.get_ident()]


def test_inline_lanes_do_the_same_at_once():
    """Answers, failures and progress, before `run` returns."""
    lanes = InlineLanes()
    seen = []
    lanes.run("vault", lambda: 1, done=seen.append)
    lanes.run("vault", lambda: 1 / 0, done=seen.append, failed=lambda e: seen.append(type(e)))
    lanes.run_long("work", lambda r: r.tell(0.5), done=seen.append, progress=seen.append)
    assert seen == [1, ZeroDivisionError, 0.5, None]
