"""English for a noun phrase of a sentence, where every word of it has a safe one; half a phrase would say something
else."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.clauses.clause import GENITIVE
from kg.extract.phrases.glosses import phrase_gloss
from kg.extract.phrases.words import QUOTES
from kg.lang import has, load
from kg.lang.schema import Factuality, Glossary, Grammar
from kg.model import Sentence, Token

_BEFORE = ("amod", "nummod", "det", "compound")  # what stands between an article and its noun
_NOUNS = ("NOUN", "PROPN")


def english_phrase(sentence: Sentence, head: int, kept: Iterable[Token], *, language: str) -> str | None:
    """The tokens `kept` of the noun phrase at `head` in English: the noun with its adjectives, then genitives and
    prepositional attributes one by one. None where the phrase has any other word or shape, or one of several meanings.
    """
    tokens = [t for t in kept if t.text not in QUOTES]
    if not has(Glossary, language) or any(t.upos == "PUNCT" or t.text.endswith("-") for t in tokens):
        return None
    phrase = _Phrase(sentence, language, {t.i for t in tokens})
    english = phrase.english(head)
    return english if english and not phrase.left else None


class _Phrase:
    """A phrase on its way into English; `left` are the words not yet told."""

    def __init__(self, sentence: Sentence, language: str, kept: set[int]) -> None:
        self.sentence = sentence
        self.language = language
        self.left = set(kept)
        self.kept = frozenset(kept)
        self.words: Glossary = load(Glossary, language)

    def english(self, head: int) -> str | None:
        token = self.sentence.tokens[head]
        below = [t for t in self.sentence.dependents(head) if t.i in self.kept and t.relation not in ("case", "cc")]
        before = [t for t in below if t.i < head and t.relation in _BEFORE and not self._denies(t)]
        counts = [t for b in before if b.upos == "NUM" for t in self.sentence.dependents(b.i) if t.upos == "ADV"]
        first = sorted([t for t in (*before, *counts) if t.i in self.kept], key=lambda t: t.i)
        if any(t.i in self.kept and t not in first for b in first for t in self.sentence.dependents(b.i)):
            return None
        parts = [phrase_gloss([*first, token], self.language, plural=self._plural(token))]
        self.left -= {t.i for t in (token, *first)}
        parts += [self._attribute(token, child) for child in below if child not in before]
        return " ".join(part for part in parts if part) if all(parts) else None

    def _attribute(self, token: Token, child: Token) -> str | None:
        """What stands behind the noun: its name, or a genitive or prepositional attribute with its English preposition,
        or what a conjunction joins to it."""
        if child.i < token.i:
            return None
        if child.relation in ("flat", "appos") and child.upos == "PROPN":
            self.left.discard(child.i)
            below = [t for t in self.sentence.dependents(child.i) if t.i in self.kept]
            names = [self._attribute(child, t) for t in below]
            return " ".join([child.text, *(name for name in names if name)]) if all(names) else None
        before = self._conjunction(child) if child.relation == "conj" else self._preposition(token, child)
        inner = self.english(child.i) if before else None
        return f"{before} {inner}" if inner else None

    def _conjunction(self, child: Token) -> str:
        found = [t for t in self.sentence.dependents(child.i, "cc") if t.i in self.kept]
        self.left -= {t.i for t in found}
        return (phrase_gloss(found, self.language) or "") if found else ""

    def _preposition(self, token: Token, child: Token) -> str:
        """The English preposition of an attribute, "" where it is none or none that is sure."""
        cases = self.sentence.dependents(child.i, "case")
        genitive = not cases and (child.feat("Case") == "Gen" or child.upos == "PROPN")
        if child.relation != "nmod" or not (cases or genitive):
            return ""
        grammar: Grammar = load(Grammar, self.language)
        self.left -= {case.i for case in cases}
        lemma = grammar.contractions.get(cases[0].text.lower(), cases[0].lemma.lower()) if cases else GENITIVE
        special = [key for key in self.words.noun_prepositions if _fits(key, token.lemma.lower(), lemma)]
        if special:
            return self.words.noun_prepositions[max(special, key=len)]
        if genitive or lemma in grammar.genitive_prepositions:
            return self.words.genitive
        by_place = self.words.place_prepositions.get(lemma, "") if child.upos == "PROPN" else ""
        return by_place or self.words.prepositions.get(lemma, "")

    def _denies(self, token: Token) -> bool:
        """Whether it is a determiner whose negation the statement carries."""
        return token.upos == "DET" and token.lemma.lower() in load(Factuality, self.language).negative_determiners

    def _plural(self, token: Token) -> bool:
        """Whether the noun is meant in the plural, which its article tells better. A direct object behind an article
        that is no plural one there is a single thing, though its form may be a plural ("den Jungen"), and so is a
        feminine as the glossary has it."""
        words, text = self.words, token.text
        if token.feat("Gender") == "Fem" and text in words.nouns and text + words.adjectival_ending not in words.nouns:
            return False
        articles = [t.text.lower() for t in self.sentence.dependents(token.i, "det")]
        single = token.relation == "obj" and any(a in words.singular_articles for a in articles)
        weak = token.lemma.lower().endswith(words.weak_endings) and token.feat("Gender") != "Fem"
        single = single and (weak or text == token.lemma) and not self.sentence.dependents(token.i, "nummod")
        told = [t for t in self.sentence.dependents(token.i, "det") if t.feat("Number")] or [token]
        return told[0].feat("Number") == "Plur" and not single


def _fits(key: str, noun: str, preposition: str) -> bool:
    """Whether a noun, or a compound of it, stands before the preposition of the `key` ("Kritik an")."""
    first, _, wanted = key.partition(" ")
    return wanted == preposition and noun.endswith(first.lower())
