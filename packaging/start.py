"""Prepare ensdesk on this computer, then open it: `python3 packaging/start.py`.

Windows and macOS have their code paths here; they were not tried yet.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036  before anything that an older Python cannot read
    sys.exit("Il faut Python 3.11 ou plus récent.")


def main() -> int:
    """Prepare, then open; return an exit code only when nothing was opened."""
    arguments, only_setup, tour = read(sys.argv[1:])
    import setup_steps
    import stop
    import sudo

    # A folder opened as root would belong to root.
    only_setup = only_setup or sudo.person() is not None
    try:
        setup_steps.set_up()
        sudo.step_back()
    except stop.Stop as why:
        stop.tell(why)
        return 1
    except KeyboardInterrupt:
        print("\nArrêté. Relancez quand vous voulez.", file=sys.stderr)
        return 1
    add_to_menu()
    if only_setup:
        print("C’est prêt. Pour ouvrir : python3 packaging/start.py")
        return 0
    return open_program(arguments, tour)


def read(words: list[str]) -> tuple[list[str], bool, str | None]:
    """Return the program's own arguments, `--only-setup` and the folder of `--tour`."""
    import argparse

    parser = argparse.ArgumentParser(
        description="Prépare ensdesk sur cet ordinateur, puis l’ouvre.",
        epilog="Le reste est donné tel quel à ensdesk.",
        allow_abbrev=False,
    )
    parser.add_argument("--only-setup", action="store_true", help="prépare sans ouvrir")
    parser.add_argument("--tour", metavar="DOSSIER", help="toutes les pages en images")
    known, rest = parser.parse_known_args(words)
    return rest, known.only_setup, known.tour


def add_to_menu() -> None:
    """Add the menu entry once; a home that cannot be written is said, and stops nothing."""
    from places import IN_MENU, ROOT

    if IN_MENU.exists() and IN_MENU.read_text(encoding="utf-8") == str(ROOT):
        return  # a person who removed the entry does not find it again
    import menu_entry

    try:
        where = menu_entry.add()
        IN_MENU.write_text(str(ROOT), encoding="utf-8")
    except OSError:
        where = None
    if where is None:
        print("Je n’ai pas pu ajouter ensdesk au menu. Vous pourrez l’ouvrir d’ici.")
    else:
        print(f"Demain, ouvrez « {menu_entry.NAME} » dans le menu de l’ordinateur.")


def open_program(arguments: list[str], tour: str | None) -> int:
    """Become the program; without a display, become its tour in pictures."""
    from places import PYTHON

    if tour is None and not arguments and not has_display():
        tour = "tour"
        print(f"Pas d’écran ici. Je mets toutes les pages en images dans : {tour}")
    if tour is not None:
        arguments = ["tour", tour, *arguments]
        if not has_display():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # -P: a file that lies where the person stands must not pass for a part of the program.
    command = [str(PYTHON), "-P", "-m", "ensdesk", *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(PYTHON, command)  # noqa: S606  (no shell is what we want)
    import subprocess  # exec would give the prompt back at once on Windows; not tried

    return subprocess.call(command)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
