"""Where a verb and its object alone would say something else than the sentence: no open relation is made of them."""

from __future__ import annotations

from kg.extract.clauses.clause import COMPLEMENT, OBJECT, SUBJECT, Clause, ClauseKind
from kg.extract.reading.fillers import Filler
from kg.extract.reading.reading import Reading
from kg.extract.status.speech_verbs import speech_verbs
from kg.lang import load
from kg.lang.schema import Factuality, Frames, Grammar, Verbs
from kg.model import Literal


def doubtful(reading: Reading, clause: Clause, *, expression: bool = False) -> bool:
    """Whether a clause says more, or less, than its verb with any one object; of an `expression` that the lexicon has,
    the noun or the pronoun is none."""
    if clause.kind is not ClauseKind.VERB:
        return False
    other = not expression and (_to_itself(reading, clause) or _two_objects(reading, clause))
    return other or any(doubt(reading, clause) for doubt in (_altered, _restricted, _state, _beheaded))


def partial(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether a subject or object of a verb is only half of one, or none."""
    if clause.kind is not ClauseKind.VERB:
        return False
    phrase = isinstance(filler.value, Literal)
    if filler.slot == OBJECT and (_given(reading, clause, filler) or _apposed(reading, clause, filler)):
        return True
    if filler.slot == OBJECT and _of_clause(reading, clause, filler):
        return True
    cut = (contentless, _compared, _announcing, _owned, _shared, _as_what)
    explained = phrase and (_explained(reading, clause, filler) or _predicate(reading, clause, filler))
    return _in_time(reading, filler) or explained or (phrase and any(doubt(reading, filler) for doubt in cut))


def entangled(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is no one statement: a comma or colon stands before a second subject that no conjunction joins
    ("Blair kam, Chirac nicht"), or it only says, put in between, who tells it ("…, so vermutet X, …")."""
    verbal = clause.kind is ClauseKind.VERB
    return verbal and any(told(reading, clause) for told in (_second_subject, _inserted, _gapped))


def _second_subject(reading: Reading, clause: Clause) -> bool:
    sentence = reading.sentence
    heads = [t.i for t in sentence.dependents(clause.predicate, "nsubj") if t.upos in ("NOUN", "PROPN")]
    starts = [next(i for i in sentence.subtree(head) if reading.token(i).upos != "PUNCT") for head in heads[1:]]
    return any(start > clause.predicate and reading.token(start - 1).text in (",", ":") for start in starts)


def _inserted(reading: Reading, clause: Clause) -> bool:
    first = min((clause.predicate, *clause.auxiliaries))
    if first < 2 or clause.lemma not in speech_verbs(reading.language):
        return False
    like = load(Factuality, reading.language).source_adverbs
    return reading.token(first - 1).text in like and reading.token(first - 2).upos == "PUNCT"


def _gapped(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence ends with somebody else of whom the same is denied ("…, Chirac nicht")."""
    words = [t for t in reading.sentence.tokens if t.upos != "PUNCT"][-2:]
    if len(words) < 2 or words[1].text.lower() not in load(Factuality, reading.language).negation:
        return False
    other = reading.token(words[0].head) if words[0].relation == "flat" else words[0]
    start = next(i for i in reading.sentence.subtree(other.i) if reading.token(i).upos != "PUNCT")
    own = words[1].head == clause.predicate and other.upos in ("NOUN", "PROPN")
    return own and clause.predicate < start and reading.token(start - 1).text == ","


def _to_itself(reading: Reading, clause: Clause) -> bool:
    """Whether it is done to, for or behind oneself ("für sich entscheiden", "an sich reißen"): mostly an idiom."""
    below = reading.sentence.dependents(clause.predicate, "obl", "obj", "iobj")
    return any(t.feat("Reflex") == "Yes" and reading.sentence.dependents(t.i, "case") for t in below)


def _altered(reading: Reading, clause: Clause) -> bool:
    """Whether an adverb makes something else of the verb ("falsch abrechnen", "beinahe gewinnen")."""
    altering = load(Frames, reading.language).altering_adverbs
    return any(t.lemma.lower() in altering for t in reading.sentence.dependents(clause.predicate, "advmod"))


def _restricted(reading: Reading, clause: Clause) -> bool:
    """Whether it is so only under a circumstance ("lediglich für Minsk ausgeschlossen")."""
    restricting, sentence = load(Frames, reading.language).restricting_adverbs, reading.sentence
    starts = (sentence.subtree(t.i)[0] for t in sentence.dependents(clause.predicate, "obl"))
    return any(reading.token(i).lemma.lower() in restricting for start in starts for i in (start - 1, start) if i >= 0)


def _two_objects(reading: Reading, clause: Clause) -> bool:
    """Whether there are two objects that no conjunction joins: one of them is something else, if not who gets the
    other, which has no name."""
    heads = {a.head for a in clause.slot(OBJECT) if reading.token(a.head).relation != "conj"}
    named = [i for i in heads if (m := reading.mention(i)) is not None and reading.cast.named(m)]
    words: Verbs = load(Verbs, reading.language)
    given = clause.lemma in words.with_recipient and len(heads) == 2 and len(named) == 1
    grammar: Grammar = load(Grammar, reading.language)
    return grammar.verb_second and len(heads) > 1 and not given


def _state(reading: Reading, clause: Clause) -> bool:
    """Whether a participle with the copula has an object or an agent ("ist in Minsk geplant"): it tells a state."""
    grammar: Grammar = load(Grammar, reading.language)
    lemmas = {reading.token(i).lemma for i in clause.auxiliaries}
    state = lemmas == {grammar.copula} and reading.token(clause.predicate).has("VerbForm", "Part")
    return grammar.verb_second and state and bool(clause.passive or clause.slot(OBJECT))


def _beheaded(reading: Reading, clause: Clause) -> bool:
    """Whether the lemma of a verb has lost its first part ("abzuschütteln" of schütteln)."""
    text, lemma = reading.token(clause.predicate).text.lower(), clause.lemma.lower()
    lost = text.removesuffix(lemma) if text.endswith(lemma) else ""
    return bool(lost) and lost not in load(Grammar, reading.language).verb_infixes


def _given(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether it is to whom something is given, told or forbidden that a clause behind it names."""
    given = clause.lemma in load(Verbs, reading.language).with_recipient
    return given and any(a.head > max(filler.head, clause.predicate) for a in clause.slot(COMPLEMENT))


def _apposed(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether it stands behind the subject and a comma: it explains that ("Li, Chef der Bank, sagt")."""
    sentence, token = reading.sentence, reading.token(filler.head)
    start = next(i for i in sentence.subtree(token.i) if reading.token(i).upos != "PUNCT")
    beside = token.head == clause.predicate and token.relation != "conj" and start > 1
    if not beside or reading.token(start - 1).text != ",":
        return False
    for subject in (a.head for a in clause.slot(SUBJECT) if reading.token(a.head).head == clause.predicate):
        before = [i for i in sentence.subtree(subject) if i < start]
        told = any(reading.token(i).has("VerbForm", "Fin") for i in before)
        if before and before[-1] >= start - 2 and not told:
            return True
    return False


def contentless(reading: Reading, filler: Filler) -> bool:
    """Whether it is a lone noun that says nothing without a clause ("die Ansicht vertreten")."""
    token, grammar = reading.token(filler.head), load(Grammar, reading.language)
    own = any(t.feat("Poss") == "Yes" for t in reading.sentence.dependents(token.i, "det"))
    lone = isinstance(filler.value, Literal) and len(filler.value.value.split()) == 1
    return lone and not own and bool({token.lemma, token.text} & set(grammar.content_nouns))


def _compared(reading: Reading, filler: Filler) -> bool:
    """Whether an adjective compares it with what is not told ("die gleiche Anzahl")."""
    comparing = load(Grammar, reading.language).comparing_adjectives
    return any(t.lemma.lower() in comparing for t in reading.sentence.dependents(filler.head, "amod", "det"))


def _announcing(reading: Reading, filler: Filler) -> bool:
    """Whether an article in it announces a relative clause that tells which ("jene Staaten, die …")."""
    announcing, sentence = load(Grammar, reading.language).announcing_articles, reading.sentence
    inside = (t for i in sentence.subtree(filler.head) for t in sentence.dependents(i, "det"))
    nouns = (t.head for t in inside if t.lemma.lower() in announcing)
    return any(sentence.dependents(noun, "acl") for noun in nouns)


def _owned(reading: Reading, filler: Filler) -> bool:
    """Whether it is a thing without an article whose owner a parser hung on something else ("Lis Vorschlag")."""
    token, sentence = reading.token(filler.head), reading.sentence
    before = reading.token(token.i - 1) if token.i > 0 else token
    bare = token.has("Number", "Sing") and not sentence.dependents(token.i, "det", "amod", "nummod", "case")
    return (
        bare and before.upos == "PROPN" and before.feat("Case") == "Gen" and before.i not in sentence.subtree(token.i)
    )


def _shared(reading: Reading, filler: Filler) -> bool:
    """Whether what stands behind it belongs to those that it is joined to as well ("Ernennung oder Wahl der
    Richter")."""
    token = reading.token(filler.head)
    first = token.head if token.relation == "conj" else -1
    return first >= 0 and any(t.i > token.i for t in reading.sentence.dependents(first, "nmod"))


def _as_what(reading: Reading, filler: Filler) -> bool:
    """Whether it is a lone noun that is somebody's, and right behind it stands as what ("ihre Arbeit als Ärztin")."""
    following, words = filler.head + 1, load(Grammar, reading.language).role_prepositions
    lone = isinstance(filler.value, Literal) and len(filler.value.value.split()) == 1
    behind = reading.token(following).text.lower() if following < len(reading.sentence.tokens) else ""
    own = any(t.feat("Poss") for t in reading.sentence.dependents(filler.head, "det"))
    return lone and own and behind in words


def _of_clause(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether it stands behind a clause with a verb of its own person, and belongs to that ("sagte, Li komme und den
    Tag nenne er noch")."""
    finite = (a.head for a in clause.slot(COMPLEMENT) if reading.token(a.head).has("VerbForm", "Fin"))
    return any(clause.predicate < i < filler.head for i in finite)


def _predicate(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether it is what somebody is and stands for that one ("Erster ist Li, gefolgt von Hui"); not above a relative
    clause, which is about it."""
    below = reading.sentence.subtree(clause.predicate)
    relative = any(reading.token(i).has("PronType", "Rel") for i in below)
    return bool(reading.sentence.dependents(filler.head, "cop")) and not relative


def _in_time(reading: Reading, filler: Filler) -> bool:
    """Whether it is a word of a time ("10 Uhr UTC")."""
    return any(first <= filler.head < end for first, end in (time.tokens for time in reading.times))


def _explained(reading: Reading, clause: Clause, filler: Filler) -> bool:
    """Whether a clause right behind the noun says what it is, though a parser hung that on the verb ("die Ansicht,
    dass …"); not where the verb tells its object to do something."""
    grammar: Grammar = load(Grammar, reading.language)
    if clause.lemma in (*grammar.object_control, *grammar.open_control):
        return False
    sentence, owned = reading.sentence, set(reading.sentence.subtree(filler.head))
    for below in sentence.dependents(clause.predicate, "ccomp", "xcomp"):
        first = next(i for i in sentence.subtree(below.i) if reading.token(i).upos != "PUNCT")
        between = {i for i in range(filler.head, first) if reading.token(i).upos != "PUNCT"}
        if between and between <= owned and not reading.token(first).has("PronType", "Rel"):
            return True
    return False
