"""Work in forks of the process."""

from __future__ import annotations

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from kg.builds import forks


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forks, "count", lambda: 2)


@pytest.mark.usefixtures("two")
def test_work_is_done_beside_the_block() -> None:
    with forks.beside(lambda: (os.getpid(), "done")) as made:
        process, word = made()
    assert word == "done"
    assert process != os.getpid()
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("two")
def test_an_error_of_the_work_is_raised_where_it_is_asked_for() -> None:
    def work() -> None:
        raise ValueError("no")

    with forks.beside(work) as made, pytest.raises(ValueError, match="no"):
        made()


@pytest.mark.usefixtures("two")
def test_work_whose_fork_has_died_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(1)
        return os.getpid()

    with forks.beside(work) as made:
        assert made() == here


def test_alone_the_work_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(forks, "count", lambda: 1)
    with forks.beside((tmp_path / "made").mkdir) as made:
        assert not list(tmp_path.iterdir())
        made()
    assert list(tmp_path.iterdir())


def test_a_process_with_threads_is_not_forked() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert forks.count() == 1
    finally:
        ended.set()
        thread.join()
