"""Which arguments without preposition are subject, object or recipient: names show no case, and a parser guesses."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.clauses.clause import DATIVE, OBJECT, SUBJECT
from kg.lang.schema import Grammar
from kg.model import Sentence, Token


class CoreArguments:
    """The core arguments of the predicates of a sentence: token index -> slot, "" for what is no argument."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence = sentence
        self.grammar = grammar

    def settled(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """The slots that a parser gave to the dependents of a predicate, with those mended that cannot be."""
        slots = self._recipient(self._first_of_two(self._subject_before(slots, predicate), predicate))
        return self._agreeing(self._one_object(self._one_subject(slots)), predicate)

    def _one_subject(self, slots: dict[int, str]) -> dict[int, str]:
        """A verb has one subject: a noun before a name goes with it, another behind is an object, and so is one whose
        article is no nominative ("Ihren Gegner Li forderte Hui heraus")."""
        subjects = [i for i, slot in slots.items() if slot == SUBJECT]
        first, *others = sorted(subjects, key=self._oblique) or [-1]
        for i in others:
            tag, name = self.sentence.tokens[first].upos, self.sentence.tokens[i].upos
            beside = self.sentence.subtree(i)[0] == first + 1 and (tag, name) == ("NOUN", "PROPN")
            if not self.sentence.dependents(i, "cc"):
                other = DATIVE if self.sentence.tokens[i].has("Case", "Dat") else OBJECT
                slots = slots | ({first: ""} if beside else {i: other})
        return slots

    def _one_object(self, slots: dict[int, str]) -> dict[int, str]:
        """Of two objects in a row, a noun and a name without article are one ("das Projekt Mozart"), and the second is
        a genitive if it looks like one ("125 der 308 Sitze")."""
        objects = [i for i, slot in slots.items() if slot == OBJECT]
        for first, second in pairwise(objects):
            one, other = self.sentence.tokens[first], self.sentence.tokens[second]
            if self.sentence.subtree(second)[0] != first + 1 or one.upos not in ("NOUN", "NUM"):
                continue
            named = one.upos == "NOUN" and (other.upos == "PROPN" or bool(self.sentence.dependents(first, "det")))
            bare = named and not self.sentence.dependents(second, "det", "case", "cc", "amod", "nmod", "nummod")
            if other.feat("Case") == "Gen":
                slots = slots | {second: ""}
            elif bare:
                slots = slots | {first: ""}
        return slots

    def _oblique(self, i: int) -> bool:
        """Whether the article of a noun shows that it is in the accusative."""
        return any(d.feat("Case") == "Acc" and d.feat("Gender") == "Masc" for d in self.sentence.dependents(i, "det"))

    def _subject_before(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """Of two objects without case, one on each side of a verb without subject, the first is the subject."""
        objects = [i for i, slot in slots.items() if slot == OBJECT and self.sentence.tokens[i].relation == "obj"]
        caseless = not any(self.sentence.tokens[i].feat("Case") for i in objects)
        around = len(objects) == 2 and objects[0] < predicate.i < objects[1]
        return slots | {objects[0]: SUBJECT} if around and caseless and SUBJECT not in slots.values() else slots

    def _first_of_two(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """Of two names behind a finite verb without a subject the first is the subject: names show no case
        ("heute schützt Hui auch Li")."""
        objects = [self.sentence.tokens[i] for i, slot in slots.items() if slot == OBJECT]
        finite = predicate.has("VerbForm", "Fin") and not predicate.has("Mood", "Imp")
        named = len(objects) == 2 and all(o.upos == "PROPN" and o.i > predicate.i for o in objects)
        uncased = not any(self.sentence.dependents(o.i, "det", "case", "cc") for o in objects)
        if not (self.grammar.verb_second and finite and named and uncased) or SUBJECT in slots.values():
            return slots
        return slots | {objects[0].i: SUBJECT}

    def _recipient(self, slots: dict[int, str]) -> dict[int, str]:
        """Of two objects without case the first is somebody who gets the second ("awarded her a medal")."""
        objects = [i for i, slot in slots.items() if slot == OBJECT and self.sentence.tokens[i].relation == "obj"]
        caseless = not any(self.sentence.tokens[i].feat("Case") for i in objects)
        if any(self.sentence.tokens[i].upos == "NUM" for i in objects[1:]):  # a result: "beat them 3-1"
            return slots
        return slots | {objects[0]: DATIVE} if len(objects) == 2 and caseless else slots

    def _agreeing(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """A relative pronoun in the plural is the subject of a plural verb, rather than a name without article behind
        it ("Firmen, die Siemens überprüft hatten")."""
        core = [i for i, slot in slots.items() if slot in (SUBJECT, OBJECT)]
        if len(core) != 2 or [slots[i] for i in core] != [OBJECT, SUBJECT]:
            return slots
        pronoun, name = (self.sentence.tokens[i] for i in core)
        verbs = (predicate, *self.sentence.dependents(predicate.i, "aux"))
        plural = any(v.has("VerbForm", "Fin") and v.has("Number", "Plur") for v in verbs)
        bare = name.upos == "PROPN" and not self.sentence.dependents(name.i, "det", "conj", "amod", "case")
        single = name.has("Number", "Sing")
        relative = pronoun.has("PronType", "Rel") and pronoun.has("Number", "Plur")
        return slots | {pronoun.i: SUBJECT, name.i: OBJECT} if plural and relative and bare and single else slots
