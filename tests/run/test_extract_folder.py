"""Folder runs: what goes in comes out, in order, whatever happens in between."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_pipeline import LOG
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from run_results import lines, results

from presselese.errors import BadConfiguration, InternalFault
from presselese.run import Progress, RunSummary
from presselese.settings import Settings
from presselese.writing.atomic import LOCK_NAME

Run = Callable[..., RunSummary]


def test_every_article_becomes_a_record_in_input_order(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    summary = fake_run(articles, tmp_path / "out")
    paths = [record["source"]["path"] for record in lines(tmp_path / "out" / "records.jsonl")]
    assert len(paths) == 12
    assert paths == sorted(paths, key=lambda path: path.encode())
    assert summary.counts.events == {"delegation": 0, "founding": 12, "membership": 0}


def test_rejected_file_is_told_with_stage_reason_and_remedy(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    summary = fake_run(articles, tmp_path / "out")
    (rejected,) = lines(tmp_path / "out" / "rejected.jsonl")
    assert rejected["path"] == "leer.txt"
    assert rejected["stage"] == "read"
    assert rejected["reason"] and rejected["remedy"]
    assert summary.exit_code == 1


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts=st.lists(
        st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: text + " gründet"),
        min_size=1,
        max_size=8,
    )
)
def test_two_workers_write_the_same_bytes_as_one(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory, fake_run: Run
) -> None:
    folder = tmp_path_factory.mktemp("property")
    (folder / "in").mkdir()
    for number, text in enumerate(texts):
        (folder / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    fake_run(folder / "in", folder / "one", workers=1)
    fake_run(folder / "in", folder / "two", workers=2)
    assert results(folder / "one") == results(folder / "two")


def test_second_run_does_nothing_again(
    articles: Path, tmp_path: Path, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fake_run(articles, tmp_path / "out")
    before = results(tmp_path / "out")
    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    second = fake_run(articles, tmp_path / "out")
    assert not (tmp_path / "log").exists()
    assert second.progress.files_reused == 13
    assert second.counts == first.counts
    assert results(tmp_path / "out") == before


def test_only_changed_files_are_done_again(
    articles: Path, tmp_path: Path, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_run(articles, tmp_path / "out")
    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    (articles / "artikel 4.txt").write_text("Ganz neu.", encoding="utf-8")
    fake_run(articles, tmp_path / "out")
    assert (tmp_path / "log").read_text(encoding="utf-8") == "artikel 4.txt\n"
    fake_run(articles, tmp_path / "fresh")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")


def test_removed_files_leave_the_output_and_the_state(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    fake_run(articles, tmp_path / "out")
    (articles / "artikel 4.txt").unlink()
    fake_run(articles, tmp_path / "out")
    fake_run(articles, tmp_path / "fresh")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")
    state = sqlite3.connect(tmp_path / "out" / ".presselese-state.sqlite")
    assert state.execute("SELECT count(*) FROM finished").fetchone() == (12,)


def test_other_settings_do_everything_again(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    fake_run(articles, tmp_path / "out")
    summary = fake_run(articles, tmp_path / "out", settings=Settings(min_confidence=0.9))
    assert summary.progress.files_reused == 0
    assert summary.counts.events["founding"] == 0


def test_no_resume_does_everything_again(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    fake_run(articles, tmp_path / "out")
    assert fake_run(articles, tmp_path / "out", resume=False).progress.files_reused == 0


def test_damaged_state_is_refused_with_a_remedy(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".presselese-state.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(BadConfiguration, match="--no-resume"):
        fake_run(articles, tmp_path / "out")
    assert fake_run(articles, tmp_path / "out", resume=False).counts.records == 12


@pytest.mark.parametrize("wait_s", [0.6, 0.9, 1.3])
def test_killed_run_goes_on_to_the_same_bytes(
    wait_s: float, articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    for number in range(40):
        (articles / f"lang {number}.txt").write_text(f"TEST_SLOW {number} gründet")
    code = (
        "import sys; sys.path[:] = sys.argv[3:]\n"
        "from presselese.run import extract_folder\n"
        "extract_folder([sys.argv[1]], sys.argv[2], pipeline='fake_pipeline:open_fake')"
    )
    killed = subprocess.Popen([sys.executable, "-c", code, articles, tmp_path / "out", *sys.path])
    time.sleep(wait_s)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    fake_run(articles, tmp_path / "out", workers=2)
    fake_run(articles, tmp_path / "fresh")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")


def test_dying_worker_costs_its_file_and_nothing_else(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    (articles / "artikel 7.txt").write_text("TEST_DIE", encoding="utf-8")
    summary = fake_run(articles, tmp_path / "out", workers=2)
    assert summary.counts.records == 11
    fatal, _ = lines(tmp_path / "out" / "rejected.jsonl")
    assert fatal["path"] == "artikel 7.txt"
    assert "Killed" in fatal["reason"]


def test_file_that_killed_its_worker_is_tried_again(
    articles: Path, tmp_path: Path, fake_run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "artikel 7.txt").write_text("TEST_DIE", encoding="utf-8")
    fake_run(articles, tmp_path / "out")
    monkeypatch.setenv(LOG, str(tmp_path / "log"))
    fake_run(articles, tmp_path / "out")
    assert (tmp_path / "log").read_text(encoding="utf-8") == "artikel 7.txt\n"


def test_exception_in_one_article_rejects_it_alone(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    (articles / "artikel 7.txt").write_text("TEST_RAISE", encoding="utf-8")
    assert fake_run(articles, tmp_path / "out").counts.records == 11
    broken = lines(tmp_path / "out" / "rejected.jsonl")[0]
    assert broken["stage"] == "extract"
    assert broken["reason"] == "internal fault, ValueError: this article breaks a rule"


def test_broken_line_of_json_lines_is_told_with_its_line(tmp_path: Path, fake_run: Run) -> None:
    feed = tmp_path / "archiv.jsonl"
    feed.write_text('{"text": "Eins gründet."}\n{"text": \n{"text": "Drei."}\n', encoding="utf-8")
    assert fake_run(feed, tmp_path / "out").counts.records == 2
    (rejected,) = lines(tmp_path / "out" / "rejected.jsonl")
    assert (rejected["path"], rejected["line"]) == (str(feed), 2)
    parts = [record["source"]["part"] for record in lines(tmp_path / "out" / "records.jsonl")]
    assert parts == [1, 3]


@pytest.mark.parametrize(
    ("pipeline", "error"),
    [("fake_pipeline:open_broken", BadConfiguration), ("fake_pipeline:open_dying", InternalFault)],
)
def test_worker_that_cannot_start_stops_the_run(
    pipeline: str, error: type[Exception], articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    with pytest.raises(error):
        fake_run(articles, tmp_path / "out", pipeline=pipeline, workers=2)
    assert not (tmp_path / "out" / "records.jsonl").exists()


def test_wrong_column_name_stops_the_run(tmp_path: Path, fake_run: Run) -> None:
    feed = tmp_path / "archiv.jsonl"
    feed.write_text('{"text": "Eins."}\n', encoding="utf-8")
    with pytest.raises(BadConfiguration, match="no such field"):
        fake_run(feed, tmp_path / "out", settings=Settings(columns=(("autor", "a"),)))


def test_exact_copy_is_marked_not_dropped(tmp_path: Path, fake_run: Run) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Die Stadt gründet einen Verein.", encoding="utf-8")
    summary = fake_run([tmp_path / "c.txt", tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "o")
    first, *copies = lines(tmp_path / "o" / "records.jsonl")
    assert summary.counts.duplicates == 2
    assert first["duplicate_of"] is None
    original = {"id": first["id"], "path": str(tmp_path / "c.txt")}
    assert [copy["duplicate_of"] for copy in copies] == [original, original]


def test_same_name_in_two_input_folders_gives_two_records(tmp_path: Path, fake_run: Run) -> None:
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Derselbe Text.", encoding="utf-8")
    assert fake_run([tmp_path / "eins", tmp_path / "zwei"], tmp_path / "out").counts.records == 2


@pytest.mark.parametrize("name", ["straße äöü.txt", "zwei\nzeilen.txt", " leer zeichen .txt"])
def test_unusual_file_names_are_read(name: str, tmp_path: Path, fake_run: Run) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text("Ein Text.", encoding="utf-8")
    fake_run(tmp_path / "in", tmp_path / "out")
    (record,) = lines(tmp_path / "out" / "records.jsonl")
    assert record["source"]["path"] == name


def test_file_name_that_is_not_utf8_is_read(tmp_path: Path, fake_run: Run) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"stra\xdfe.txt")).write_text("Ein Text.")
    (tmp_path / "in" / os.fsdecode(b"stra\xdfe2.txt")).write_text("")
    fake_run(tmp_path / "in", tmp_path / "out")
    (record,) = lines(tmp_path / "out" / "records.jsonl")
    (rejected,) = lines(tmp_path / "out" / "rejected.jsonl")
    assert (record["source"]["path"], rejected["path"]) == (r"stra\xdfe.txt", r"stra\xdfe2.txt")


def test_symlink_loop_ends(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    (articles / "kreis").symlink_to(articles, target_is_directory=True)
    assert fake_run(articles, tmp_path / "out").counts.records == 12


def test_unreadable_file_is_rejected_and_tried_again(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    (articles / "artikel 4.txt").unlink()
    (articles / "artikel 4.txt").symlink_to(tmp_path / "not yet there.txt")
    assert fake_run(articles, tmp_path / "out").counts.rejected == 2
    (tmp_path / "not yet there.txt").write_text("Nun doch.", encoding="utf-8")
    assert fake_run(articles, tmp_path / "out").counts.rejected == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_named_pipe_is_rejected_without_waiting_for_its_writer(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    os.mkfifo(articles / "leitung.txt")
    assert fake_run(articles, tmp_path / "out").counts.rejected == 2


def test_file_over_the_limit_is_rejected(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    (articles / "gross.txt").write_text("x " * 1000)
    fake_run(articles, tmp_path / "out", settings=Settings(max_bytes=1000))
    assert "--max-bytes" in lines(tmp_path / "out" / "rejected.jsonl")[0]["remedy"]


def test_output_inside_the_input_is_not_read_again(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    fake_run(articles, articles / "out")
    assert fake_run(articles, articles / "out").counts.records == 12


def test_two_runs_into_one_output_are_refused(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    (tmp_path / "out").mkdir()
    with (
        FileLock(tmp_path / "out" / LOCK_NAME),
        pytest.raises(BadConfiguration, match="another run"),
    ):
        fake_run(articles, tmp_path / "out")


def test_output_that_is_a_file_is_refused(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(BadConfiguration, match="Choose another folder"):
        fake_run(articles, tmp_path / "out")


@pytest.mark.parametrize(
    ("number", "words"), [(errno.EACCES, "cannot be written"), (errno.ENOSPC, "no space left")]
)
def test_full_or_locked_disk_is_told_and_leaves_no_half_file(
    number: int,
    words: str,
    articles: Path,
    tmp_path: Path,
    fake_run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadConfiguration, match=words):
        fake_run(articles, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".presselese-state.sqlite",
        ".presselese.lock",
    ]
    monkeypatch.undo()
    summary = fake_run(articles, tmp_path / "out")
    assert (summary.counts.records, summary.progress.files_reused) == (12, 13)


def test_missing_input_is_refused(tmp_path: Path, fake_run: Run) -> None:
    with pytest.raises(BadConfiguration, match="does not exist"):
        fake_run(tmp_path / "fehlt", tmp_path / "out")


def test_input_without_files_is_refused(tmp_path: Path, fake_run: Run) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(BadConfiguration, match="no file to read"):
        fake_run(tmp_path / "in", tmp_path / "out")


def test_include_and_exclude_choose_files(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    summary = fake_run(articles, tmp_path / "out", include=["märz/*"], exclude=["*3.txt"])
    assert summary.counts.records == 3


def test_summary_file_tells_versions_settings_and_counts(
    articles: Path, tmp_path: Path, fake_run: Run
) -> None:
    fake_run(articles, tmp_path / "out")
    told = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert told["counts"]["files"] == 13
    assert told["settings_hash"] == Settings().digest()
    assert told["libraries"]["spacy"]
    assert told["this_run"]["seconds"] > 0


def test_progress_reaches_the_end(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    seen: list[tuple[int, int]] = []

    def note(progress: Progress) -> None:
        seen.append((progress.files_done, progress.files))

    fake_run(articles, tmp_path / "out", progress=note)
    assert seen[0] == (0, 13) and seen[-1] == (13, 13)


def test_interrupted_run_keeps_what_is_done(articles: Path, tmp_path: Path, fake_run: Run) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.files_done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fake_run(articles, tmp_path / "out", progress=interrupt)
    assert fake_run(articles, tmp_path / "out").progress.files_reused >= 5
    fake_run(articles, tmp_path / "fresh")
    assert results(tmp_path / "out") == results(tmp_path / "fresh")
