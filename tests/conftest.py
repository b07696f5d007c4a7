"""What every test may count on."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from ensdesk import language

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
