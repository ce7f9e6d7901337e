"""The one view of syntax that extraction sees: a Doc as frozen sentences of Universal Dependencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.morphology import Morphology
from spacy.tokens import Doc
from spacy.tokens import Token as DocToken

from kg.model.article import BlockKind
from kg.model.predicates import Predicate
from kg.model.syntax import Sentence, Token
from kg.parse.adapters import ROOT, Tree, scheme_of, schemes, universal
from kg.parse.particles import join_lemmas

PREDICATES = "kg.predicates"  # in the user data of a Doc: what is read in it, by its tokens


def sentences(doc: Doc, *, start: int = 0, block: BlockKind = BlockKind.BODY) -> tuple[Sentence, ...]:
    """The sentences of `doc`, in text order, without white space.

    `doc` is the text of one block of an article: `start` is where the block begins there, so that offsets are the
    article's. Trees and names of other pipelines are brought to Universal Dependencies and to PER, ORG, LOC, MISC by
    `kg.parse.adapters`. `doc` needs a dependency parse.
    """
    scheme = scheme_of({token.dep_ for token in doc})
    found = []
    for span in doc.sents:
        words = [token for token in span if not token.is_space]
        if words:
            tokens = _tokens(words, scheme, doc.lang_, start)
            found.append(Sentence.of(tokens, block=block, predicates=_predicates(words)))
    return tuple(found)


def _predicates(words: Sequence[DocToken]) -> tuple[Predicate, ...]:
    """What the annotator read in a sentence, by the places of its words there."""
    read: Sequence[Predicate] = words[0].doc.user_data.get(PREDICATES, ())
    places = {word.i: k for k, word in enumerate(words)}
    return tuple(predicate.moved(places) for predicate in read if predicate.word in places)


def _tokens(words: Sequence[DocToken], scheme: str, language: str, start: int) -> tuple[Token, ...]:
    morphs = [str(word.morph) for word in words]
    tree = _tree(words, morphs)
    if scheme:
        universal(tree, scheme)
    lemmas = join_lemmas(tree, [word.text for word in words], language)
    names = schemes()[scheme].names if scheme else None
    return tuple(
        Token(
            i=k,
            text=word.text,
            start=start + word.idx,
            end=start + word.idx + len(word),
            lemma=lemmas[k],
            upos=tree.upos[k],
            head=tree.heads[k],
            deprel=tree.labels[k],
            feats=_feats(morphs[k]),
            entity=(entity := _name(word.ent_type_, names)),
            begins=bool(entity) and word.ent_iob_ == "B",
        )
        for k, word in enumerate(words)
    )


@lru_cache(maxsize=1 << 14)
def _feats(morph: str) -> tuple[tuple[str, str], ...]:
    """The features as spaCy writes them ("Case=Nom|Number=Sing"), sorted by name."""
    return tuple(sorted(Morphology.feats_to_dict(morph).items()))


def _name(label: str, names: Mapping[str, str] | None) -> str:
    return label if names is None else names.get(label, "")


def _tree(words: Sequence[DocToken], morphs: Sequence[str]) -> Tree:
    index = {word.i: k for k, word in enumerate(words)}
    heads = _with_one_root([_head(word, index) for word in words])
    return Tree(
        heads=heads,
        labels=[ROOT if head < 0 else word.dep_ for word, head in zip(words, heads, strict=True)],
        upos=[word.pos_ for word in words],
        lemmas=[word.lemma_ for word in words],
        verb_forms=[_verb_form(morph) for morph in morphs],
    )


def _verb_form(morph: str) -> str:
    return next((value.partition(",")[0] for name, value in _feats(morph) if name == "VerbForm"), "")


def _head(word: DocToken, index: Mapping[int, int]) -> int:
    """The number of the head in its sentence, -1 at the root; white space that heads a word is stepped over."""
    head = word.head
    if head.i == word.i:
        return -1
    while head.i not in index and head.head.i != head.i:
        head = head.head
    return index.get(head.i, -1)


def _with_one_root(heads: list[int]) -> list[int]:
    """Heads with the later roots below the first: a pipeline may have had white space above them."""
    first = heads.index(-1)
    return [first if head < 0 and i != first else head for i, head in enumerate(heads)]
