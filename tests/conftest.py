"""What every test may count on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ensdesk import language
from ensdesk.folder.folder import Folder
from tests.fakes import empty_folder, filled_folder

# A busy machine is no bug of the code: no limit of time for one example.
settings.register_profile(
    "house", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def same_language_after() -> Iterator[None]:
    """Each test leaves the language as it found it."""
    before = language._Chosen.code, language._Chosen.catalogue
    yield
    language._Chosen.code, language._Chosen.catalogue = before


@pytest.fixture
def french() -> None:
    """Speak French."""
    language.choose("fr")


@pytest.fixture
def english() -> None:
    """Speak English, the language of the sources."""
    language.choose("en")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """An open folder with nothing in it but a name and a consent."""
    made = empty_folder(tmp_path / "Dossier ensdesk")
    yield made
    made.close()


@pytest.fixture
def full_folder(tmp_path: Path) -> Iterator[Folder]:
    """The open folder of the invented person."""
    made = filled_folder(tmp_path / "Dossier plein")
    yield made
    made.close()
