"""The spine: one article to one record, one folder to one output; reads like the data flow.

One document: read, clean, German pipeline (dates, figures, actors, events), check, record.
One folder: plan the files, do those that are not yet done in worker processes, assemble the output
in input order. How each step works is left to its package.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from presselese.checking import check, keep_sound
from presselese.errors import BadConfiguration, BadInput, BadResource
from presselese.linking.duplicates import DuplicateIndex, signature
from presselese.records import SCHEMA_VERSION, Record, to_json_line
from presselese.records.document import CleanDocument, SourceDocument
from presselese.settings import DEFAULT_MODEL, Settings
from presselese.versions import (
    code_digest,
    fingerprint,
    library_versions,
    model_files,
    package_version,
)
from presselese.workers import Crashed, Job, Result, run_tasks
from presselese.writing import (
    SUMMARY_NAME,
    Counts,
    Outcome,
    Planned,
    RunState,
    assemble,
    atomic_file,
    output_folder,
    rejection,
)

# Heavy packages (spaCy, trafilatura) are imported where a worker starts, not here: the command
# line and the parent process of a run never need them.

PIPELINE = "presselese.run:open_pipeline"
UNREADABLE = "unreadable:"
# A wrong option or a broken word list is as wrong for every other document.
WHOLE_RUN_FAULTS = (BadConfiguration, BadResource)
CRASH_REMEDY = (
    "The other files are done. If memory ran out, use fewer workers; else report this with the file"
)

Understand = Callable[[CleanDocument], Record]


# ---- one document -----------------------------------------------------------------------------


def extract(text: str, *, published: str | None = None, model: str | None = None) -> Record:
    """Return the record of one article.

    `published` (YYYY[-MM[-DD]]) anchors relative dates ("am Dienstag"); without it the dateline
    or the text may still state it. `model` names a spaCy pipeline; default is the shipped one.
    """
    from presselese.reading import read_text

    settings = Settings(model=model or DEFAULT_MODEL, published=published)
    return understand_document(read_text(text, settings=settings), _understanding(settings.model))


def extract_bytes(content: bytes, *, settings: Settings) -> Record:
    """Return the record of one plain-text article in any encoding; raises `BadInput`."""
    from presselese.reading import read_text
    from presselese.reading.encoding import decode

    decoded = decode(content, where="-")
    document = read_text(decoded.text, settings=settings)
    record = understand_document(document, _understanding(settings.model))
    return _confident(record, settings.min_confidence)


def understand_document(document: SourceDocument, understand: Understand) -> Record:
    """Take one article from raw text to a checked record."""
    return checked(understand(cleaned(document)))


def cleaned(document: SourceDocument) -> CleanDocument:
    """Return the article with repaired text and zones."""
    from presselese.cleaning import clean

    return clean(document)


def checked(record: Record) -> Record:
    """Return the record with cross-field warnings, and without what breaks the contract."""
    sound = keep_sound(record)
    return sound.model_copy(update={"warnings": [*sound.warnings, *check(sound)]})


@lru_cache(maxsize=2)
def _understanding(model: str) -> Understand:
    from presselese.nlp import extract_record, load

    nlp = load(model)

    def understand(document: CleanDocument) -> Record:
        # spaCy keeps every new word for ever (15 KB an article of rare names, measured), which
        # would fill the memory of a run over an archive; a zone forgets them after the article.
        with nlp.memory_zone():
            return extract_record(nlp, document)

    return understand


# ---- one file: the work of a worker, whatever engine calls it -----------------------------------


@dataclass(frozen=True, slots=True)
class FileTask:
    """One input file; `root` is the folder its path is told relative to, `key` its state key."""

    path: Path
    root: Path | None
    key: str = ""

    @property
    def label(self) -> str:
        """The path as records tell it; a name that is not UTF-8 is written with escapes."""
        path = self.path.relative_to(self.root) if self.root else self.path
        return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def open_pipeline(settings: Settings) -> Callable[[FileTask], Iterator[Outcome]]:
    """Load the German pipeline once; return the function that turns a file into its outcomes."""
    return partial(outcomes_of_file, settings=settings, understand=_understanding(settings.model))


def outcomes_of_file(
    task: FileTask, *, settings: Settings, understand: Understand
) -> Iterator[Outcome]:
    """Yield a record or a rejection for every article of a file; never raises for a bad one."""
    from presselese.reading import read_file

    try:
        found = read_file(task.path, relative_to=task.root, settings=settings)
    except WHOLE_RUN_FAULTS:
        raise
    except Exception as error:
        yield rejected(task, error, stage="read")
        return
    for document in found.documents:
        yield outcome_of_document(task, document, settings=settings, understand=understand)
    for fault in found.faults:
        yield rejected(task, fault, stage="read")
    if not (found.documents or found.faults):
        nothing = BadInput(task.label, "holds no article", "Check that it was saved completely.")
        yield rejected(task, nothing, stage="read")


def outcome_of_document(
    task: FileTask, document: SourceDocument, *, settings: Settings, understand: Understand
) -> Outcome:
    """Return the article's record, or its rejection with the stage that failed."""
    stage = "clean"
    try:
        clean_document = cleaned(document)
        stage = "extract"
        record = understand(clean_document)
        stage = "check"
        record = checked(_confident(record, settings.min_confidence))
        return Outcome(
            "record",
            to_json_line(record),
            document_id=record.id,
            path=record.source.path,
            signature=signature(record.text, record.zones),
            words=len(record.text.split()),
            events=" ".join(event.kind for event in record.events),
        )
    except WHOLE_RUN_FAULTS:
        raise
    except Exception as error:  # one broken article must not stop the others; it is reported
        return rejected(task, error, stage=stage, part=document.source.part)


def rejected(task: FileTask, error: Exception, *, stage: str, part: int | None = None) -> Outcome:
    """Return the line of `rejected.jsonl` that tells of the error."""
    line = rejection(task.label, error, stage=stage, part=part).model_dump_json()
    return Outcome("rejected", line)


def _confident(record: Record, least: float) -> Record:
    kept = [event for event in record.events if event.confidence >= least]
    return record.model_copy(update={"events": kept})


# ---- one folder ---------------------------------------------------------------------------------


@dataclass(slots=True)
class Progress:
    """How far a run is; `words` and `articles` count what this run did itself."""

    files: int
    files_done: int = 0
    files_reused: int = 0
    articles: int = 0
    rejected: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a folder run did; also written to `run.json`."""

    out: Path
    counts: Counts
    progress: Progress
    seconds: float

    @property
    def words_per_second(self) -> float:
        """Words of the articles that this run did itself, per second of the whole run."""
        return round(self.progress.words / self.seconds, 1) if self.seconds else 0.0

    @property
    def exit_code(self) -> int:
        """0 where every document gave a record, 1 where some were rejected."""
        return 1 if self.counts.rejected else 0


def extract_folder(
    paths: Iterable[Path | str],
    out: Path | str,
    *,
    workers: int = 1,
    settings: Settings | None = None,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    resume: bool = True,
    progress: Callable[[Progress], None] | None = None,
    pipeline: str = PIPELINE,
) -> RunSummary:
    """Turn folders and files into `records.jsonl`, `rejected.jsonl` and `run.json` in `out`.

    The bytes of the first two depend on the input, the settings and the versions alone: not on
    `workers`, nor on what an earlier, perhaps killed, run into `out` has left. With `resume` its
    finished files are not done again. `pipeline` ("module:function") may name another maker of
    the work function; it is called with the settings in each worker. Raises BadConfiguration
    where the output cannot be written or nothing is to be read.
    """
    began = time.monotonic()
    settings = settings or Settings()
    if workers < 1:
        raise BadConfiguration(f"workers {workers}", "is less than one", "Give 1 or more.")
    report = progress or (lambda _: None)
    with output_folder(Path(out)) as folder:
        state = RunState(folder, resume=resume)
        try:
            files = state.plan(input_files(paths, include=include, exclude=exclude))
            if not files:
                raise BadConfiguration(
                    ", ".join(map(str, paths)),
                    "no file to read was found",
                    "Check the path and the patterns of --include and --exclude.",
                )
            so_far = Progress(files)
            _do_missing(
                state, Job(pipeline, (settings,)), settings, workers=workers,
                so_far=so_far, report=report,
            )  # fmt: skip
            counts = _assemble(state, folder, files)
            summary = RunSummary(folder, counts, so_far, time.monotonic() - began)
            _write_summary(summary, settings, workers)
            state.forget_others()
        finally:
            state.close()
    return summary


def input_files(
    paths: Iterable[Path | str], *, include: Iterable[str], exclude: Iterable[str]
) -> Iterator[tuple[Path, Path | None]]:
    """Yield every input file with the folder its path is told relative to, in input order.

    The path of a file that is given itself is told as given.
    """
    from presselese.reading import discover

    for given in map(Path, paths):
        if not given.exists() and not given.is_symlink():
            raise BadConfiguration(str(given), "does not exist", "Check the path.")
        root = given if given.is_dir() else None
        for path in discover([given], include=tuple(include), exclude=tuple(exclude)):
            yield path, root


def _do_missing(
    state: RunState,
    job: Job,
    settings: Settings,
    *,
    workers: int,
    so_far: Progress,
    report: Callable[[Progress], None],
) -> None:
    """Let the workers do every planned file whose results are not kept from before."""
    files = model_files(settings.model)
    shape = fingerprint(job.factory, settings.digest(), str(files))
    ordinals: Counter[str] = Counter()

    def missing() -> Iterator[FileTask]:
        for planned in state.planned():
            key = _key(planned, shape)
            state.set_key(planned, key)
            if state.is_finished(key) or key in ordinals:
                so_far.files_done += 1
                so_far.files_reused += 1
                report(so_far)
                continue
            ordinals[key] = 0
            yield FileTask(planned.path, planned.root, key)

    report(so_far)
    for task, message in run_tasks(job, missing(), workers=workers):
        if isinstance(message, Result):
            _keep(state, task, ordinals, message.value, so_far)
            continue
        if isinstance(message, Crashed):
            state.discard(task.key)
            crash = BadConfiguration(task.label, message.reason, CRASH_REMEDY)
            state.add(task.key, 0, rejected(task, crash, stage="extract"))
            so_far.rejected += 1
        lasts = not isinstance(message, Crashed) and not task.key.startswith(UNREADABLE)
        state.finish(task.key, will_last=lasts)
        del ordinals[task.key]
        so_far.files_done += 1
        report(so_far)


def _key(planned: Planned, shape: str) -> str:
    """Return the key of a file's results: its name, its content and all else that shapes them."""
    task = FileTask(planned.path, planned.root)
    try:
        if not planned.path.is_file():  # opening a named pipe would wait for its writer for ever
            return f"{UNREADABLE}{planned.position}"
        with planned.path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # the worker will say what is wrong; the next run tries again
        return f"{UNREADABLE}{planned.position}"
    return hashlib.sha256("\0".join((shape, task.label, content)).encode()).hexdigest()


def _keep(
    state: RunState, task: FileTask, ordinals: Counter[str], outcome: Outcome, so_far: Progress
) -> None:
    state.add(task.key, ordinals[task.key], outcome)
    ordinals[task.key] += 1
    so_far.articles += outcome.kind == "record"
    so_far.rejected += outcome.kind == "rejected"
    so_far.words += outcome.words


def _assemble(state: RunState, folder: Path, files: int) -> Counts:
    index = DuplicateIndex()
    try:
        return assemble(state.outcomes(), folder, files=files, find_original=index.add)
    finally:
        index.close()


def _write_summary(summary: RunSummary, settings: Settings, workers: int) -> None:
    model = model_files(settings.model)
    fields: dict[str, Any] = {
        "presselese": package_version(),
        "schema_version": SCHEMA_VERSION,
        "code": code_digest(),
        "model": asdict(model) if model else {"name": settings.model},
        "libraries": library_versions(),
        "settings": asdict(settings),
        "settings_hash": settings.digest(),
        "counts": asdict(summary.counts),
        "this_run": {
            **asdict(summary.progress),
            "workers": workers,
            "seconds": round(summary.seconds, 2),
            "words_per_second": summary.words_per_second,
        },
    }
    with atomic_file(summary.out / SUMMARY_NAME) as file:
        file.write(json.dumps(fields, ensure_ascii=False, indent=2) + "\n")
