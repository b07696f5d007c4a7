"""What a person agrees to before a folder is made: the same words on screen and on paper."""

from ensdesk.kinds.consent import KeptOn
from ensdesk.language import N_

_WHERE = {
    KeptOn.COMPUTER: N_("on this computer, closed by your code."),
    KeptOn.KEY: N_("on your USB key, closed by your words."),
}

PROMISES: tuple[str, ...] = (
    N_("Nothing leaves unless you press Print or Copy."),
    N_("You can erase everything whenever you want."),
    N_("Saying no changes nothing to your care."),
    N_("If somebody hurries you, choose “No thank you”."),
)


def terms(kept_on: KeptOn | None) -> tuple[tuple[str, str], ...]:
    """Return what is kept, where, and who can read it; a name and its words each."""
    return (
        (N_("Kept"), N_("what you write and the papers you add.")),
        (N_("Where"), _WHERE[kept_on or KeptOn.COMPUTER]),
        (N_("Who can read it"), N_("you, and the people you choose.")),
    )
