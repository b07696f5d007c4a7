"""A drawer and a folder, closed at the end of each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ensdesk.vault.drawer import Drawer
from ensdesk.vault.vault import Vault
from tests.vault.drawers import new_drawer, new_vault


@pytest.fixture
def drawer(tmp_path: Path) -> Iterator[Drawer]:
    made = new_drawer(tmp_path)
    yield made
    made.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = new_vault(tmp_path / "folder")
    yield made
    made.close()
