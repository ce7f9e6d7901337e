"""What an entity is called: one name out of all that its mentions use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.model import Labels
from kg.resolve.local import LocalEntity
from kg.resolve.names import Orthography, is_abbreviation


def canonical(entities: Iterable[LocalEntity], orthography: Orthography) -> str:
    """The most complete name in the spelling that most articles, then most mentions use.

    A given and a family name go before one of them, several words before one, one before an abbreviation; so the
    spelling of "Sergei Shoigu" wins over that of a mere "Schoigu", however frequent. Of two that are used as much the
    international spelling wins.
    """
    articles: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for entity in entities:
        for name, count in entity.names:
            articles[name] += 1
            mentions[name] += count

    def rank(name: str) -> tuple[int, bool, int, int, bool, int, str]:
        form = orthography.form(name)
        level = (not form.complete) + (len(name.split()) == 1) + is_abbreviation(name)
        return level, name.isupper(), -articles[name], -mentions[name], form.romanised != form.plain, -len(name), name

    return min(mentions, key=rank) if len(mentions) > 1 else next(iter(mentions), "")


def labels(entities: Iterable[LocalEntity], name: str) -> Labels:
    """What the entity is called by language: as its mentions say, else by its name, in English and where it is used."""
    found: Counter[tuple[str, str]] = Counter()
    default = {"en": name}
    for entity in entities:
        default[entity.language] = name
        found.update(entity.labels.entries)
    known = {language: text for (language, text), _ in sorted(found.items(), key=lambda item: (item[1], item[0]))}
    return Labels.of(default | known)
