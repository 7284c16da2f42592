"""The few kinds of error that presselese raises on purpose.

Every message says three things: which file, line or record; what is wrong; what to do about it.
"""

from __future__ import annotations


class PresseleseError(Exception):
    """Base of all errors that presselese raises on purpose.

    `where` names the file, line or record, `what` the fault, `remedy` what the user can do.
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)
        self.where = where
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"


class BadInput(PresseleseError):
    """A document, gold file or record that cannot be used; `stage` says where it failed."""

    def __init__(self, where: str, what: str, remedy: str, *, stage: str = "read") -> None:
        super().__init__(where, what, remedy)
        self.stage = stage

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_bad_input, (self.where, self.what, self.remedy, self.stage))


class BadConfiguration(PresseleseError):
    """An option, a model name or an output folder that cannot work."""


class BadResource(PresseleseError):
    """A lexicon, pattern file or model file of ours (or the user's) that is malformed."""


class InternalFault(PresseleseError):
    """A broken promise of our own code: please report it."""


def _rebuild_bad_input(where: str, what: str, remedy: str, stage: str) -> BadInput:
    return BadInput(where, what, remedy, stage=stage)
