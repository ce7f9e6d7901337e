"""Whose role a role phrase tells: the person's name that stands in apposition to it, before or behind."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.roles.nouns import role_noun
from kg.extract.roles.surroundings import Frame
from kg.model import Mention, Sentence, Token
from kg.ontology import Types

_CASE = "Case"
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


class Holders:
    """Finds the names beside the role phrases of one sentence; `names` are its name mentions in order."""

    def __init__(self, sentence: Sentence, names: tuple[Mention, ...], language: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.names = names
        self.language = language
        self.starts: Mapping[int, int] = {n.tokens[0]: k for k, n in enumerate(names)}

    def of(self, token: Token, last: int, frame: Frame, end: int, owner: int) -> int:
        """The name right behind the noun at `token`, behind its genitive or field, or before it, -1 for none; `owner`
        is the name in the genitive that stands before the phrase, `end` where the phrase ends."""
        for i in (last + 1, end):
            k = self.person_at(i)
            if k < 0 or (frame.determiner is not None and self.genitive(k)) or self._argument(token, k):
                continue
            if i == last + 1 or not self._described(i - 1):
                return k
        k = self.person_at(end + 1) if self.comma(end) else -1
        if k >= 0:
            described = self.apposed(token, k) or self._inserted(self.names[k].tokens[1], frame)
            return k if described and not self._outer(token, frame, k) else -1
        return self._before(token, frame, end, owner)

    def person_at(self, i: int) -> int:
        """The person's name that begins at token `i`, -1 for none."""
        k = self.starts.get(i, -1)
        return k if k >= 0 and self.names[k].type == Types.PERSON else -1

    def comma(self, i: int) -> bool:
        """Whether token `i` is a comma."""
        return i < len(self.tokens) and self.tokens[i].text == ","

    def genitive(self, k: int) -> bool:
        """Whether a name without article is in the genitive: its normal form lacks an ending."""
        mention = self.names[k]
        return not mention.name.endswith(self.tokens[mention.tokens[1] - 1].text)

    def apposed(self, token: Token, k: int) -> bool:
        """Whether a name behind a comma belongs to the phrase: the tree says so, or it hangs within the phrase."""
        head = self.tokens[self.names[k].head]
        above = {a.i for a in self.sentence.ancestors(head.i)}
        if not self._closed(self.names[k].tokens[1]):
            return False
        return (head.relation in ("appos", "flat", "nmod") and token.i in above) or token.head == head.i

    def _described(self, i: int) -> bool:
        """Whether token `i` is a noun for somebody, whose name the one behind it is rather ("ein Sprecher der
        Kommissarin Anna Berg")."""
        return self.tokens[i].upos == "NOUN" and role_noun(self.sentence, i, language=self.language) is not None

    def _argument(self, token: Token, k: int) -> bool:
        """Whether noun and name are two arguments of one verb ("Er warf dem Minister Willkür vor")."""
        head = self.tokens[self.names[k].head]
        both = token.relation in _ARGUMENTS and head.relation in _ARGUMENTS
        return both and head.head == token.head and head.relation != token.relation

    def _inserted(self, i: int, frame: Frame) -> bool:
        """Whether the words behind the name close an insertion, and no list goes on."""
        closed = i >= len(self.tokens) or self.tokens[i].text in (",", "(", ".")
        return closed and (frame.definite or frame.possessive) and self.starts.get(i + 1, -1) < 0

    def _outer(self, token: Token, frame: Frame, k: int) -> bool:
        """Whether the noun is the genitive of another whose name follows behind a comma: the tree says so, or the other
        means somebody ("ein Kritiker des Ministers, Karl Weber")."""
        outer = self.tokens[token.head]
        if not (token.relation == "nmod" and outer.i < frame.first and outer.upos == "NOUN"):
            return False
        if self.tokens[self.names[k].head].head == outer.i:
            return True
        return outer.feat("Number") != "Plur" and role_noun(self.sentence, outer.i, language=self.language) is not None

    def _before(self, token: Token, frame: Frame, end: int, owner: int) -> int:
        """ "Li Shangfu, der chinesische Verteidigungsminister, …": the noun is in apposition to the name."""
        i = (self.names[owner].tokens[0] if owner >= 0 else frame.first) - 1
        while i > 0 and self.tokens[i].upos == "PUNCT" and self.tokens[i].text != ",":
            i -= 1
        if not (i > 0 and self.comma(i)):
            return -1
        before = (k for k, n in enumerate(self.names) if n.tokens[1] <= i and self._bracketed(n.tokens[1], i))
        k = max(before, default=-1)
        if k < 0 or self.names[k].type != Types.PERSON:
            return -1
        if token.relation == "appos" and token.head in range(*self.names[k].tokens):
            return k
        return k if self._ends(end) and not frame.indefinite and self._agrees(token, frame, k) else -1

    def _agrees(self, token: Token, frame: Frame, k: int) -> bool:
        """Whether the phrase may be in apposition to a name: no further member of a list, and in the same case."""
        cases = {t.feat(_CASE) for t in (frame.determiner, self.tokens[self.names[k].head]) if t is not None}
        return token.relation != "conj" and len(cases - {""}) < 2

    def _ends(self, i: int) -> bool:
        """Whether a phrase ends here with the sentence or a sign that closes an insertion."""
        return i >= len(self.tokens) or self.tokens[i].text in (",", ")", ".")

    def _bracketed(self, start: int, end: int) -> bool:
        """Whether nothing but a bracket stands between two places ("(CDU)")."""
        between = self.tokens[start:end]
        return not between or (between[0].text == "(" and between[-1].text == ")")

    def _closed(self, i: int) -> bool:
        return i >= len(self.tokens) or self.tokens[i].upos == "PUNCT" or self.tokens[i].upos in ("VERB", "AUX")
