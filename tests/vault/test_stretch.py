"""Guessing a code or words is made dear, within what this computer can bear."""

import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from ensdesk.vault.locks import make_locks, open_locks
from ensdesk.vault.secrets import WrongWords
from ensdesk.vault.stretch import SMALL, STANDARD, Cost, chosen_cost, stretch
from tests.vault.quick import CHEAP, OTHERS, WORDS, KeychainInMemory


def test_it_is_argon2id() -> None:
    """The standard function with its standard parameters."""
    kdf = Argon2id(salt=b"s" * 16, length=32, iterations=1, lanes=1, memory_cost=64 * 1024)
    assert stretch(b"des mots", b"s" * 16, CHEAP) == kdf.derive(b"des mots")


@pytest.mark.parametrize(
    ("cost", "salt"),
    [
        (Cost(64 * 1024 - 1, 3, 4), b"s" * 16),
        (Cost(2 * 1024 * 1024, 3, 4), b"s" * 16),
        (Cost(64 * 1024, 0, 4), b"s" * 16),
        (Cost(64 * 1024, 3, 99), b"s" * 16),
        (CHEAP, b"short"),
    ],
)
def test_nothing_out_of_limits_is_begun(cost: Cost, salt: bytes) -> None:
    """Neither too weak nor too heavy."""
    with pytest.raises(ValueError, match="limits"):
        stretch(b"des mots", salt, cost)


@pytest.mark.parametrize(("gigabytes", "cost"), [(2, SMALL), (4, STANDARD), (32, STANDARD)])
def test_a_small_computer_takes_the_small_cost(
    monkeypatch: pytest.MonkeyPatch, gigabytes: int, cost: Cost
) -> None:
    """128 MiB where memory is short, 256 MiB elsewhere."""
    sizes = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": gigabytes * 1024**3 // 4096}
    monkeypatch.setattr(os, "sysconf", sizes.__getitem__)
    assert chosen_cost() == cost
    assert cost.within_limits()


def test_a_system_that_does_not_tell_is_a_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no such question."""
    monkeypatch.delattr(os, "sysconf")
    assert chosen_cost() == STANDARD


def test_words_open_a_folder_for_real(tmp_path: Path) -> None:
    """The whole way, with the standard cost and the child."""
    locks = make_locks(tmp_path, [WORDS], KeychainInMemory(), cost=STANDARD)
    locks.save()
    found = open_locks(tmp_path, WORDS, KeychainInMemory())
    assert found.keys == locks.keys
    with pytest.raises(WrongWords):
        open_locks(tmp_path, OTHERS[type(WORDS)], KeychainInMemory())
