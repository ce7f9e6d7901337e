"""Ids of entities: local names of IRIs made from the label alone, with a scope only where two would be the same."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_KEPT = frozenset("LNM")  # Unicode categories: letters, numbers, marks
_LONGEST = 100
_NAMELESS = "unnamed"


@dataclass(frozen=True, slots=True)
class Scope:
    """What tells an entity from others of its name: its type, then the first article and place where it stands.

    `pinned` ids are given (by the gazetteer) and never change.
    """

    name: str
    type: str
    article: str
    start: int
    pinned: bool = False

    def candidates(self) -> Iterator[str]:
        """Ids from the shortest to one that only this entity can have."""
        if self.pinned:
            yield self.name
            return
        name, article = local_name(self.name), local_name(self.article)
        yield name
        yield f"{name}_{self.type}"
        yield f"{name}_{article}"
        yield f"{name}_{self.type}_{article}"
        yield f"{name}_{self.type}_{article}_{self.start}"


def local_name(label: str) -> str:
    """The label as the local name of an IRI: letters, digits, "_" and "-" of any script.

    >>> local_name("Li Shangfu"), local_name("“Bild” & Söhne (GmbH)"), local_name("O’Brien")
    ('Li_Shangfu', 'Bild_Söhne_GmbH', 'OBrien')
    """
    text = unicodedata.normalize("NFKC", label)
    kept = "".join(c if _is_kept(c) else "" if c in "'’‘`´" else " " for c in text)
    return "_".join(kept.split())[:_LONGEST].strip("-_") or _NAMELESS


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in _KEPT or character in "-_"


def assign(scopes: Sequence[Scope], *, reserved: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """An id for each scope, in their order; no two are the same, and their order does not matter.

    `reserved` ids belong to things that may come into the graph later: only a pinned scope can have one.
    """
    options = [list(scope.candidates()) for scope in scopes]
    level = [0] * len(scopes)
    chosen = [names[0] for names in options]
    while clashing := _clashing(scopes, chosen, reserved):
        advanced = [n for n in clashing if level[n] + 1 < len(options[n])]
        if not advanced:
            return _numbered(scopes, chosen, clashing)
        for n in advanced:
            level[n] += 1
            chosen[n] = options[n][level[n]]
    return tuple(chosen)


def _clashing(scopes: Sequence[Scope], chosen: Sequence[str], reserved: frozenset[str]) -> list[int]:
    counts = Counter(chosen)
    return [n for n, key in enumerate(chosen) if not scopes[n].pinned and (counts[key] > 1 or key in reserved)]


def _numbered(scopes: Sequence[Scope], chosen: list[str], clashing: list[int]) -> tuple[str, ...]:
    """The last resort, for article ids that differ in punctuation alone."""
    taken = set(chosen)
    for n in sorted(clashing, key=lambda n: (scopes[n].article, scopes[n].start, scopes[n].name, scopes[n].type)):
        number = 2
        while f"{chosen[n]}_{number}" in taken:
            number += 1
        chosen[n] = f"{chosen[n]}_{number}"
        taken.add(chosen[n])
    return tuple(chosen)
