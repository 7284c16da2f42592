"""Finding the files of a folder: complete, once each, in the same order everywhere."""

from __future__ import annotations

from pathlib import Path

from presselese.reading import discover


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(root: Path, *paths: Path, **patterns) -> list[str]:
    return [path.relative_to(root).as_posix() for path in discover(paths or (root,), **patterns)]


def test_folders_are_searched_in_name_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "a/Ä.txt", "c.pdf", "Z.txt")
    assert found(tmp_path) == ["Z.txt", "a/1.txt", "a/2.txt", "a/Ä.txt", "b.txt", "c.pdf"]


def test_hidden_files_own_output_and_litter_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".versteckt.txt", ".git/a.txt", "records.jsonl", "rejected.jsonl", "run.json",
          "state.sqlite", "state.sqlite-wal", "Thumbs.db", "~$a.docx", "artikel.txt")  # fmt: skip
    assert found(tmp_path) == ["artikel.txt"]


def test_unknown_endings_are_found_so_that_they_are_reported(tmp_path: Path) -> None:
    touch(tmp_path, "tabelle.xlsx")
    assert found(tmp_path) == ["tabelle.xlsx"]


def test_include_and_exclude_match_names_and_paths(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.html", "alt/c.txt", "alt/tief/d.txt")
    assert found(tmp_path, include=["*.txt"]) == ["a.txt", "alt/c.txt", "alt/tief/d.txt"]
    assert found(tmp_path, exclude=["alt"]) == ["a.txt", "b.html"]
    assert found(tmp_path, include=["alt/*"], exclude=["d.*"]) == ["alt/c.txt"]


def test_link_loops_end(tmp_path: Path) -> None:
    touch(tmp_path, "a/artikel.txt")
    (tmp_path / "a" / "kreis").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "selbst").symlink_to(tmp_path / "a", target_is_directory=True)
    assert found(tmp_path) == ["a/artikel.txt"]


def test_link_that_points_to_itself_is_yielded_for_reporting(tmp_path: Path) -> None:
    (tmp_path / "kreis.txt").symlink_to(tmp_path / "kreis.txt")
    assert found(tmp_path) == ["kreis.txt"]


def test_a_file_given_twice_comes_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert found(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_file_given_by_name_comes_whatever_its_name(tmp_path: Path) -> None:
    touch(tmp_path, "records.jsonl")
    assert found(tmp_path, tmp_path / "records.jsonl") == ["records.jsonl"]


def test_unusual_names_are_found(tmp_path: Path) -> None:
    touch(tmp_path, "Größe & Maß.txt", "Zeile\nzwei.txt")
    assert found(tmp_path) == ["Größe & Maß.txt", "Zeile\nzwei.txt"]


def test_folder_that_cannot_be_listed_is_yielded_itself(tmp_path: Path, monkeypatch) -> None:
    touch(tmp_path, "zu/a.txt", "b.txt")
    listed = Path.iterdir

    def refuse(path: Path):
        if path.name == "zu":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert found(tmp_path) == ["b.txt", "zu"]
