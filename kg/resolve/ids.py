"""Ids of entities: local names of IRIs made from the label alone, with a scope only where two would be the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

_KEPT = frozenset("LNM")  # Unicode categories: letters, numbers, marks
_LONGEST = 100
_NAMELESS = "unnamed"
_FAR_MORE = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """What tells an entity from others of its name: its type, then the first article and place where it stands.

    `pinned` ids are given (by the gazetteer) and never change. `articles` is the number of articles that have it.
    """

    name: str
    type: str
    article: str
    start: int
    pinned: bool = False
    articles: int = 1

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

    Of several with one name the one that far more articles have keeps it as it is. `reserved` ids belong to things
    that may come into the graph later: only a pinned scope can have one.
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
    """Numbers of the scopes that must take another id."""
    bearers: dict[str, list[int]] = {}
    for n, key in enumerate(chosen):
        bearers.setdefault(key, []).append(n)
    return [n for key, numbers in bearers.items() for n in numbers if n != _owner(scopes, key, numbers, reserved)]


def _owner(scopes: Sequence[Scope], key: str, numbers: Sequence[int], reserved: frozenset[str]) -> int:
    """Who among the bearers of an id keeps it, -1 for nobody."""
    pinned = [n for n in numbers if scopes[n].pinned]
    if pinned or key in reserved:
        return pinned[0] if pinned else -1
    ranked = sorted(numbers, key=lambda n: -scopes[n].articles)
    far_more = len(ranked) == 1 or scopes[ranked[0]].articles > _FAR_MORE * scopes[ranked[1]].articles
    return ranked[0] if far_more else -1


def _numbered(scopes: Sequence[Scope], chosen: list[str], clashing: list[int]) -> tuple[str, ...]:
    """The last resort, for article ids that differ in punctuation alone."""
    taken = set(chosen)
    for n in sorted(clashing, key=lambda n: astuple(scopes[n])):
        number = 2
        while f"{chosen[n]}_{number}" in taken:
            number += 1
        chosen[n] = f"{chosen[n]}_{number}"
        taken.add(chosen[n])
    return tuple(chosen)
