"""Work functions for tests of folder runs: the real reading, but no German pipeline.

Named by "fake_pipeline:…" in the jobs of worker processes, which import it anew.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import presselese.run
from presselese.records import Record, document_id
from presselese.records.document import CleanDocument, SourceDocument
from presselese.run import FileTask, outcomes_of_file
from presselese.settings import Settings
from presselese.writing import Outcome

LOG = "PRESSELESE_TEST_LOG"


def clean_nothing(document: SourceDocument) -> CleanDocument:
    """Stand in for cleaning."""
    return CleanDocument(document.source, document.raw_text)


def understand(document: CleanDocument) -> Record:
    """Give a record with one founding for every "gründet", or do what the text orders."""
    text = document.text
    if "TEST_RAISE" in text:
        raise ValueError("this article\nbreaks a rule")
    if "TEST_DIE" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "TEST_SLOW" in text:
        time.sleep(0.05)
    return Record(
        id=document_id(text),
        source=document.source,
        text=text,
        **{name: [] for name in ("zones", "organisations", "people", "places", "dates")},
        **{name: [] for name in ("figures", "contacts", "warnings")},
        events=[founding(text, match, n) for n, match in enumerate(FOUNDS.finditer(text), 1)],
    )


FOUNDS = re.compile(r"gründet")


def founding(text: str, match: re.Match[str], number: int) -> dict[str, Any]:
    """Return a founding of what the verb's own span names, as plain fields."""
    span = {"start_char": match.start(), "end_char": match.end()}
    return {
        "kind": "founding",
        "id": f"evt_{number}",
        "status": "done",
        "reported": False,
        "confidence": 0.5,
        "trigger": {**span, "text": match[0]},
        "evidence": [{**span, "text": match[0]}],
        "rule": "founding.test",
        "form": "founding",
        "organisation": {**span, "ref": None, "name": match[0]},
        "founders": [],
        "places": [],
        "date": None,
    }


def open_fake(settings: Settings) -> Callable[[FileTask], Iterator[Outcome]]:
    """Like `run.open_pipeline`; notes every file it is given in the log, if there is one."""
    presselese.run.cleaned = clean_nothing

    def work(task: FileTask) -> Iterator[Outcome]:
        if log := os.environ.get(LOG):
            with Path(log).open("a", encoding="utf-8") as file:
                file.write(f"{task.label}\n")
        yield from outcomes_of_file(task, settings=settings, understand=understand)

    return work


def open_broken(settings: Settings) -> Callable[[FileTask], Iterator[Outcome]]:
    """Fail as a missing model does."""
    from presselese.errors import BadConfiguration

    raise BadConfiguration("--model fehlt", "no such pipeline is installed", "Install it.")


def open_dying(settings: Settings) -> Callable[[FileTask], Iterator[Outcome]]:
    """Die before being ready."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
