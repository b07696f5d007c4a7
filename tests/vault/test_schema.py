"""The tables of this version, and the files of other versions."""

from pathlib import Path

import pytest

from ensdesk.vault.header import NewerFolder
from ensdesk.vault.schema import STEPS, make_tables, must_fit
from ensdesk.vault.vault_file import FolderDamaged, create_file
from tests.vault.drawers import KEY

COLUMNS_OF_VERSION_1 = {
    "aside": "number key digest value",
    "document": "record name identity media_type original_name pages sha256 size age_sha256"
    " age_size",
    "folder": "one folder_id drawer installation",
    "journal": "number chain place time act author record commitment link salt words",
    "page_text": "number record page digest words",
    "pending": "number act digest value",
    "person": "slot name",
    "record": "number id kind live conflict place happened revision digest headline words payload",
    "revision": "number id record kind sequence time author what salt digest payload",
    "revision_parent": "child parent",
    "thumbnail": "number record page digest png",
}


def test_the_tables_are_those_of_the_description(tmp_path: Path) -> None:
    """What is written for decades changes by a new step, never by editing an old one."""
    connection = create_file(tmp_path / "main-1.db", KEY)
    make_tables(connection)
    make_tables(connection)
    names = [
        row[0] for row in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    columns = {
        name: " ".join(
            row[0] for row in connection.rows("SELECT name FROM pragma_table_info(?)", name)
        )
        for name in names
    }
    assert columns == COLUMNS_OF_VERSION_1
    must_fit(connection)
    connection.close()


def test_digests_stand_before_what_they_prove(tmp_path: Path) -> None:
    """A digest after a long column would be lost with it."""
    for table, columns in COLUMNS_OF_VERSION_1.items():
        names = columns.split()
        for long in ("payload", "value", "png"):
            if long in names:
                assert names.index("digest") < names.index(long), table
    assert len(STEPS) == 1


@pytest.mark.parametrize(("version", "trouble"), [(0, FolderDamaged), (99, NewerFolder)])
def test_other_versions_are_told(tmp_path: Path, version: int, trouble: type[Exception]) -> None:
    """A newer folder asks for a newer program; an unfinished one is damaged."""
    connection = create_file(tmp_path / "main-1.db", KEY)
    connection.set_version(version)
    with pytest.raises(trouble):
        must_fit(connection)
    connection.close()
