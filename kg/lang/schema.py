"""The sections of a language's lexicon, as types; the words are in ``kg/lang/<code>/<section>.yml``."""

from __future__ import annotations

import msgspec


class Via(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The noun that carries a light verb's meaning: it fills `slot`, and its lemma ends in one of `nouns`."""

    slot: str
    nouns: tuple[str, ...]


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language says a relation.

    `relation` is the local name of an ontology relation ("met"). The predicate is one of `verbs` (lemmas, particle
    joined), `nouns` (event nouns) or `adjectives` (with copula). Slots: ``subj`` and ``obj`` (logical: passive is
    already turned round), ``iobj`` (dative), ``attr`` (predicate noun), ``gen`` (genitive or von-phrase of a noun),
    ``poss`` (possessive or genitive name before a noun), ``adj`` (adjective of nationality), ``others`` (the other
    members of a coordinated subject, for reciprocal meanings), ``comp`` (complement clause), or a preposition's lemma,
    where wanted with its case (``mit``, ``in+Acc``). Each of `subject` and `object` lists slots in order of
    preference. `reflexive` restricts to reflexive (true) or plain (false) use. `count` names the slot whose numeral
    counts the event.
    """

    relation: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: tuple[str, ...] = ("subj",)
    object: tuple[str, ...] = ("obj",)
    via: Via | None = None
    reflexive: bool | None = None
    count: str = ""


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All frames of a language, the more special before the more general, and the verbs too empty to stand alone."""

    frames: tuple[Frame, ...]
    empty_verbs: tuple[str, ...] = ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What clause building must know of a language's closed classes.

    `contractions` gives the preposition of a fused form (im: in). `object_control` lists verbs whose object is the
    subject of the infinitive below ("bat ihn zu kommen", "schickte ihn, um zu …").
    """

    copula: str
    reflexive: str = ""
    contractions: dict[str, str] = {}
    agent_prepositions: tuple[str, ...] = ()
    genitive_prepositions: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    locative_prepositions: tuple[str, ...] = ()
    directional_prepositions: tuple[str, ...] = ()
    adjunct_prepositions: tuple[str, ...] = ()
    object_control: tuple[str, ...] = ()


class Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that govern a clause, by what they do to it."""

    reported: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    prevented: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


class Factuality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of negation, hearsay, plan and doubt; `modals`, `adverbs` and `adjectives` map a lemma to a modality."""

    negation: tuple[str, ...]
    negative_determiners: tuple[str, ...]
    negative_pronouns: tuple[str, ...]
    negating_marks: tuple[str, ...]
    negation_cancelled_by: tuple[str, ...]
    modals: dict[str, str]
    future_auxiliaries: tuple[str, ...]
    conditional_marks: tuple[str, ...]
    purpose_marks: tuple[str, ...]
    question_marks: tuple[str, ...]
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

    `exceptions` are none in spite of their ending; of `vague` ones nothing is known unless a country or another noun
    stands with them.
    """

    nouns: dict[str, tuple[str, str]]
    exceptions: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are built and bent, and what stands beside them; see the comments in the file."""

    particles: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    class_nouns: dict[str, str] = {}
    heads: dict[str, str] = {}
    joints: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    normal_endings: dict[str, str] = {}
    genitive: str = ""
    no_genitive_after: tuple[str, ...] = ()
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
    feminine_suffix: str = ""
    feminine_endings: tuple[str, ...] = ()
    feminine: dict[str, str] = {}
    plurals: dict[str, str] = {}
    genders: dict[str, str] = {}
    genderless: tuple[str, ...] = ()
    unchanged_plural: tuple[str, ...] = ()
    hypernyms: dict[str, tuple[str, ...]] = {}
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


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a name that are no part of it: `courtesy` with the gender they tell, `academic` ones, `suffixes`."""

    courtesy: dict[str, str]
    academic: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
