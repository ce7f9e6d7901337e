"""Portions of new articles through the stages: in this process, or side by side in others where there are many.

A portion is parsed together, since the parser is quickest on many sentences at once; its articles then go on one by
one, and each is kept as it is done.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from multiprocessing.synchronize import Event

from kg.builds import forks
from kg.builds.stages import Stage, Stopwatch, advance_all, ended, load
from kg.model import Article, Failure
from kg.workspace import DocumentCache, Finished

CHARACTERS = 15_000  # in a portion, some 2,000 words: more do not make the parser faster
_AHEAD = 2  # portions that wait for each worker

Portion = Sequence[tuple[str, Article]]
"""Articles with the keys that they are kept under."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much was found in an article."""

    sentences: int = 0
    words: int = 0
    mentions: int = 0
    chains: int = 0
    relation_mentions: int = 0

    @classmethod
    def of(cls, finished: Finished) -> Size:
        document = finished.document
        if document is None:
            return cls(finished.sentences, finished.words)
        lists = (document.mentions, document.chains, document.relation_mentions)
        return cls(finished.sentences, finished.words, *map(len, lists))


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a portion: for each article a failure or none, and its size; seconds in each stage."""

    failures: tuple[Failure | None, ...]
    sizes: tuple[Size, ...]
    seconds: dict[str, float]


@dataclass
class Hand:
    """Reads portions in the process it is in. `prepare` makes the stages, for so many threads of the parser."""

    prepare: Callable[[int], tuple[Stage, ...]]
    cache: DocumentCache
    threads: int = 0

    @cached_property
    def _stages(self) -> tuple[Stage, ...]:
        """Made when the first article comes."""
        return self.prepare(self.threads)

    def load(self, language: str) -> None:
        """Loads what forks that read this language can share."""
        load(self.prepare(1), language)

    def read(self, portion: Portion) -> Done:
        """The articles of the portion finished and kept."""
        watch = Stopwatch()
        failures, sizes = [], []
        results = advance_all([article for _, article in portion], self._stages, watch)
        for (key, _), result in zip(portion, results, strict=True):
            finished = ended(result)
            self.cache.put(key, finished)
            failures.append(finished.failure)
            sizes.append(Size.of(finished))
        return Done(tuple(failures), tuple(sizes), watch.seconds)


def read_all(portions: Iterable[Portion], hand: Hand) -> Generator[tuple[Portion, Done], None, None]:
    """Every portion with what came of it, in order; where there is more than one, by worker processes if there can be.

    A worker that dies (the kernel kills what takes too much memory) leaves the rest to this process.
    """
    portions = iter(portions)
    first = list(islice(portions, 2))
    together = chain(first, portions)
    if len(first) < 2 or forks.count() < 2:
        yield from ((portion, hand.read(portion)) for portion in together)
        return
    [(_, article), *_] = first[0]
    hand.load(article.language)
    with _Pool(hand) as pool:
        waiting: deque[tuple[Portion, Future[Done] | None]] = deque()
        for portion in together:
            waiting.append((portion, pool.submit(portion)))
            if len(waiting) > _AHEAD * forks.count():
                yield pool.result(*waiting.popleft())
        while waiting:
            yield pool.result(*waiting.popleft())


class _Pool:
    """The worker processes; they end with the block."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._over = multiprocessing.Event()
        self._pool = forks.pool(forks.count(), (replace(hand, threads=1), self._over))

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._pool.shutdown(cancel_futures=True)

    def submit(self, portion: Portion) -> Future[Done] | None:
        """What a worker will make of the portion; None where there are no workers any more."""
        return forks.submit(self._pool, _read, portion)

    def result(self, portion: Portion, future: Future[Done] | None) -> tuple[Portion, Done]:
        """The portion and what came of it, by a worker or by this process."""
        return portion, forks.result(future, lambda: self._hand.read(portion))


def _read(given: tuple[Hand, Event], portion: Portion) -> Done:
    hand, over = given
    return Done((), (), {}) if over.is_set() else hand.read(portion)
