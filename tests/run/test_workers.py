"""Worker processes by themselves: order of messages, faults, and an early end."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from presselese.errors import BadConfiguration
from presselese.workers import Crashed, Finished, Job, Result, run_tasks

JOB = Job("test_workers:open_counting", ("Aufgabe",))


def open_counting(word: str) -> Callable[[int], Iterator[str]]:
    """Yield the word as often as the task says; some numbers misbehave."""
    print("a library that prints to stdout")

    def work(task: int) -> Iterator[str]:
        for number in range(abs(task)):
            yield f"{word} {number}"
        if task == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if task == -1:
            raise ValueError("minus")
        if task == -2:
            raise BadConfiguration("option", "is wrong", "Change it.")

    return work


def done(*tasks: int, workers: int = 1) -> dict[int, list[Any]]:
    """Return the messages of each task."""
    messages: dict[int, list[Any]] = {task: [] for task in tasks}
    for task, message in run_tasks(JOB, tasks, workers=workers):
        messages[task].append(message)
    return messages


def test_results_come_in_order_and_then_the_end() -> None:
    assert done(0, 2, 1, workers=2) == {
        0: [Finished()],
        1: [Result("Aufgabe 0"), Finished()],
        2: [Result("Aufgabe 0"), Result("Aufgabe 1"), Finished()],
    }


def test_many_results_do_not_block() -> None:
    assert len(done(500, 400, workers=2)[500]) == 501


def test_killed_worker_is_replaced() -> None:
    messages = done(13, 1, 2)
    assert isinstance(messages[13][-1], Crashed)
    assert messages[2][-1] == Finished()


def test_exception_ends_the_task_alone() -> None:
    messages = done(-1, 1)
    assert messages[-1] == [Result("Aufgabe 0"), Crashed("ValueError: minus")]
    assert messages[1][-1] == Finished()


def test_wrong_configuration_ends_the_run() -> None:
    with pytest.raises(BadConfiguration, match="Change it"):
        done(-2, 1)


def test_task_that_cannot_be_sent_ends_the_run() -> None:
    with pytest.raises(Exception, match=r"pickle|local"):
        list(run_tasks(JOB, [lambda: None], workers=1))


def test_tasks_are_drawn_only_as_they_are_done() -> None:
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        while True:
            drawn += 1
            yield 1

    messages = run_tasks(JOB, endless(), workers=1)
    next(messages)
    assert drawn <= 4
    messages.close()  # type: ignore[attr-defined]


def test_closing_early_ends_the_workers_at_once() -> None:
    messages = run_tasks(Job("test_workers:open_sleeping"), range(4), workers=2)
    pid = next(messages)[1].value  # type: ignore[union-attr]
    began = time.monotonic()
    messages.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 5
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def open_sleeping() -> Callable[[int], Iterator[int]]:
    """Yield the process id, then sleep for ever."""

    def work(_: int) -> Iterator[int]:
        yield os.getpid()
        time.sleep(3600)

    return work
