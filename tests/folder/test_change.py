"""A change is one undo step."""

from ensdesk.folder.change import Change
from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.illness import Illness


def test_only_what_is_gone_is_retired():
    """A record before and after was changed, not taken away."""
    kept, gone = Allergy(substance="a"), Illness(name="b")
    change = Change("x", before=(kept, gone), after=(kept,))
    assert change.retired() == (gone,)
    assert change.reversed().retired() == ()
    assert change.kinds() == {Allergy, Illness}
