"""Organisations, people, places and contacts: who and what a record speaks of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from presselese.records.base import Model, OptionalSpan, Reference, Rule, Span

PlaceKind = Literal["country", "region", "city", "other"]
ContactKind = Literal["phone", "email", "url", "address"]


class Organisation(Model):
    """A company, chamber, association, authority or network (schema.org Organization)."""

    id: str = Field(pattern=r"^org_\d+$", description="Id in this record.", examples=["org_1"])
    name: str = Field(description="Fullest name in the text.", examples=["IHK Zwickau"])
    aliases: list[str] = Field(
        description="Other names of it in the text, sorted.", examples=[["IHK"]]
    )
    legal_form: str | None = Field(
        default=None, description="Legal form as written in the name.", examples=["e.V."]
    )
    mentions: list[Span] = Field(description="Where it is named, in text order.")


class Person(Model):
    """A person with the role and organisation that the text gives (W3C ORG / Popolo)."""

    id: str = Field(pattern=r"^per_\d+$", description="Id in this record.", examples=["per_1"])
    name: str = Field(
        description="Fullest name in the text, without titles.", examples=["Boris Pistorius"]
    )
    title: str | None = Field(
        default=None, description="Academic title as written.", examples=["Prof. Dr."]
    )
    role: str | None = Field(
        default=None, description="First-named role, base form.", examples=["Oberbürgermeister"]
    )
    organisation: Reference | None = Field(
        default=None, description="Where the person holds that role."
    )
    rule: Rule | None = Field(default=None, description="Rule that found role or organisation.")
    mentions: list[Span] = Field(description="Where the person is named, in text order.")


class Place(Model):
    """A country, region, city or other named place."""

    id: str = Field(pattern=r"^plc_\d+$", description="Id in this record.", examples=["plc_1"])
    name: str = Field(description="Fullest name in the text.", examples=["Shanghai"])
    country_code: str | None = Field(
        default=None,
        pattern=r"^[A-Z]{2}$",
        description="ISO 3166-1 alpha-2, from the shipped gazetteer; null where not unique.",
        examples=["CN"],
    )
    kind: PlaceKind | None = Field(
        default=None, description="Kind of place, from the shipped gazetteer.", examples=["city"]
    )
    mentions: list[Span] = Field(description="Where it is named, in text order.")


class Contact(OptionalSpan):
    """A phone number, address of mail or web, or a postal address, with its owner if clear."""

    kind: ContactKind = Field(description="Kind of contact.", examples=["phone"])
    value: str = Field(
        description="Normalised value: E.164 with spaces for phones, else as written.",
        examples=["+49 30 123456"],
    )
    of: Reference | None = Field(default=None, description="Whose contact it is.")
    rule: Rule | None = None
