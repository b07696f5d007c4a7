"""Which folders a computer knows, and how it tells them apart."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ensdesk.folder import found
from ensdesk.folder.known_folders import Known, known_folders, show_no_more
from ensdesk.folder.places import default_place, stick_was
from ensdesk.settings import FolderLook, Settings
from tests.fakes import empty_folder

Made = Callable[[Path], Path]


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The USB keys plugged into a computer of its own: none yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    plugged: list[Path] = []
    monkeypatch.setattr(found, "sticks", lambda: tuple(plugged))
    return plugged


@pytest.fixture
def made(keys: list[Path]) -> Made:
    """Makes a true folder, closed again."""

    def make(place: Path) -> Path:
        place.parent.mkdir(parents=True, exist_ok=True)
        empty_folder(place).close()
        return place

    return make


def named(known: Known, place: Path, name: str) -> Settings:
    """Return the settings of *known* where the folder at *place* shows *name*."""
    looks = (
        replace(look, name=name) if look.place == str(place) else look
        for look in known.settings.looks
    )
    return replace(known.settings, looks=tuple(looks))


def seen(known: Known) -> list[tuple[str, str, bool]]:
    """Return colour, name and « is here » of each folder shown."""
    return [(one.look.colour, one.look.name, one.here) for one in known.shown]


def test_a_computer_without_folders(keys: list[Path]) -> None:
    """Nothing is shown, nothing is learnt."""
    known = known_folders(Settings(folders=("/nowhere",)))
    assert known.folders == ()
    assert known.settings.looks == ()


def test_each_folder_gets_a_colour_and_no_name(made: Made) -> None:
    """A file of an older version, with paths alone: the colours stay the same from then on."""
    first, second = made(default_place()), made(found.free_place())
    known = known_folders(Settings(folders=(str(second),)))
    assert seen(known) == [("blue", "", True), ("orange", "", True)]
    assert known_folders(known.settings.with_folder(first)).shown == known.shown
    assert first.name not in known.settings.looks[0].mark


def test_folders_never_change_their_places_in_the_list(made: Made) -> None:
    """Whichever was opened last: the hand knows where the tile is."""
    made(default_place())
    second = made(found.free_place())
    known = known_folders(Settings())
    after = known_folders(known.settings.with_folder(second))
    assert [one.place for one in after.shown] == [one.place for one in known.shown]


def test_a_key_that_is_away_is_not_lost(made: Made, keys: list[Path], tmp_path: Path) -> None:
    """It is shown as away, and comes back with its name."""
    place = made(tmp_path / "ROUGE" / "Dossier ensdesk")
    here = named(known_folders(Settings(folders=(str(place),))), place, "Jeanne")
    shutil.move(tmp_path / "ROUGE", tmp_path / "pocket")
    away = known_folders(here)
    assert seen(away) == [("blue", "Jeanne", False)]
    assert away.at(place) is None
    shutil.move(tmp_path / "pocket", tmp_path / "ROUGE")
    assert seen(known_folders(away.settings)) == [("blue", "Jeanne", True)]


def test_a_key_plugged_in_at_another_place_is_known(
    made: Made, keys: list[Path], tmp_path: Path
) -> None:
    """It is the folder that has a colour, not the place."""
    place = made(tmp_path / "ROUGE" / "Dossier ensdesk")
    here = named(known_folders(Settings(folders=(str(place),))), place, "Jeanne")
    shutil.move(tmp_path / "ROUGE", tmp_path / "ROUGE1")
    keys.append(tmp_path / "ROUGE1")
    (now,) = known_folders(here).shown
    assert (now.place, now.look.name) == (tmp_path / "ROUGE1" / "Dossier ensdesk", "Jeanne")


def test_another_folder_at_the_same_place_bears_no_strange_name(
    made: Made, keys: list[Path], tmp_path: Path
) -> None:
    """Two keys of the same make are called alike; the name goes with the folder."""
    place = made(tmp_path / "USB" / "Dossier ensdesk")
    here = named(known_folders(Settings(folders=(str(place),))), place, "Jeanne")
    shutil.move(tmp_path / "USB", tmp_path / "pocket")
    made(place)
    known = known_folders(here)
    assert seen(known) == [("blue", "Jeanne", False), ("orange", "", True)]
    assert known.tells_apart(place) == known.shown[1]
    without = show_no_more(known.settings, known.shown[0])
    assert seen(known_folders(without)) == [("orange", "", True)]
    shutil.rmtree(tmp_path / "USB")
    shutil.move(tmp_path / "pocket", tmp_path / "USB")
    assert seen(known_folders(known.settings))[0] == ("blue", "Jeanne", True)


def test_a_copy_on_a_key_is_not_taken_for_the_folder(
    made: Made, keys: list[Path], tmp_path: Path
) -> None:
    """While the folder is at its place, a copy made by hand is no second tile."""
    place = made(default_place())
    known = known_folders(Settings())
    shutil.copytree(place, tmp_path / "ROUGE" / "Dossier ensdesk")
    keys.append(tmp_path / "ROUGE")
    assert known_folders(known.settings).shown == known.shown


def test_keys_remembered_by_an_older_version_are_shown(keys: list[Path]) -> None:
    """A path on a key is away; a path of the computer where nothing is any more is not shown."""
    old = Settings(folders=("/media/jeanne/ROUGE/Dossier ensdesk", "/home/jeanne/Papiers"))
    (away,) = known_folders(old).shown
    assert (away.here, away.look.place) == (False, old.folders[0])


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("/media/jeanne/CLE BLEUE/Dossier ensdesk", "CLE BLEUE"),
        ("/run/media/jeanne/ROUGE/Papiers/Dossier ensdesk", "ROUGE"),
        ("/mnt/ROUGE/Dossier ensdesk", "ROUGE"),
        ("/home/jeanne/Papiers/Dossier ensdesk", ""),
    ],
)
def test_the_key_is_named_by_the_path_alone(place: str, name: str) -> None:
    """It is not plugged in: nothing else tells."""
    assert stick_was(Path(place)) == name


def test_a_folder_that_is_shown_no_more_is_not_touched(made: Made) -> None:
    """It leaves the list with its name, and « J’ai déjà un dossier » still finds it."""
    place = made(default_place())
    before = sorted((path, path.stat().st_mtime_ns) for path in place.rglob("*"))
    settings = named(known_folders(Settings()), place, "Jeanne")
    known = known_folders(settings)
    after = show_no_more(settings, known.shown[0])
    assert "Jeanne" not in repr(after)
    hidden = known_folders(after)
    assert hidden.shown == ()
    assert hidden.at(place) is not None
    assert sorted((path, path.stat().st_mtime_ns) for path in place.rglob("*")) == before
    assert seen(known_folders(after.with_folder(place))) == [("blue", "", True)]


def test_a_hidden_folder_that_went_is_forgotten(made: Made) -> None:
    """Nothing is remembered of what is neither here nor shown."""
    place = made(default_place())
    known = known_folders(Settings())
    hidden = show_no_more(known.settings, known.shown[0])
    shutil.rmtree(place)
    assert known_folders(hidden).settings.looks == ()


def test_one_on_a_key_is_forgotten_whole(made: Made, keys: list[Path], tmp_path: Path) -> None:
    """Its path too: nothing would find it again by itself."""
    place = made(tmp_path / "ROUGE" / "Dossier ensdesk")
    keys.append(tmp_path / "ROUGE")
    known = known_folders(Settings(folders=(str(place),)))
    after = show_no_more(known.settings, known.shown[0])
    assert (after.folders, after.looks) == ((), ())
    assert known_folders(after).folders == ()


def test_a_damaged_folder_keeps_its_colour(made: Made) -> None:
    """Nobody can read which folder it is; it is still at its place."""
    place = made(default_place())
    known = known_folders(Settings())
    for name in ("header.a", "header.b"):
        (place / name).write_bytes(b"x")
    assert known_folders(known.settings).shown == known.shown


def test_one_folder_alone_needs_no_telling(made: Made) -> None:
    """It is told apart from others, or where its person wanted a name."""
    place = made(default_place())
    alone = known_folders(Settings())
    assert alone.tells_apart(place) is None
    assert known_folders(named(alone, place, "Jeanne")).tells_apart(place) is not None
    made(found.free_place())
    two = known_folders(alone.settings)
    assert two.tells_apart(place) == two.shown[0]
    assert two.tells_apart(Path("/nowhere")) is None
    lone = FolderLook("/media/jeanne/ROUGE/Dossier ensdesk", "green")
    assert known_folders(replace(alone.settings, looks=(lone,))).tells_apart(place) is not None
