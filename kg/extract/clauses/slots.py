"""Which slot each dependent of a verb fills: by its label first, then by what its form and its neighbours say.

Parsers confuse subject and object where nothing but an article or the order tells them apart; names show no case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.clauses.agreement import clashes
from kg.extract.clauses.clause import COMPLEMENT, DATIVE, OBJECT, SUBJECT
from kg.extract.clauses.coordination import one_name
from kg.extract.clauses.core_arguments import CoreArguments
from kg.lang.schema import Grammar
from kg.model import Sentence, Token


class Slots:
    """The slots of one sentence's verbs. `is_event` tells the nouns that stand for an event."""

    def __init__(self, sentence: Sentence, grammar: Grammar, is_event: Callable[[Token], bool]) -> None:
        self.sentence = sentence
        self.grammar = grammar
        self.is_event = is_event

    def of(self, predicate: Token, *, passive: bool) -> dict[int, str]:
        """Slot by dependent of a verb, "" for those that fill none."""
        slots = {c.i: self._slot(c, passive) for c in self.sentence.dependents(predicate.i)}
        slots = self._by_number(self._by_form(slots, predicate), predicate)
        return CoreArguments(self.sentence, self.grammar).settled(slots, predicate)

    # -- one dependent by itself ----------------------------------------------------------------------------------

    def _slot(self, child: Token, passive: bool) -> str:
        label = child.relation
        if self._rest_of_name(child) or self._included(child) or self._source(child):
            return ""
        if label in ("nsubj", "obj") and self._circumstance(child):
            return self._circumstance(child)
        if label == "obj" and self._with_preposition(child):
            return self.preposition(child)
        if label in ("nsubj", "obj", "iobj") and not self._behind_agent(child):
            return self._core(child, passive)
        if label in ("ccomp", "xcomp", "csubj"):
            return COMPLEMENT
        below = self.sentence.tokens[child.head].upos
        oblique = label == "obl" or (label == "nmod" and below == "VERB") or self._behind_agent(child)
        return self._oblique(child, passive) if oblique else ""

    def _core(self, child: Token, passive: bool) -> str:
        """Subject or object; an article says which more surely than a label ("dem Kosovo")."""
        if child.relation == "nsubj" and self._genitive(child):
            return ""
        case = self._shown_case(child)
        if child.relation == "nsubj" and not (case and self.grammar.verb_second):
            return OBJECT if passive else SUBJECT
        dative = child.relation == "iobj" or case == "Dat" or (not case and child.has("Case", "Dat"))
        return DATIVE if dative else OBJECT

    def _shown_case(self, token: Token) -> str:
        """The case that the article of a noun or of its apposition shows where no subject has it, "" for none."""
        beside = (token, *self._explaining(token))
        articles = [d for t in beside for d in self.sentence.dependents(t.i, "det") if d.i < t.i]
        articles = [d for d in articles if not self.sentence.dependents(d.i, "case")]  # "vor allem Li"
        for article in articles:
            case, form = article.feat("Case"), article.text.lower()
            if form.endswith(self.grammar.oblique_endings) and self._plural(token, article):
                return "Dat"  # "den USA": an accusative plural has another article
            if self._feminine(token) and form.endswith(self.grammar.feminine_dative_endings):
                return "Dat"
            sure = form.endswith(self.grammar.dative_endings) or token.has("Case", case) or token.relation == "nsubj"
            if case in ("Acc", "Dat") and form.endswith(self.grammar.oblique_endings) and sure:
                return case
        return ""

    def _feminine(self, noun: Token) -> bool:
        """Whether the ending of a noun in the singular says that it is feminine, whatever a parser thinks."""
        word, grammar = noun.text.lower(), self.grammar
        ending = word.endswith(grammar.feminine_endings) and not word.endswith(grammar.masculine_endings)
        return noun.upos == "NOUN" and ending and noun.has("Number", "Sing")

    def _genitive(self, token: Token) -> bool:
        """Whether the article of a noun shows that it is somebody's, and no subject."""
        articles = [d for d in self.sentence.dependents(token.i, "det") if d.has("Case", "Gen")]
        formed = token.has("Gender", "Fem") or token.has("Number", "Plur")
        return self.grammar.verb_second and bool(articles) and formed and not token.has("Case", "Nom")

    def _plural(self, token: Token, article: Token) -> bool:
        """Whether a noun and its article are a plural for sure: many nouns have one form for both ("den Soldaten")."""
        counted = token.upos == "PROPN" or bool(self.sentence.dependents(token.i, "nummod"))
        ending, weak = self.grammar.plural_ending, self.grammar.weak_lemma_ending
        formed = bool(ending) and token.text == token.lemma + ending and not token.lemma.endswith(weak)
        return article.has("Number", "Plur") and (counted or formed)

    def _explaining(self, token: Token) -> Iterator[Token]:
        """The appositions of a noun, and theirs ("Sohn Li, den Minister")."""
        for child in self.sentence.dependents(token.i, "appos"):
            yield child
            yield from self._explaining(child)

    def _rest_of_name(self, child: Token) -> bool:
        """Whether it is a later part of the name that another dependent begins ("in Den Haag")."""
        if child.relation != "obl":
            return False
        before = (t for t in self.sentence.dependents(child.head, "obl") if t.i < child.i)
        begun = [t for t in before if self.sentence.dependents(t.i, "case")]
        return any(one_name(self.sentence, t.i, child.i) for t in begun)

    def _included(self, child: Token) -> bool:
        """Whether it is only an example of those named before ("darunter Hui")."""
        words = (self.sentence.tokens[i] for i in self.sentence.subtree(child.i))
        first = next(t for t in words if t.upos != "PUNCT" or t.i == child.i)
        return first.lemma.lower() in self.grammar.inclusive_adverbs

    def _source(self, child: Token) -> bool:
        """Whether it is only who says so ("…, so Minister Hui, wird Li kommen")."""
        words = (self.sentence.tokens[i] for i in self.sentence.subtree(child.i))
        first = next((word for word in words if word.upos != "PUNCT"), child)
        apart = first.i > 0 and self.sentence.tokens[first.i - 1].upos == "PUNCT" and first.head == child.i
        return child.relation == "nsubj" and apart and first.lemma.lower() in self.grammar.source_adverbs

    def _with_preposition(self, child: Token) -> bool:
        """Whether what a parser took for an object stands behind a preposition that does not count ("in Arbeitskleidung
        wechseln", but "über 100 Menschen")."""
        words = [self.sentence.tokens[i] for i in self.sentence.subtree(child.i) if i < child.i]
        behind = bool(words) and words[0].upos == "ADP" and words[0].head == child.i
        whole = len(words) == child.i - words[0].i if words else False
        counts = child.upos == "NUM" or self.sentence.dependents(child.i, "nummod")
        return self.grammar.verb_second and behind and whole and not counts

    def _behind_agent(self, child: Token) -> bool:
        """Whether what a parser took for a subject stands behind a preposition of agents ("wie von Hui behauptet")."""
        cases = (c.lemma.lower() for c in self.sentence.dependents(child.i, "case") if c.upos == "ADP")
        counted = child.upos == "NUM" or bool(self.sentence.dependents(child.i, "nummod"))
        subject = self.grammar.verb_second and child.relation == "nsubj" and not counted
        return subject and bool(set(cases) & set(self.grammar.agent_prepositions))

    def _circumstance(self, child: Token) -> str:
        """The preposition right before what a parser took for an object; "" if there is none. Before numbers some
        count ("unter 100 Menschen")."""
        first = self.sentence.tokens[self.sentence.subtree(child.i)[0]]
        opens = (first.upos in ("ADP", "SCONJ") and first.head == child.i) or (
            first.upos == "CCONJ" and first.relation == "case"
        )
        preposition = opens and first.i < child.i and first.lemma.lower()
        if preposition in self.grammar.instrumental_prepositions:
            return preposition
        counts = bool(self.sentence.dependents(child.i, "nummod"))
        return preposition if preposition in self.grammar.adjunct_prepositions and not counts else ""

    def _oblique(self, child: Token, passive: bool) -> str:
        preposition = self.preposition(child)
        if not preposition:
            object_like = child.deprel == "obl:arg" or self.sentence.dependents(child.i, "case") or self._bare(child)
            bare = OBJECT if object_like else ""
            return DATIVE if child.feat("Case") == "Dat" else bare
        return SUBJECT if passive and self._agent(child, preposition) else preposition

    def _agent(self, child: Token, preposition: str) -> bool:
        """Whether it is by whom something is done: the first of the agents' prepositions that is there ("durch die
        Abwehr von Hui gehalten"), and no starting point ("nördlich von Minsk")."""
        agents = self.grammar.agent_prepositions
        if preposition not in agents:
            return False
        if self._of_event(child, preposition):
            return False
        others = (self.preposition(t) for t in self.sentence.dependents(child.head, "obl") if t.i != child.i)
        first = self.sentence.subtree(child.i)[0]
        distance = first > 0 and self.sentence.tokens[first - 1].lemma.lower() in self.grammar.distance_words
        return not distance and not set(others) & set(agents[: agents.index(preposition)])

    def _of_event(self, agent: Token, preposition: str) -> bool:
        """Whether an agent stands right behind an event noun and does what that says, not what the verb says ("nach
        der Übernahme durch Bosch gezahlt")."""
        start = self.sentence.subtree(agent.i)[0]
        if start == 0 or preposition in self.grammar.genitive_prepositions:
            return False
        before = (self.sentence.tokens[start - 1], *self.sentence.ancestors(start - 1))
        ending = (noun for noun in before if all(i < start for i in self.sentence.subtree(noun.i)))
        return any(map(self.is_event, ending))

    def _bare(self, child: Token) -> bool:
        """Whether an oblique is a name right behind its verb and its particle, without preposition: an object."""
        between = self.sentence.tokens[child.head + 1 : self.sentence.subtree(child.i)[0]]
        particles = all(t.deprel == "compound:prt" and t.head == child.head for t in between)
        alone = not self.sentence.dependents(child.head, "obj")
        return bool(child.entity) and child.i > child.head and particles and alone

    def preposition(self, token: Token) -> str:
        """The lemma of the token's preposition, "" without one."""
        cases = self.sentence.dependents(token.i, "case") or self._astray(token)
        for case in cases:
            if case.upos == "VERB":
                return case.text.lower()  # according, including
            if case.upos in ("ADP", "SCONJ", "CCONJ", "ADV") and not self.opens_infinitive(case):
                return self.grammar.contractions.get(case.text.lower(), case.lemma.lower())
        return ""

    def _astray(self, token: Token) -> tuple[Token, ...]:
        """A preposition that stands before this noun but hangs on one behind it ("nach Minsk in Belarus")."""
        behind = [i for i in self.sentence.subtree(token.i) if i > token.i]
        return tuple(c for i in behind for c in self.sentence.dependents(i, "case") if c.i < token.i)

    def opens_infinitive(self, case: Token) -> bool:
        verb = self.sentence.tokens[self.sentence.tokens[case.head].head]
        to = self.sentence.dependents(verb.i, "mark")
        return case.lemma.lower() in self.grammar.infinitive_marks and any(mark.upos == "PART" for mark in to)

    # -- the dependents of a verb together ------------------------------------------------------------------------

    def _by_form(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """Without a subject, an object that is wholly in the nominative is the subject; with one, a name before an
        object with an article gets that ("hatte Li den Pokal gewünscht")."""
        if not self.grammar.verb_second:
            return slots
        if SUBJECT in slots.values():
            return self._named_recipient(slots)
        finite = any(t.has("VerbForm", "Fin") for t in (predicate, *self._auxiliaries(predicate)))
        found = [i for i, slot in slots.items() if slot == OBJECT and self._nominative(self.sentence.tokens[i])]
        return slots | {found[0]: SUBJECT} if finite and len(found) == 1 else slots

    def _auxiliaries(self, predicate: Token) -> tuple[Token, ...]:
        """The auxiliaries of a predicate, also those behind it that a parser hung on the verb it is joined to."""
        joined = self.sentence.dependents(predicate.head, "aux") if predicate.relation == "conj" else ()
        return (*self.sentence.dependents(predicate.i, "aux"), *(t for t in joined if t.i > predicate.i))

    def _named_recipient(self, slots: dict[int, str]) -> dict[int, str]:
        objects = [self.sentence.tokens[i] for i, slot in slots.items() if slot == OBJECT]
        if [t.upos for t in objects] != ["PROPN", "NOUN"] or any(t.relation != "obj" for t in objects):
            return slots
        name, thing = objects
        bare = not self.sentence.dependents(name.i, "det", "case", "cc", "amod", "appos")
        articled = any(d.i == name.i + 1 for d in self.sentence.dependents(thing.i, "det"))
        return slots | {name.i: DATIVE} if bare and articled else slots

    def _by_number(self, slots: dict[int, str], predicate: Token) -> dict[int, str]:
        """A subject whose number is not its verb's is none; the only object may be it ("Hinweise nimmt die Polizei
        entgegen")."""
        verb = (predicate, *self.sentence.dependents(predicate.i, "aux"))
        tokens = self.sentence.tokens
        subjects = [tokens[i] for i, slot in slots.items() if slot == SUBJECT and tokens[i].relation == "nsubj"]
        wrong = [t.i for t in subjects if clashes(self.sentence, t, verb, self.grammar)]
        if not wrong:
            return slots
        objects = [i for i, slot in slots.items() if slot == OBJECT and tokens[i].feat("Reflex") != "Yes"]
        fits = len(objects) == 1 and not self._shown_case(tokens[objects[0]])
        fits = fits and not clashes(self.sentence, tokens[objects[0]], verb, self.grammar)
        changed = dict.fromkeys(wrong, OBJECT if fits else "") | ({objects[0]: SUBJECT} if fits else {})
        return slots | changed

    def _nominative(self, token: Token) -> bool:
        articles = self.sentence.dependents(token.i, "det")
        return token.relation == "obj" and bool(articles) and all(t.has("Case", "Nom") for t in (token, *articles))
