"""The three kinds of event, told apart by `kind`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from presselese.records.base import Confidence, Edtf, Filler, Model, Rule, Span
from presselese.records.values import FigureModifier

Status = Literal["done", "ongoing", "planned", "cancelled", "negated"]
Fillers = Annotated[list[Filler], Field(description="Fillers in text order; empty where silent.")]


class Size(Model):
    """How many people travel."""

    value: int = Field(ge=1, description="Number of people.", examples=[14])
    modifier: FigureModifier | None = Field(
        default=None, description="How exact the text is.", examples=["approx"]
    )
    ref: str | None = Field(
        default=None, description="Figure it was read from.", examples=["fig_1"]
    )


class EventBase(Model):
    """What every event says of itself."""

    id: str = Field(pattern=r"^evt_\d+$", description="Id in this record.", examples=["evt_1"])
    status: Status = Field(description="Whether it happened.", examples=["planned"])
    reported: bool = Field(description="True inside reported speech.", examples=[False])
    confidence: Confidence
    trigger: Span = Field(description="The words that name the event.")
    evidence: list[Span] = Field(
        min_length=1,
        description="The sentences that tell it, and those that its values are taken from.",
    )
    rule: Rule


class Delegation(EventBase):
    """A group that travels or visits on behalf of a place or an organisation."""

    kind: Literal["delegation"] = Field(default="delegation", description="Kind of event.")
    destinations: Fillers
    origins: Fillers
    organisers: Fillers
    leaders: Fillers
    participants: Fillers
    hosts: Fillers
    size: Size | None = None
    start: Edtf | None = None
    end: Edtf | None = None


class Founding(EventBase):
    """An organisation, network, company, office or branch comes into being or opens."""

    kind: Literal["founding"] = Field(default="founding", description="Kind of event.")
    form: Literal["founding", "opening"] = Field(
        description="Comes into being, or opens its doors.", examples=["founding"]
    )
    organisation: Filler = Field(description="What is founded or opened.")
    founders: Fillers
    places: Fillers
    date: Edtf | None = None


class Membership(EventBase):
    """Somebody joins, is or leaves as a member of an organisation, alliance or network."""

    kind: Literal["membership"] = Field(default="membership", description="Kind of event.")
    change: Literal["joins", "is", "leaves"] = Field(
        description="What changes.", examples=["joins"]
    )
    members: Fillers
    organisation: Filler = Field(description="What they are members of.")
    date: Edtf | None = None


Event = Annotated[Delegation | Founding | Membership, Field(discriminator="kind")]
