"""How a run goes on, told on stderr: a live line on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as LiveProgress

from presselese.run import Progress, RunSummary

# Often enough to see that a nightly run lives, seldom enough for its log.
LINE_EVERY_S = 15.0


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Give the function that shows how far a run is."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _Live() as live:
            yield live.show
    else:
        yield _Lines().show


def closing_line(summary: RunSummary) -> str:
    """Say what a run did, in one line."""
    counts, done = summary.counts, summary.progress
    events = ", ".join(f"{number} {kind}" for kind, number in counts.events.items())
    return (
        f"{counts.records} records ({events}), {counts.rejected} rejected, "
        f"{counts.duplicates} duplicates; {done.files_reused} of {done.files} files were done "
        f"before; {summary.seconds:.1f} s, {summary.words_per_second:.0f} words/s"
    )


class _Live:
    """A bar with rate and remaining time."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._live = LiveProgress(
            TextColumn("extract"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("files, {task.fields[rate]:.0f} words/s, {task.fields[rejected]} rejected,"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._live.add_task("", total=None, rate=0.0, rejected=0)

    def __enter__(self) -> _Live:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def show(self, progress: Progress) -> None:
        self._live.update(
            self._task,
            total=progress.files,
            completed=progress.files_done,
            rate=progress.words / max(time.monotonic() - self._began, 0.001),
            rejected=progress.rejected,
        )


class _Lines:
    """A line every so often, for logs."""

    def __init__(self) -> None:
        self._began = self._told = time.monotonic()

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told < LINE_EVERY_S:
            return
        self._told = now
        print(progress_line(progress, now - self._began), file=sys.stderr, flush=True)


def progress_line(progress: Progress, seconds: float) -> str:
    """Say how far a run is after so many seconds."""
    fresh = progress.files_done - progress.files_reused
    left = progress.files - progress.files_done
    remaining = f"about {seconds / fresh * left:.0f} s left" if fresh else "time left unknown"
    return (
        f"{progress.files_done} of {progress.files} files, {progress.rejected} rejected, "
        f"{progress.words / max(seconds, 0.001):.0f} words/s, {remaining}"
    )
