"""What a person agrees to before a folder is made: the same words on screen and on paper."""

from ensdesk.language import N_

TERMS: tuple[tuple[str, str], ...] = (
    (N_("Kept"), N_("what you write and the papers you add.")),
    (N_("Where"), N_("on this computer, closed by your code.")),
    (N_("Who can read it"), N_("you, and the people you choose.")),
)
PROMISES: tuple[str, ...] = (
    N_("Nothing leaves unless you press Print or Copy."),
    N_("You can erase everything whenever you want."),
    N_("Saying no changes nothing to your care."),
    N_("If somebody hurries you, choose “No thank you”."),
)
