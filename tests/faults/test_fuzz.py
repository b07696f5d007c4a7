"""Some changed bytes for each reader: see `tests.faults.fuzz`."""

from __future__ import annotations

from tests.faults.fuzz import QUICK, readers, trusting, try_often


def test_what_reads_bytes_from_elsewhere_says_no(tmp_path):
    """In the words of its own trouble, and in no time."""
    for name, reader in readers(tmp_path).items():
        assert (name, try_often(reader, QUICK)) == (name, [])


def test_a_reader_that_believes_what_it_reads_is_caught():
    """Or the changed bytes would not prove anything."""
    assert try_often(trusting(), 200)
