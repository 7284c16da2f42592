"""Worker processes: one job prepared once per process, then fed one task after another.

Knows nothing of articles. A worker that dies (killed for memory, crashed in a C library) costs the
task it had and nothing else; a fresh one takes its place. The workers are started with a pipe on
stdin and stdout rather than through `multiprocessing`, so that a user's script needs no
`if __name__ == "__main__"` guard and a killed parent leaves no orphans: the worker reads the end
of its input and goes.
"""

from __future__ import annotations

import importlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from presselese.errors import BadConfiguration, BadResource, InternalFault

# Results wait here until the caller takes them; a full queue holds the workers back.
MAX_WAITING_RESULTS = 64
# Tasks handed out ahead of need, so that no worker idles while the caller writes.
TASKS_AHEAD_PER_WORKER = 2
POLL_S = 0.5
# One thread a worker: N workers with N-thread libraries would fight over N cores.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
BOOT = (
    "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from presselese.workers import serve; serve()"
)


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker does: `factory` ("module:function") called once with `arguments`.

    It returns the function that is called with each task and yields that task's results. Tasks
    and results must survive pickling.
    """

    factory: str
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One result that a task yielded."""

    value: Any


@dataclass(frozen=True, slots=True)
class Finished:
    """The task has yielded all its results."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """The task's worker ended, or raised; results it yielded before are incomplete."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Ready:
    """The worker has prepared its job."""


@dataclass(frozen=True, slots=True)
class _Failed:
    """No worker can do the job (its model is missing, say); the whole run must stop."""

    error: Exception


Message = Result | Finished | Crashed


def run_tasks(job: Job, tasks: Iterable[Any], *, workers: int) -> Iterator[tuple[Any, Message]]:
    """Yield `(task, message)` as the workers produce them; every task ends Finished or Crashed.

    Tasks are drawn only as fast as they are done. Raises what the job's factory raised. Closing
    the iterator (or an exception in the caller) ends the workers at once.
    """
    crew = _Crew(job, workers)
    open_tasks = 0
    try:
        for task in tasks:
            crew.hand_out(task)
            open_tasks += 1
            while open_tasks >= workers * TASKS_AHEAD_PER_WORKER or crew.has_results():
                done, message = crew.next_message()
                open_tasks -= not isinstance(message, Result)
                yield done, message
        while open_tasks:
            done, message = crew.next_message()
            open_tasks -= not isinstance(message, Result)
            yield done, message
    finally:
        crew.dismiss()


class _Crew:
    """The worker processes of one run, each tended by a thread of this process."""

    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._inbox: queue.SimpleQueue[tuple[Any] | None] = queue.SimpleQueue()
        self._outbox: queue.Queue[tuple[Any, Message | _Failed]] = queue.Queue(MAX_WAITING_RESULTS)
        self._dismissed = threading.Event()
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._threads = [
            threading.Thread(target=self._tend, args=(number,), daemon=True)
            for number in range(workers)
        ]
        for thread in self._threads:
            thread.start()

    def hand_out(self, task: Any) -> None:
        self._inbox.put((task,))

    def has_results(self) -> bool:
        return not self._outbox.empty()

    def next_message(self) -> tuple[Any, Message]:
        while True:
            try:  # a timeout keeps Ctrl-C working where a plain wait would block it (Windows)
                task, message = self._outbox.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if isinstance(message, _Failed):
                raise message.error
            return task, message

    def dismiss(self) -> None:
        self._dismissed.set()
        for _ in self._threads:
            self._inbox.put(None)
        for process in list(self._processes.values()):
            process.kill()
        for thread in self._threads:
            thread.join()

    def _tend(self, number: int) -> None:
        """Keep one worker busy until the end; runs in a thread."""
        try:
            while (entry := self._inbox.get()) is not None and not self._dismissed.is_set():
                if number not in self._processes:
                    self._start(number)
                for message in self._do(number, entry[0]):
                    if not self._put(entry[0], message):
                        break
        except Exception as error:  # a thread that ends silently would leave the caller waiting
            self._put(None, _Failed(error))
        finally:
            self._stop(number)

    def _start(self, number: int) -> None:
        process = subprocess.Popen(
            [sys.executable, "-c", BOOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **ONE_THREAD},
        )
        self._processes[number] = process
        if self._dismissed.is_set():  # dismiss() may have passed just before
            process.kill()
        try:
            _send(process.stdin, sys.path)
            _send(process.stdin, self._job)
            answer = _receive(process.stdout)
        except (EOFError, OSError):
            raise InternalFault(
                "worker process",
                f"{_ending(process.wait())} before it was ready",
                "See its messages above; is there memory for one model per worker?",
            ) from None
        if isinstance(answer, _Failed):
            raise answer.error

    def _do(self, number: int, task: Any) -> Iterator[Message | _Failed]:
        process = self._processes[number]
        try:
            _send(process.stdin, task)
            while True:
                message: Message | _Failed = _receive(process.stdout)
                yield message
                if not isinstance(message, Result):
                    return
        except (EOFError, OSError, pickle.UnpicklingError):
            self._stop(number)
            yield Crashed(_ending(process.returncode))

    def _stop(self, number: int) -> None:
        process = self._processes.pop(number, None)
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes for a worker that is gone
                    continue
        process.wait()

    def _put(self, task: Any, message: Message | _Failed) -> bool:
        while not self._dismissed.is_set():
            try:
                self._outbox.put((task, message), timeout=POLL_S)
            except queue.Full:
                continue
            return True
        return False


def serve() -> None:
    """Be a worker: job and tasks come from stdin, messages go to stdout, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not break the message stream
    try:
        job: Job = pickle.load(sys.stdin.buffer)
        perform = _prepare(job)
        if isinstance(perform, _Failed):
            _send(results, perform)
            return
        _send(results, _Ready())
        while True:
            task = pickle.load(sys.stdin.buffer)
            for message in _messages(perform, task):
                _send(results, message)
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent is done with us, or gone


def _prepare(job: Job) -> Callable[[Any], Iterator[Any]] | _Failed:
    module, _, function = job.factory.partition(":")
    try:
        perform: Callable[[Any], Iterator[Any]] = getattr(
            importlib.import_module(module), function
        )(*job.arguments)
    except Exception as error:
        return _Failed(_picklable(error))
    return perform


def _messages(perform: Callable[[Any], Iterator[Any]], task: Any) -> Iterator[Message | _Failed]:
    try:
        for value in perform(task):
            yield Result(value)
    except (BadConfiguration, BadResource) as error:  # as wrong for every other task
        yield _Failed(error)
        return
    except Exception as error:
        yield Crashed(f"{type(error).__name__}: {error}")
        return
    yield Finished()


def _picklable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        what = f"{type(error).__name__}: {error}"
        return InternalFault("worker process", what, "Please report this.")
    return error


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.strsignal(-code) or str(-code)
        return f"the worker process was ended ({name})"
    return f"the worker process ended with code {code}"


def _send(pipe: IO[bytes] | None, message: Any) -> None:
    assert pipe is not None
    pickle.dump(message, pipe)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None
    return pickle.load(pipe)
