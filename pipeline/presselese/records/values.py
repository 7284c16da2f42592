"""Dates and figures: the values that a record finds in its text."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from presselese.records.base import Edtf, Reference, Rule, Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexModifier = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
]  # fmt: skip
FigureModifier = Literal["approx", "over", "under"]


class Date(Span):
    """A calendar expression with its TIMEX3 value."""

    id: str = Field(pattern=r"^dat_\d+$", description="Id in this record.", examples=["dat_1"])
    type: TimexType = Field(description="TIMEX3 type.", examples=["DATE"])
    value: str = Field(
        description="TIMEX3 value; spans as start/end; XXXX where the year cannot be known.",
        examples=["2008-06-08/2008-06-13", "XXXX-02-10", "P5D"],
    )
    modifier: TimexModifier | None = Field(
        default=None, description="TIMEX3 mod.", examples=["APPROX"]
    )
    anchored_on: str | None = Field(
        default=None,
        pattern=r"^(text|published|dat_\d+)$",
        description="What fixed the value: the expression itself (`text`), the publication date "
        "or another date of the record; null where nothing did.",
        examples=["published"],
    )
    edtf: Edtf | None = Field(
        default=None, description="The same as EDTF; null for durations, sets and references."
    )
    rule: Rule


class Figure(Span):
    """A quantity with what it counts."""

    id: str = Field(pattern=r"^fig_\d+$", description="Id in this record.", examples=["fig_1"])
    value: str = Field(
        pattern=r"^-?\d+(\.\d+)?$", description="Exact decimal number.", examples=["14", "7.35"]
    )
    unit: str | None = Field(
        default=None, description="ISO currency code or unit symbol.", examples=["EUR", "%", "km"]
    )
    counts: str | None = Field(
        default=None, description="What is counted, nominative.", examples=["Unternehmen"]
    )
    modifier: FigureModifier | None = Field(
        default=None, description="How exact the text is.", examples=["approx"]
    )
    of: Reference | None = Field(default=None, description="Whose figure it is.")
    rule: Rule
