"""Illnesses of the family (FHIR FamilyMemberHistory)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ensdesk.language import N_
from ensdesk.record.fields import Choice, Label, Prose
from ensdesk.record.record import Record


class Kin(Choice):
    """Who in the family: the list of the national health space, and children."""

    MOTHER = "mother", N_("my mother")
    FATHER = "father", N_("my father")
    SISTER = "sister", N_("my sister")
    BROTHER = "brother", N_("my brother")
    CHILD = "child", N_("my child")
    GRANDMOTHER = "grandmother", N_("my grandmother")
    GRANDFATHER = "grandfather", N_("my grandfather")
    AUNT = "aunt", N_("my aunt")
    UNCLE = "uncle", N_("my uncle")
    GREAT_GRANDMOTHER = "great-grandmother", N_("my great-grandmother")
    GREAT_GRANDFATHER = "great-grandfather", N_("my great-grandfather")
    OTHER = "other", N_("somebody else")


@dataclass(frozen=True, kw_only=True)
class FamilyHistory(Record):
    """An illness that somebody of the family had."""

    slug = "family-history"
    title = N_("Illness of the family")
    section = N_("Illnesses of my family")
    add = N_("Add an illness of the family")
    none = N_("No known illness in the family")
    icon = "users"

    name: Annotated[
        str, Label(N_("Which illness?"), N_("For example: diabetes, high blood pressure"))
    ]
    relation: Annotated[Kin | None, Label(N_("Who had it?"))] = None
    onset_age: Annotated[
        Decimal | None, Label(N_("At what age did it begin?"), N_("About: 60"))
    ] = None
    note: Annotated[Prose | None, Label(N_("Anything to remember?"))] = None

    def headline(self) -> str:
        return self.name
