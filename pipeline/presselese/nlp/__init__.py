"""The German pipeline: loading it, and turning a document into a record with it."""

from presselese.nlp.load import load
from presselese.nlp.record import extract_record

__all__ = ["extract_record", "load"]
