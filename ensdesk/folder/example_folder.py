"""The folder of an invented person, in a private place that goes when it is closed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from ensdesk.folder.example_person import example_folder
from ensdesk.folder.folder import Folder
from ensdesk.folder.opening import new_sheet
from ensdesk.vault.keychain import KeychainAbsent


class ExampleFolder(Folder):
    """Opens once: nobody has its words. Closing it takes it away."""

    is_example = True

    def close(self) -> None:
        super().close()
        shutil.rmtree(self.vault.path.parent, ignore_errors=True)


def open_example() -> ExampleFolder:
    """Make the folder of the invented person and return it open (lane of the vault)."""
    place = Path(tempfile.mkdtemp(prefix="ensdesk-"))
    try:
        made = example_folder(place / "exemple", (new_sheet(),), _NoKeychain())
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    folder = ExampleFolder(made.vault)
    folder.prove_key_sheet()
    return folder


class _NoKeychain:
    """An example keeps nothing in the keychain of this computer."""

    def read(self, folder_id: str) -> bytes | None:
        del folder_id
        raise KeychainAbsent

    def write(self, folder_id: str, raw: bytes) -> None:
        del folder_id, raw
        raise KeychainAbsent

    def forget(self, folder_id: str) -> None:
        del folder_id
        raise KeychainAbsent
