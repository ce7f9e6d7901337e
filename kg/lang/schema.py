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
