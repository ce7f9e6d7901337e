"""Names in the world: countries, regions, cities and major organizations, with their labels and ids elsewhere.

The data are ``ontologies/gazetteer.tsv``, made by `kg.ontology.build_gazetteer`; a line becomes a `Place` when asked
for.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg.errors import OntologyError
from kg.model.text import Labels
from kg.ontology.files import data
from kg.ontology.terms import Types

COLUMNS = ("id", "type", "de", "en", "names", "country", "capital_of", "population", "common_word", "links")
SEPARATOR = "|"
_APOSTROPHES = str.maketrans("’‘ʼ´", "''''")


@dataclass(frozen=True, slots=True)
class Place:
    """One thing of the gazetteer; `id` is the local name of its IRI, made from its English name.

    `names` are all surface forms in both languages, sorted. `country` is the gazetteer id of the country it is in or
    belongs to (of itself for a country, "" for an international organization), `capital_of` that of the country whose
    seat of government it is. `population` is 0 where unknown. `links` are pairs of scheme ("geonames", "iso3166",
    "wikidata") and id. `common_word` says that a name is also an everyday word or a person's name ("Essen").
    """

    id: str
    type: str
    labels: Labels
    names: tuple[str, ...]
    country: str = ""
    capital_of: str = ""
    population: int = 0
    links: tuple[tuple[str, str], ...] = ()
    common_word: bool = False

    @classmethod
    def of(cls, line: str) -> Place:
        """The place that a line of the file describes."""
        key, kind, de, en, names, country, capital_of, population, common, links = line.split("\t")
        pairs = (link.partition(":") for link in links.split(SEPARATOR) if link)
        return cls(
            id=key,
            type=kind,
            labels=Labels.of({"de": de or en, "en": en}),
            names=tuple(sorted(set(filter(None, (de, en, *names.split(SEPARATOR)))))),
            country=country,
            capital_of=capital_of,
            population=int(population),
            links=tuple((scheme, value) for scheme, _, value in pairs),
            common_word=common == "1",
        )


def normal_name(name: str) -> str:
    """The form in which names are compared: NFC, single blanks, straight apostrophes; case counts."""
    plain = name if name.isascii() else unicodedata.normalize("NFC", name).translate(_APOSTROPHES)
    return " ".join(plain.split())


class Gazetteer:
    """Places by id and by name. Read only; the order of its lines is the order of preference."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._by_name: dict[str, list[str]] = {}
        self._capitals: dict[str, str] = {}
        for line in lines:
            self._add(line)

    def _add(self, line: str) -> None:
        key, _, de, en, names, _, capital_of, _ = line.split("\t", 7)
        self._lines[key] = line
        if capital_of:
            self._capitals[capital_of] = key
        for name in {de, en, *names.split(SEPARATOR)}:
            self._by_name.setdefault(name.translate(_APOSTROPHES), []).append(key)

    def __iter__(self) -> Iterator[Place]:
        return map(Place.of, self._lines.values())

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, key: str) -> Place | None:
        """The place of that id, None where there is none."""
        return self._place(key) if key in self._lines else None

    def _place(self, key: str) -> Place:
        """Made when it is first asked for."""
        if key not in self._places:
            self._places[key] = Place.of(self._lines[key])
        return self._places[key]

    def find(self, name: str) -> tuple[Place, ...]:
        """Everything of that name in any language, best first: countries, capitals, organizations, then by size.

        The name is taken as it stands (no inflection, case counts).
        """
        wanted = normal_name(name)
        return tuple(map(self._place, self._by_name.get(wanted, ()))) if wanted else ()

    def begins(self, words: str) -> bool:
        """Whether any name begins with these words as they stand, be it within another word."""
        wanted = normal_name(words)
        after = bisect_left(self._names, wanted)
        return after < len(self._names) and self._names[after].startswith(wanted)

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._by_name)

    def country_of(self, key: str) -> Place | None:
        """The country that the place of that id is in; a country is in itself."""
        place = self.get(key)
        if place is None or place.type == Types.COUNTRY:
            return place
        return self.get(place.country)

    def capital(self, country: str) -> Place | None:
        """The seat of government of the country of that id; None for an unknown one and for city states."""
        return self.get(self._capitals.get(country, ""))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that is shipped.

    Raises OntologyError when its file is missing or of another format.
    """
    header, *lines = data("gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    if header != "\t".join(COLUMNS):
        raise OntologyError("ontologies/gazetteer.tsv is of another version; run python -m kg.ontology.build_gazetteer")
    return Gazetteer(lines)
