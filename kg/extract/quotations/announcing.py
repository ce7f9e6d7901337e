"""The words of one sentence that say that somebody else is speaking, whom they name, and what they have him say."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.clause import OBJECT, SUBJECT, Clause, ClauseKind
from kg.extract.phrases.quotation_marks import quote_places, quoted_alone
from kg.extract.quotations.announcement import Cue
from kg.extract.quotations.mood import reported
from kg.extract.quotations.sources import Sources
from kg.extract.quotations.speech import SpeechView
from kg.model import QuotationKind, Sentence, Token

_BELOW = ("ccomp", "xcomp", "csubj", "parataxis")
_BESIDE = ("acl", "ccomp", "xcomp", "csubj", "parataxis", "advcl")


def cues(sentence: Sentence, *, language: str, people: frozenset[int] = frozenset()) -> tuple[Cue, ...]:
    """The cues of a sentence: those with a content of their own first, those with the most of it before others.

    `people` are the heads of its mentions of persons and bodies.
    """
    view = SpeechView(sentence, language, people)
    found = [cue for cue in (*Governors(view).all(), *Sources(view).all()) if cue.content]
    return tuple(sorted(found, key=lambda cue: (cue.kind is QuotationKind.TOLD, -len(cue.content), cue.words)))


def subject_near(
    sentence: Sentence, i: int, *, language: str, people: frozenset[int] = frozenset()
) -> tuple[int, tuple[int, ...]]:
    """Head and words of the subject of the clause that token `i` belongs to; -1 and () for none."""
    view = SpeechView(sentence, language, people)
    above = next((a.i for a in (sentence.tokens[i], *sentence.ancestors(i)) if a.i in view.clause_at), -1)
    head = Governors(view).subject(view.clause_at[above]) if above >= 0 else -1
    return head, view.phrase(head)


class Governors:
    """The verbs and nouns of speech of one sentence."""

    def __init__(self, view: SpeechView) -> None:
        self.view = view

    def all(self) -> Iterator[Cue]:
        for clause in self.view.clauses:
            if clause.kind is ClauseKind.VERB and self._speaks(clause) and not self._stands(clause):
                yield from self._verb(clause)
        for token in self.view.tokens:
            yield from self._noun(token)

    def _speaks(self, clause: Clause) -> bool:
        """Whether the verb is one of speech, by the lexicon or because what is below it is in the mood of speech."""
        if clause.lemma in self.view.verbs or self._worded(clause):
            return True
        told = any(True for _ in self._in_mood(self.view.tokens[clause.predicate]))
        return told and self.view.knows(self.subject(clause))

    def _stands(self, clause: Clause) -> bool:
        """Whether a verb that speaks without a speaker ("im Bericht steht") has a person for its subject ("steht im
        Verdacht")."""
        subject = self.view.first(clause, SUBJECT)
        told = {*self.view.words.verbs, *self.view.facts.governors.reported}
        impersonal = clause.lemma in self.view.words.impersonal and clause.lemma not in told
        return impersonal and subject in self.view.people

    def _in_mood(self, verb: Token) -> Iterator[Token]:
        """Clauses below a verb and behind a comma that are in the mood of reported speech."""
        for token in self.view.sentence.dependents(verb.i, "ccomp", "parataxis", "conj"):
            first = self.view.sentence.subtree(token.i)[0]
            behind = token.i > verb.i and not self.view.sentence.dependents(token.i, "cc")
            comma = self.view.tokens[first].text == "," or self.view.tokens[max(first - 1, 0)].text == ","
            if (
                behind
                and comma
                and self._clausal(token)
                and reported(self.view.sentence, token.i, language=self.view.language)
            ):
                yield token

    def _verb(self, clause: Clause) -> Iterator[Cue]:
        content = self._said(clause)
        head = self.subject(clause)
        words = (clause.predicate, *clause.auxiliaries)
        past = any(self.view.tokens[i].feat("Tense") == "Past" for i in clause.auxiliaries)
        back = head < 0 and clause.lemma in self.view.words.impersonal and not past  # "hatte es geheißen": by others
        if content:
            named = self._named(clause, head)
            yield Cue(QuotationKind.INDIRECT, words, content, head, named, back=back, knowing=self.view.knows(head))
        elif head >= 0 and not reported(self.view.sentence, clause.predicate, language=self.view.language):
            whole = self.view.trimmed(self.view.sentence.subtree(clause.predicate))
            weak = not (self._worded(clause) or clause.lemma in self.view.words.telling) and not (
                clause.lemma in self.view.words.perhaps and self.view.knows(head)
            )
            named = self._named(clause, head)
            yield Cue(QuotationKind.TOLD, words, whole, head, named, weak=weak, knowing=self.view.knows(head))

    def _named(self, clause: Clause, head: int) -> tuple[int, ...]:
        """The words for the speaker; of a relative clause its pronoun, too."""
        relative = clause.link.startswith("acl") and head == clause.head
        pronouns = self.view.sentence.dependents(clause.predicate, "nsubj") if relative else ()
        return (*self.view.phrase(head), *(t.i for t in pronouns))

    def _worded(self, clause: Clause) -> bool:
        """Whether a word beside it makes the verb one of speech ("gab bekannt")."""
        wanted = self.view.words.phrases.get(clause.lemma, ())
        near = (t for t in self.view.sentence.dependents(clause.predicate) if wanted)
        return any(t.lemma in wanted or t.text in wanted for t in near)

    def _said(self, clause: Clause) -> tuple[int, ...]:
        """What is said: in clauses below the verb, or around a verb that is put in between or behind; behind a colon
        and in quotation marks right before the verb only that."""
        first = min((clause.predicate, *clause.auxiliaries))
        opening = quoted_alone(self.view.tokens, first, quote_places(self.view.tokens, self.view.facts))
        return self.view.trimmed(i for i in self._around(clause) if i >= opening)

    def _around(self, clause: Clause) -> tuple[int, ...]:
        verb = self.view.tokens[clause.predicate]
        below = [t.i for t in self.view.sentence.dependents(verb.i, *_BELOW) if self._clausal(t)]
        below += [t.i for t in self._beside(verb)]
        below += [t.i for t in self._in_mood(verb) if t.i not in below]
        below = below or [t.i for t in self._deeper(verb)]
        if below:
            return self.view.trimmed(
                {i for t in below for i in self.view.sentence.subtree(t)} - self._cued(clause, below)
            )
        behind = verb.relation == "parataxis" and not self._colon_before(verb) and not self._of_its_own(clause)
        aside = behind or self._put_behind(clause) or self._put_before(clause)
        if verb.head >= 0 and (aside or (verb.relation in ("advcl", "acl") and self._as_told(verb))):
            return self.view.trimmed(
                set(self.view.sentence.subtree(verb.head)) - set(self.view.sentence.subtree(verb.i))
            )
        return ()

    def _of_its_own(self, clause: Clause) -> bool:
        """Whether what stands beside another clause is no aside: behind a semicolon, or with an object of its own."""
        first = self.view.sentence.subtree(clause.predicate)[0]
        semicolon = ";" in {self.view.tokens[i].text for i in (first, max(first - 1, 0))}
        nouns = any(self.view.tokens[a.head].upos == "NOUN" for a in clause.slot(OBJECT))
        return semicolon or (
            nouns and not self._worded(clause) and not self._as_told(self.view.tokens[clause.predicate])
        )

    def _colon_before(self, verb: Token) -> bool:
        """Whether the clause of the verb stands behind a colon: no aside."""
        first = self.view.sentence.subtree(verb.i)[0]
        return ":" in {self.view.tokens[i].text for i in (first, max(first - 1, 0))}

    def _put_behind(self, clause: Clause) -> bool:
        """ "…, sagte X": the finite verb comes right behind a comma and has its subject behind it."""
        verb = self.view.tokens[clause.predicate]
        first = min((verb.i, *clause.auxiliaries))
        comma = first > 0 and self.view.tokens[first - 1].text == ","
        subjects = [a.head for a in clause.slot(SUBJECT)]
        return (
            comma and verb.relation in ("conj", "ccomp", "advcl", "appos") and bool(subjects) and min(subjects) > first
        )

    def _put_before(self, clause: Clause) -> bool:
        """ "X gab an, …": a main clause that the tree has below what is said."""
        return (
            clause.link.startswith("advcl")
            and clause.predicate < clause.head
            and not clause.marks
            and self.view.finite(clause)
            and bool(clause.slot(SUBJECT))
        )

    def _deeper(self, verb: Token) -> Iterator[Token]:
        """Clauses with a complement mark that the tree has below a noun ("sagte in einem Interview, dass")."""
        for noun in self.view.sentence.dependents(verb.i, "obl", "obj", "nmod", "xcomp"):
            for token in self.view.sentence.dependents(noun.i, "acl", "ccomp", "advcl"):
                marks = self.view.sentence.dependents(token.i, "mark")
                if any(m.lemma.lower() in self.view.facts.complement_marks for m in marks):
                    yield token

    def _cued(self, clause: Clause, below: list[int]) -> set[int]:
        """Words of the cue that the tree has among what is said: its subject, where it stands outside of it."""
        return {
            i
            for argument in clause.slot(SUBJECT)
            for i in self.view.phrase(argument.head)
            if argument.head not in below
        }

    def _beside(self, verb: Token) -> Iterator[Token]:
        """Clauses that a correlate announces ("geht davon aus, dass")."""
        for token in self.view.sentence.dependents(verb.i):
            if token.text.lower() in self.view.words.correlates:
                yield from (t for t in self.view.sentence.dependents(token.i, *_BESIDE) if self._clausal(t))
        for token in self.view.sentence.dependents(verb.i, "advcl"):
            marks = self.view.sentence.dependents(token.i, "mark")
            marked = any(m.lemma.lower() in self.view.facts.complement_marks for m in marks)
            if marked and not self._as_told(token) and not self._results(token):
                yield token

    def _results(self, token: Token) -> bool:
        """Whether the clause of a predicate tells what came of it ("so dass …")."""
        first = self.view.sentence.dependents(token.i, "mark", "advmod")
        return any(t.text.lower() in self.view.facts.result_marks and t.i < token.i for t in first)

    def _clausal(self, token: Token) -> bool:
        """Whether the token is the predicate of what is said, not of an aside that names the speaker."""
        clause = self.view.clause_at.get(token.i)
        if clause is None:
            return token.relation == "ccomp"
        if token.relation == "xcomp" and token.feat("VerbForm") == "Part" and not clause.auxiliaries:
            return False
        told = token.relation == "parataxis" and clause.lemma in self.view.verbs and bool(clause.slot(SUBJECT))
        return not told and not self._as_told(token)

    def _as_told(self, verb: Token) -> bool:
        """ "Wie X mitteilte, …"."""
        first = self.view.sentence.dependents(verb.i, "mark", "advmod", "case")
        return any(t.text.lower() in self.view.words.as_told for t in first)

    def subject(self, clause: Clause) -> int:
        """The head of the phrase that names the speaker, -1 for none."""
        if clause.passive and clause.lemma in self.view.words.quoting:
            return self.view.first(clause, OBJECT)
        container = self._container(clause)
        subject = self.view.first(clause, SUBJECT)
        parent = self.view.clauses[clause.parent] if clause.parent >= 0 else None
        if subject >= 0 and not clause.passive and not self.view.somebody(subject):
            behind = self.view.first(clause, OBJECT)
            if (
                behind > clause.predicate
                and self.view.somebody(behind)
                and self._may_be_subject(behind, subject, clause)
            ):
                return behind
            if parent is not None and clause.link == "conj" and subject == self.view.first(parent, SUBJECT):
                return self.subject(parent)
        if subject < 0 and self._inserted(clause):
            subject = self.view.nominal_after(clause.predicate + 1)
        if subject < 0 or (clause.lemma in self.view.words.impersonal and self.view.nothing(subject)):
            return container
        return subject

    def _may_be_subject(self, behind: int, subject: int, clause: Clause) -> bool:
        """Whether an object may be the subject by case and number, and no worse than what stands before the verb."""
        one, other = self.view.tokens[behind], self.view.tokens[subject]
        verbs = [self.view.tokens[i].feat("Number") for i in (clause.predicate, *clause.auxiliaries)]
        number = next((n for n in verbs if n), "")
        if other.feat("Number") == number != one.feat("Number"):
            return False
        return one.upos != "PRON" or one.feat("Case") == "Nom"

    def _inserted(self, clause: Clause) -> bool:
        """ "…, so schätzt X, …": between commas, with nothing but its subject."""
        return clause.link.startswith("parataxis") and self.view.finite(clause)

    def _container(self, clause: Clause) -> int:
        """What tells, where nobody does: "im Bericht heißt es", "wurde in der Studie festgestellt"."""
        found = [a.head for p in self.view.words.containers for a in clause.slot(p)]
        if clause.lemma not in self.view.words.impersonal:
            found = [i for i in found if clause.passive and self.view.among(self.view.tokens[i], self.view.words.nouns)]
        return next(iter(found), -1)

    def _noun(self, noun: Token) -> Iterator[Cue]:
        """ "die Forderung der Opposition, …", "ist der Ansicht, dass"."""
        adjective = noun.upos in ("ADJ", "ADV", "VERB") and noun.text.lower() in self.view.words.adjectives
        if not (adjective and self.view.sentence.dependents(noun.i, "cop")) and not self.view.among(
            noun, self.view.words.nouns
        ):
            return
        said = [t for t in self.view.sentence.dependents(noun.i, *_BESIDE) if self._complement(t)]
        said = said or list(self._misplaced(noun))
        if not said:
            return
        content = self.view.trimmed({i for t in said for i in self.view.sentence.subtree(t.i)})
        head = self._owner(noun)
        named = self.view.phrase(noun.i) if head < 0 else self.view.phrase(head)
        yield Cue(QuotationKind.INDIRECT, (noun.i,), content, noun.i if head < 0 else head, named)

    def _misplaced(self, noun: Token) -> Iterator[Token]:
        """Clauses behind the noun that a parser hung on the verb above, where the verb itself says nothing."""
        above = self.view.clause_at.get(noun.head) if noun.relation in ("obj", "obl", "nsubj", "xcomp") else None
        if above is not None and above.lemma not in self.view.verbs:
            below = self.view.sentence.dependents(noun.head, "ccomp", "xcomp", "parataxis")
            yield from (t for t in below if t.i > noun.i and self._complement(t) and not self._apart(t))

    def _apart(self, token: Token) -> bool:
        """Whether a main clause behind a colon is a statement of its own: not in the mood of reported speech."""
        return self._colon_before(token) and not reported(self.view.sentence, token.i, language=self.view.language)

    def _complement(self, token: Token) -> bool:
        if token.i not in self.view.clause_at or token.deprel == "acl:relcl":
            return False
        below = self.view.sentence.subtree(token.i)
        return not any(self.view.tokens[i].has("PronType", "Rel") for i in below if i < token.i) and self._clausal(
            token
        )

    def _owner(self, noun: Token) -> int:
        """Whose statement it is: a genitive, else the subject of its clause."""
        near = self.view.belongs(noun)
        if near >= 0:
            return near
        subject = next((t.i for t in self.view.sentence.dependents(noun.i, "nsubj")), -1)
        verb = next((a for a in (noun, *self.view.sentence.ancestors(noun.i)) if a.i in self.view.clause_at), None)
        if subject >= 0 or verb is None:
            return subject
        subject = self.view.first(self.view.clause_at[verb.i], SUBJECT)
        return subject if subject != noun.i else -1
