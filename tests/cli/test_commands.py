"""Commands: exit codes, what goes to stdout and what to stderr, `-` for both streams."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import presselese.cli.extract
from presselese.cli.progress import progress_line
from presselese.run import Progress

Call = Callable[..., Any]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with two articles."""
    folder = tmp_path / "artikel"
    folder.mkdir()
    (folder / "a.txt").write_text("Die Stadt gründet einen Verein.", encoding="utf-8")
    (folder / "b.txt").write_text("Nichts geschieht.", encoding="utf-8")
    return folder


@pytest.mark.usefixtures("fake_folder_runs")
class TestExtract:
    """`presselese extract`."""

    def test_fine_run_exits_0_and_keeps_stdout_empty(
        self, call: Call, articles: Path, tmp_path: Path
    ) -> None:
        ended = call("extract", articles, "-o", tmp_path / "out")
        assert (ended.code, ended.out) == (0, "")
        assert "2 records (0 delegation, 1 founding, 0 membership), 0 rejected" in ended.err

    def test_rejected_document_exits_1_and_says_where_to_look(
        self, call: Call, articles: Path, tmp_path: Path
    ) -> None:
        (articles / "leer.txt").touch()
        ended = call("extract", articles, "-o", tmp_path / "out")
        assert ended.code == 1
        assert str(tmp_path / "out" / "rejected.jsonl") in ended.err

    def test_missing_input_exits_2_with_one_line(self, call: Call, tmp_path: Path) -> None:
        ended = call("extract", tmp_path / "fehlt", "-o", tmp_path / "out")
        assert ended.code == 2
        assert ended.err == f"presselese: {tmp_path / 'fehlt'}: does not exist. Check the path.\n"

    @pytest.mark.parametrize(
        "wrong",
        [["--workers", "0"], ["--mood", "good"], ["--published", "gestern"], ["--column", "titel"]],
    )
    def test_wrong_option_exits_2(
        self, wrong: list[str], call: Call, articles: Path, tmp_path: Path
    ) -> None:
        assert call("extract", articles, "-o", tmp_path / "out", *wrong).code == 2

    def test_dash_as_output_writes_records_to_stdout(self, call: Call, articles: Path) -> None:
        ended = call("extract", articles, "-q", "-o", "-")
        paths = [json.loads(line)["source"]["path"] for line in ended.out.splitlines()]
        assert paths == ["a.txt", "b.txt"]
        assert ended.err == ""

    def test_interrupted_run_says_how_to_go_on(
        self, call: Call, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(presselese.cli.extract, "extract_folder", interrupt)
        ended = call("extract", articles, "-o", tmp_path / "out")
        assert ended.code == 130
        assert "The same command goes on from here" in ended.err

    def test_stdin_beside_other_inputs_is_wrong_use(self, call: Call, articles: Path) -> None:
        assert call("extract", "-", articles).code == 2


def test_empty_stdin_is_rejected(call: Call) -> None:
    ended = call("extract", "-", stdin=b" \n")
    assert ended.code == 1
    assert "holds no text" in ended.err


def test_sound_records_validate(call: Call, records_file: Path) -> None:
    ended = call("validate", records_file)
    assert (ended.code, ended.out, ended.err) == (0, "", "3 records, 0 faults\n")


def test_faults_are_told_with_file_and_line(call: Call, records_file: Path) -> None:
    first, second, third = records_file.read_text(encoding="utf-8").splitlines()
    broken = second.replace("Maja Muster", "Maja Mustermann", 1)
    records_file.write_text("\n".join([first, broken, "{nonsense", "", third]), encoding="utf-8")
    ended = call("validate", records_file)
    assert ended.code == 1
    numbers = {
        line.removeprefix(f"{records_file}:").split(":")[0] for line in ended.out.splitlines()
    }
    assert numbers == {"2", "3"}


def test_copy_without_its_original_is_a_fault(call: Call, records_file: Path) -> None:
    first, *_ = records_file.read_text(encoding="utf-8").splitlines()
    fields = json.loads(first) | {"duplicate_of": {"id": "doc_0123456789abcdef", "path": "x"}}
    ended = call("validate", "-", stdin=json.dumps(fields).encode())
    assert ended.code == 1
    assert "-:1: duplicate_of: doc_0123456789abcdef is no earlier record" in ended.out


def test_nothing_to_validate_exits_1(call: Call) -> None:
    assert call("validate", "-").code == 1


def test_missing_records_exit_2(call: Call, tmp_path: Path) -> None:
    assert call("validate", tmp_path).code == 2


def test_schema_is_printed_as_json(call: Call) -> None:
    assert json.loads(call("schema").out)["title"] == "presselese record 1.0"


def test_record_is_shown_by_number_from_stdin(call: Call, records_file: Path) -> None:
    ended = call("show", "-", "-n", "2", stdin=records_file.read_bytes())
    assert "Netzwerk Holzbau Küste e.V." in ended.out


def test_number_past_the_end_exits_2(call: Call, records_file: Path) -> None:
    assert call("show", records_file, "-n", "4").code == 2


def test_html_page_is_written_for_an_output_folder(call: Call, records_file: Path) -> None:
    page = records_file.parent / "seite.html"
    assert call("show", records_file.parent, "--html", page).code == 0
    assert page.read_text(encoding="utf-8").count('class="record"') == 3


def test_broken_record_names_its_line(call: Call, records_file: Path) -> None:
    with records_file.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    ended = call("export", "csv", records_file, "-o", records_file.parent / "tabellen")
    assert ended.code == 2
    assert f"{records_file}, line 4: is no record" in ended.err


def test_tables_are_written(call: Call, records_file: Path) -> None:
    out = records_file.parent / "tabellen"
    assert call("export", "csv", records_file, "-o", out, "--excel").code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "events.csv", "figures.csv", "organisations.csv", "people.csv",
    ]  # fmt: skip
    assert call("export", "xlsx", records_file, "-o", out / "r.xlsx").code == 0


def test_info_tells_versions_and_word_lists(call: Call) -> None:
    told = json.loads(call("info", "--json").out)
    assert told["schema_version"] == "1.0"
    assert told["libraries"]["spacy"]
    assert told["resources"]["lexicons/legal_forms.tsv"] > 10


def test_missing_dump_of_dates_exits_2(call: Call, tmp_path: Path) -> None:
    assert call("dates", tmp_path, "-o", tmp_path / "p.jsonl").code == 2


def test_progress_line_tells_rate_and_remaining_time() -> None:
    progress = Progress(files=100, files_done=50, files_reused=30, words=4000, rejected=1)
    assert progress_line(progress, 10.0) == (
        "50 of 100 files, 1 rejected, 400 words/s, about 25 s left"
    )
