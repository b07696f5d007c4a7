"""Every kind of record, in the order shown on screen and on paper."""

from ensdesk.kinds.allergy import Allergy
from ensdesk.kinds.consent import Consent
from ensdesk.kinds.contact import Contact
from ensdesk.kinds.declaration import Declaration
from ensdesk.kinds.document import Document
from ensdesk.kinds.emergency import Emergency
from ensdesk.kinds.identity import Identity
from ensdesk.kinds.illness import Illness
from ensdesk.kinds.measurement import Measurement
from ensdesk.kinds.medication import Medication
from ensdesk.record.record import Record

KINDS: tuple[type[Record], ...] = (
    Identity,
    Emergency,
    Allergy,
    Illness,
    Medication,
    Contact,
    Measurement,
    Document,
    Consent,
    Declaration,
)
BY_SLUG: dict[str, type[Record]] = {kind.slug: kind for kind in KINDS}
