"""What a link points to, by its name: on a sheet, and in the tables of a copy."""

from __future__ import annotations

from ensdesk.kinds import KINDS
from ensdesk.language import N_, _
from ensdesk.record.contents import Contents
from ensdesk.record.wording import NameOf, no_longer_there


def names_in(contents: Contents, elsewhere: str) -> NameOf:
    """Return what names the records of *contents*.

    A record that is not among them is *elsewhere*, if a section that may hold it was left out.
    """
    if all(kind in contents.sections for kind in KINDS if kind.topic):
        elsewhere = no_longer_there("")
    return contents.name_of(elsewhere)


def names_on_sheet(contents: Contents) -> NameOf:
    """Return what names the records of *contents* on paper."""
    return names_in(contents, _(N_("not in this sheet")))
