"""What all parts of a record share: frozen models, spans and references into the same record.

Offsets count code points of `Record.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

StartChar = Annotated[
    int, Field(ge=0, description="First code point of the span in `text`.", examples=[230])
]
EndChar = Annotated[
    int, Field(gt=0, description="Code point after the span's last one.", examples=[253])
]
Rule = Annotated[
    str,
    Field(description="Id of the rule that found this value.", examples=["delegation.visit_verb"]),
]
Edtf = Annotated[
    str,
    Field(
        description="EDTF (ISO 8601-2) date; what the text does not state stays out or `XXXX`.",
        examples=["2016-11", "XXXX-10-20", "2008-06-08/2008-06-13"],
    ),
]
Confidence = Annotated[
    float,
    Field(
        ge=0.0,
        le=1.0,
        description="Calibrated probability that the value is right.",
        examples=[0.87],
    ),
]


class Model(BaseModel):
    """Base of every record model: frozen, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A piece of `Record.text` with its exact words."""

    start_char: StartChar
    end_char: EndChar
    text: str = Field(
        description="Exactly `text[start_char:end_char]`.", examples=["Wirtschaftsdelegation"]
    )


class Reference(Model):
    """A name, and the entity of the same record that it means (`ref` null: none is known)."""

    ref: str | None = Field(
        default=None, description="Id of an entity in this record.", examples=["org_2"]
    )
    name: str = Field(
        description="The entity's fullest name in the text.", examples=["Stadt Hefei"]
    )


class Filler(Reference):
    """One filler of an event's slot: a reference with the place in the text that says so."""

    start_char: StartChar
    end_char: EndChar


class OptionalSpan(Model):
    """Base of models whose span may be unknown: both offsets are then left out, never null."""

    start_char: int | None = Field(
        default=None,
        ge=0,
        description="First code point, absent where no span applies.",
        examples=[0],
    )
    end_char: int | None = Field(
        default=None, gt=0, description="Code point after the last one.", examples=[12]
    )

    @model_serializer(mode="wrap")
    def _without_empty_span(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        if self.start_char is None or self.end_char is None:
            fields.pop("start_char", None)
            fields.pop("end_char", None)
        return fields
