"""Sections in their three states."""

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.record.contents import Contents, Section, State
from ensdesk.record.partial_date import PartialDate
from ensdesk.record.record import RecordId

DAY = PartialDate("2026-03-03")
WASPS = Allergy(substance="guêpes")
NUTS = Allergy(substance="arachides")


def test_nothing_is_filled_at_first() -> None:
    """An unfilled section never reads as « none »."""
    section = Contents.of().section(Allergy)
    assert section == Section(Allergy)
    assert section.state is State.NOT_FILLED
    assert section.records == ()


def test_none_is_said_on_a_day() -> None:
    """« None » is a word of the person, with its date, for one section only."""
    contents = Contents.of().declared_none(Allergy, DAY)
    assert contents.section(Allergy).state is State.NONE
    assert contents.section(Allergy).none_on == DAY
    assert contents.section(Illness).state is State.NOT_FILLED


def test_a_record_makes_a_list() -> None:
    """Records stand in the order they were added."""
    contents = Contents.of().with_record(WASPS).with_record(NUTS)
    assert contents.section(Allergy).state is State.LIST
    assert contents.records(Allergy) == (WASPS, NUTS)


def test_a_record_wins_over_none() -> None:
    """An allergy written after « none » makes a list, in whatever order they were said."""
    assert (
        Contents.of().declared_none(Allergy, DAY).with_record(WASPS).section(Allergy).state
        is State.LIST
    )
    assert (
        Contents.of().with_record(WASPS).declared_none(Allergy, DAY).section(Allergy).state
        is State.LIST
    )


def test_a_record_left_out_again_does_not_bring_none_back() -> None:
    """What was said before the record was written no longer holds."""
    contents = Contents.of().declared_none(Allergy, DAY).with_record(WASPS).without(WASPS.id)
    assert contents.section(Allergy).state is State.NOT_FILLED


def test_a_record_with_the_same_id_takes_the_place() -> None:
    """Editing keeps the order."""
    bees = Allergy(id=WASPS.id, substance="abeilles")
    contents = Contents.of().with_record(WASPS).with_record(NUTS).with_record(bees)
    assert contents.records(Allergy) == (bees, NUTS)


def test_one_record_is_left_out() -> None:
    """The others stay; an id that is not there changes nothing."""
    contents = Contents.of([Section(Allergy, (WASPS, NUTS)), Section(Illness, none_on=DAY)])  # type: ignore[list-item]
    assert contents.without(WASPS.id).records(Allergy) == (NUTS,)
    assert contents.without(RecordId("nobody")).sections == contents.sections
    assert contents.without(WASPS.id).section(Illness).none_on == DAY


def test_there_is_one_identity() -> None:
    """Of a single kind the last one written is the one."""
    assert Contents.of().single(Identity) is None
    first = Identity(given="Jeanne", family="Petit", born=None)
    second = Identity(given="Jeanne", family="Petit", born=PartialDate("1948"))
    contents = Contents.of().with_record(first).with_record(second)
    assert contents.records(Identity) == (second,)
    assert contents.single(Identity) == second


def test_contents_never_change() -> None:
    """Adding makes new contents; the old ones stay as they were."""
    empty = Contents.of()
    empty.with_record(WASPS)
    assert empty.records(Allergy) == ()
