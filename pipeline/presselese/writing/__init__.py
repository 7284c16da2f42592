"""What leaves a run: its files, whole or not at all, and its memory of what is done."""

from presselese.writing.atomic import atomic_file, clear_storage_errors, output_folder
from presselese.writing.output import (
    RECORDS_NAME,
    REJECTED_NAME,
    SUMMARY_NAME,
    Counts,
    assemble,
)
from presselese.writing.rejection import Rejection, rejection
from presselese.writing.state import Outcome, Planned, RunState

__all__ = [
    "RECORDS_NAME",
    "REJECTED_NAME",
    "SUMMARY_NAME",
    "Counts",
    "Outcome",
    "Planned",
    "Rejection",
    "RunState",
    "assemble",
    "atomic_file",
    "clear_storage_errors",
    "output_folder",
    "rejection",
]
