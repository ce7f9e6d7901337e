"""Where the line of a clause is cut into relation and object.

Languages whose finite verb comes second keep the field behind it in its order ("traf | im Mai Hui in Minsk"); in the
others each part is told by itself, behind the object ("met Hui | in Minsk").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, pairwise, product
from typing import NamedTuple

from kg.extract.openie.fields import Field, Part, PartKind
from kg.extract.phrases.words import Words

_MOST = 12  # wordings of one line: more are lists, not sentences


class Cut(NamedTuple):
    """The words of relation and object, in order."""

    relation: Words
    object: Words


def cuts(field: Field) -> Iterator[Cut]:
    """All cuts of a clause; the same line may come more than once."""
    kinds = _FIELD_IN_ORDER if field.grammar.verb_second else _PART_BY_PART
    if field.verb:
        for kind in kinds:
            yield from kind(field)


# -- each part by itself ------------------------------------------------------------------------------------------


def core_parts(field: Field) -> Iterator[Cut]:
    """The first object alone, a second one behind the first."""
    cores = field.of_kind(PartKind.CORE)
    for part in cores[:1]:
        yield from (Cut(field.verb, words) for words in part.wordings)
    for first, second in pairwise(cores):
        yield from (Cut(field.verb + before, words) for before in first.short for words in second.wordings)


def obliques(field: Field) -> Iterator[Cut]:
    """Prepositional parts, behind the object where there is one."""
    for part in field.of_kind(PartKind.OBLIQUE):
        yield from (Cut(stem, words) for stem in _stems(field) for words in part.wordings)


def pairs(field: Field) -> Iterator[Cut]:
    """Without an object: the second prepositional part behind the first."""
    found = field.of_kind(PartKind.OBLIQUE)
    if not field.of_kind(PartKind.CORE):
        for first, second in pairwise(found):
            yield from (Cut(field.verb + before, words) for before in first.wordings for words in second.wordings)


def adverbs(field: Field) -> Iterator[Cut]:
    """An adverb of several words ("five years later"), or any where the clause has nothing else to say."""
    alone = not field.of_kind(PartKind.CORE, PartKind.OBLIQUE, PartKind.COMPLEMENT)
    for part in field.of_kind(PartKind.ADVERB):
        if alone or len(part.wordings[0]) > 1:
            yield from (Cut(stem, part.wordings[0]) for stem in _stems(field))


def complements(field: Field) -> Iterator[Cut]:
    """Clauses that the verb asks for, whole and without what hangs on them."""
    for part in field.of_kind(PartKind.COMPLEMENT):
        yield from (Cut(stem, words) for stem in _stems(field) for words in part.wordings)


def attributes(field: Field) -> Iterator[Cut]:
    """What a preposition joins to a noun of the line."""
    for part in field.of_kind(PartKind.CORE, PartKind.OBLIQUE):
        stem = field.verb if part.kind is PartKind.CORE else _stems(field)[0]
        yield from _attributes(field, part.head, stem)


def _attributes(field: Field, head: int, stem: Words) -> Iterator[Cut]:
    phrases, tokens = field.phrases, field.sentence.tokens
    for own in phrases.noun(head, attributes=False):
        before = stem + tuple(i for i in own if i not in field.verb)
        for child in phrases.attributes(head):
            if field.sentence.dependents(child.i, "case"):
                yield from (Cut(before, words) for words in phrases.attribute(tokens[child.i]))
                yield from _attributes(field, child.i, before)


def participles(field: Field) -> Iterator[Cut]:
    """A participle or an infinitive behind the object that it belongs to ("can run software | written for …")."""
    for part in field.of_kind(PartKind.CORE):
        for child in field.sentence.dependents(part.head, "acl"):
            if not field.phrases.is_relative(child):
                yield from (Cut(field.verb + own, field.phrases.clause(child.i)) for own in part.short)


def _stems(field: Field) -> tuple[Words, ...]:
    """The verb with each wording of its last object."""
    cores = field.of_kind(PartKind.CORE)
    return tuple(field.verb + words for words in cores[-1].short) if cores else (field.verb,)


# -- the field in its order ---------------------------------------------------------------------------------------

_CLAUSES = (PartKind.COMPLEMENT, PartKind.ADVERBIAL)
_BOUND = (PartKind.NEGATION, PartKind.PARTICLE)


def whole_field(field: Field) -> Iterator[Cut]:
    """All behind the finite verb but clauses; adverbs alone only where the verb has nothing else."""
    middle = _middle(field)
    if any(part.kind is not PartKind.ADVERB for part in middle) or not field.of_kind(PartKind.COMPLEMENT):
        yield from _line(field, middle)


def first_parts(field: Field) -> Iterator[Cut]:
    """The field up to its first part with a noun, and up to its second."""
    middle = _middle(field)
    ends = [n for n, part in enumerate(middle, 1) if part.kind in (PartKind.CORE, PartKind.OBLIQUE)]
    for end in ends[:2]:
        yield from _line(field, middle[:end])


def core_cumulative(field: Field) -> Iterator[Cut]:
    """The first object with its attributes one after the other ("Teil", "Teil der Stadt", "Teil der Stadt im Tal")."""
    for part in field.of_kind(PartKind.CORE)[:1]:
        for words in _cumulative(field, part):
            yield from _line(field, (part,), {part: (words,)})


def field_and_clause(field: Field) -> Iterator[Cut]:
    """The field with a clause at its end, one that the verb asks for or one of time, cause, condition …"""
    for part in field.of_kind(*_CLAUSES):
        yield from _line(field, (*_middle(field), part))


def _middle(field: Field) -> tuple[Part, ...]:
    """The parts behind the finite verb; where there are none, those before it."""
    found = tuple(part for part in field.parts if part.kind not in _CLAUSES)
    behind = tuple(part for part in found if not part.fronted)
    return behind if any(part.kind not in _BOUND for part in behind) else found


def _line(
    field: Field, chosen: tuple[Part, ...], wordings: dict[Part, tuple[Words, ...]] | None = None
) -> Iterator[Cut]:
    """The chosen parts with negation and particle, which are never left out, in their order."""
    last = [part for part in chosen if part.kind in _CLAUSES]
    line = [part for part in field.parts if (part in chosen and part not in last) or part.kind in _BOUND]
    choices = [(wordings or {}).get(part, part.wordings) for part in (*line, *last)]
    for words in islice(product(*choices), _MOST):
        yield Cut(field.verb, tuple(i for part in words for i in part))


def _cumulative(field: Field, part: Part) -> Iterator[Words]:
    tokens = field.sentence.tokens
    if tokens[part.head].upos not in ("NOUN", "PROPN"):
        return  # "eine von elf"
    for words in part.wordings:
        starts = [_start(field, i, words) for i in words if tokens[i].relation == "nmod" and i > tokens[i].head]
        for k, i in enumerate(words):
            if i in starts and tokens[words[k - 1]].upos not in ("DET", "ADP"):
                yield field.phrases.balanced(words[:k])


def _start(field: Field, i: int, words: Words) -> int:
    return min(j for j in field.sentence.subtree(i) if j in words)


_PART_BY_PART: tuple[Callable[[Field], Iterator[Cut]], ...] = (
    core_parts, obliques, pairs, adverbs, complements, attributes, participles
)  # fmt: skip
_FIELD_IN_ORDER: tuple[Callable[[Field], Iterator[Cut]], ...] = (
    first_parts, core_cumulative, whole_field, field_and_clause
)  # fmt: skip
