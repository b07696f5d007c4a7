"""A secret is never shown."""

import pytest

from ensdesk.vault.bundle import Bundle
from ensdesk.vault.locks import Keys
from ensdesk.vault.roots import Roots
from ensdesk.vault.secrets import Secret
from tests.vault.quick import CODE, KEY, SHEET, WORDS


@pytest.mark.parametrize("secret", [CODE, KEY, WORDS, SHEET])
def test_its_text_tells_nothing(secret: Secret) -> None:
    """Printing a secret by mistake shows its kind only."""
    assert repr(secret) == f"{type(secret).__name__}()"
    assert str(secret) == repr(secret)


def test_what_comes_of_it_tells_nothing_either() -> None:
    """Keys in memory do not print themselves."""
    for shown in (Keys(b"k" * 32, None), Bundle(b"k" * 32, b"v" * 32), Roots(CODE)):
        assert "k" * 32 not in repr(shown)
        assert "407295" not in repr(shown)
