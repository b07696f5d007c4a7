"""Slow work away from the screen: the only file with threads.

Two lanes. `vault` owns the one connection: every read and change of an open folder goes there, in
small slices. `work` draws, hashes and encrypts plain data and never touches the connection. Answers
arrive on the thread of the window, and what a job held is let go there alone: the Qt objects of a
page that was left would take the program with them if they were freed in a lane.
"""

from __future__ import annotations

import gc
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal, Slot

A = TypeVar("A")
Lane = Literal["vault", "work"]
Failed = Callable[[BaseException], None]
Progress = Callable[[float], None]
_REST = 300  # ms after an answer: a page stands by then


class Running:
    """A job on its way: it can be asked to stop, and it tells how far it is.

    A job made for it takes it as its argument: `job(running)` calls `running.tell(0.4)` and looks
    at `running.stopped()` now and then. Both may be called from any thread.
    """

    def __init__(
        self, progress: Progress | None = None, give_way: Callable[[], None] = lambda: None
    ) -> None:
        self._stop = threading.Event()
        self._progress = progress
        self.give_way = give_way  # lets the jobs that wait in the same lane go first
        self._told = -1

    def stop(self) -> None:
        """Ask the job to stop; it ends when it next looks."""
        self._stop.set()

    def stopped(self) -> bool:
        return self._stop.is_set()

    def tell(self, part: float) -> None:
        """Say which part is done, from 0 to 1; each hundredth is told once."""
        hundredth = int(part * 100)
        if self._progress and hundredth != self._told:
            self._told = hundredth
            self._progress(min(1.0, part))


class Lanes(Protocol):
    """Where jobs run. `failed` may be left out: the window then shows what happened."""

    otherwise: Failed

    def run(
        self,
        lane: Lane,
        job: Callable[[], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
    ) -> Running: ...

    def run_long(
        self,
        lane: Lane,
        job: Callable[[Running], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Running: ...

    def settle(self) -> None: ...

    def close(self) -> None: ...


def _raise(error: BaseException) -> None:
    raise error


class ThreadLanes(QObject):
    """The two lanes, each one thread; jobs of a lane run one after the other.

    While they are open Python frees what holds itself in a circle on the thread of the window only.
    """

    _back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.otherwise: Failed = _raise
        self._lanes: dict[Lane, _Thread] = {}
        self._working: set[Running] = set()
        self._waiting = 0
        self._closed = False
        self._answers: deque[Callable[[], None]] = deque()
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(sweep)
        self._by_itself = gc.isenabled()
        gc.disable()

    def run(
        self,
        lane: Lane,
        job: Callable[[], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
    ) -> Running:
        """Start *job*; call *done* or *failed* later, on the thread of the window."""
        return self.run_long(lane, lambda _running: job(), done=done, failed=failed)

    def run_long(
        self,
        lane: Lane,
        job: Callable[[Running], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Running:
        """Start a job that tells how far it is and can be stopped."""
        told: Progress | None = None
        if progress:
            shown = progress
            told = lambda part: self._hand(lambda: shown(part))  # noqa: E731
        thread = self._thread(lane)
        running = Running(told, thread.give_way)
        if self._closed:
            return running  # a timer of a page that goes with its window
        self._waiting += 1
        if lane == "work":
            self._working.add(running)
        asked = _Asked(running, job, done, failed)
        thread.submit(asked, lambda: self._hand(lambda: self._finish(asked)))
        return running

    def settle(self) -> None:
        """Wait until every answer has arrived; the window stays alive meanwhile."""
        while self._waiting:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def close(self) -> None:
        """Do what was asked of the vault, stop the work, deliver nothing more."""
        self._closed = True
        for running in self._working:
            running.stop()
        for name, lane in self._lanes.items():
            lane.close(forget=name == "work")
        self._rest.stop()
        if self._by_itself:
            gc.enable()

    def _thread(self, lane: Lane) -> _Thread:
        """Return the thread of a lane, made when its first job comes."""
        if lane not in self._lanes:
            self._lanes[lane] = _Thread(lane)
        return self._lanes[lane]

    def _finish(self, asked: _Asked) -> None:
        self._waiting -= 1
        self._working.discard(asked.running)
        done, failed, answer, error = asked.done, asked.failed, asked.answer, asked.error
        asked.forget()
        if error is None:
            done(answer)
        else:
            (failed or self.otherwise)(error)

    def _hand(self, answer: Callable[[], None]) -> None:
        """Give *answer* to the thread of the window; the lane keeps nothing of it."""
        self._answers.append(answer)
        self._back.emit()

    @Slot()
    def _deliver(self) -> None:
        answer = self._answers.popleft()
        if not self._closed:
            if not self._rest.isActive():
                self._rest.start()
            answer()


class _Asked:
    """A job on its way, with all that it holds: the thread of the window lets go of it."""

    def __init__(
        self,
        running: Running,
        job: Callable[[Running], Any],
        done: Callable[[Any], None],
        failed: Failed | None,
    ) -> None:
        self.running, self.job, self.done, self.failed = running, job, done, failed
        self.answer: Any = None
        self.error: BaseException | None = None

    def work(self) -> None:
        """Do it, in its lane."""
        try:
            self.answer = self.job(self.running)
        except BaseException as error:  # noqa: BLE001 - every failure goes where failures go
            self.error = error

    def forget(self) -> None:
        """Hold nothing any more: the lane may still hold this for a moment."""
        self.job = self.done = lambda _nothing: None
        self.answer = self.failed = self.error = None


def sweep() -> None:
    """Free what holds itself in a circle, as often as Python would by itself."""
    for generation in (2, 1, 0):
        most = gc.get_threshold()[generation]
        if 0 < most < gc.get_count()[generation]:
            gc.collect(generation)
            return


class _Thread:
    """The thread of one lane: its jobs run one after the other, unless one gives way."""

    def __init__(self, name: str) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._one = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting: deque[tuple[_Asked, Callable[[], None]]] = deque()

    def submit(self, asked: _Asked, settle: Callable[[], None]) -> None:
        """Let it be worked on after those before; then *settle* is called here."""
        self._waiting.append((asked, settle))
        self._one.submit(self._next)

    def give_way(self) -> None:
        """Run what waits now; only for the job that this thread is at."""
        for _job in range(len(self._waiting)):
            self._next()

    def close(self, *, forget: bool) -> None:
        """Wait for the end; *forget* the jobs that have not begun."""
        if forget:
            self._waiting.clear()
        self._one.shutdown(wait=True)

    def _next(self) -> None:
        try:
            asked, settle = self._waiting.popleft()
        except IndexError:
            return  # another job gave way to it, or it was forgotten
        asked.work()
        settle()


class InlineLanes:
    """The same jobs run at once, for tests and for the tour."""

    def __init__(self) -> None:
        self.otherwise: Failed = _raise

    def run(
        self,
        lane: Lane,
        job: Callable[[], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
    ) -> Running:
        return self.run_long(lane, lambda _running: job(), done=done, failed=failed)

    def run_long(
        self,
        lane: Lane,
        job: Callable[[Running], A],
        *,
        done: Callable[[A], None],
        failed: Failed | None = None,
        progress: Progress | None = None,
    ) -> Running:
        del lane
        running = Running(progress)
        try:
            answer = job(running)
        except Exception as error:  # noqa: BLE001 - every failure goes where failures go
            (failed or self.otherwise)(error)
        else:
            done(answer)
        return running

    def settle(self) -> None:
        """Nothing is ever on its way."""

    def close(self) -> None:
        """Nothing to close."""
