"""What the computer itself must have: the libraries that Qt leans on, and a way to make a venv."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from stop import Stop, stop_from_output

# Library → the package that brings it on Debian and Ubuntu. Shorter than what Qt's libraries ask
# for: these packages bring the rest (libxcb-cursor0 brings four more, libegl1 the X11 ones).
# Found by removing until `ldd` complained, on a bare Debian 12 with PySide6_Essentials 6.11.3.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Program → its package: the tests talk to a keychain of their own.
CHECK_PROGRAMS = {
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
}
VENV_PACKAGE = "python3-venv"
WAIT = ("-o", "DPkg::Lock::Timeout=120")  # seconds: updates often run just after the start
LISTS = Path("/var/lib/apt/lists")


def loads(library: str) -> bool:
    """Tell whether the system finds *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    *,
    check: bool,
    has_library: Callable[[str], bool] = loads,
    has_program: Callable[[str], object] = shutil.which,
    has_module: Callable[[str], object] = importlib.util.find_spec,
) -> list[str]:
    """Return the Debian packages that this Linux lacks, in the order of their names."""
    lacking = {package for library, package in LIBRARIES.items() if not has_library(library)}
    if check:
        lacking |= {name for program, name in CHECK_PROGRAMS.items() if not has_program(program)}
    # Debian cuts ensurepip out of Python; a pip of the system does as well.
    if not has_module("ensurepip") and not has_module("pip"):
        lacking.add(VENV_PACKAGE)
    return sorted(lacking)


def provide(*, check: bool) -> None:
    """Install what is missing when we may; otherwise raise Stop with the one line to ask for."""
    if not sys.platform.startswith("linux"):
        return  # Windows and macOS bring all of it with Python and PySide6 (not tried)
    lacking = missing_packages(check=check)
    if not lacking:
        return
    if shutil.which("apt-get") is None:
        raise Stop(
            "Il manque des morceaux à cet ordinateur.",
            "Demandez ce que ce système offre à la place de : " + " ".join(lacking),
        )
    if os.geteuid() != 0:
        raise Stop(
            "Il manque des morceaux à cet ordinateur. Rien n’a été installé.",
            "Demandez à la personne qui s’en occupe de taper cette ligne, comme root :\n\n"
            f"    {apt_line(lacking)}\n\nPuis relancez la même commande.",
        )
    install(lacking)
    still = missing_packages(check=check)
    if still:
        raise Stop("Il manque encore : " + ", ".join(still) + ".", "Relancez une fois.")


def apt_line(
    packages: Iterable[str],
    *,
    sudo: bool | None = None,
    lists: bool | None = None,
) -> str:
    """Return the line that installs *packages*, to be typed by somebody who may."""
    sudo = shutil.which("sudo") is not None if sudo is None else sudo
    lists = any(LISTS.glob("*Packages*")) if lists is None else lists
    who = "sudo " if sudo else ""
    update = "" if lists else f"{who}apt-get update && "
    return f"{update}{who}apt-get install -y --no-install-recommends {' '.join(packages)}"


def install(packages: list[str]) -> None:
    """Install *packages* as root, quietly."""
    print("J’ajoute les morceaux du système…", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", *WAIT, "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    # A failed update is no matter when the install worked: one odd source is common.
    if done.returncode != 0:
        raise stop_from_output(done.stdout)
