"""From a chain's link to the thing of the gazetteer, or to none: unlinked rather than guessed."""

from __future__ import annotations

from kg.ontology import Ontology
from kg.ontology.gazetteer import Gazetteer, Place
from kg.ontology.terms import Types
from kg.resolve.kinds import family, voted
from kg.resolve.local import LocalEntity


def linked(entity: LocalEntity, gazetteer: Gazetteer, ontology: Ontology) -> Place | None:
    """What the article's own link names, None where the gazetteer lacks it or where the text names a person.

    The link is the work of coreference, which sees the words around each name; nothing is linked here that it left
    alone. Towns and organizations share names (and types, to a tagger), people do not become towns.
    """
    place = gazetteer.get(entity.link) if entity.link else None
    if place is None:
        return None
    named = family(voted(dict(entity.types), ontology), ontology)
    return None if named == Types.PERSON and not ontology.is_a(place.type, Types.PERSON) else place
