"""The example leaves nothing behind."""

from ensdesk.folder.example_folder import open_example
from ensdesk.kinds.identity import Identity


def test_the_example_goes_when_it_is_closed() -> None:
    """Its place is private, and is taken away with everything in it."""
    folder = open_example()
    place = folder.vault.path
    identity = folder.single(Identity)
    assert identity
    assert identity.family == "Exemple"
    assert place.parent.stat().st_mode & 0o077 == 0
    assert folder.key_sheet_proved()
    folder.close()
    assert not place.parent.exists()
