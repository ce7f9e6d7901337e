"""Trees of other pipelines as Universal Dependencies: ClearNLP labels (spaCy's English) and TIGER's (its German).

Both put prepositions above their nouns and the copula above the predicate; TIGER puts auxiliaries above the verb too,
and conjunctions between the conjuncts. Here function words go below, and conjuncts below the first of them. What has
no counterpart keeps its place with the nearest label.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from kg.errors import DataError

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
VERBAL = frozenset({"VERB", "AUX"})
NONFINITE = frozenset({"Inf", "Part"})
ROOT = "root"


class Scheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of ``schemes.yml``; see there."""

    marks: frozenset[str]
    labels: dict[str, dict[str, str]]
    names: dict[str, str]
    passive: frozenset[str] = frozenset()


@cache
def schemes() -> Mapping[str, Scheme]:
    """All schemes by name. Raises DataError when ``schemes.yml`` is wrong."""
    source = files("kg.parse") / "schemes.yml"
    try:
        return msgspec.yaml.decode(source.read_bytes(), type=dict[str, Scheme])
    except msgspec.MsgspecError as error:
        raise DataError(f"kg/parse/schemes.yml: {error}") from error


def scheme_of(labels: Collection[str]) -> str:
    """The name of the scheme that the labels of a Doc belong to; "" for Universal Dependencies."""
    counts = {name: len(scheme.marks.intersection(labels)) for name, scheme in schemes().items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


@dataclass(slots=True)
class Tree:
    """A sentence while it is turned: head (-1 at the root), label, tag, lemma and verb form of each word."""

    heads: list[int]
    labels: list[str]
    upos: Sequence[str]
    lemmas: Sequence[str]
    verb_forms: Sequence[str]

    def children(self, i: int, *labels: str) -> list[int]:
        found = (k for k, head in enumerate(self.heads) if head == i)
        return [k for k in found if not labels or self.labels[k] in labels]

    def promote(self, child: int, label: str, *, keep: Collection[str] = ()) -> None:
        """Put `child` in its head's place and the head below it with `label`; the head keeps only `keep` children."""
        head = self.heads[child]
        self.heads[child], own = self.heads[head], self.labels[head]
        for other in self.children(head):
            if self.labels[other] not in keep:
                self.heads[other] = child
        self.heads[head], self.labels[head], self.labels[child] = child, label, own


def universal(tree: Tree, scheme: str) -> None:
    """Turn `tree`, of the scheme named (one of `schemes`), into Universal Dependencies, in place."""
    table = schemes()[scheme]
    if scheme == "tiger":
        _lower_auxiliaries(tree, table.passive)
        _raise_objects_of_prepositions(tree, ("nk",), ("mo", "mnr", "op", "pg", "sbp", "cvc", "pd", "oc", "ROOT", "cj"))
        moved = _lower_copulas(tree, ("pd",))
        _flatten_tiger_coordination(tree)
    else:
        _raise_objects_of_prepositions(tree, ("pobj", "pcomp"), ("prep", "agent", "dative", "ROOT", "conj"))
        moved = _lower_copulas(tree, ("attr", "acomp"))
        _flatten_chains(tree)
    for i, label in enumerate(tree.labels):
        options = table.labels.get(label, {})
        tree.labels[i] = ROOT if tree.heads[i] < 0 else options.get(tree.upos[i], options.get("*", label))
    _settle_modifiers(tree, moved)


def _raise_objects_of_prepositions(tree: Tree, objects: tuple[str, ...], places: tuple[str, ...]) -> None:
    for i, tag in enumerate(tree.upos):
        if tag != "ADP" or tree.labels[i] not in places:
            continue
        below = [k for k in tree.children(i, *objects) if tree.upos[k] in NOMINAL | VERBAL | {"ADJ", "ADV"}]
        if below:
            lowest = "mark" if tree.upos[below[-1]] in VERBAL else "case"
            place = tree.labels[i]
            tree.promote(below[-1], lowest)
            tree.labels[below[-1]] = _phrase_label(place, lowest)


def _phrase_label(place: str, marker: str) -> str:
    """The label of a phrase that a preposition in `place` heads; `settle` decides later between obl and nmod."""
    if place in ("prep", "dative"):
        return "pcomp" if marker == "mark" else "pobj"
    return place


def _lower_copulas(tree: Tree, predicates: tuple[str, ...]) -> set[int]:
    """The words that hung on a copula and now hang on its predicate."""
    moved: set[int] = set()
    for i, tag in enumerate(tree.upos):
        if tag == "AUX":
            below = tree.children(i, *predicates)
            if below:
                moved.update(tree.children(i))
                tree.promote(below[-1], "cop")
    return moved


def _lower_auxiliaries(tree: Tree, passive: Collection[str]) -> None:
    """TIGER: the lexical verb takes the place of the auxiliaries above it, the inmost first."""
    chains = [i for i, tag in enumerate(tree.upos) if tag == "AUX" and _verb_below(tree, i) is not None]
    for i in sorted(chains, key=lambda i: -_depth(tree, i)):
        verb = _verb_below(tree, i)
        if verb is None:
            continue
        is_passive = tree.lemmas[i] in passive and tree.verb_forms[verb] == "Part"
        tree.promote(verb, "aux:pass" if is_passive else "aux")
    for i, label in enumerate(tree.labels):
        if label == "sb" and tree.children(tree.heads[i], "aux:pass"):
            tree.labels[i] = "nsubj:pass"


def _verb_below(tree: Tree, i: int) -> int | None:
    below = (k for k in tree.children(i, "oc") if tree.upos[k] in VERBAL and not tree.children(k, "cp"))
    return next((k for k in below if tree.verb_forms[k] in NONFINITE), None)


def _depth(tree: Tree, i: int) -> int:
    depth = 0
    while tree.heads[i] >= 0:
        i, depth = tree.heads[i], depth + 1
    return depth


def _flatten_tiger_coordination(tree: Tree) -> None:
    """A –cd→ und –cj→ B becomes A –conj→ B –cc→ und; later conjuncts hang on the first."""
    for i, label in enumerate(tree.labels):
        if label == "cd" and tree.heads[i] >= 0:
            below = tree.children(i, "cj")
            for k in below:
                tree.heads[k] = tree.heads[i]
            if below:
                tree.heads[i] = below[0]
    for i, label in enumerate(tree.labels):
        if label == "cj":
            tree.heads[i] = _first_conjunct(tree, i, "cj")


def _flatten_chains(tree: Tree) -> None:
    """ClearNLP: conjuncts hang on the one before and the conjunction on the first; both move."""
    firsts = {i: _first_conjunct(tree, i, "conj") for i, label in enumerate(tree.labels) if label == "conj"}
    for i, label in enumerate(tree.labels):
        if label == "cc":
            after = [k for k in tree.children(tree.heads[i], "conj") if k > i]
            if after:
                tree.heads[i] = after[0]
    for i, first in firsts.items():
        tree.heads[i] = first


def _first_conjunct(tree: Tree, i: int, label: str) -> int:
    head = tree.heads[i]
    while tree.labels[head] == label and tree.heads[head] >= 0:
        head = tree.heads[head]
    return head


def _settle_modifiers(tree: Tree, moved: Collection[int]) -> None:
    """Phrases below nominals are nmod, below the rest and where `moved` obl; nonfinite complements are xcomp."""
    for i, label in enumerate(tree.labels):
        head = tree.heads[i]
        if head < 0:
            continue
        nominal = tree.upos[head] in NOMINAL and i not in moved
        if label == "obl" and nominal:
            tree.labels[i] = "nmod"
        elif label == "nmod" and tree.upos[head] in VERBAL:
            tree.labels[i] = "obl"
        elif label == "advcl" and nominal:
            tree.labels[i] = "acl"
        elif label == "ccomp" and tree.verb_forms[i] == "Inf" and not tree.children(i, "nsubj"):
            tree.labels[i] = "xcomp"
