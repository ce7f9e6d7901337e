"""Phrases of a sentence as values: the words of a noun phrase or clause, with their rendering for display."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.glosses import gloss
from kg.lang import has, load
from kg.lang.schema import Glossary, Grammar, Verbs
from kg.model import Labels, Literal, Sentence, Token

_LOOSE = ("acl", "advcl", "parataxis", "discourse", "mark", "ccomp", "xcomp")
_APART = (
    *_LOOSE,
    "appos",
    "conj",
    "cc",
    "punct",
    "case",
    "cop",
    "aux",
    "nsubj",
    "advmod",
    "expl",
)  # of the head itself
_CONTENT = ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X")
_NOMINAL = ("NOUN", "PROPN", "SYM", "X")


def noun_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The noun phrase at `head` without preposition, article and loose clauses; None if it is no noun."""
    if sentence.tokens[head].upos not in _NOMINAL:
        return None
    kept = _trimmed(_tight(sentence, head, _APART))
    if not kept:
        return None
    value = _written(kept, text)
    return _literal(value, english(sentence, head, language=language), language)


def words_phrase(sentence: Sentence, tokens: tuple[int, int], head: int, text: str, *, language: str) -> Literal | None:
    """A range of tokens (half-open) and their head without the article, as it is written."""
    kept = _trimmed(list(sentence.tokens[slice(*tokens)]))
    if not kept:
        return None
    words = gloss(_words(kept), language, plural=sentence.tokens[head].feat("Number") == "Plur")
    return _literal(text[kept[0].start : kept[-1].end], words, language)


def _literal(value: str, english_value: str | None, language: str) -> Literal:
    labels = {language: value} | ({"en": english_value} if english_value else {})
    return Literal(value, language, labels=Labels.of(labels))


def _words(tokens: Iterable[Token]) -> list[tuple[str, str]]:
    return [(token.lemma, token.upos) for token in tokens]


def english(sentence: Sentence, head: int, *, language: str, coordinated: bool = False) -> str | None:
    """The noun phrase at `head` in English: the noun with what goes before it, then its attributes one by one.

    None where any word of it is not known: half a phrase would say something else. `coordinated` takes in what is
    joined to the head by a conjunction.
    """
    if not has(Glossary, language):
        return None
    token = sentence.tokens[head]
    below = [
        t for t in sentence.dependents(head) if t.relation not in (*_LOOSE, "appos", "punct", "case", "cop", "nsubj")
    ]
    before = [t for t in below if t.i < head and t.relation in ("amod", "nummod", "compound", "det", "nmod")]
    below = [t for t in below if t.feat("Poss") != "Yes"]
    before = [t for t in before if t in below]  # whose it is, the subject says
    parts = [gloss(_words([*before, token]), language, plural=token.feat("Number") == "Plur")]
    for child in (t for t in below if t not in before):
        if child.relation == "nmod":
            parts.append(_attribute(sentence, child, language))
        elif child.relation == "flat":
            parts.append(child.text)
        elif child.relation == "conj" and coordinated:
            joined = sentence.dependents(child.i, "cc")
            parts.append(gloss(_words(joined), language) if joined else ",")
            parts.append(english(sentence, child.i, language=language, coordinated=True))
        elif child.relation not in ("conj", "cc", "advmod"):
            return None
    return " ".join(part for part in parts if part) if all(parts) else None


def _attribute(sentence: Sentence, child: Token, language: str) -> str | None:
    """A genitive or prepositional attribute, with its English preposition."""
    case = next(iter(sentence.dependents(child.i, "case")), None)
    grammar, inner = load(Grammar, language), english(sentence, child.i, language=language, coordinated=True)
    lemma = grammar.contractions.get(case.text.lower(), case.lemma.lower()) if case else ""
    if not lemma or lemma in grammar.genitive_prepositions:
        preposition = load(Glossary, language).genitive
    else:
        preposition = load(Verbs, language).prepositions.get(lemma, "")
    return f"{preposition} {inner}" if preposition and inner else None


def clause_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The words of a subordinate clause, punctuation at its edges aside."""
    tokens = [sentence.tokens[i] for i in sentence.subtree(head)]
    while tokens and tokens[0].upos in ("PUNCT", "SCONJ", "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    if not tokens:
        return None
    value = text[tokens[0].start : tokens[-1].end]
    return Literal(value, language, labels=Labels.of({language: value}))


def _tight(sentence: Sentence, head: int, without: tuple[str, ...]) -> list[Token]:
    """The token and what belongs closely to it, in text order; dependents `without` only at the token itself."""
    found = [sentence.tokens[head]]
    for child in sentence.dependents(head):
        if child.relation not in without:
            found.extend(_tight(sentence, child.i, _LOOSE))
    return sorted(found, key=lambda t: t.i)


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without articles and other small words at the start, and without punctuation at either end."""
    while tokens and tokens[0].upos in ("DET", "ADP", "ADV", "PART", "PUNCT", "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT":
        tokens = tokens[:-1]
    return tokens


def _written(tokens: list[Token], text: str) -> str:
    parts: list[str] = []
    for before, token in zip([None, *tokens[:-1]], tokens, strict=True):
        if before is not None and token.start > before.end:
            parts.append(" ")
        parts.append(token.text)
    return "".join(parts) if len(tokens) > 1 else text[tokens[0].start : tokens[0].end]
