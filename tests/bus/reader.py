"""A person who knows the window by its tree alone: finds by role and name, acts, types."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from gi.repository import GLib
from pyatspi import Atspi

from tests.bus.desk import PROGRAM, running, xdotool
from tests.bus.tree import PATIENCE, application, children, every, wait_for, window_lines

T = TypeVar("T")
CODE = "602917"
_BUTTONS = ("push button", "check box", "radio button")
_FIELDS = ("text", "password text", "spin button")


class Reader:
    """Hands and ears at one running program."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.patience = PATIENCE
        self.listens: Callable[[], object] = lambda: None  # at each page, before going on

    # -- what is there -----------------------------------------------------------------------------

    def window(self) -> Atspi.Accessible:
        """Return the window of the program, also after it has started again."""
        (window,) = children(application(self._process.pid))
        return window

    def is_at(self, title: str) -> None:
        """Wait for the page *title*: its group has that name, and something in it the focus."""

        def there() -> bool | None:
            found = list(self._every())
            named = any(_is(one, ("panel",), title) for one in found)
            focused = any(one.get_state_set().contains(Atspi.StateType.FOCUSED) for one in found)
            return (named and focused) or None

        self._wait(there, f"the page {title!r}, with the focus in it")
        self.listens()

    def hears(self, words: str) -> None:
        """Wait until something in view says *words*."""

        def there() -> bool | None:
            return any(words in _plain(one.get_name()) for one in self._every()) or None

        self._wait(there, f"{words!r}")
        self.listens()

    def describes(self, words: str) -> None:
        """Wait until what has the focus is described with *words*, as an error is."""

        def there() -> bool | None:
            focus = Atspi.StateType.FOCUSED
            told = (
                one.get_description()
                for one in self._every()
                if one.get_state_set().contains(focus)
            )
            return any(words in _plain(one) for one in told) or None

        self._wait(there, f"{words!r} at what has the focus")
        self.listens()

    def waits(self, look: Callable[[], bool], what: str) -> None:
        """Wait until *look* says so."""
        self._wait(lambda: look() or None, what)

    # -- what is done ------------------------------------------------------------------------------

    def presses(self, *names: str) -> None:
        """Press one button after the other, by the action that the bus offers."""
        for name in names:
            self._find(_BUTTONS, name).get_action_iface().do_action(0)

    def writes(self, label: str, words: str) -> None:
        """Put the focus into the field *label*, and type."""
        field = self._find(_FIELDS, label)
        field.get_component_iface().grab_focus()
        focused = Atspi.StateType.FOCUSED
        self._wait(lambda: field.get_state_set().contains(focused) or None, f"focus on {label!r}")
        self.types(words)

    def types(self, words: str) -> None:
        """Type with real keys, where the focus is."""
        xdotool("type", "--delay", "60", words)
        self.listens()

    def key(self, name: str) -> None:
        """Press one key by the name that X gives it."""
        xdotool("key", name)

    # -- inside ------------------------------------------------------------------------------------

    def _find(self, roles: tuple[str, ...], name: str) -> Atspi.Accessible:
        def found() -> Atspi.Accessible | None:
            return next((one for one in self._every() if _is(one, roles, name)), None)

        return self._wait(found, f"{' or '.join(roles)} {name!r}")

    def _wait(self, look: Callable[[], T | None], what: str) -> T:
        def calm() -> T | None:
            with suppress(GLib.Error):  # a page went while we looked at it
                return look()
            return None

        try:
            return wait_for(calm, "", self.patience)
        except AssertionError:
            if (code := self._process.poll()) is not None:
                raise AssertionError(f"waited for {what}, the program ended: {code}") from None
            tree = "\n".join(window_lines(self.window()))
            raise AssertionError(f"waited for {what} in\n{tree}") from None

    def _every(self) -> Iterator[Atspi.Accessible]:
        return every(self.window())


def _is(node: Atspi.Accessible, roles: tuple[str, ...], name: str) -> bool:
    """Say whether *node* has one of the *roles*, and a name that begins like *name*."""
    return node.get_role_name() in roles and _plain(node.get_name()).startswith(name)


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@contextmanager
def program(place: str) -> Iterator[Reader]:
    """Run the real program before the closed folder at *place*."""
    command = [str(PROGRAM), "-m", "ensdesk", "--closed", place]
    with running(command, dict(os.environ)) as process:
        reader = Reader(process)
        reader.window()
        time.sleep(0.5)  # the window manager gives it the keys
        yield reader
