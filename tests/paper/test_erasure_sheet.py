"""The certificate of an erased folder."""

import pytest

from ensdesk.paper.erasure_sheet import erasure_sheet
from tests.paper import people, reading

pytestmark = pytest.mark.usefixtures("french")


def test_it_counts_names_nobody_and_says_what_stays() -> None:
    """One page to keep, dated, without any name."""
    (page,) = reading.pages(erasure_sheet(["29 lignes"], people.TODAY))
    for expected in ("Dossier effacé", "Effacé le 23 novembre 2026", "29 lignes", "clé USB"):
        assert expected in page.replace("\u00a0", " "), expected
    assert "Naissance" not in page
