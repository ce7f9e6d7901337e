"""How a language says relations, and their English."""

from __future__ import annotations

import re

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
    types, of one of which the subject must be if there are any. `phrases` are lemma endings, lower case: an object that
    is no entity but a phrase must have one of them at its head. `reflexive` restricts to reflexive (true) or plain
    (false) use. `count` names the slot whose numeral counts the event.

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
    count: str = ""
    without: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    names: bool = True
    sides: bool = False
    kinds: tuple[str, ...] = ()


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All frames of a language, the more special before the more general; verbs that make no open relation alone.

    `empty_verbs` say too little of their object, `predicating_verbs` say what it is held to be. The subject of one of
    `support_verbs` does what its object names ("plant eine Reise").
    """

    frames: tuple[Frame, ...]
    empty_verbs: tuple[str, ...] = ()
    predicating_verbs: tuple[str, ...] = ()
    support_verbs: tuple[str, ...] = ()


class StrongVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Infinitive -> past (first person) and participle of the verbs whose stem changes."""

    verbs: dict[str, tuple[str, str]]


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English for open relations: verb lemma -> form that reads between subject and object, preposition -> preposition.

    A reflexive verb that means something of its own has an entry with its pronoun ("sich stellen"). `with_preposition`
    ("bestehen auf": insisted on) has the prepositions that a verb governs, and goes before the two words by themselves.
    `regular` makes the form of verbs that have no gloss: pairs of a regular expression and its replacement, the first
    that fits wins. Without `prepositions` they read as they are.
    """

    glosses: dict[str, str]
    prepositions: dict[str, str] = {}
    with_preposition: dict[str, str] = {}
    regular: tuple[tuple[str, str], ...] = ()

    def knows(self, verb: str) -> bool:
        """Whether the verb has a form to read by."""
        return bool(self._gloss((verb,)))

    def english(self, verb: str, preposition: str = "", *, reflexive: str = "", noun: str = "") -> str:
        """The English of a verb and its preposition, "" where a word is unknown.

        `reflexive` is the pronoun of a reflexive use, `noun` the English noun that a light verb leans on.
        """
        forms = (f"{reflexive} {verb}", verb) if reflexive else (verb,)
        joined = (self.with_preposition.get(f"{form} {preposition}") for form in forms)
        if not noun and (whole := next(filter(None, joined), "")):
            return whole
        parts = [
            self._gloss(forms),
            *([noun] if noun else []),
            *([self._preposition(preposition)] if preposition else []),
        ]
        return " ".join(parts) if all(parts) else ""

    def _preposition(self, preposition: str) -> str:
        return self.prepositions.get(preposition, "") if self.prepositions else preposition

    def _gloss(self, forms: tuple[str, ...]) -> str:
        listed = next((self.glosses[form] for form in forms if form in self.glosses), "")
        return listed or (self._made(forms[-1]) if self.regular else "")

    def _made(self, verb: str) -> str:
        """The form by rule; of a verb with a particle ("break down") the verb's own form and the particle."""
        first, *particle = verb.split(" ")
        made = (re.sub(pattern, form, first) for pattern, form in self.regular if re.search(pattern, first))
        past = self.glosses.get(first) or next(made, "")
        return " ".join((past, *particle)) if past else ""


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
