"""Words in and around names: titles, roles, institutions, pronouns, demonyms, spelling."""

from __future__ import annotations

from functools import cached_property

import msgspec


class Demonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What belongs to a place: adjectives, inhabitants (masculine, then feminine), first parts of compounds."""

    adjectives: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


class Demonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Adjectives and inhabitants by gazetteer id, of countries and of regions, and how those of cities are made.

    `city_endings` maps the end of a city's adjective to what may stand there in its name; `cities` and
    `city_adjectives` list the words that no rule makes.
    """

    countries: dict[str, Demonym]
    regions: dict[str, Demonym] = {}
    adjective_endings: tuple[str, ...] = ()
    city_endings: dict[str, tuple[str, ...]] = {}
    cities: dict[str, str] = {}
    city_adjectives: dict[str, str] = {}

    def country(self, word: str) -> str:
        """Gazetteer id of the country that an adjective or inhabitant's name belongs to, "" for none."""
        found = self.place(word)
        return found if found in self.countries else ""

    def place(self, word: str) -> str:
        """The same for countries and regions. The word is a lemma; an inflected adjective is understood, too."""
        stems = (word.removesuffix(ending) for ending in ("", *self.adjective_endings))
        return next((self._places[stem] for form in stems for stem in (form, form.lower()) if stem in self._places), "")

    def prefix(self, compound: str) -> str:
        """Gazetteer id of the place that a compound begins with ("US-Präsident" -> United_States), "" for none."""
        first, hyphen, _ = compound.partition("-")
        return self._prefixes.get(first, "") if hyphen else ""

    def city_names(self, word: str) -> tuple[str, ...]:
        """Names of cities that a word may be the adjective or inhabitant of (Berliner: Berlin); most are no cities."""
        known = self.cities.get(word) or self.city_adjectives.get(word)
        if known:
            return (known,)
        return tuple(
            word.removesuffix(ending) + start
            for ending, starts in self.city_endings.items()
            if word[:1].isupper() and word.endswith(ending) and len(word) > len(ending) + 1
            for start in starts
        )

    @cached_property
    def _places(self) -> dict[str, str]:
        entries = [(word, key) for key, d in self._all() for word in (*d.adjectives, *d.persons)]
        return dict(reversed(entries))

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return {prefix: key for key, demonym in self._all() for prefix in demonym.prefixes}

    def _all(self) -> tuple[tuple[str, Demonym], ...]:
        return (*self.countries.items(), *self.regions.items())


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names that tell a person's gender ("Masc", "Fem")."""

    genders: dict[str, tuple[str, ...]]


class Institutions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies that act under their common noun: `nouns` gives their entity type and English; compounds count too.

    `exceptions` are none in spite of their ending; with `vague_adjectives` no certain one is meant; of `vague` nouns
    nothing is known unless a country or another noun stands with them. In a compound, `bare` nouns say no more than
    what the body is that it names; `short` ones stand for a longer one named before. `genders` are told by the end of
    the word, `other_gender` is all others'.
    """

    nouns: dict[str, tuple[str, str]]
    exceptions: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    vague_adjectives: tuple[str, ...] = ()
    genders: dict[str, tuple[str, ...]] = {}
    other_gender: str = ""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are built and bent, and what stands beside them; see the comments in the file."""

    particles: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    roads: tuple[str, ...] = ()
    class_nouns: dict[str, str] = {}
    heads: dict[str, str] = {}
    sayings: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    joints_english: dict[str, dict[str, str]] = {}
    adjective_endings: tuple[str, ...] = ()
    dative_endings: tuple[str, ...] = ()
    normal_endings: dict[str, str] = {}
    genitives: tuple[str, ...] = ()
    no_genitive_after: tuple[str, ...] = ()
    whole_endings: tuple[str, ...] = ()
    apostrophes: tuple[str, ...] = ()
    country_genders: dict[str, tuple[str, ...]] = {}
    family_first: tuple[str, ...] = ()
    transcription: tuple[tuple[str, str], ...] = ()
    never: tuple[str, ...] = ()
    political_nouns: tuple[str, ...] = ()
    party_prepositions: tuple[str, ...] = ()
    party_noun_prepositions: tuple[str, ...] = ()
    place_verbs: tuple[str, ...] = ()
    municipal_nouns: tuple[str, ...] = ()
    address_verbs: tuple[str, ...] = ()


class OfficeLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language calls an office, as templates of `{role}`, `{adjective}`, `{country}`, `{body}`, `{scope}`.

    `adjectival` is for a country whose adjective is known, else `country`; `body` for an organization; `scope` is
    added for a field ("for Eurasian affairs"). `adjective_endings` are by gender or "Plur". `with_article` are
    countries whose name takes `article`. `plurals` are (regular expression, replacement), the first that fits wins.
    """

    country: str
    body: str
    scope: str
    adjectival: str = ""
    adjective_endings: dict[str, str] = {}
    article: str = ""
    with_article: tuple[str, ...] = ()
    plurals: tuple[tuple[str, str], ...] = ()
    conjunction: str = ""


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns of the third person. A reading is "Gender Number" ("Masc Sing") or a number alone ("Plur").

    `possessive` has the stems of possessive determiners and the readings of the owner. `definite` and `indefinite`
    are determiners as written. `impersonal` verbs have a neuter subject that stands for nothing; the subject of
    `animate_verbs` is somebody, and `anybody` pronouns mean no certain one. `thing_gender` is that of nouns for things
    where nouns have none of their own.
    """

    personal: dict[str, tuple[str, ...]]
    possessive: dict[str, tuple[str, ...]]
    possessive_endings: tuple[str, ...]
    definite: tuple[str, ...]
    indefinite: tuple[str, ...]
    impersonal: tuple[str, ...] = ()
    animate_verbs: tuple[str, ...] = ()
    anybody: tuple[str, ...] = ()
    thing_gender: str = ""


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for what people are, in their masculine form, with their English; see the comments in the file.

    With what the nouns in `ends` tell of somebody, an office is over.
    Of a state or of its parts alone are the offices `public`; `envoys` stand for their state at another body.

    `anybody` are descriptions that fit all people, of an age or a gender alone.

    Nouns that `genders` does not list have `other_gender`.

    An office belongs to a state or an organization, an occupation to a person, of `persons` nothing else is said;
    `counterparts` hold the same office on the other side.
    """

    offices: dict[str, str]
    occupations: dict[str, str]
    persons: dict[str, str]
    counterparts: dict[str, str]
    endings: tuple[str, ...]
    adjectival: tuple[str, ...] = ()
    adjectival_endings: tuple[str, ...] = ()
    adjectival_genders: dict[str, tuple[str, ...]] = {}
    feminine_suffix: str = ""
    feminine_endings: tuple[str, ...] = ()
    feminine: dict[str, str] = {}
    feminine_english: dict[str, str] = {}
    plurals: dict[str, str] = {}
    genders: dict[str, str] = {}
    other_gender: str = "Masc"
    genderless: tuple[str, ...] = ()
    unchanged_plural: tuple[str, ...] = ()
    dative_plural: str = ""
    hypernyms: dict[str, tuple[str, ...]] = {}
    several: tuple[str, ...] = ()
    anybody: tuple[str, ...] = ()
    also_names: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    modifiers: dict[str, str] = {}
    former_prefixes: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    ranks: dict[str, str] = {}
    ends: tuple[str, ...] = ()
    sovereign: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    of_clubs: tuple[str, ...] = ()
    envoys: tuple[str, ...] = ()
    scope: dict[str, str] = {}
    owner_prepositions: tuple[str, ...] = ()
    office_nouns: tuple[str, ...] = ()
    office_verbs: dict[str, str] = {}
    leaving_verbs: tuple[str, ...] = ()
    leaving_under: dict[str, tuple[str, ...]] = {}
    retirements: tuple[str, ...] = ()
    retiring_verbs: tuple[str, ...] = ()
    removing_verbs: tuple[str, ...] = ()
    role_marks: tuple[str, ...] = ()


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are spelled. `letters` writes out letters that may be missing on a keyboard (ü: ue).

    `romanisation` are pairs of a spelling that only this language has for a foreign sound and the international one
    (sch: sh), longest first: two names that differ in nothing else are one name in two romanisations.
    """

    letters: dict[str, str] = {}
    romanisation: tuple[tuple[str, str], ...] = ()


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a name that are no part of it: `courtesy` with the gender they tell, `academic` ones, `suffixes`."""

    courtesy: dict[str, str]
    academic: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
