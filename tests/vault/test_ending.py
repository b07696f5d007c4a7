"""Erasing a whole folder: keys first, then everything, also after a power cut."""

import io

import pytest

from ensdesk.vault import ending
from ensdesk.vault.ending import FolderErased, go_on_erasing
from ensdesk.vault.header import COPIES, HeaderMissing
from ensdesk.vault.secrets import Code
from ensdesk.vault.vault import Vault
from tests.fakes import SHEET, MemoryKeychain
from tests.vault.drawers import ALLERGY, open_vault


def filled(vault: Vault) -> Vault:
    vault.main.revisions.write([ALLERGY])
    vault.documents.keep(io.BytesIO(b"a paper"))
    return vault


def test_nothing_of_the_folder_stays(vault):
    """Not a file, not the directory."""
    filled(vault).erase()
    assert not vault.path.exists()
    with pytest.raises(HeaderMissing):
        open_vault(vault.path)


def test_a_strangers_file_stays(vault):
    """What the program did not write is not its to erase."""
    (vault.path / "notes.txt").write_text("hello")
    filled(vault).erase()
    assert [part.name for part in vault.path.iterdir()] == ["notes.txt"]


def test_the_code_leaves_the_keychain(tmp_path):
    """The half of the code that this computer keeps goes too."""
    keychain = MemoryKeychain()
    vault = Vault.make(tmp_path / "f", [Code("135790"), SHEET], keychain, author_name="Jeanne")
    assert keychain.kept
    vault.erase()
    assert keychain.kept == {}


@pytest.mark.parametrize("headers_left", [0, 1])
def test_an_erasing_that_was_cut_short_goes_on(vault, monkeypatch, headers_left):
    """The power went after the first or the second header: at the next opening the rest goes."""
    real, left = ending._overwrite, [2 - headers_left]

    def cut(copy):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        real(copy)

    def power_cut(_path):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ending, "_overwrite", cut)
        patched.setattr("ensdesk.vault.vault.erase_files", power_cut)
        with pytest.raises(KeyboardInterrupt):
            filled(vault).erase()
    vault.close()
    with pytest.raises(FolderErased):
        open_vault(vault.path)
    assert not vault.path.exists()


def test_after_the_keys_nothing_can_be_read(vault):
    """Both headers are empty before any other file goes."""
    ending.erase_keys(filled(vault).path)
    for copy in COPIES:
        assert not any((vault.path / copy).read_bytes())


def test_a_mark_alone_erases_nothing(vault):
    """With both headers whole nothing had begun: the folder opens as ever."""
    filled(vault).close()
    (vault.path / "erasing").touch()
    go_on_erasing(vault.path)
    again = open_vault(vault.path)
    assert again.main.revisions.get(ALLERGY.id) == ALLERGY
    again.close()
    assert not (vault.path / "erasing").exists()
