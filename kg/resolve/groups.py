"""Local entities that are the same beyond question, joined before anything is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.ontology.gazetteer import Place
from kg.ontology.terms import Types
from kg.resolve.identity import ALONE, NAME, OFFICE, Identifier, Identity, Key
from kg.resolve.kinds import family, voted
from kg.resolve.local import LocalEntity, Naming
from kg.resolve.names import Form, is_abbreviation
from kg.resolve.naming import canonical


@dataclass(frozen=True, slots=True)
class Group:
    """Local entities with one identity `key`, and what is compared of them.

    `key[0]` says what made them one. `abbreviations` are those that their articles give for the name. `offices` are
    keys of groups, of those that can tell a person (of a country or place, not any "mayor"). `bare` is a name without
    its legal form. `handles` are the ids by which an edit may name it.
    """

    key: Key
    members: tuple[LocalEntity, ...]
    place: Place | None
    type: str
    family: str
    name: str
    form: Form
    bare: str
    abbreviations: frozenset[str]
    country: str
    gender: str
    offices: frozenset[Key]
    articles: frozenset[str]
    handles: frozenset[str]

    @property
    def is_person(self) -> bool:
        return self.family == Types.PERSON

    @property
    def named(self) -> bool:
        """Whether a name makes it: neither the gazetteer, nor an office, nor a common noun."""
        return self.key[0] == NAME or (self.key[0] == ALONE and self.members[0].naming is Naming.NAME)

    @property
    def partial(self) -> bool:
        """Whether it is named by less than its name: a person's surname alone, an abbreviation."""
        return self.named and (self.key[0] == ALONE if self.is_person else is_abbreviation(self.name))


def grouped(entities: Iterable[LocalEntity], identifier: Identifier) -> tuple[Group, ...]:
    """The groups of `entities`, sorted by key."""
    found: dict[Key, list[Identity]] = {}
    key_of: dict[tuple[str, int], Key] = {}
    for entity in entities:
        identity = identifier.identify(entity)
        found.setdefault(identity.key, []).append(identity)
        key_of[entity.key] = identity.key
    telling = {key for key, members in found.items() if key[0] == OFFICE and any(m.scope for m in members)}
    offices = {chain: key for chain, key in key_of.items() if key in telling}
    return tuple(_group(key, found[key], offices, identifier) for key in sorted(found))


def _group(
    key: Key, identities: Sequence[Identity], offices: Mapping[tuple[str, int], Key], identifier: Identifier
) -> Group:
    members = tuple(identity.entity for identity in identities)
    place = identities[0].place
    kind = place.type if place else _type(members, identifier)
    name = canonical(members, identifier.orthography)
    held = ((m.article, office) for m in members for office in m.offices)
    return Group(
        key=key,
        members=members,
        place=place,
        type=kind,
        family=family(kind, identifier.ontology),
        name=name,
        form=identifier.orthography.form(name),
        bare=identifier.orthography.without_legal_form(name),
        abbreviations=frozenset(n for m in members for n, _ in m.names if is_abbreviation(n)),
        country=place.country if place else members[0].country,
        gender=_one(m.gender for m in members),
        offices=frozenset(offices[office] for office in held if office in offices),
        articles=frozenset(m.article for m in members),
        handles=frozenset().union(*map(identifier.handles, identities)),
    )


def _type(members: Iterable[LocalEntity], identifier: Identifier) -> str:
    total: Counter[str] = Counter()
    for member in members:
        total.update(dict(member.types))
    return voted(total, identifier.ontology)


def _one(values: Iterable[str]) -> str:
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else ""
