"""Phrases of a sentence as values: the words of a noun phrase or clause, with their rendering for display."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.glosses import gloss
from kg.extract.noun_words import LOOSE, is_complement, is_outside, phrase_words, trimmed
from kg.lang import has, load
from kg.lang.schema import Glossary, Grammar, Verbs
from kg.model import Labels, Literal, Sentence, Token

_LEFT_OUT = (*LOOSE, "punct", "case", "cop", "nsubj")


def noun_phrase(sentence: Sentence, head: int, text: str, *, language: str) -> Literal | None:
    """The noun phrase at `head` without preposition, article and relative clauses.

    None if it is no noun, or if words that are not its own stand inside it: what is left would say something else.
    """
    kept = phrase_words(sentence, head)
    if not kept:
        return None
    return _literal(
        " ".join(text[kept[0].start : kept[-1].end].split()), english(sentence, head, language=language), language
    )


def words_phrase(sentence: Sentence, tokens: tuple[int, int], head: int, text: str, *, language: str) -> Literal | None:
    """A range of tokens (half-open) and their head without the article, as it is written."""
    kept = trimmed(sentence.tokens[slice(*tokens)], head)
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
    below = [t for t in sentence.dependents(head) if not _left_out(sentence, t)]
    before = [t for t in below if t.i < head and t.relation in ("amod", "nummod", "compound", "det", "flat", "acl")]
    first = _under(sentence, before)
    if any(is_complement(sentence, t) for t in sentence.dependents(head)) or not all(map(_plain, first)):
        return None
    parts = [gloss(_words([*first, token]), language, plural=token.feat("Number") == "Plur")]
    for child in (t for t in below if t not in before):
        if child.relation == "nmod":
            parts.append(_attribute(sentence, child, language))
        elif child.relation == "flat":
            parts.append(" ".join(t.text for t in _under(sentence, [child]) if t.upos not in ("DET", "PUNCT")))
        elif child.relation == "appos":
            parts.append(_named(sentence, child, language))
        elif child.relation == "conj" and coordinated:
            joined = sentence.dependents(child.i, "cc")
            parts.append(gloss(_words(joined), language) if joined else ",")
            parts.append(english(sentence, child.i, language=language, coordinated=True))
        elif child.relation not in ("conj", "cc", "advmod"):
            return None
    return " ".join(part for part in parts if part) if all(parts) else None


def _named(sentence: Sentence, child: Token, language: str) -> str | None:
    """What a noun is called: a name as it is ("Thema Arbeitsmarkt" has none)."""
    words = [t.text for t in phrase_words(sentence, child.i) if t.upos != "PUNCT"]
    return " ".join(words) if child.entity or child.upos != "NOUN" else english(sentence, child.i, language=language)


def _left_out(sentence: Sentence, child: Token) -> bool:
    """Whether English leaves it out: loose parts, and whose it is, which the subject says."""
    return child.relation in _LEFT_OUT or child.feat("Poss") == "Yes" or is_outside(sentence, child)


def _under(sentence: Sentence, tokens: Iterable[Token]) -> list[Token]:
    return [sentence.tokens[i] for token in tokens for i in sentence.subtree(token.i)]


def _plain(token: Token) -> bool:
    """Whether it is a word that may stand before a noun by itself, no part of a participle's phrase."""
    return token.upos in ("ADJ", "ADV", "NUM", "DET", "PART", "CCONJ", "PUNCT", "PROPN", "SYM") or token.relation in (
        "compound",
        "nummod",
    )


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
