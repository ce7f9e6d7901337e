"""A sentence with its clauses, asked for the words that decide what it claims: the one place that looks them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from kg.extract.clauses.clause import SUBJECT, Clause, ClauseKind
from kg.extract.clauses.tense import tells_past
from kg.extract.phrases.quotation_marks import quote_places, quoted_alone
from kg.lang import load
from kg.lang.schema import Factuality, Governors, Grammar
from kg.model import Sentence, Token

_SHORTEST_HEAD = 3  # of a compound: shorter endings are chance
_INSIDE_PHRASE = ("amod", "acl", "nmod", "appos", "conj", "nummod", "dislocated", "vocative")
_VERBS, _ADJECTIVES, _NOUNS, _EVENTS = "governors", "governor_adjectives", "governor_nouns", "event_verbs"
_NAMING = ("VERB", "NOUN", "PROPN")  # parts of speech of no adverb ("das Wohl")
_PLAIN = ("factive", "implicative")
_Entry = tuple[frozenset[str], str]


class Cues:
    """One sentence being judged; built anew for each, never kept."""

    def __init__(self, sentence: Sentence, clauses: tuple[Clause, ...], language: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.clauses = clauses
        self.language = language
        self.words: Factuality = load(Factuality, language)

    @cached_property
    def verbal(self) -> frozenset[int]:
        """The predicates that are no event nouns."""
        return frozenset(clause.predicate for clause in self.clauses if clause.kind is not ClauseKind.NOUN)

    @cached_property
    def perfect_auxiliaries(self) -> tuple[str, ...]:
        """The auxiliaries of the perfect."""
        grammar: Grammar = load(Grammar, self.language)
        return grammar.perfect_auxiliaries

    @cached_property
    def negating(self) -> tuple[Token, ...]:
        """The words that negate something."""
        return tuple(token for token in self.tokens if self.negates(token))

    @cached_property
    def adverbs(self) -> tuple[tuple[Token, str], ...]:
        """The words that weaken a clause by themselves, with the modality that they give it."""
        known = self.words.adverbs
        found = ((token, known.get(token.lemma.lower(), "")) for token in self.tokens if token.upos not in _NAMING)
        return tuple((token, modality) for token, modality in found if modality)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Places of the marks around each quotation."""
        return tuple(quote_places(self.tokens, self.words))

    # -- governors ------------------------------------------------------------------------------------------------

    def effects(self, governor: Clause, below: Clause | None = None) -> tuple[str, ...]:
        """What a verb, or an adjective or noun with a copula, does to a clause below it, the most special first.

        A verb may need other words beside it to do so ("rule out", "im Verdacht stehen"): then others do not count.
        """
        lemma = self.tokens[governor.predicate].lemma
        beside = frozenset(self._beside(governor, below))
        if governor.kind is ClauseKind.COPULA:
            noun = self.noun_effect(lemma)
            found = _among(_ADJECTIVES, self.language).get(lemma.lower(), ())
            return _fitting(found, beside) or ((noun,) if noun else ())
        return _fitting(_among(_VERBS, self.language).get(lemma, ()), beside)

    def happening(self, clause: Clause) -> tuple[str, ...]:
        """What a verb or adjective says of an event, its subject ("steht bevor", "gilt als unwahrscheinlich")."""
        lemma = self.tokens[clause.predicate].lemma
        verb = _fitting(_among(_EVENTS, self.language).get(lemma, ()), frozenset(self._beside(clause, None)))
        told = (self.tokens[clause.predicate], *self.sentence.dependents(clause.predicate, "xcomp", "obl"))
        forms = [
            form for t in told if t.upos in ("ADJ", "VERB") for form in dict.fromkeys((t.text.lower(), t.lemma.lower()))
        ]
        known = _among(_ADJECTIVES, self.language)
        adjectives = [effect for form in forms for effect in _fitting(known.get(form, ()), frozenset())]
        return (*verb, *adjectives)

    @staticmethod
    def doubtful(effects: Iterable[str]) -> str:
        """The first class under which a clause is no plain fact, "" where there is none."""
        return next((effect for effect in effects if effect not in _PLAIN), "")

    def _beside(self, governor: Clause, below: Clause | None) -> Iterator[str]:
        for token in self.sentence.dependents(governor.predicate):
            yield from (token.lemma.lower(), token.text.lower())
        if below:
            marks = (self.tokens[m] for m in below.marks)
            yield from (token.lemma.lower() for token in (*self.marks(below), *marks))

    def noun_effect(self, lemma: str) -> str:
        """The class of a noun that governs, compounds by their last part ("Vermittlungsversuch"); "" for none."""
        return _noun_effect(lemma, self.language)

    # -- words of a clause ----------------------------------------------------------------------------------------

    def own(self, clause: Clause) -> tuple[Token, ...]:
        """The predicate and its auxiliaries."""
        return tuple(self.tokens[i] for i in (clause.predicate, *clause.auxiliaries))

    def finite(self, clause: Clause) -> tuple[Token, ...]:
        return tuple(t for t in self.own(clause) if t.feat("VerbForm") == "Fin")

    def marks(self, clause: Clause) -> tuple[Token, ...]:
        """The words that subordinate a clause, in several parts too; the marks of infinitives are no such words."""
        words = [self.tokens[m] for m in clause.marks if self.tokens[m].upos != "PART"]
        adverbs = self.sentence.dependents(clause.predicate, "advmod") if words else ()
        words += [token for token in adverbs if any(token.i == word.i - 1 for word in words)]  # "rather than"
        return tuple(part for word in words for part in (word, *self.sentence.dependents(word.i, "fixed")))

    def marked(self, clause: Clause, words: Iterable[str]) -> int | None:
        """The mark of the clause that is one of `words`, None if there is none."""
        return next((m.i for m in self.marks(clause) if {m.lemma.lower(), m.text.lower()} & set(words)), None)

    def purpose(self, clause: Clause) -> int | None:
        """The mark of a purpose, None if there is none: a mark of infinitives before a finite verb is the preposition
        of a relative pronoun ("die Stimmen, um die er warb")."""
        mark, grammar = self.marked(clause, self.words.purpose_marks), load(Grammar, self.language)
        infinitive = mark is not None and self.tokens[mark].lemma.lower() in grammar.infinitive_marks
        return None if infinitive and self.finite(clause) else mark

    def asks(self, clause: Clause) -> bool:
        return self.marked(clause, self.words.question_marks) is not None

    def past(self, clause: Clause) -> bool:
        """Whether the clause tells what has been."""
        return tells_past(self.sentence, clause, language=self.language)

    def perfect_infinitive(self, clause: Clause) -> bool:
        """ "getroffen zu haben", "having met": an infinitive or gerund of what has been."""
        bare = any(self.tokens[i].feat("VerbForm") in ("Inf", "Ger", "Part") for i in clause.auxiliaries)
        participle = self.tokens[clause.predicate].feat("VerbForm") == "Part" and not clause.passive
        return participle and bare and not self.finite(clause)

    def perfect_below(self, clause: Clause) -> bool:
        """ "soll getroffen haben", "will erfahren haben": a perfect infinitive, whatever stands over it."""
        bare = [self.tokens[i] for i in clause.auxiliaries if self.tokens[i].feat("VerbForm") == "Inf"]
        moved = self.tokens[clause.predicate].feat("VerbForm") == "Part" and clause.kind is not ClauseKind.COPULA
        being = moved and self._verb_second and any(t.lemma in self.words.state_auxiliaries for t in bare)
        return being or any(t.lemma in self.perfect_auxiliaries for t in bare)

    def relative(self, clause: Clause) -> bool:
        """Whether a relative pronoun is in the clause; one whose place another word fills opens a complement."""
        below = (self.tokens[i] for i in self.sentence.subtree(clause.predicate))
        found = [token for token in below if token.has("PronType", "Rel") and token.relation != "mark"]
        return any(not self._doubled(token, clause) for token in found)

    def _doubled(self, pronoun: Token, clause: Clause) -> bool:
        """ "rumours that X sold Y": the pronoun, if it were one, would be a second object."""
        alike = self.sentence.dependents(clause.predicate, pronoun.deprel)
        return pronoun.head == clause.predicate and pronoun.relation in ("nsubj", "obj") and len(alike) > 1

    def stative(self, clause: Clause) -> bool:
        """Whether the predicate tells a state of its subject: "ist geplant", "wird erwartet", "ist möglich"."""
        verbs = {self.tokens[i].lemma for i in clause.auxiliaries}
        finite = self.tokens[clause.predicate].feat("VerbForm") == "Fin"
        return clause.passive or (bool(verbs & set(self.words.state_auxiliaries)) and not finite)

    def speaker(self, clause: Clause) -> int | None:
        """The head of the subject of a verb of saying."""
        return next((a.head for a in clause.slot(SUBJECT)), None)

    def start(self, clause: Clause) -> int:
        """Place of the first word of the clause and all below it."""
        inside = self.sentence.subtree(clause.predicate)
        return next((i for i in inside if self.tokens[i].upos != "PUNCT"), inside[0])

    def apart(self, clause: Clause) -> bool:
        """Whether the clause stands behind a semicolon: a sentence by itself."""
        start = self.start(clause)
        return start > 0 and self.tokens[start - 1].text == ";"

    def children(self, clause: Clause) -> Iterator[Clause]:
        """The clauses right below."""
        return (c for c in self.clauses if c.parent >= 0 and self.clauses[c.parent] is clause)

    def quotes_at(self, i: int) -> bool:
        """Whether word i stands right behind a mark that opens a quotation."""
        return any(first <= i <= first + 1 for first, _ in self.quoted)

    def quoted_alone(self, speech: Clause) -> int:
        """Place of the mark that opens what the verb of saying right behind it has said, -1 where that is no quotation
        by itself."""
        return quoted_alone(self.tokens, min((speech.predicate, *speech.auxiliaries)), self.quoted)

    # -- scope ----------------------------------------------------------------------------------------------------

    def reaches(self, token: Token, clause: Clause) -> bool:
        """Whether a word's scope is the clause: nothing between them but adverbs and whole arguments.

        A word inside a noun phrase ("nicht genannte Quellen") or at one argument set against another ("nicht mit X,
        sondern mit Y") is not the clause's, nor one behind a clause that its verb has closed: that is said above.
        """
        start = token.i
        if start == clause.predicate or self._closed(clause.predicate, start):
            return False
        while token.head >= 0 and token.i != clause.predicate:
            if self._closed(token.i, start):
                token = self.tokens[token.head]
                continue
            if token.i in self.verbal or token.relation in _INSIDE_PHRASE or self.contrasted(token.i):
                return False
            token = self.tokens[token.head]
        return token.i == clause.predicate and not self._before_contrasted(start, clause)

    def _closed(self, predicate: int, i: int) -> bool:
        """Whether word i stands behind a subordinate clause whose verb is its last word ("unterstützt den Wunsch, ihn
        zu treffen, jedoch nicht"), in languages where the main clause's verb is second."""
        if not self._verb_second or predicate not in self.verbal or i < predicate:
            return False
        return any(mark.i < predicate for mark in self.sentence.dependents(predicate, "mark"))

    @property
    def bare_participles(self) -> bool:
        """Whether a participle below a verb is of a passive, whatever its subject: where verbs are second."""
        return self._verb_second

    @cached_property
    def _verb_second(self) -> bool:
        grammar: Grammar = load(Grammar, self.language)
        return grammar.verb_second

    def _before_contrasted(self, i: int, clause: Clause) -> bool:
        """Whether the word stands right before an argument that another is put in the place of."""
        return any(self.contrasted(a.head) and self.sentence.subtree(a.head)[0] == i + 1 for a in clause.arguments)

    def contrasted(self, head: int) -> bool:
        """Whether another is put in the place of this one ("nicht X, sondern Y")."""
        others = self.sentence.dependents(head, "conj")
        return any(
            cc.lemma.lower() in self.words.contrast
            for other in others
            for cc in self.sentence.dependents(other.i, "cc")
        )

    def negates(self, token: Token) -> bool:
        """Whether the word denies; words without inflection are known by their form too, whatever the lemma."""
        lemma = token.lemma.lower()
        if lemma in self.words.negation or token.text.lower() in self.words.negation:
            return not self._cancelled(token)
        return lemma in self.words.negative_pronouns or (
            lemma in self.words.negative_determiners and token.upos != "VERB"
        )

    def _cancelled(self, token: Token) -> bool:
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        if after is None:
            return False
        occasion = after.upos == "ADP" and self.tokens[after.head].lemma in self.words.occasions
        cancelling = {after.lemma.lower(), f"{token.text} {after.text}".lower()}
        return occasion or not cancelling.isdisjoint(self.words.negation_cancelled_by)


def governs(verb: str, *, language: str) -> bool:
    """Whether what is below a verb is no plain fact: it says, plans, expects, prevents."""
    return any(effect not in _PLAIN for _, effect in _among(_VERBS, language).get(verb, ()))


@cache
def _among(kind: str, language: str) -> dict[str, tuple[_Entry, ...]]:
    """The governors of a kind by their first word, those that need more words beside it first."""
    governors: Governors = getattr(load(Factuality, language), kind)
    found: dict[str, list[_Entry]] = {}
    for effect in governors.__struct_fields__:
        for entry in getattr(governors, effect):
            first, *others = entry.split()
            found.setdefault(first, []).append((frozenset(word.lower() for word in others), effect))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def _fitting(entries: Iterable[_Entry], beside: frozenset[str]) -> tuple[str, ...]:
    fitting = [(len(others), effect) for others, effect in entries if others <= beside]
    return tuple(effect for size, effect in fitting if size == fitting[0][0])


@cache
def _noun_effect(lemma: str, language: str) -> str:
    nouns = _among(_NOUNS, language)
    if lemma in nouns:
        return nouns[lemma][0][1]
    ends = [noun for noun in nouns if noun[0].isupper() and len(noun) > _SHORTEST_HEAD and lemma.endswith(noun.lower())]
    return nouns[max(ends, key=len)][0][1] if ends else ""
