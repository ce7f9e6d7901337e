"""Phrases of a sentence as index tuples: what belongs to a noun, a clause, and how coordination splits them.

Coordinated parts are alternatives, never one phrase: "Briefe von Li und Hui" is two phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from kg.extract.clauses.coordination import conjuncts, one_name
from kg.model import Sentence, Token

Words = tuple[int, ...]

# What hangs on a noun and is no part of its phrase; on the noun of a copula clause, what belongs to the clause.
_ASIDE = frozenset(
    ("punct", "conj", "cc", "acl", "advcl", "parataxis", "appos", "nsubj", "csubj", "cop", "aux", "mark", "ccomp",
     "xcomp", "discourse", "vocative", "dislocated", "orphan", "reparandum", "obl", "obj", "iobj", "expl", "list")
)  # fmt: skip
_NOMINAL = ("NOUN", "PROPN", "NUM", "SYM", "X")
_TIGHT_MARKS = frozenset("-–/&'’")
QUOTES = frozenset(("``", "''", '"', "„", "“", "”", "»", "«", "‚", "‘"))
_JOINERS = frozenset("&/")
_MOST = 8  # alternatives of one phrase: more are lists, not sentences


class Phrases:
    """The phrases of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence

    # -- words as text --------------------------------------------------------------------------------------------

    def text(self, words: Iterable[int]) -> str:
        """The words in this order, blanks between them; what is written as one around a hyphen stays one."""
        parts: list[str] = []
        before: Token | None = None
        for token in (self.sentence.tokens[i] for i in words):
            if before is not None and not _touching(before, token):
                parts.append(" ")
            parts.append(token.text)
            before = token
        return "".join(parts)

    # -- noun phrases ---------------------------------------------------------------------------------------------

    def noun(self, head: int, *, attributes: bool = True, case: bool = True) -> tuple[Words, ...]:
        """The phrase at `head`, one for each way through the coordinations inside it, but not of `head` itself.

        Without `attributes` what a preposition joins to it stays out; without `case` its own preposition.
        """
        whole = [head]
        choices: list[list[Words]] = []
        for child in self.sentence.dependents(head):
            if child.relation == "case":
                whole.extend(self.sentence.subtree(child.i) if case else ())
            elif self.is_attribute(child):
                if attributes or not self.sentence.dependents(child.i, "case"):
                    choices.append(self.attribute(child))
            elif self._inside(child):
                whole.extend(self._below(child.i))
        made = (frozenset(whole).union(*chosen) for chosen in islice(product(*choices), _MOST))
        return tuple(dict.fromkeys(self._marked(words) for words in made))

    def attributes(self, head: int) -> tuple[Token, ...]:
        """Genitives and attributes with a preposition, behind the noun."""
        return tuple(child for child in self.sentence.dependents(head, "nmod") if self.is_attribute(child))

    def attribute(self, child: Token) -> list[Words]:
        """The alternatives of an attribute, one or more for each conjunct; these share the preposition."""
        return [words for member in self.members(child) for words in self.member(child, member)]

    def members(self, token: Token) -> tuple[Token, ...]:
        """What is coordinated at the token and can stand alone: not "Margen- und Zinsfragen", not "Mai / Juni"."""
        return (token,) if self._inseparable(token) else tuple(conjuncts(self.sentence, token.i))

    def _inseparable(self, token: Token) -> bool:
        others = self.sentence.dependents(token.i, "conj")
        joined = (self.sentence.tokens[self.sentence.subtree(other.i)[0]].text for other in others)
        if any(one_name(self.sentence, token.i, other.i) for other in others):
            return True
        return bool(others) and (token.text.endswith("-") or bool(_JOINERS & set(joined)))

    def member(self, first: Token, member: Token, *, attributes: bool = True) -> tuple[Words, ...]:
        """The phrase of a conjunct, with the preposition of the first where it has none of its own."""
        found = self.noun(member.i, attributes=attributes)
        if member.i == first.i or self.sentence.dependents(member.i, "case"):
            return found
        shared = tuple(i for c in self.sentence.dependents(first.i, "case") for i in self.sentence.subtree(c.i))
        return tuple((*shared, *words) for words in found)

    @staticmethod
    def is_attribute(child: Token) -> bool:
        """Whether it is an attribute that follows its noun; before it stands a possessor, a part of the phrase."""
        return child.relation == "nmod" and child.i > child.head

    def _inside(self, child: Token) -> bool:
        if child.relation == "conj":
            return self._inseparable(self.sentence.tokens[child.head])
        if child.relation == "det" and child.i > child.head:
            return False  # "haben die Parteien alle"
        if child.relation == "appos":
            return self.is_close(child)
        return child.relation not in _ASIDE and not self.is_sentence_adverb(child)

    def is_close(self, child: Token) -> bool:
        """An apposition without a comma: "congressman William Jones"."""
        first = self.sentence.subtree(child.i)[0]
        return child.i > child.head and "PUNCT" not in {self.sentence.tokens[i].upos for i in (first, first - 1)}

    def is_sentence_adverb(self, child: Token) -> bool:
        """An adverb of the clause that hangs on the noun of a copula clause; before an adjective it is a degree."""
        head = self.sentence.tokens[child.head]
        if child.relation != "advmod" or not self.sentence.dependents(head.i, "cop"):
            return False
        return head.upos != "ADJ" or self.sentence.subtree(child.i)[-1] != head.i - 1

    def _below(self, head: int) -> Iterator[int]:
        """All below `head` but relative clauses, loose appositions and punctuation."""
        yield head
        for child in self.sentence.dependents(head):
            loose = child.relation in ("punct", "parataxis", "appos") or self.is_relative(child)
            if not loose and not self._stray_conjunction(child):
                yield from self._below(child.i)

    def is_relative(self, child: Token) -> bool:
        """A finite clause below a noun."""
        words = (child, *self.sentence.dependents(child.i, "aux", "cop"))
        return child.relation == "acl" and any(w.feat("VerbForm") == "Fin" for w in words)

    def _stray_conjunction(self, child: Token) -> bool:
        """A conjunction at the edge of what it hangs on joins something else."""
        coordinated = self.sentence.tokens[child.head].relation == "conj"
        return child.relation == "cc" and not coordinated and child.i == self.sentence.subtree(child.head)[0]

    def _marked(self, words: frozenset[int]) -> Words:
        """With the hyphens between its words, and with quotes that open and close inside or around it."""
        tokens = self.sentence.tokens
        between = (i for i in range(1, len(tokens) - 1) if i not in words and {i - 1, i + 1} <= words)
        kept = words | {i for i in between if tokens[i].text[:1] in _TIGHT_MARKS}
        quotes = [t.i for t in tokens if t.text in QUOTES]
        pairs = zip(quotes[::2], quotes[1::2], strict=False)
        inside = {q for one, other in pairs if one + 1 in kept and other - 1 in kept for q in (one, other)}
        return tuple(sorted(kept | inside))

    # -- clauses --------------------------------------------------------------------------------------------------

    def clause(self, head: int, *, without: frozenset[int] = frozenset()) -> Words:
        """All words of a clause; commas, and conjunctions at its beginning, aside."""
        tokens = self.sentence.tokens
        kept = [i for i in self.sentence.subtree(head) if i not in without]
        kept = [i for i in kept if tokens[i].upos != "PUNCT" or tokens[i].text[:1] in _TIGHT_MARKS or self._quoted(i)]
        while kept and tokens[kept[0]].deprel == "cc":
            kept = kept[1:]
        return tuple(kept)

    def bare_clause(self, head: int) -> Words:
        """A clause without what is coordinated with it and without clauses below it but its complements."""
        below = [self.sentence.tokens[i] for i in self.sentence.subtree(head) if i != head]
        loose = [t for t in below if t.relation in ("advcl", "parataxis") or self.is_relative(t)]
        loose += self.sentence.dependents(head, "conj")
        return self.clause(head, without=frozenset(i for t in loose for i in self.sentence.subtree(t.i)))

    def balanced(self, words: Words) -> Words:
        """Without quotes that open or close nothing."""
        quotes = [i for i in words if self._quoted(i)]
        return words if len(quotes) % 2 == 0 else tuple(i for i in words if i not in quotes)

    def _quoted(self, i: int) -> bool:
        return self.sentence.tokens[i].text in QUOTES

    def adverb(self, head: int) -> Words:
        """An adverb with what belongs to it."""
        return self._marked(frozenset(self._below(head)))


def _touching(before: Token, token: Token) -> bool:
    """Whether two tokens are one written word, cut at a hyphen, a slash, an ampersand or an apostrophe."""
    adjacent = token.i == before.i + 1 and token.start == before.end
    return adjacent and bool(_TIGHT_MARKS & {before.text[-1:], token.text[:1]})
