"""A window without a screen, and sessions whose jobs run at once."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Callable, Iterator

import pytest

from ensdesk.settings import Settings
from tests.fakes import TODAY
from tests.vault.test_keychain import program

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def freed_here() -> Iterator[None]:
    """What holds itself in a circle is freed on this thread: pytest-xdist has another one."""
    from ensdesk.ui.lanes import sweep

    gc.disable()
    yield
    sweep()
    gc.enable()


@pytest.fixture
def make_window(qapp, french) -> Iterator[Callable]:
    """Return a function that shows a window of a given size and look."""
    from ensdesk.ui.lanes import InlineLanes
    from ensdesk.ui.session import Session
    from ensdesk.ui.window import Window
    from tests.ui.leaving import leave

    made = []

    def make(points=14, theme="light", size=(1366, 768), folder=None):
        session = Session(
            lanes=InlineLanes(),
            settings=Settings(theme=theme, points=points),
            today=lambda: TODAY,
        )
        session.folder = folder
        window = Window(session)
        window.resize(*size)
        window.show()
        window.activateWindow()
        made.append(window)
        return window

    yield make
    leave(made)


@pytest.fixture
def address():
    """The address of a bus of the test."""
    command = [program("dbus-daemon"), "--session", "--print-address", "--nofork"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        yield bus.stdout.readline().strip()
        bus.kill()
