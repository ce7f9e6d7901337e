"""How a language says relations, and their English."""

from __future__ import annotations

import re
from collections.abc import Collection

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
    members of a coordinated subject, for reciprocal meanings), ``comp`` (complement clause), ``self`` (the word of the
    predicate: what happened, to the one whom the noun names), ``part`` (a name that a compound begins with:
    "Lufthansa-Streik"), or a preposition's lemma, where wanted with its case (``mit``, ``in+Acc``). ``gen>adj`` is slot
    ``adj`` of the noun in slot ``gen``. Each of `subject` and `object` lists slots in order of preference. `kinds` are
    types, of one of which the subject must be if there are any, `event` is the noun for what the verb of a frame with
    ``self`` tells. `phrases` are lemma endings, lower case: an object that is no entity but a phrase must have one of
    them at its head. `reflexive` restricts to reflexive (true) or plain (false) use. What `via` names is what a numeral
    counts.

    What makes another sense of the word sure: a slot of `without` that is filled, a direct object whose lemma ends in
    one of `unless`. A frame without `names` wants no named object. The `others` of a frame with `sides` are against
    each other: of more than two nobody is told against whom.
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
    without: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    names: bool = True
    sides: bool = False
    kinds: tuple[str, ...] = ()
    event: str = ""


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All frames of a language, the more special before the more general; verbs that make no open relation alone.

    `empty_verbs` say too little of their object, `predicating_verbs` say what it is held to be. The subject of one of
    `support_verbs` does what its object names ("plant eine Reise"). Verbs of `whole_with` say something else of their
    object, or nothing, without what fills one of these slots ("für ungültig erklären"): prepositions (``in+Acc``),
    ``comp``, or ``iobj``, with which only who gets the object is told. With one of `altering_adverbs` something else is
    done than the verb says ("falsch abrechnen"), with one of `restricting_adverbs` before a circumstance only in that.
    `second_complements` are prepositions that a verb takes beside its
    object ("den Fall an ein Gericht übergeben").
    """

    frames: tuple[Frame, ...]
    empty_verbs: tuple[str, ...] = ()
    predicating_verbs: tuple[str, ...] = ()
    support_verbs: tuple[str, ...] = ()
    whole_with: dict[str, tuple[str, ...]] = {}
    altering_adverbs: tuple[str, ...] = ()
    restricting_adverbs: tuple[str, ...] = ()
    second_complements: dict[str, tuple[str, ...]] = {}


class StrongVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Infinitive -> past (first person) and participle of the verbs whose stem changes."""

    verbs: dict[str, tuple[str, str]]


class Expression(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun and a verb that mean something together ("in die Schranken weisen"): the noun is nobody's object.

    The last words of the `phrase` are the noun, as it is written, and the verb; `slot` is the noun's, as in `Frame`.
    Without `gloss` the phrase stays as it is.
    """

    phrase: str
    slot: str = "obj"
    gloss: str = ""

    @property
    def noun(self) -> str:
        """The noun, as it is written in a text."""
        return self.phrase.split(" ")[-2]

    @property
    def verb(self) -> str:
        """The verb's lemma."""
        return self.phrase.split(" ")[-1]


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English for open relations: verb lemma -> form that reads between subject and object.

    A gloss stands only where it is safe: a verb of several senses that readers would tell apart has "", and stays as it
    is, but for what `by_object` says of it: gloss -> ends of the lemmas (small letters) or types of the objects that
    settle the sense ("Film drehen": shot). A reflexive verb that means something of its own has an entry with its
    pronoun ("sich stellen"). `with_preposition` has the prepositions that a verb governs ("bestehen auf": insisted
    on), and those of a noun with its light verb ("Kritik üben an"). `with_recipient` has the verbs that give or take a
    thing to or from someone, whom the object names ("erteilen": to), with the preposition. `regular` makes the form of
    verbs that have no gloss: pairs of a regular expression and its replacement, the first that fits wins; nouns and
    prepositions of a language that has it read as they are.
    """

    glosses: dict[str, str]
    by_object: dict[str, dict[str, tuple[str, ...]]] = {}
    expressions: tuple[Expression, ...] = ()
    with_preposition: dict[str, str] = {}
    been: dict[str, str] = {}
    with_recipient: dict[str, str] = {}
    regular: tuple[tuple[str, str], ...] = ()

    def knows(self, verb: str) -> bool:
        """Whether the language has the verb."""
        return verb in self.glosses or bool(self._made(verb))

    def english(self, verb: str, *, reflexive: str = "", noun: str = "", kinds: Collection[str] = ()) -> str:
        """The English of a verb with its object, "" where it is not known or not safe.

        `reflexive` is the pronoun of a reflexive use, `noun` the lemma of the object and `kinds` its types.
        """
        forms = (f"{reflexive} {verb}", verb) if reflexive else (verb,)
        form = next((f for f in forms if f in self.glosses or f in self.by_object), forms[-1])
        for gloss, objects in self.by_object.get(form, {}).items():
            if any(o in kinds or noun.lower().endswith(o) for o in objects):
                return gloss
        return self.glosses.get(form) or self._made(form)

    def english_of_governed(self, verb: str, preposition: str, *, reflexive: str = "", noun: str = "") -> str:
        """The English of a verb and the preposition that it, or the `noun` that it leans on, governs."""
        forms = (f"{reflexive} {verb}", verb) if reflexive else (verb,)
        words = [" ".join(filter(None, (noun, form, preposition))) for form in forms]
        whole = next((self.with_preposition[w] for w in words if w in self.with_preposition), "")
        if whole or not self.regular:
            return whole
        return " ".join(filter(None, (self.english(verb), noun, preposition)))

    def _made(self, verb: str) -> str:
        """The form by rule; of a verb with a particle ("break down") the verb's own form and the particle."""
        first, *particle = verb.split(" ")
        made = (re.sub(pattern, form, first) for pattern, form in self.regular if re.search(pattern, first))
        past = self.glosses.get(first, "") if self.regular else ""
        past = past or next(made, "")
        return " ".join((past, *particle)) if past else ""


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of noun phrases and their English: lemma -> gloss, singular.

    Words of several meanings are `ambiguous`: alone they have no English, whatever their gloss in names. `prefixes` and
    `heads` are first and last parts of compounds that do not mean what the noun means; `ambiguous_prefixes` do not tell
    what compounds mean outside of names ("Großfamilie"); nouns of many meanings are `never_first` or `never_last`;
    `linking` letters may stand between the parts. `function` words with an empty gloss are left out. `prepositions`
    mean the same behind whatever noun, `place_prepositions` do before the name of a place, `noun_prepositions` behind a
    noun or a compound of it ("Kritik an": of; ``gen`` is a genitive; "" where it may mean several things). A direct
    object behind one of `singular_articles` whose lemma has one of `weak_endings` is one thing, though its form may be
    a plural ("den Jungen"); nouns that are adjectives have an entry with `adjectival_ending` too. `plurals` and
    `plural_endings` (end -> end, the longest first) make English plurals. The endings are those of inflected forms that
    a parser leaves as lemmas.
    """

    nouns: dict[str, str]
    adjectives: dict[str, str]
    ambiguous: tuple[str, ...] = ()
    prefixes: dict[str, str] = {}
    ambiguous_prefixes: tuple[str, ...] = ()
    heads: dict[str, str] = {}
    never_first: tuple[str, ...] = ()
    never_last: tuple[str, ...] = ()
    function: dict[str, str] = {}
    genitive: str = ""
    prepositions: dict[str, str] = {}
    place_prepositions: dict[str, str] = {}
    noun_prepositions: dict[str, str] = {}
    singular_articles: tuple[str, ...] = ()
    weak_endings: tuple[str, ...] = ()
    adjectival_ending: str = ""
    plurals: dict[str, str] = {}
    plural_endings: dict[str, str] = {}
    linking: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
