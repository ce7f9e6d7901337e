"""The sections of a language's lexicon, as types; the words are in ``kg/lang/<code>/<section>.yml``."""

from __future__ import annotations

from functools import cached_property

import msgspec


class Via(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The noun that carries a light verb's meaning: it fills `slot`, and its lemma ends in one of `nouns`.

    With `adjectives` the noun must carry one of these ("militärische Beziehungen") or be a compound that begins with
    one ("Militärbeziehungen"). All are lower case.
    """

    slot: str
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language says a relation.

    `relation` is the local name of an ontology relation ("met"). The predicate is one of `verbs` (lemmas, particle
    joined), `nouns` (event nouns) or `adjectives` (with copula; nouns too). Slots: ``subj`` and ``obj`` (logical:
    passive is turned round), ``iobj`` (dative), ``attr`` (predicate noun), ``gen`` (genitive or von-phrase of a noun),
    ``poss`` (possessive or genitive name before a noun), ``adj`` (adjective of nationality), ``others`` (the other
    members of a coordinated subject, for reciprocal meanings), ``comp`` (complement clause), or a preposition's lemma,
    where wanted with its case (``mit``, ``in+Acc``). ``gen>adj`` is slot ``adj`` of the noun in slot ``gen``. Each of
    `subject` and `object` lists slots in order of preference. `phrases` are lemma endings, lower case: an object that
    is no entity but a phrase must have one of them at its head. `reflexive` restricts to reflexive (true) or plain
    (false) use. `count` names the slot whose numeral counts the event.
    """

    relation: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("subj",)
    object: tuple[str, ...] = ("obj",)
    phrases: tuple[str, ...] = ()
    via: Via | None = None
    reflexive: bool | None = None
    count: str = ""


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All frames of a language, the more special before the more general, and the verbs too empty to stand alone."""

    frames: tuple[Frame, ...]
    empty_verbs: tuple[str, ...] = ()


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of noun phrases and their English: lemma -> gloss, singular.

    `prefixes` and `heads` are first and last parts of compounds that do not mean what the noun means; nouns of many
    meanings are `never_first` or `never_last`; `linking` letters may stand between the parts. `function` words with an
    empty gloss are left out. `plurals` and `plural_endings` (end -> end, the longest first) make English plurals. The
    endings are those of inflected forms that a parser leaves as lemmas.
    """

    nouns: dict[str, str]
    adjectives: dict[str, str]
    prefixes: dict[str, str] = {}
    heads: dict[str, str] = {}
    never_first: tuple[str, ...] = ()
    never_last: tuple[str, ...] = ()
    function: dict[str, str] = {}
    genitive: str = ""
    plurals: dict[str, str] = {}
    plural_endings: dict[str, str] = {}
    linking: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What clause building must know of a language's closed classes.

    `contractions` gives the preposition of a fused form (im: in). `object_control` lists verbs whose object is the
    subject of the infinitive below ("bat ihn zu kommen", "schickte ihn, um zu …").
    """

    copula: str
    reflexive: str = ""
    contractions: dict[str, str] = {}
    passive_auxiliaries: tuple[str, ...] = ()
    perfect_auxiliaries: tuple[str, ...] = ()
    agent_prepositions: tuple[str, ...] = ()
    genitive_prepositions: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    locative_prepositions: tuple[str, ...] = ()
    directional_prepositions: tuple[str, ...] = ()
    adjunct_prepositions: tuple[str, ...] = ()
    source_prepositions: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    infinitive_nouns: tuple[str, ...] = ()
    verb_infixes: tuple[str, ...] = ()
    object_control: tuple[str, ...] = ()


class Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that govern a clause, by what they do to it."""

    reported: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    prevented: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


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


class Factuality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of negation, hearsay, plan and doubt; `modals`, `adverbs` and `adjectives` map a lemma to a modality."""

    negation: tuple[str, ...]
    negative_determiners: tuple[str, ...]
    negative_pronouns: tuple[str, ...]
    negating_marks: tuple[str, ...]
    negation_cancelled_by: tuple[str, ...]
    contrast: tuple[str, ...]
    modals: dict[str, str]
    future_auxiliaries: tuple[str, ...]
    conditional_marks: tuple[str, ...]
    purpose_marks: tuple[str, ...]
    complement_marks: tuple[str, ...]
    question_marks: tuple[str, ...]
    indicative_forms: tuple[str, ...]
    subjunctive_endings: tuple[str, ...]
    factive_nouns: tuple[str, ...]
    adverbs: dict[str, str]
    adjectives: dict[str, str]
    governors: Governors
    governor_nouns: Governors
    implicative: tuple[str, ...]
    occurrence: tuple[str, ...]
    source_prepositions: tuple[str, ...]
    source_nouns: tuple[str, ...]
    source_noun_prepositions: tuple[str, ...]


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a page that are no news.

    `credits` go before the name of who took a picture; `labels` are alone on a line; `openings` begin a short line,
    `keys` begin one and are followed by a colon. Capitals do not matter but in `credits`.
    """

    credits: tuple[str, ...]
    labels: tuple[str, ...]
    openings: tuple[str, ...]
    keys: tuple[str, ...]


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names that tell a person's gender ("Masc", "Fem")."""

    genders: dict[str, tuple[str, ...]]


class Institutions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies that act under their common noun: `nouns` gives their entity type and English; compounds count too.

    `exceptions` are none in spite of their ending; with `vague_adjectives` no certain one is meant; of `vague` nouns
    nothing is known unless a country or another noun stands with them. `genders` are told by the end of the word,
    `other_gender` is all others'.
    """

    nouns: dict[str, tuple[str, str]]
    exceptions: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    vague_adjectives: tuple[str, ...] = ()
    genders: dict[str, tuple[str, ...]] = {}
    other_gender: str = ""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are built and bent, and what stands beside them; see the comments in the file."""

    particles: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    class_nouns: dict[str, str] = {}
    heads: dict[str, str] = {}
    joints: tuple[str, ...] = ()
    joints_english: dict[str, dict[str, str]] = {}
    adjective_endings: tuple[str, ...] = ()
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
    `animate_verbs` is somebody.
    """

    personal: dict[str, tuple[str, ...]]
    possessive: dict[str, tuple[str, ...]]
    possessive_endings: tuple[str, ...]
    definite: tuple[str, ...]
    indefinite: tuple[str, ...]
    impersonal: tuple[str, ...] = ()
    animate_verbs: tuple[str, ...] = ()


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for what people are, in their masculine form, with their English; see the comments in the file.

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
    plurals: dict[str, str] = {}
    genders: dict[str, str] = {}
    genderless: tuple[str, ...] = ()
    unchanged_plural: tuple[str, ...] = ()
    hypernyms: dict[str, tuple[str, ...]] = {}
    several: tuple[str, ...] = ()
    also_names: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    modifiers: dict[str, str] = {}
    former_prefixes: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    ranks: dict[str, str] = {}
    sovereign: tuple[str, ...] = ()
    scope: dict[str, str] = {}
    office_nouns: tuple[str, ...] = ()
    office_verbs: dict[str, str] = {}
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


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English for open relations: verb lemma -> form that reads between subject and object, preposition -> preposition.

    A reflexive verb that means something of its own has an entry with its pronoun ("sich stellen"). `with_preposition`
    ("bestehen auf": insisted on) goes before the two words by themselves.
    """

    glosses: dict[str, str]
    prepositions: dict[str, str] = {}
    with_preposition: dict[str, str] = {}

    def english(self, verb: str, preposition: str = "", *, reflexive: str = "", noun: str = "") -> str:
        """The English of a verb and its preposition, "" where a word is unknown.

        `reflexive` is the pronoun of a reflexive use, `noun` the English noun that a light verb leans on.
        """
        forms = (f"{reflexive} {verb}", verb) if reflexive else (verb,)
        joined = (self.with_preposition.get(f"{form} {preposition}") for form in forms)
        if not noun and (whole := next(filter(None, joined), "")):
            return whole
        gloss = next((self.glosses[form] for form in forms if form in self.glosses), "")
        parts = [gloss, *([noun] if noun else []), *([self.prepositions.get(preposition, "")] if preposition else [])]
        return " ".join(parts) if all(parts) else ""


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers in words and the words around them; keys of `words` and `multipliers` are numbers, of `comparators` the
    signs of `kg.model.Count`. `currencies` are colloquial names by ISO 4217 code, beside those of CLDR.
    """

    decimal: str
    grouping: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = {}
    articles: tuple[str, ...] = ()
    multipliers: dict[str, tuple[str, ...]] = {}
    orders: tuple[str, ...] = ()
    comparators: dict[str, tuple[str, ...]] = {}
    times_suffixes: tuple[str, ...] = ()
    times_words: tuple[str, ...] = ()
    no_times_after: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    currencies: dict[str, tuple[str, ...]] = {}


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Time expressions: the words by category and value, and the patterns of categories that make dates and phrases.

    What the categories and their values mean is said in `kg.extract.time_words`. `shapes` are regular expressions over
    one token, their named groups parts of a date.
    """

    locales: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    values: dict[str, dict[str, tuple[str, ...]]]
    dates: tuple[str, ...]
    bare: tuple[str, ...]
    phrases: dict[str, tuple[str, ...]]
    name_endings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    inflected: dict[str, dict[str, tuple[str, ...]]] = {}
    adjective_units: dict[str, str] = {}
    shapes: dict[str, tuple[str, ...]] = {}
