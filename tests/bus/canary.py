"""Marks typed into every secret field: nothing of them is on the bus.

They are typed with real keys, or with the mouse where the keyboard on the screen is in view. The
control is a usual password line of Qt, which has to be caught either way.
"""

from __future__ import annotations

import sys
import time
from itertools import cycle

from pyatspi import Atspi

from tests.bus.bus_log import leaks
from tests.bus.desk import xdotool
from tests.bus.golden import kept
from tests.bus.pages import shown
from tests.bus.spy import Spy, spying
from tests.bus.tree import every, window_lines

# No letter of the one is on the pages where it is typed; a code takes five digits and waits.
_DIGITS = cycle(("73916", "80245", "94617"))
_WORDS = cycle(("wagon zoologie ", "kiosque jongleur "))
_SHOWS = "Montrer ce que j’écris"
_ON_SCREEN, _ERASE = "Clavier à l’écran", "Effacer une lettre"
_CALLED = {" ": "Barre d’espace"}  # the other keys are called as their signs
# What has to be caught: a real key is told besides what it wrote.
CONTROLS = {
    "control": {"TextChanged", "NotifyListenersSync"},
    "keyboard-control": {"TextChanged"},
}


def main() -> int:
    """Type into every secret field of the tour, then into the controls; return 0 when it is so."""
    wanted = [name for name, tree in kept().items() if "password text" in tree]
    told, fields = list[str](), 0
    caught = {name: list[str]() for name in CONTROLS}
    with spying() as spy:
        for name, window in shown([*wanted, *CONTROLS]):
            for field in secrets(window):
                found = type_into(field, window, spy)
                if name in CONTROLS:
                    caught[name] += found
                else:
                    fields += 1
                    told += [f"{name}: {leak}" for leak in found]
    for name, kinds in CONTROLS.items():
        if not {leak.split(" ")[0] for leak in caught[name]} >= kinds:
            told.append(f"the {name} was not caught: {caught[name]}")
    controls = ", ".join(f"{name}: {len(found)}" for name, found in caught.items())
    told.append(f"canary: {fields} secret fields on {len(wanted)} pages, {controls}")
    print("\n".join(told))  # noqa: T201 - what was asked for
    return int(len(told) > 1 or not fields)


def secrets(window: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Return the secret fields in view."""
    return [one for one in every(window) if one.get_role() == Atspi.Role.PASSWORD_TEXT]


def type_into(field: Atspi.Accessible, window: Atspi.Accessible, spy: Spy) -> list[str]:
    """Type a mark, hidden and shown, and ask for all that is in view; return what was told."""
    before = len(spy.heard())
    typed = _type(field, window)
    for button in every(window):
        if button.get_name() == _SHOWS and button.get_role() == Atspi.Role.PUSH_BUTTON:
            button.get_action_iface().do_action(0)
            typed += _type(field, window)
    window_lines(window)
    marks = [word for mark in typed for word in mark.split()]
    return leaks(spy.heard()[before:], marks)


def _type(field: Atspi.Accessible, window: Atspi.Accessible) -> list[str]:
    """Write what the field takes; return what that was."""
    field.get_component_iface().grab_focus()
    time.sleep(0.3)
    typed = []
    keys = _keys_on_screen(window)
    for mark in (next(_WORDS), next(_DIGITS)):
        if not keys:
            xdotool("type", "--delay", "40", mark)
            xdotool("key", "--delay", "20", *["BackSpace"] * 6)
        elif all(_CALLED.get(sign, sign) in keys for sign in mark):  # a code has no letters
            _press([keys[_CALLED.get(sign, sign)] for sign in mark] + [keys[_ERASE]] * 6)
        else:
            continue
        typed.append(mark)
        time.sleep(0.2)
    assert typed
    return typed


def _keys_on_screen(window: Atspi.Accessible) -> dict[str, Atspi.Accessible]:
    """Return the keys of the keyboard on the screen by what they are called, if it is there."""
    (keyboard,) = [
        one
        for one in every(window)
        if one.get_name() == _ON_SCREEN and one.get_role() != Atspi.Role.PUSH_BUTTON
    ] or [None]
    keys = every(keyboard) if keyboard is not None else []
    return {key.get_name(): key for key in keys if key.get_role() == Atspi.Role.PUSH_BUTTON}


def _press(keys: list[Atspi.Accessible]) -> None:
    """Press them with the mouse."""
    for key in keys:
        place = key.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        middle = (place.x + place.width // 2, place.y + place.height // 2)
        xdotool("mousemove", *map(str, middle), "sleep", "0.03", "click", "1", "sleep", "0.05")


if __name__ == "__main__":
    sys.exit(main())
