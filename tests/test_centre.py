"""The settings file of a centre: what it says is followed, what is wrong in it is named."""

from __future__ import annotations

import json

import pytest

from ensdesk.centre import Centre, CentreFileWrong, load

pytestmark = pytest.mark.usefixtures("french")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "centre.json"


def test_what_it_says_is_followed(file):
    """What it leaves out takes its first value."""
    file.write_text(json.dumps({"name": "Les Lilas", "points": 22, "minutes": 5, "keyboard": True}))
    centre = load(file)
    assert centre == Centre(name="Les Lilas", points=22, minutes=5, keyboard=True)
    assert centre.settings().points == 22
    assert centre.settings().keyboard


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"name": "Les Lilas"\n "points": 18}', "la ligne 2 n’est pas écrite comme il faut."),
        ("[]", "la ligne 1"),
        ('{"minute": 3}', "je ne connais pas «\u00a0minute\u00a0»."),
        ('{"points": 15}', "ce qui suit «\u00a0points\u00a0» ne convient pas."),
        ('{"minutes": true}', "«\u00a0minutes\u00a0»"),
        ('{"minutes": 1}', "«\u00a0minutes\u00a0»"),
        ('{"keyboard": 1}', "«\u00a0keyboard\u00a0»"),
        (json.dumps({"name": "L" * 61}), "«\u00a0name\u00a0»"),
    ],
)
def test_what_is_wrong_is_named(file, written, told):
    """The person in charge reads what to correct."""
    file.write_text(written)
    with pytest.raises(CentreFileWrong) as wrong:
        load(file)
    assert told in wrong.value.sentence()


def test_a_file_that_is_named_must_be_there(file):
    """The usual one need not."""
    with pytest.raises(CentreFileWrong, match="CentreFileWrong") as wrong:
        load(file)
    assert "ils ne sont pas là." in wrong.value.sentence()
    file.mkdir()
    with pytest.raises(CentreFileWrong) as unread:
        load(file)
    assert "ils ne se laissent pas lire." in unread.value.sentence()


def test_without_a_file_the_first_values_are_taken(monkeypatch, file):
    monkeypatch.setattr("ensdesk.centre.USUAL_FILE", file)
    assert load() == Centre()
