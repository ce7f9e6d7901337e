"""What an office, a role or a body is called in the article's language and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lang import load
from kg.lang.schema import Demonyms, OfficeLabels
from kg.model import Labels
from kg.ontology import Gazetteer

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Designation:
    """The parts of a designation. `role` and `body` have a text by language; `ranks` are adjectives before the role
    (stem and English), `scope` is the field it is for; `country` the gazetteer id of a country, region or city."""

    role: Labels
    gender: str = "Masc"
    plural: bool = False
    ranks: tuple[tuple[str, str], ...] = ()
    country: str = ""
    body: Labels | None = None
    scope: Labels | None = None

    def labels(self, gazetteer: Gazetteer, *, language: str) -> Labels:
        """The designation in `language` and in English."""
        own = self._in(language, gazetteer)
        english = own if language == _ENGLISH else self._in(_ENGLISH, gazetteer)
        return Labels.of({language: own, _ENGLISH: english})

    def _in(self, language: str, gazetteer: Gazetteer) -> str:
        words = load(OfficeLabels, language)
        label = " ".join([*self._ranks(words), self._belonging(language, words, gazetteer)])
        if self.scope is not None:
            label = words.scope.format(label=label, scope=self.scope.get(language))
        return label[:1].upper() + label[1:] if not words.adjectival else label

    def _belonging(self, language: str, words: OfficeLabels, gazetteer: Gazetteer) -> str:
        role = self.role.get(language) if not self.plural else _plural(self.role.get(language), words)
        if self.body is not None:
            role = words.body.format(role=role, body=with_article(self.body.get(language), language))
        if not self.country:
            return role
        adjective = _adjective(self.country, language) if words.adjectival else ""
        if adjective:
            return words.adjectival.format(adjective=adjective + self._ending(words), role=role)
        return words.country.format(role=role, country=country_name(self.country, gazetteer, language=language))

    def _ranks(self, words: OfficeLabels) -> tuple[str, ...]:
        """The adjectives of rank: inflected where the language has adjectives for countries, too, else in English."""
        if words.adjectival:
            return tuple(stem + self._ending(words) for stem, _ in self.ranks)
        return tuple(english for _, english in self.ranks if english)

    def _ending(self, words: OfficeLabels) -> str:
        return words.adjective_endings.get("Plur" if self.plural else self.gender, "")


def country_name(country: str, gazetteer: Gazetteer, *, language: str) -> str:
    """What a language calls a country within a phrase ("the United States")."""
    place = gazetteer.get(country)
    return with_article(place.labels.get(language) if place else country.replace("_", " "), language)


def with_article(name: str, language: str) -> str:
    words = load(OfficeLabels, language)
    return f"{words.article} {name}" if name in words.with_article else name


def _adjective(country: str, language: str) -> str:
    demonyms: Demonyms = load(Demonyms, language)
    demonym = demonyms.countries.get(country) or demonyms.regions.get(country)
    return demonym.adjectives[0] if demonym and demonym.adjectives else ""


def _plural(role: str, words: OfficeLabels) -> str:
    for pattern, replacement in words.plurals:
        if re.search(pattern, role):
            return re.sub(pattern, replacement, role, count=1)
    return role
