"""Things of the graph by what people call them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import EntityNotFound, UsageError
from kg.nearest import suggestion
from kg.rdf.blocks import TYPE, iri
from kg.rdf.namespaces import BASE, SCHEMA, SKOS, Names, whole
from kg.rdf.safety import bound

_BY_NAME = """
SELECT DISTINCT ?thing WHERE {
  VALUES ?property { %s }
  ?thing ?property ?label ; schema:name ?any .
  FILTER(LCASE(STR(?label)) = LCASE(?wanted) && STRSTARTS(STR(?thing), ?entities))
}
ORDER BY ?thing
"""
_NAMES, _ALIASES = (_BY_NAME % properties for properties in ("schema:name rdfs:label", "skos:altLabel"))


def entity_node(store: Store, name: str, *, base: str = BASE) -> NamedNode:
    """The entity of this id, IRI, label in any language, or surface form, capitals or not; labels before forms.

    Raises EntityNotFound, with the names most like it, and UsageError when several entities are called so.
    """
    names = Names(base)
    if found := _by_id(store, name, "ent", names):
        return found
    for query in (_NAMES, _ALIASES):
        things = _ask(store, query, name, names)
        if len(things) > 1:
            ids = ", ".join(names.local(thing.value, "ent") or thing.value for thing in things)
            raise UsageError(f"several entities are called {name!r}: {ids}; name one of these")
        if things:
            return things[0]
    raise EntityNotFound(f"no entity is called {name!r}{suggestion(name, _all_names(store))}")


def statement_node(store: Store, name: str, *, base: str = BASE) -> NamedNode:
    """The statement of this id, prefixed name or IRI. Raises UsageError where there is none."""
    found = _by_id(store, name, "st", Names(base))
    if found is None:
        raise UsageError(f"no statement {name!r}; ids are listed by: kg statements")
    return found


def _by_id(store: Store, name: str, prefix: str, names: Names) -> NamedNode | None:
    """The thing of this id; also given as an IRI or with its prefix, as tables show it."""
    iris = {name.strip("<>"), name.replace(f"{prefix}:", names.prefixes[prefix], 1)}
    ids = [name, *filter(None, (names.local(given, prefix) for given in sorted(iris)))]
    nodes = (names.node(prefix, key) for key in ids)
    return next((node for node in nodes if any(store.quads_for_pattern(node, TYPE, None, None))), None)


def _ask(store: Store, query: str, name: str, names: Names) -> list[NamedNode]:
    found = store.query(
        bound(query, {"wanted": Literal(whole(name)), "entities": Literal(names.prefixes["ent"])}),
        prefixes=dict(names.prefixes),
        use_default_graph_as_union=True,
    )
    solutions = found if isinstance(found, QuerySolutions) else ()
    return [thing for solution in solutions if isinstance(thing := solution["thing"], NamedNode)]


def _all_names(store: Store) -> Iterator[str]:
    for name in (SCHEMA + "name", SKOS + "altLabel"):
        for quad in store.quads_for_pattern(None, iri(name), None, None):
            if isinstance(quad.object, Literal):
                yield quad.object.value
