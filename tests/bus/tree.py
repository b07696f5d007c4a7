"""The tree of a window as a screen reader gets it from the real bus, as lines to read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from gi.repository import GLib
from pyatspi import Atspi

T = TypeVar("T")
PATIENCE = 20  # seconds
_SILENT = {"filler", "panel"}  # without a name, they only hold other things together
_FURNITURE = {"scroll bar"}  # there or not, by the height of the letters
_TYPED = {"text", "password text", "spin button"}
_LONG = 160  # letters: the words of a whole sheet are looked at on the sheet
_TOLD = {
    Atspi.StateType.FOCUSED: "focus",
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.SELECTED: "selected",
    Atspi.StateType.EXPANDED: "expanded",
    Atspi.StateType.PRESSED: "pressed",
    Atspi.StateType.INVALID_ENTRY: "invalid",
    Atspi.StateType.REQUIRED: "required",
    Atspi.StateType.IS_DEFAULT: "default",
}


def wait_for(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Return what *look* finds, as soon as it does."""
    end = time.monotonic() + patience
    while (found := look()) is None:
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return found


def application(pid: int) -> Atspi.Accessible:
    """Return the program of process *pid*, once it is on the bus with a window."""

    def found() -> Atspi.Accessible | None:
        top = Atspi.get_desktop(0)
        top.clear_cache()
        for one in children(top):
            with suppress(GLib.Error):  # it has just gone
                if one.get_process_id() == pid and one.get_child_count():
                    one.set_cache_mask(Atspi.Cache.NONE)  # what is asked is what is there now
                    return one
        return None

    return wait_for(found, f"process {pid} is not on the bus")


def children(node: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Return the children of *node* that are still there."""
    found = (node.get_child_at_index(number) for number in range(node.get_child_count()))
    return [one for one in found if one is not None]


def every(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Yield *node* and all that is below it and not hidden, in order."""
    if is_there(node):
        yield node
        for one in children(node):
            yield from every(one)


def window_lines(window: Atspi.Accessible) -> list[str]:
    """Return a window as lines: what holds nothing but other things is left out."""
    return [f"{'  ' * depth}{words}" for depth, words in _lines(window, 0)]


def is_there(node: Atspi.Accessible) -> bool:
    """Say whether a person can come to *node*: it is not hidden."""
    return node.get_state_set().contains(Atspi.StateType.VISIBLE)


def _lines(node: Atspi.Accessible, depth: int) -> Iterator[tuple[int, str]]:
    if not is_there(node) or node.get_role_name() in _FURNITURE:
        return
    words, below = line(node), children(node)
    if str(node.get_accessible_id()).endswith(".bar"):
        yield depth, "bar: " + " · ".join(_in_bar(one) for one in below if is_there(one))
        return
    if words:
        yield depth, words
        depth += 1
    for one in below:
        yield from _lines(one, depth)


def _in_bar(node: Atspi.Accessible) -> str:
    """Return the words of a button that stands on every page."""
    return line(node).removeprefix("push button ")


def line(node: Atspi.Accessible) -> str:
    """Return what a screen reader may say of *node*; nothing of what only holds others."""
    role, name, told = node.get_role_name(), node.get_name(), _states(node)
    about, value = node.get_description(), _value(node)
    if role in _SILENT and not name and not about and not told:
        return ""
    parts = [role, f"« {name} »" if name else "without a name"]
    parts += [f"= {value}"] if value else []
    parts += [f"({_short(about)})"] if about else []
    return _one_line(" ".join(parts + told))


def _states(node: Atspi.Accessible) -> list[str]:
    states = node.get_state_set()
    told = [f"[{word}]" for state, word in _TOLD.items() if states.contains(state)]
    return told if states.contains(Atspi.StateType.ENABLED) else [*told, "[off]"]


def _value(node: Atspi.Accessible) -> str:
    """Return what stands in a field."""
    text = node.get_text_iface() if node.get_role_name() in _TYPED else None
    return f"“{Atspi.Text.get_text(text, 0, -1)}”" if text is not None else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG] + "…"


def _one_line(words: str) -> str:
    return " ".join(words.replace("\u00a0", "~").split())
