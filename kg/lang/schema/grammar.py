"""Closed classes of a language: what clauses, commitment and layout are read by."""

from __future__ import annotations

import msgspec


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What clause building must know of a language's closed classes, and how it writes nouns.

    `noun_capitals` says that common nouns have a capital. With `open_compounds` the parts of a compound are words of
    their own ("defence minister"), and names stand before nouns like adjectives ("Kremlin spokesman").
    `possessive_marks` are words that put the noun before them in the genitive ('s). Behind `attached_prepositions` a
    parser may hang on the object what the verb wants.

    `verb_second`: the finite verb is the second part of a main clause; `verb_final`: the last of a subordinate one. A
    clause that one of `untold_marks` opens is no statement by itself, only within the clause above it. Behind one of
    `instrumental_prepositions` there is never an object.

    `contractions` gives the preposition of a fused form (im: in). `object_control` lists verbs whose object is the
    subject of the infinitive below ("bat ihn zu kommen", "schickte ihn, um zu …"), or stands behind one of
    `control_prepositions` ("called on them to leave"); without an object it is their subject, but nobody's with
    `open_control` ("forderte, die Bank zu boykottieren") or where the object is one of `open_nouns`; of the objects
    of `causatives` only what they have themselves does it ("ließ ihn reden"). A participle below one of
    `suffering_verbs` tells what others do ("bekam das Haus geschenkt"), and so does a purpose below one of
    `enabling_verbs` ("wandte sich an Hui, um …", "baute Brücken, um …"). `content_nouns`
    say nothing without the clause that says what, `comparing_adjectives` nothing without that with which they compare;
    `announcing_articles` say that a relative clause tells which; behind one of `role_prepositions` stands as what.
    Behind `naming_prepositions` stands a name of the noun before.
    `area_nouns` name a part of the place behind them ("im Norden von Syrien"): what happens there happens in that
    place.

    `articles` and contractions have readings "Gender Number Case" ("Masc Sing Acc"), or "Plur Dat" before any gender.
    An article with one of `oblique_endings` is never a subject's, one with one of `dative_endings` a dative's.
    `neuter_relatives` are all pronouns that stand for a place by its name ("Minsk, das …").
    `inclusive_adverbs` give examples ("darunter"), behind `distance_words` a preposition tells from where ("nördlich
    von").
    """

    copula: str
    reflexive: str = ""
    contractions: dict[str, str] = {}
    articles: dict[str, tuple[str, ...]] = {}
    passive_auxiliaries: tuple[str, ...] = ()
    perfect_auxiliaries: tuple[str, ...] = ()
    agent_prepositions: tuple[str, ...] = ()
    genitive_prepositions: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    locative_prepositions: tuple[str, ...] = ()
    anchoring_prepositions: tuple[str, ...] = ()
    goal_words: tuple[str, ...] = ()
    directional_prepositions: tuple[str, ...] = ()
    meanwhile: tuple[str, ...] = ()
    adjunct_prepositions: tuple[str, ...] = ()
    instrumental_prepositions: tuple[str, ...] = ()
    source_prepositions: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    infinitive_nouns: tuple[str, ...] = ()
    holding_verbs: tuple[str, ...] = ()
    feminine_endings: tuple[str, ...] = ()
    masculine_endings: tuple[str, ...] = ()
    feminine_dative_endings: tuple[str, ...] = ()
    source_adverbs: tuple[str, ...] = ()
    plural_ending: str = ""
    weak_lemma_ending: str = ""
    respective_words: tuple[str, ...] = ()
    question_words: tuple[str, ...] = ()
    bare_directions: tuple[str, ...] = ()
    verb_infixes: tuple[str, ...] = ()
    verb_prefixes: tuple[str, ...] = ()
    object_control: tuple[str, ...] = ()
    open_control: tuple[str, ...] = ()
    open_nouns: tuple[str, ...] = ()
    suffering_verbs: tuple[str, ...] = ()
    enabling_verbs: tuple[str, ...] = ()
    causatives: tuple[str, ...] = ()
    content_nouns: tuple[str, ...] = ()
    comparing_adjectives: tuple[str, ...] = ()
    announcing_articles: tuple[str, ...] = ()
    role_prepositions: tuple[str, ...] = ()
    control_prepositions: tuple[str, ...] = ()
    area_nouns: tuple[str, ...] = ()
    oblique_endings: tuple[str, ...] = ()
    dative_endings: tuple[str, ...] = ()
    inclusive_adverbs: tuple[str, ...] = ()
    distance_words: tuple[str, ...] = ()
    neuter_relatives: tuple[str, ...] = ()
    naming_prepositions: tuple[str, ...] = ()
    noun_capitals: bool = False
    open_compounds: bool = False
    possessive_marks: tuple[str, ...] = ()
    attached_prepositions: tuple[str, ...] = ()
    verb_second: bool = False
    verb_final: bool = False
    untold_marks: tuple[str, ...] = ()


class Governors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that govern a clause, by what they do to it.

    What is below a `factive` governor is true, denied or not; below an `implicative` one as true as the governor
    itself; below one that has `prevented` it is denied, by `denied` ones too, if only as hearsay. What is `doubted` is
    possible, and true where there is no doubt. Who is `able` to do something may; who is not does not. What is
    `demanded` of somebody is no plan of theirs: nothing is claimed of it.
    The others lend it their modality.
    An entry of several words needs all of them: lemmas (or forms) of dependents, or the mark of the clause below.
    """

    factive: tuple[str, ...] = ()
    implicative: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    prevented: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()
    able: tuple[str, ...] = ()
    demanded: tuple[str, ...] = ()


class Factuality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of negation, hearsay, plan and doubt: lemmas, of closed classes also forms.

    `modals` (by form before lemma), `adverbs`, `adjectives` and `impending` (verbs whose subject is an event to
    come) map a lemma to a modality, or to "demanded"; `to_be_done` is what an infinitive with its mark below an
    auxiliary is. A modal of hearsay is one with a perfect or one of the `states`, else a plan. One of intention
    with a perfect, or with one of the verbs of `claims` above a clause, is the subject's claim. `permissions`
    forbid when negated. `near_negation` and a negation before one of `degrees` (or an adverb of manner or one of
    `manner_nouns`, whatever `passing` words are between) deny no deed. `conditional_marks` always open a condition,
    `open_marks` unless the clause is in the past ("until", "sobald"). `conditional_verbs` are forms that open one
    without a conjunction; with `verb_first` any finite verb does if the next clause begins with its verb or with one
    of `consequence`. A verb in the singular with none of the `present_endings` is past. `achieved_forms` are past forms
    of modals that tell what was done ("konnte festnehmen"). `result_marks` before a mark of complements open a
    consequence ("so dass"), `instruments` announce what is done ("begann damit, dass"); below `inchoative` verbs an
    infinitive is not yet, or no more, done. What a past form of `needing` verbs took in order to do something is no
    plan. Below a purpose, what `expressive` verbs tell is what is done above. A source with an adjective of `own` is
    the subject. `naming` verbs say what something is called, not who tells it. Event nouns behind `circumstances` are
    not what the verb is about. With `bare_purposes` an infinitive alone may tell a purpose. With `wishes` an unreal
    form is a wish. A date behind one of `intended` is that of what is planned.
    """

    negation: tuple[str, ...]
    negative_determiners: tuple[str, ...]
    negative_pronouns: tuple[str, ...]
    negating_marks: tuple[str, ...]
    negation_cancelled_by: tuple[str, ...]
    near_negation: tuple[str, ...]
    degrees: tuple[str, ...]
    manner_nouns: tuple[str, ...]
    passing: tuple[str, ...]
    occasions: tuple[str, ...]
    disjunctions: tuple[str, ...]
    contrast: tuple[str, ...]
    modals: dict[str, str]
    achieved_forms: tuple[str, ...]
    to_be_done: str
    states: tuple[str, ...]
    wishes: tuple[str, ...]
    claims: tuple[str, ...]
    permissions: tuple[str, ...]
    future_auxiliaries: tuple[str, ...]
    future_in_past: tuple[str, ...]
    conditional_marks: tuple[str, ...]
    open_marks: tuple[str, ...]
    conditional_nouns: tuple[str, ...]
    conditional_verbs: tuple[str, ...]
    verb_first: bool
    consequence: tuple[str, ...]
    state_auxiliaries: tuple[str, ...]
    purpose_marks: tuple[str, ...]
    needing: tuple[str, ...]
    bare_purposes: bool
    expressive: tuple[str, ...]
    complement_marks: tuple[str, ...]
    result_marks: tuple[str, ...]
    inchoative: tuple[str, ...]
    instruments: tuple[str, ...]
    question_marks: tuple[str, ...]
    indicative_forms: tuple[str, ...]
    subjunctive_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    adverbs: dict[str, str]
    adjectives: dict[str, str]
    impending: dict[str, str]
    governors: Governors
    governor_adjectives: Governors
    governor_nouns: Governors
    event_verbs: Governors
    occurrence: tuple[str, ...]
    circumstances: tuple[str, ...]
    naming: tuple[str, ...]
    source_prepositions: tuple[str, ...]
    source_nouns: tuple[str, ...]
    source_noun_prepositions: tuple[str, ...]
    own: tuple[str, ...]
    intended: tuple[str, ...]
    source_adverbs: tuple[str, ...]
    source_relatives: tuple[str, ...]
    reporting_marks: tuple[str, ...]
    opening_quotes: tuple[str, ...]
    closing_quotes: tuple[str, ...]


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where sentences end; see the comments in ``sentences.yml``."""

    abbreviations: frozenset[str]
    never_final: frozenset[str]
    openers: frozenset[str]
    after_ordinals: frozenset[str]
    dotted_ordinals: bool


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a page that are no news.

    `credits` go before the name of who took a picture; `labels` are alone on a line; `openings` begin a short line,
    `keys` begin one and are followed by a colon. Capitals do not matter but in `credits`. No line is whole that ends in
    one of the `unfinished`, as written.
    """

    credits: tuple[str, ...]
    labels: tuple[str, ...]
    openings: tuple[str, ...]
    keys: tuple[str, ...]
    unfinished: tuple[str, ...]
