"""The words of every kind, for the small program in a double: a page of codes helps nobody."""

from __future__ import annotations

import json
from typing import Any

from ensdesk.kinds import KINDS
from ensdesk.kinds.declaration import Declaration
from ensdesk.language import N_, _
from ensdesk.record.fields import Field, Shape, choices_of, fields_of
from ensdesk.record.quantity import UNIT_SIGNS

JSON = dict[str, Any]


def double_words() -> bytes:
    """Return JSON: the kinds in the order shown, their fields, choices and signs of units.

    A field has its label, its shape, the words of its codes, and for rows their fields.
    """
    words = {
        "kinds": {kind.slug: _kind(kind) for kind in KINDS},
        "units": UNIT_SIGNS,
        "yes_no": [_(N_("yes")), _(N_("no"))],
    }
    return json.dumps(words, ensure_ascii=False, indent=1).encode()


def _kind(kind: type[Any]) -> JSON:
    fields = {field.name: _field(field) for field in fields_of(kind)}
    if kind is Declaration:  # it names a kind by its code
        fields["about"]["codes"] = {one.slug: _(one.section) for one in KINDS}
    return {"section": _(kind.section), "fields": fields}


def _field(field: Field) -> JSON:
    told: JSON = {"label": _(field.label.text), "shape": field.shape.name.lower()}
    if field.shape is Shape.CHOICE:
        told["codes"] = {str(one): _(one.words) for one in choices_of(field)}
    if field.shape is Shape.ROWS:
        told["fields"] = {one.name: _field(one) for one in fields_of(field.type)}  # type: ignore[arg-type]
    return told
