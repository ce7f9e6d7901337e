"""Headlines, and labels in running text: what a title says, and who speaks behind a colon.

A colon or a dash sets its parts apart: a topic or a place ("Tarifstreit: …", "Wien - …") is no part of the sentence
behind it, and somebody named before a colon, or alone at the end, is the one who says the rest ("Merkel: …",
"… - police"). A country may be speaker or topic: what stands behind it is a report of nobody in particular. A label
that opens a sentence of the text does the same for the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.clause import Clause
from kg.extract.roles.nouns import body_noun, role_noun
from kg.extract.status.commitment import Commitment
from kg.lang import load
from kg.lang.schema import Factuality
from kg.model import BlockKind, Mention, MentionKind, Modality, Sentence, Token
from kg.ontology import Ontology, Types, load_ontology

_COLON = ":"
_SIGNS = frozenset({_COLON, "-", "–", "—", "|", "/", "•", "»", "++", "+++"})
_FEW = 3  # words of a source at the end
_NOMINAL = ("NOUN", "PROPN")


def parted(sentence: Sentence) -> Sentence:
    """The title with a tree for each of its parts."""
    parts = _parts(sentence)
    if len(parts) == 1:
        return sentence
    of = {i: number for number, part in enumerate(parts) for i in part}
    tokens = (
        replace(t, head=-1, deprel="root") if t.head >= 0 and of[t.head] != of[t.i] else t for t in sentence.tokens
    )
    return sentence.hung(tuple(tokens))


def credited(
    sentence: Sentence,
    clauses: tuple[Clause, ...],
    commitments: tuple[Commitment, ...],
    mentions: tuple[tuple[Mention, str], ...],
    *,
    language: str,
) -> tuple[Commitment, ...]:
    """The commitments as a title means them: an infinitive alone is a plan ("Boeing to cut jobs"), and speakers are who
    the title, or the label of a sentence, names. `mentions` are those of the sentence with their types."""
    sources: dict[int, tuple[int, int | None]] = {}  # token -> the speaker's token, and who it is if the text says
    parts = _parts(sentence)
    for part, following in _speaking(sentence, parts):
        source = _source(sentence, part, mentions, language=language)
        if source is not None:
            sources |= dict.fromkeys((i for other in following for i in other), source)
    made = []
    for clause, commitment in zip(clauses, commitments, strict=True):
        intended = sentence.block is BlockKind.TITLE and _intended(sentence, clause)
        meant = commitment.weaken(Modality.PLANNED, clause.predicate) if intended else commitment
        cue, speaker = sources.get(clause.predicate, (None, None))
        made.append(meant if cue is None else meant.said_by(speaker, cue))
    return tuple(made)


def _intended(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause that is below no other has only an infinitive with its particle."""
    infinitive = sentence.tokens[clause.predicate].has("VerbForm", "Inf") and not clause.auxiliaries
    return clause.parent < 0 and infinitive and any(sentence.tokens[m].upos == "PART" for m in clause.marks)


def _parts(sentence: Sentence) -> tuple[range, ...]:
    """The ranges of tokens between the signs; a sign ends its part. Outside of titles only the label is one."""
    tokens = sentence.tokens
    if sentence.block is not BlockKind.TITLE:
        return (sentence.label, range(sentence.label.stop, len(tokens))) if sentence.label else (range(len(tokens)),)
    ends = [t.i + 1 for t in tokens[1:-1] if t.text in _SIGNS and _apart(t, tokens[t.i - 1], tokens[t.i + 1])]
    return tuple(range(a, b) for a, b in zip((0, *ends), (*ends, len(tokens)), strict=True))


def _apart(sign: Token, before: Token, after: Token) -> bool:
    """Whether space is around a sign, behind a colon at least: what joins words has none."""
    return sign.end < after.start and (sign.text == _COLON or before.end < sign.start)


def _speaking(sentence: Sentence, parts: tuple[range, ...]) -> Iterator[tuple[range, tuple[range, ...]]]:
    """Parts where a speaker may be named, each with the parts that he would say."""
    for number, part in enumerate(parts[:-1]):
        if sentence.tokens[part[-1]].text.endswith(_COLON):
            yield part, parts[number + 1 :]
    if len(parts) > 1 and len(parts[-1]) <= _FEW and not sentence.label:
        yield parts[-1], parts[:-1]


def _source(
    sentence: Sentence, part: range, mentions: tuple[tuple[Mention, str], ...], *, language: str
) -> tuple[int, int | None] | None:
    """The token of the speaker whom the part names and nothing besides, and the same again if it is known who he is."""
    words = [i for i in part if sentence.tokens[i].upos not in ("PUNCT", "SYM")]
    heads = [i for i in words if sentence.tokens[i].head not in part and sentence.tokens[i].upos in _NOMINAL]
    if len(heads) != 1 or any(sentence.tokens[i].upos in ("VERB", "AUX") for i in words):
        return None
    head, ontology = heads[0], load_ontology()
    if sentence.dependents(head, "case"):
        return None
    named = {head, *(t.i for t in sentence.dependents(head, "appos", "flat", "compound"))}
    here = [(m, kind) for m, kind in mentions if m.kind is not MentionKind.PRONOUN and {*range(*m.tokens)} <= {*part}]
    for mention, kind in here:
        if named & {*range(*mention.tokens)}:
            if _speaks(ontology, kind):
                return mention.head, mention.head
            unsure = sentence.block is not BlockKind.TITLE and kind == Types.PLACE  # a surname that nobody knows
            return (head, None) if unsure or ontology.is_a(kind, Types.COUNTRY) else None
    told = sentence.tokens[head].lemma in load(Factuality, language).source_nouns
    somebody = role_noun(sentence, head, language=language) or body_noun(sentence, head, language=language)
    if not (told or somebody):
        return None
    return head, next((m.head for m, kind in here if _speaks(ontology, kind)), None)


def _speaks(ontology: Ontology, kind: str) -> bool:
    return any(ontology.is_a(kind, speaker) for speaker in (Types.PERSON, Types.ORGANIZATION))
