"""Cheap keys that pairs worth judging share; nothing is ever compared with everything.

A key that too many groups share says nothing and is left out, so the number of pairs grows with the corpus, not with
its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from kg.resolve.groups import Group
from kg.resolve.names import initials

Pair = tuple[int, int]
Block = tuple[str, ...]

_CROWD = 60
"""Groups under one key beyond which it is too common to mean anything."""
_PREFIX = 3
_INITIALS = 2


def full_pairs(groups: Sequence[Group]) -> tuple[Pair, ...]:
    """Pairs of groups that may have one name: numbers into `groups`, the smaller first, sorted.

    Parts of persons' names are left out; an abbreviation is a name like others here.
    """
    blocks: dict[Block, list[int]] = {}
    for n, group in enumerate(groups):
        if group.named and not (group.partial and group.is_person):
            for block in set(_keys(group)):
                blocks.setdefault(block, []).append(n)
    small = (members for members in blocks.values() if len(members) <= _CROWD)
    return tuple(sorted({pair for members in small for pair in combinations(members, 2)}))


def _keys(group: Group) -> Iterator[Block]:
    yield "letters", group.form.letters
    if not group.is_person:
        yield "bare", group.bare
        return
    first, last = group.form.plain[0], group.form.plain[-1]
    yield "sound", group.form.sound
    yield "ends", first, last
    yield "ends", group.form.normal[0], group.form.normal[-1]
    yield "surname", last, first[:1]
    yield "given", first, last[:_PREFIX]


def partial_pairs(groups: Sequence[Group]) -> tuple[Pair, ...]:
    """Pairs of a group known by a part of its name and one with a complete name that has this part, sorted."""
    bearers: dict[Block, list[int]] = {}
    for n, group in enumerate(groups):
        if group.named and not group.partial:
            for block in set(_parts(group)):
                bearers.setdefault(block, []).append(n)
    found = ((n, other) for n, group in enumerate(groups) if group.partial for other in _fitting(group, bearers))
    return tuple(sorted((min(pair), max(pair)) for pair in found))


def _parts(group: Group) -> Iterator[Block]:
    """What a full name may be cut down to."""
    if group.is_person:
        for form in (group.form.normal, group.form.plain, group.form.cores, group.form.loose):
            yield "part", form[0]
            yield "part", form[-1]
    else:
        yield from (("abbreviation", short) for short in group.abbreviations)
        yield "initials", initials(group.name)[:_INITIALS]


def _fitting(group: Group, bearers: Mapping[Block, list[int]]) -> tuple[int, ...]:
    found: set[int] = set()
    for block in set(_wanted(group)):
        members = bearers.get(block, ())
        found.update(members if len(members) <= _CROWD else ())
    return tuple(sorted(found))


def _wanted(group: Group) -> Iterator[Block]:
    if group.is_person:
        for form in (group.form.normal, group.form.plain, group.form.cores, group.form.loose):
            yield from (("part", unit) for unit in form[-1:])
    else:
        yield "abbreviation", group.name
        yield "initials", group.name[:_INITIALS].casefold()


def office_pairs(groups: Sequence[Group]) -> tuple[Pair, ...]:
    """Neighbouring pairs among the groups of one surname and one office: enough to join them all."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for n, group in enumerate(groups):
        if group.partial and group.is_person:
            for office in group.offices:
                blocks.setdefault((group.form.letters, *office), []).append(n)
    return tuple(sorted({pair for members in blocks.values() for pair in pairwise(members)}))
