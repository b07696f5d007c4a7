"""What a nurse must know at once and that no other kind says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.record import Record


class Answer(Choice):
    """Yes, no, or the person does not know: three answers that are not an empty field."""

    YES = "yes", N_("yes")
    NO = "no", N_("no")
    UNKNOWN = "unknown", N_("does not know")


class BloodGroup(Choice):
    """As an old card says: hospitals always determine it again before a transfusion."""

    A_POSITIVE = "A+", N_("A+")
    A_NEGATIVE = "A-", N_("A−")
    B_POSITIVE = "B+", N_("B+")
    B_NEGATIVE = "B-", N_("B−")
    AB_POSITIVE = "AB+", N_("AB+")
    AB_NEGATIVE = "AB-", N_("AB−")
    O_POSITIVE = "O+", N_("O+")
    O_NEGATIVE = "O-", N_("O−")


@dataclass(frozen=True, kw_only=True)
class Emergency(Record):
    """The answers that stand on the emergency sheet beside the lists.

    The blood group stands in the summary only: on the emergency sheet it could be taken for more
    than what a person remembers.
    """

    slug = "emergency"
    title = N_("For an emergency")
    section = N_("What to know in an emergency")
    icon = "siren"
    single = True

    blood_thinner: Annotated[
        Answer | None,
        Label(
            N_("Do you take a medicine that thins the blood?"), N_("Doctors say: an anticoagulant")
        ),
    ] = None
    diabetes: Annotated[Answer | None, Label(N_("Do you have diabetes?"))] = None
    insulin: Annotated[Answer | None, Label(N_("Do you take insulin?"))] = None
    pacemaker: Annotated[
        Answer | None, Label(N_("Do you have a pacemaker or a device in the heart?"))
    ] = None
    sight: Annotated[str, Label(N_("Sight"), N_("For example: wears glasses"))] = ""
    hearing: Annotated[str, Label(N_("Hearing"), N_("For example: a hearing aid on the left"))] = ""
    memory: Annotated[str, Label(N_("Memory"), N_("For example: sometimes forgets"))] = ""
    spoken: Annotated[str, Label(N_("Language spoken"), N_("For example: French"))] = ""
    directives: Annotated[
        str,
        Label(
            N_("Where are your advance directives?"),
            N_("For example: on the desk, in the blue sleeve"),
        ),
    ] = ""
    blood_group: Annotated[
        BloodGroup | None,
        Label(N_("Which is your blood group?"), N_("It is never used for a transfusion")),
    ] = None
    other: Annotated[Prose | None, Label(N_("What else should be known?"))] = None

    def headline(self) -> str:
        return ""
