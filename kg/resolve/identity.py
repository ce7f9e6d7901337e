"""What a local entity is beyond question: its key, which two entities share only if they are one.

One gazetteer id; one office; one common noun of one country or place ("die russische Regierung"); one full name of one
type. A bare surname and a common noun by itself ("die Polizei") are known in their article only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.ontology import Ontology
from kg.ontology.gazetteer import Gazetteer, Place
from kg.ontology.terms import Types
from kg.resolve.ids import local_name
from kg.resolve.kinds import family, voted
from kg.resolve.linking import linked
from kg.resolve.local import LocalEntity, Naming
from kg.resolve.names import Orthography
from kg.resolve.naming import canonical, labels

Key = tuple[str, ...]

LINK, OFFICE, INSTITUTION, NAME, ALONE = "same-link", "same-office-name", "same-institution", "same-name", "alone"


@dataclass(frozen=True, slots=True)
class Identity:
    """A local entity with what is known of it.

    `display` is its name, or an office's or institution's English label; `scope` the gazetteer id of the country or
    place whose office or institution it is, "" for none.
    """

    entity: LocalEntity
    key: Key
    place: Place | None
    family: str
    display: str
    scope: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """How local entities are told apart: shipped knowledge, spelling, and the ids that edits name."""

    gazetteer: Gazetteer
    ontology: Ontology
    orthography: Orthography
    edited: frozenset[str] = frozenset()

    def identify(self, entity: LocalEntity) -> Identity:
        place = linked(entity, self.gazetteer, self.ontology)
        kind = family(place.type if place else voted(dict(entity.types), self.ontology), self.ontology)
        name = canonical([entity], self.orthography)
        display = name if entity.naming is Naming.NAME else labels([entity], name).get("en")
        scope = "" if entity.naming is Naming.NAME else self._scope(entity, display)
        found = Identity(entity, self._key(entity, place, kind, display, scope), place, kind, display, scope)
        article = "_" + local_name(entity.article)
        told_apart = sorted(handle for handle in self.edited & self.handles(found) if handle.endswith(article))
        return replace(found, key=(*found.key, *told_apart)) if told_apart else found

    def handles(self, identity: Identity) -> frozenset[str]:
        """The ids by which an edit may name it; see `kg.resolve.ids`. An id of the gazetteer never means another."""
        if identity.place or not self.edited:
            return frozenset({identity.place.id} if identity.place else ())
        name, article = local_name(identity.display), local_name(identity.entity.article)
        handles = {f"{name}_{article}"} | (set() if self.gazetteer.get(name) else {name})
        for kind, _ in identity.entity.types:
            handles |= {f"{name}_{kind}", f"{name}_{kind}_{article}"}
        return frozenset(handles)

    def _scope(self, entity: LocalEntity, display: str) -> str:
        """The country of an office or institution, else a place or body of the gazetteer that its label ends in."""
        if entity.country:
            return entity.country
        words = display.split()
        ends = (" ".join(words[n:]) for n in range(1, len(words)) if words[n][:1].isupper())
        places = (place for end in ends for place in self.gazetteer.find(end)[:1] if not place.common_word)
        return next((place.id for place in places), "")

    def _key(self, entity: LocalEntity, place: Place | None, kind: str, display: str, scope: str) -> Key:
        if place:
            return LINK, place.id
        name = self.orthography.normal(display)
        if entity.naming is Naming.OFFICE:
            return OFFICE, name
        if entity.naming is Naming.COMMON_NOUN and scope and kind != Types.PERSON:
            return INSTITUTION, kind, name, scope
        if entity.naming is Naming.NAME and name and kind != Types.PERSON:
            return NAME, kind, name, entity.country
        if entity.naming is Naming.NAME and self.orthography.form(display).complete:
            return NAME, kind, name, entity.gender
        return ALONE, entity.article, str(entity.chain)
