"""Every kind of record, in the order shown on screen and on paper."""

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.appointment import Appointment
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.coverage import Coverage
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.device import Device
from ensdesk.kinds.disability import Disability
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.family_history import FamilyHistory
from ensdesk.kinds.goal import Goal
from ensdesk.kinds.habit import Habit
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.lab_result import LabResult
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.kinds.note import Note
from ensdesk.kinds.operation import Operation
from ensdesk.kinds.series import Series
from ensdesk.kinds.vaccination import Vaccination
from ensdesk.kinds.wish import Wish
from ensdesk.record.record import Record

KINDS: tuple[type[Record], ...] = (
    Identity,
    Emergency,
    Allergy,
    Illness,
    Medication,
    Vaccination,
    Measurement,
    Series,
    Goal,
    LabResult,
    Operation,
    Device,
    Disability,
    FamilyHistory,
    Habit,
    Contact,
    Appointment,
    Wish,
    Coverage,
    Document,
    Note,
    Consent,
    Declaration,
)
BY_SLUG: dict[str, type[Record]] = {kind.slug: kind for kind in KINDS}
