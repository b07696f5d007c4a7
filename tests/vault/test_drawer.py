"""One database of a folder."""

from pathlib import Path

import pytest

from ensdesk.kinds.allergy import Allergy
from ensdesk.vault.drawer import MAIN, PRIVATE, Drawer, ReadsOnly
from ensdesk.vault.vault_file import FolderDamaged, open_file, rewrite
from tests.vault.drawers import ALLERGY, AUTHOR, FOLDER_ID, KEPT, KEY, PAPER, new_drawer


@pytest.mark.parametrize(("folder_id", "name"), [("0" * 32, MAIN), (FOLDER_ID, PRIVATE)])
def test_a_file_of_another_folder_or_drawer_is_refused(
    tmp_path: Path, folder_id: str, name: str
) -> None:
    """Two files put in each other's place are damage, not another truth."""
    new_drawer(tmp_path).close()
    connection = open_file(tmp_path / "main-1.db", KEY)
    with pytest.raises(FolderDamaged):
        Drawer(connection, folder_id, AUTHOR, name)
    connection.close()


def test_each_copy_has_its_own_chain(tmp_path: Path) -> None:
    """The journal of each new drawer begins elsewhere."""
    one, other = new_drawer(tmp_path), new_drawer(tmp_path, file="main-2.db")
    assert one.journal.anchor() != other.journal.anchor()
    one.close()
    other.close()


def test_people_have_names_inside(drawer: Drawer) -> None:
    """A slot is only an id outside; a name may be changed, and an endless one is cut."""
    assert drawer.name_of(AUTHOR) == ""
    drawer.set_name(AUTHOR, "Jeanne")
    drawer.set_name(AUTHOR, "Jean\ud800" + "x" * 999)
    drawer.set_name("b", "Marie")
    assert drawer.name_of(AUTHOR) == ("Jean?" + "x" * 999)[:200]
    assert list(drawer.people()) == [AUTHOR, "b"]


def test_a_job_is_one_transaction(drawer: Drawer) -> None:
    """A paper and its record come together or not at all."""

    def job() -> str:
        drawer.papers.add(PAPER.id, KEPT, media_type="", original_name="")
        drawer.revisions.write([PAPER])
        return "done"

    assert drawer.commit(job) == "done"
    with pytest.raises(Exception, match="UNIQUE"):
        drawer.commit(job)
    assert len(drawer.papers.all()) == 1


def test_a_job_mends_the_index_and_is_done_again(drawer: Drawer) -> None:
    """Only what can be derived is made again; other damage is told."""
    drawer.revisions.write([PAPER])
    drawer.connection.write("UPDATE record_index_1_data SET block = x'ffffffff'")
    drawer.connection.renew()
    drawer.commit(lambda: drawer.revisions.write([ALLERGY]))
    assert drawer.revisions.records(Allergy) == (ALLERGY,)
    assert drawer.search.whole()

    def fail() -> None:
        raise FolderDamaged

    with pytest.raises(FolderDamaged):
        drawer.commit(fail)


def test_a_drawer_lives_on_in_a_rewritten_file(tmp_path: Path) -> None:
    """Records, journal and index come along under the fresh key."""
    drawer = new_drawer(tmp_path)
    drawer.revisions.write([ALLERGY])
    fresh = rewrite(drawer.connection, tmp_path / "main-2.db", bytes(32))
    drawer.revisions.write([PAPER])
    drawer.close()
    again = Drawer(fresh, FOLDER_ID, AUTHOR, MAIN)
    assert again.revisions.records(Allergy) == (ALLERGY,)
    assert again.search.whole()
    assert [match.record_id for match in again.search.find("penicilline")] == [ALLERGY.id]
    assert again.journal.verify() == ()
    again.revisions.write([PAPER])
    again.close()


def test_who_only_reads_commits_nothing(tmp_path: Path) -> None:
    """The journal still takes the opening."""
    new_drawer(tmp_path).close()
    connection = open_file(tmp_path / "main-1.db", KEY)
    drawer = Drawer(connection, FOLDER_ID, AUTHOR, MAIN, reads_only=True)
    with pytest.raises(ReadsOnly):
        drawer.commit(lambda: drawer.revisions.write([ALLERGY]))
    drawer.journal.append("opened")
    assert drawer.revisions.records(Allergy) == ()
    drawer.close()
