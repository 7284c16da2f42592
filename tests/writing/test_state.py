"""The state of a run: only finished results count, and only for what is in the input."""

from __future__ import annotations

from pathlib import Path

from presselese.writing import Outcome, RunState


def keep(state: RunState, key: str, *lines: str, finished: bool = True, lasts: bool = True) -> None:
    """Keep results under a key."""
    for number, line in enumerate(lines):
        state.add(key, number, Outcome("record", line))
    if finished:
        state.finish(key, will_last=lasts)


def reopened(folder: Path) -> RunState:
    """Open the state as the next run does."""
    return RunState(folder, resume=True)


def test_results_come_in_input_order_not_in_order_of_finishing(tmp_path: Path) -> None:
    state = reopened(tmp_path)
    assert state.plan([(Path("b"), None), (Path("a"), None), (Path("b"), None)]) == 2
    for file in state.planned():
        state.set_key(file, file.path.name)
    keep(state, "a", "a1", "a2")
    keep(state, "b", "b1")
    assert [outcome.line for outcome in state.outcomes()] == ["b1", "a1", "a2"]
    state.close()


def test_unfinished_results_are_forgotten(tmp_path: Path) -> None:
    state = reopened(tmp_path)
    keep(state, "half", "one", finished=False)
    keep(state, "whole", "one")
    state.close()
    state = reopened(tmp_path)
    assert [state.is_finished(key) for key in ("half", "whole")] == [False, True]
    state.close()


def test_passing_results_are_forgotten_at_the_next_run(tmp_path: Path) -> None:
    state = reopened(tmp_path)
    keep(state, "crashed", "one", lasts=False)
    assert state.is_finished("crashed")
    state.close()
    state = reopened(tmp_path)
    assert not state.is_finished("crashed")
    state.close()


def test_results_of_other_files_are_dropped(tmp_path: Path) -> None:
    state = reopened(tmp_path)
    state.plan([(Path("a"), None)])
    for file in state.planned():
        state.set_key(file, "a")
    keep(state, "a", "one")
    keep(state, "gone", "one")
    state.forget_others()
    assert [state.is_finished(key) for key in ("a", "gone")] == [True, False]
    state.close()


def test_state_of_another_layout_is_started_afresh(tmp_path: Path) -> None:
    state = reopened(tmp_path)
    keep(state, "a", "one")
    state._connection.execute("COMMIT")
    state._connection.execute("PRAGMA user_version = 99")
    state.close()
    state = reopened(tmp_path)
    assert not state.is_finished("a")
    state.close()
