"""The mean of several trainings' weights."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")

import torch

from recipe.average import average, mean_with_first


def saved(path: Path, *values: float) -> Path:
    torch.save({"layer.weight": torch.tensor(values)}, path)
    return path


def test_every_number_is_the_mean_of_those_of_all_files(tmp_path: Path) -> None:
    files = [saved(tmp_path / f"{i}.pt", *values) for i, values in enumerate([(1, 4), (3, 0)])]
    target = average(files, tmp_path / "mean.pt")
    (mean,) = torch.load(target, weights_only=True).values()
    assert mean.tolist() == [2, 2]


def test_mean_may_take_the_place_of_one_of_its_files(tmp_path: Path) -> None:
    first, last = saved(tmp_path / "a.pt", 0.0), saved(tmp_path / "b.pt", 1.0)
    (mean,) = torch.load(average([first, last], last), weights_only=True).values()
    assert mean.tolist() == [0.5]


def test_other_network_is_named(tmp_path: Path) -> None:
    files = [saved(tmp_path / "a.pt", 1.0), saved(tmp_path / "other.pt", 1.0, 2.0)]
    with pytest.raises(ValueError, match=r"other\.pt"):
        average(files, tmp_path / "mean.pt")


def test_weights_of_a_training_are_averaged_with_those_before_it(tmp_path: Path) -> None:
    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.zeros_(model.weight)

    def training() -> Path:
        torch.nn.init.ones_(model.weight)  # the same object: what it was must be kept before
        torch.save(model.state_dict(), tmp_path / "final.pt")
        return tmp_path / "final.pt"

    found = mean_with_first(model, tmp_path / "begun.pt", training)
    assert found == tmp_path / "final.pt"
    (mean,) = torch.load(found, weights_only=True).values()
    assert mean.tolist() == [[0.5]]
