"""How far the text commits itself to a clause: polarity, modality, source, and the words that say so.

Commitment flows down the clause tree: a verb or noun of saying, denying, planning or doubting sets what stands below
it, then the clause's own cues (negation, modals, mood, adverbs, sources) are added. The dimensions are those of
FactBank (Saurí & Pustejovsky 2009), folded into the house's polarity and modality; where cues add up, the weaker
commitment wins, so that nothing becomes a fact by accident.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses import SUBJECT, Clause, ClauseKind
from kg.extract.commitment import Commitment, contrasted, effect_of, governed, negates
from kg.lang import load
from kg.lang.schema import Factuality
from kg.model import Modality, Polarity, Sentence, Token

_CONDITIONS = ("advcl", "ccomp", "parataxis", "csubj", "conj")
_INSIDE_PHRASE = ("amod", "acl", "nmod", "appos", "conj", "nummod")
_GOVERNED = ("ccomp", "xcomp", "csubj", "obj", "acl", "parataxis", "nsubj", "obl")


def commitments(sentence: Sentence, clauses: tuple[Clause, ...], *, language: str) -> tuple[Commitment, ...]:
    """The commitment to each clause, in the order of `clauses`."""
    return _Reading(sentence, clauses, load(Factuality, language)).all()


class _Reading:
    """One sentence being judged; built anew for each, never kept."""

    def __init__(self, sentence: Sentence, clauses: tuple[Clause, ...], words: Factuality) -> None:
        self.sentence = sentence
        self.clauses = clauses
        self.words = words
        self.verbal = {clause.predicate for clause in clauses if clause.kind is not ClauseKind.NOUN}
        self.inherited: dict[int, Commitment] = {}
        self.judged: dict[int, Commitment] = {}

    def all(self) -> tuple[Commitment, ...]:
        return tuple(self._judge(n) for n in range(len(self.clauses)))

    def _judge(self, n: int, below: frozenset[int] = frozenset()) -> Commitment:
        if n in self.judged:
            return self.judged[n]
        clause = self.clauses[n]
        if clause.parent >= 0 and clause.parent not in below:
            self._judge(clause.parent, below | {n})
            self.inherited[n] = self._from_above(clause)
        else:
            self.inherited[n] = self._question(clause)
        self.judged[n] = self._own(clause, self.inherited[n])
        return self.judged[n]

    def _question(self, clause: Clause) -> Commitment:
        if self.sentence.tokens[-1].text.startswith("?"):
            return Commitment().weaken(Modality.HYPOTHETICAL, self.sentence.tokens[-1].i)
        return Commitment()

    # -- what the clause above does -------------------------------------------------------------------------------

    def _from_above(self, clause: Clause) -> Commitment:
        above, outer = self.judged[clause.parent], self.inherited[clause.parent]
        parent = self.clauses[clause.parent]
        link = clause.link.partition(":")[0]
        opening = self._verb_first(clause)
        if opening is not None:
            return outer.weaken(Modality.HYPOTHETICAL, opening)
        if clause.kind is ClauseKind.NOUN:
            return self._event_noun(clause, parent, above)
        if link == "advcl" or (link in _GOVERNED and link != "acl" and self._adverbial_mark(clause)):
            return self._adverbial(clause, above, outer)
        if link == "acl":
            return self._noun_clause(clause, above, self._around(clause.parent))
        aside = link == "parataxis" and not effect_of(parent.lemma, self.words.governors)
        return self._governed(clause, parent, above) if link in _GOVERNED and not aside else outer

    def _governed(self, clause: Clause, parent: Clause, above: Commitment) -> Commitment:
        source = next((a.head for a in parent.slot(SUBJECT)), None)
        effect = effect_of(parent.lemma, self.words.governors)
        if parent.lemma in self.words.factive and clause.marks and self._finite(clause) and not self._asks(clause):
            return self._granted(above)
        if effect:
            return governed(effect, above, parent.predicate, source)
        if self._asks(clause):
            return self._granted(above).weaken(Modality.POSSIBLE, *clause.marks)
        if parent.lemma in self.words.implicative or clause.link == "csubj":
            return above
        if self._finite(clause):
            open_to_doubt = above.polarity is Polarity.NEGATED
            modality = Modality.POSSIBLE if open_to_doubt else Modality.REPORTED
            return replace(above.weaken(modality, parent.predicate), polarity=Polarity.AFFIRMED, source=source)
        return above.weaken(Modality.PLANNED, parent.predicate)

    def _adverbial(self, clause: Clause, above: Commitment, outer: Commitment) -> Commitment:
        words = (self.sentence.tokens[m] for m in clause.marks)
        marks = {word.lemma.lower(): word.i for word in words if word.upos != "PART"}
        for mark, i in marks.items():
            if mark in self.words.conditional_marks:
                return outer.weaken(Modality.HYPOTHETICAL, i)
            if mark in self.words.purpose_marks:
                return above.weaken(Modality.PLANNED, i)
            if mark in self.words.negating_marks:
                return outer.negate(i)
        parent = self.clauses[clause.parent]
        if not marks and effect_of(parent.lemma, self.words.governors) and not self._finite(clause):
            return self._governed(clause, parent, above)
        return outer

    def _noun_clause(self, clause: Clause, above: Commitment, outer: Commitment) -> Commitment:
        noun = self.sentence.tokens[clause.head]
        effect = effect_of(noun.lemma, self.words.governor_nouns)
        if effect and not self._relative(clause):
            return self._apply_noun(effect, replace(above, polarity=Polarity.AFFIRMED), noun.i, clause.parent)
        if not clause.marks or self._relative(clause):
            return self._told(clause, outer)
        if not self._finite(clause):
            return outer.weaken(Modality.PLANNED, noun.i)
        return outer if noun.lemma in self.words.factive_nouns else outer.weaken(Modality.REPORTED, noun.i)

    def _told(self, clause: Clause, outer: Commitment) -> Commitment:
        """A relative clause is not denied with what is around it; in the past it is told, whatever is planned or
        supposed there, if only by a source."""
        outer = self._granted(outer)
        words = [self.sentence.tokens[i] for i in (clause.predicate, *clause.auxiliaries)]
        past = any(w.feat("Tense") == "Past" and w.feat("Mood") != "Sub" for w in words if w.feat("VerbForm") == "Fin")
        perfect = clause.auxiliaries and any(w.feat("VerbForm") == "Part" for w in words) and not clause.passive
        if not (past or perfect) or outer.modality in (Modality.ASSERTED, Modality.REPORTED):
            return outer
        modality = Modality.ASSERTED if outer.source is None else Modality.REPORTED
        return replace(outer, modality=modality)

    def _around(self, n: int) -> Commitment:
        """What the nearest clause with a verb inherits: what is told of an event noun is claimed like the rest."""
        while self.clauses[n].kind is ClauseKind.NOUN and self.clauses[n].parent >= 0:
            n = self.clauses[n].parent
        return self.inherited[n]

    def _event_noun(self, clause: Clause, parent: Clause, above: Commitment) -> Commitment:
        """An event told by a noun is taken for granted, unless what governs it is about whether it happens."""
        noun = self.sentence.tokens[clause.predicate]
        happening = above if parent.lemma in self.words.occurrence else self._granted(above)
        for head in self.sentence.ancestors(clause.predicate):
            if head.i == parent.predicate and parent.kind is not ClauseKind.NOUN:
                break
            effect = effect_of(head.lemma, self.words.governor_nouns)
            if effect:
                return self._apply_noun(effect, happening, head.i, clause.parent)
        return self._as_object(parent, noun.i, above) or happening

    def _as_object(self, parent: Clause, noun: int, above: Commitment) -> Commitment | None:
        """What a governing verb makes of the noun in a slot of its own, None where it does nothing to it."""
        if parent.kind is ClauseKind.NOUN:
            return None
        lemma = self.sentence.tokens[parent.predicate].lemma
        effect = effect_of(lemma, self.words.governors)
        slots = {a.slot for a in parent.arguments if a.head == noun}
        stative = slots == {SUBJECT} and self._stative(parent)
        if stative and lemma in self.words.adjectives:  # "ist möglich", "ist nicht geplant"
            return above.weaken(Modality(self.words.adjectives[lemma]), parent.predicate)
        if not effect or not slots or (SUBJECT in slots and not stative):
            return None
        if stative:
            return governed(effect, above, parent.predicate, None)
        return governed(effect, above, parent.predicate, next((a.head for a in parent.slot(SUBJECT)), None))

    def _apply_noun(self, effect: str, happening: Commitment, noun: int, n: int) -> Commitment:
        """The effect of a noun, turned round where the verb above rejects it ("wies den Vorwurf zurück, dass …")."""
        while self.clauses[n].kind is ClauseKind.NOUN and self.clauses[n].parent >= 0:
            n = self.clauses[n].parent
        rejected = self._as_object(self.clauses[n], noun, self.judged.get(n, happening))
        if rejected is None or rejected.polarity is Polarity.AFFIRMED:
            return governed(effect, happening, noun, None)
        if effect == "prevented":
            return governed(effect, rejected, noun, rejected.source)
        return governed(effect, replace(rejected, polarity=Polarity.AFFIRMED), noun, rejected.source).negate()

    def _granted(self, above: Commitment) -> Commitment:
        """What is taken for granted under `above`: its negation, and the words that make it, are of no account."""
        cues = (i for i in above.cues if not negates(self.sentence, self.sentence.tokens[i], self.words))
        return replace(above, polarity=Polarity.AFFIRMED, cues=tuple(cues))

    # -- the clause's own words -----------------------------------------------------------------------------------

    def _own(self, clause: Clause, commitment: Commitment) -> Commitment:
        for step in (self._adjuncts, self._mood, self._auxiliaries, self._quoted, self._conditioned, self._negation):
            commitment = step(clause, commitment)
        return commitment

    def _adjuncts(self, clause: Clause, commitment: Commitment) -> Commitment:
        for token in self.sentence.dependents(clause.predicate, "advmod"):
            if token.lemma in self.words.adverbs:
                commitment = commitment.weaken(Modality(self.words.adverbs[token.lemma]), token.i)
        for token in self.sentence.dependents(clause.predicate, "amod") if clause.kind is ClauseKind.NOUN else ():
            if token.lemma in self.words.adjectives:
                commitment = commitment.weaken(Modality(self.words.adjectives[token.lemma]), token.i)
        for token in self.sentence.dependents(clause.predicate, "obl", "nmod", "advmod"):
            source = self._source(token)
            if source is not None:
                commitment = replace(commitment.weaken(Modality.REPORTED, token.i), source=source)
        return commitment

    def _source(self, token: Token) -> int | None:
        """The token that names the source in "laut X", "X zufolge", "nach Angaben von X"."""
        cases = {c.lemma.lower() for c in self.sentence.dependents(token.i, "case")}
        if token.lemma in self.words.source_nouns and cases & set(self.words.source_noun_prepositions):
            named = self.sentence.dependents(token.i, "nmod", "det:poss")
            return named[0].i if named else token.i
        return token.i if cases & set(self.words.source_prepositions) else None

    def _auxiliaries(self, clause: Clause, commitment: Commitment) -> Commitment:
        for i in clause.auxiliaries:
            token = self.sentence.tokens[i]
            if token.lemma in self.words.modals and token.deprel != "aux:pass":
                doubtful = token.feat("Mood") == "Sub" and token.feat("Tense") == "Past"
                modality = Modality.POSSIBLE if doubtful else Modality(self.words.modals[token.lemma])
                commitment = commitment.weaken(modality, i)
            elif token.lemma in self.words.future_auxiliaries and self._future(clause, token):
                commitment = commitment.weaken(Modality.PLANNED, i)
        return commitment

    def _future(self, clause: Clause, auxiliary: Token) -> bool:
        """A finite present form over an infinitive, the verb's own or another auxiliary's ("wird besucht werden")."""
        words = [self.sentence.tokens[i] for i in (clause.predicate, *clause.auxiliaries)]
        infinitive = any(word.feat("VerbForm") == "Inf" for word in words if word.i != auxiliary.i)
        return (
            (infinitive or not clause.passive)
            and auxiliary.feat("VerbForm") == "Fin"
            and auxiliary.feat("Tense") != "Past"
        )

    def _mood(self, clause: Clause, commitment: Commitment) -> Commitment:
        for token in self._finite(clause):
            if token.feat("Mood") == "Imp":
                return commitment.weaken(Modality.HYPOTHETICAL, token.i)
            if self._subjunctive(token, clause):
                hearsay = token.feat("Tense") == "Pres" or commitment.modality is Modality.REPORTED
                return commitment.weaken(Modality.REPORTED if hearsay else Modality.HYPOTHETICAL, token.i)
        return commitment

    def _subjunctive(self, token: Token, clause: Clause) -> bool:
        if token.lemma in self.words.modals or token.text.lower() in self.words.indicative_forms:
            return False
        first = any(self.sentence.tokens[a.head].feat("Person") == "1" for a in clause.arguments)
        ending = token.feat("Tense") == "Pres" and token.text.endswith(self.words.subjunctive_endings) and not first
        return token.feat("Mood") == "Sub" or ending

    def _quoted(self, clause: Clause, commitment: Commitment) -> Commitment:
        """ "…, sagte X": the verb of saying hangs below what was said."""
        for other in self.clauses:
            below = other.parent >= 0 and self.clauses[other.parent] is clause
            if below and other.link.startswith("parataxis") and other.lemma in self.words.governors.reported:
                source = next((a.head for a in other.slot(SUBJECT)), None)
                if source is not None:
                    return replace(commitment.weaken(Modality.REPORTED, other.predicate), source=source)
        return commitment

    def _conditioned(self, clause: Clause, commitment: Commitment) -> Commitment:
        for other in self.clauses:
            if other.parent < 0 or self.clauses[other.parent] is not clause:
                continue
            marks = (m for m in other.marks if self.sentence.tokens[m].lemma.lower() in self.words.conditional_marks)
            condition = next(marks, None) if other.link.startswith("advcl") else None
            condition = self._verb_first(other) if condition is None else condition
            if condition is not None:
                return commitment.weaken(Modality.HYPOTHETICAL, condition)
        return commitment

    def _verb_first(self, clause: Clause) -> int | None:
        """The verb that opens a condition without a conjunction ("Sollte X …, liefert Y …"), None for other clauses.

        Such a clause opens the sentence, and the finite verb of the main clause comes right behind its comma.
        """
        if clause.parent < 0 or clause.link.partition(":")[0] not in _CONDITIONS or clause.kind is ClauseKind.NOUN:
            return None
        words = [i for i in self.sentence.subtree(clause.predicate) if self.sentence.tokens[i].upos != "PUNCT"]
        parent, behind = self.clauses[clause.parent], words[-1] + 2
        first = self.sentence.tokens[words[0]]
        opens = first.i in (clause.predicate, *clause.auxiliaries) or first.text.lower() in self.words.conditional_verbs
        leads = first.i == 0 or self.sentence.tokens[first.i - 1].upos == "PUNCT"
        follows = behind in (parent.predicate, *parent.auxiliaries) and self.sentence.tokens[behind - 1].text == ","
        return first.i if opens and leads and follows else None

    def _negation(self, clause: Clause, commitment: Commitment) -> Commitment:
        cue = next((i for i in self._negators(clause) if i not in commitment.cues), None)
        return commitment if cue is None else commitment.negate(cue)

    def _negators(self, clause: Clause) -> Iterator[int]:
        for token in self.sentence.tokens:
            if negates(self.sentence, token, self.words) and self._reaches(token, clause):
                yield token.i

    def _reaches(self, token: Token, clause: Clause) -> bool:
        """Whether a negation's scope is the clause: nothing between them but adverbs and whole arguments.

        A negation inside a noun phrase ("nicht genannte Quellen") or of one argument against another ("nicht mit X,
        sondern mit Y") is not the clause's.
        """
        if token.i == clause.predicate:
            return False
        while token.head >= 0 and token.i != clause.predicate:
            head = self.sentence.tokens[token.head]
            if token.i in self.verbal or token.relation in _INSIDE_PHRASE:
                return False
            if contrasted(self.sentence, token.i, self.words):
                return False
            token = head
        return token.i == clause.predicate

    def _stative(self, clause: Clause) -> bool:
        """Whether the predicate tells a state of its subject: "ist geplant", "wird erwartet", "ist möglich"."""
        verbs = {self.sentence.tokens[i].lemma for i in clause.auxiliaries}
        finite = self.sentence.tokens[clause.predicate].feat("VerbForm") == "Fin"
        return clause.passive or (bool(verbs & set(self.words.state_auxiliaries)) and not finite)

    # -- what a clause is -----------------------------------------------------------------------------------------

    def _finite(self, clause: Clause) -> tuple[Token, ...]:
        words = (self.sentence.tokens[i] for i in (clause.predicate, *clause.auxiliaries))
        return tuple(t for t in words if t.feat("VerbForm") == "Fin")

    def _asks(self, clause: Clause) -> bool:
        return any(self.sentence.tokens[m].lemma in self.words.question_marks for m in clause.marks)

    def _adverbial_mark(self, clause: Clause) -> bool:
        """Whether the clause begins with a word that no complement begins with ("während", "weil")."""
        marks = {t.lemma.lower() for t in map(self.sentence.tokens.__getitem__, clause.marks) if t.upos != "PART"}
        return bool(marks) and marks.isdisjoint(self.words.complement_marks)

    def _relative(self, clause: Clause) -> bool:
        below = self.sentence.subtree(clause.predicate)
        return any(self.sentence.tokens[i].has("PronType", "Rel") for i in below)
