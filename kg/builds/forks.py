"""Work in forks of this process: they share all that it has loaded, and need no script that may be run twice."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import TypeVar

Made = TypeVar("Made")

MOST = 4  # each may hold a parser of its own

_YOUNG = 100_000  # new objects until the garbage among them is looked for; there is hardly any

_given: list[object] = []  # what this fork was begun with


def count() -> int:
    """How many processes work side by side: 1 where this one cannot be forked safely, since it has threads."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def pool(size: int, given: object) -> ProcessPoolExecutor:
    """Forks with `given` at hand; they end with this process, and the keyboard does not interrupt them."""
    return ProcessPoolExecutor(size, multiprocessing.get_context("fork"), initializer=_begin, initargs=(given,))


def submit(executor: ProcessPoolExecutor, work: Callable[..., Made], *args: object) -> Future[Made] | None:
    """What a fork will make of ``work(given, *args)``; None where all forks have died."""
    with warnings.catch_warnings(), suppress(BrokenProcessPool):
        # Python tells of numpy's threads, which see to forks themselves.
        warnings.simplefilter("ignore", DeprecationWarning)
        return executor.submit(_run, work, *args)
    return None


def result(future: Future[Made] | None, otherwise: Callable[[], Made]) -> Made:
    """What the fork has made, or `otherwise` where it has died: the kernel kills what takes too much memory."""
    if future:
        with suppress(BrokenProcessPool):
            return future.result()
    return otherwise()


@contextmanager
def beside(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """A fork that does the work while the block goes on; the block gets it by a call, which does it where none can."""
    if count() < 2:
        yield work
        return
    with pool(1, work) as executor:
        future = submit(executor, _call)
        yield lambda: result(future, work)


def _begin(given: object) -> None:
    _given[:] = [given]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is loaded by now stays
    gc.set_threshold(_YOUNG)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run(work: Callable[..., Made], *args: object) -> Made:
    [given] = _given
    return work(given, *args)


def _call(work: Callable[[], Made]) -> Made:
    return work()
