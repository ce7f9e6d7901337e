"""Sentences and documents on one line, for tables of trees: no parser, no model, who is who told by hand.

A word is ``text:lemma/UPOS/head/label/features@K-Type#chain``. The lemma may be left out where it is the text, and
so may all from the features on. Features are values joined by "+" (``Fin+Past``). K is how a mention names (B name,
R role, N nominal, P pronoun), I continues it; Type is an entity type; mentions of one chain (else of one text) are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kg.extract.reading.reading import Cast, Reading
from kg.model import Article, Chain, ChainLink, Document, Mention, MentionKind, Sentence, Span
from kg.ontology import load_gazetteer
from tests.trees import text_of, tree

FEATURES = {
    "VerbForm": ("Fin", "Inf", "Part"),
    "Tense": ("Pres", "Past"),
    "Mood": ("Ind", "Sub", "Imp"),
    "Case": ("Nom", "Gen", "Dat", "Acc"),
    "Number": ("Sing", "Plur"),
    "Gender": ("Fem",),
    "PronType": ("Rel", "Prs", "Tot"),
    "Polarity": ("Neg",),
    "Reflex": ("Yes",),
    "Poss": ("Poss",),
    "Person": ("1", "3"),
}
KINDS = {"B": MentionKind.NAME, "R": MentionKind.ROLE, "N": MentionKind.NOMINAL, "P": MentionKind.PRONOUN}
PUBLISHED = date(2024, 5, 14)  # a Tuesday


def table(line: str) -> str:
    """The same as a table of `tests.trees`."""
    return "\n".join(map(_row, line.split()))


def sentence(line: str) -> Sentence:
    return tree(table(line))


def index(of: Sentence, text: str) -> int:
    """The place of the first token of this text."""
    return next(token.i for token in of.tokens if token.text == text)


def document(*lines: str, links: Mapping[str, str] | None = None, published: date | None = PUBLISHED) -> Document:
    """An article of these sentences with their mentions and chains; `links` are gazetteer ids of mentions by text."""
    tables = [table(line) for line in lines]
    sentences: list[Sentence] = []
    for rows in tables:
        sentences.append(tree(rows, start=sentences[-1].span.end + 1 if sentences else 0))
    found = [m for n, line in enumerate(lines) for m in _mentions(line, n, sentences[n], links or {})]
    chains: dict[str, list[int]] = {}
    for number, (key, _) in enumerate(found):
        chains.setdefault(key, []).append(number)
    return Document(
        Article("probe", " ".join(map(text_of, tables)), published=published),
        tuple(sentences),
        tuple(mention for _, mention in found),
        tuple(Chain(tuple(ChainLink(n, "told") for n in members)) for members in chains.values()),
    )


def reading(*lines: str, number: int = 0, links: Mapping[str, str] | None = None) -> Reading:
    """One sentence of such an article, read."""
    made = document(*lines, links=links)
    return Reading.of(made, number, Cast.of(made, load_gazetteer()))


def clause(of: Reading, predicate: str) -> int:
    """The number of the clause with this predicate."""
    return of.owners[index(of.sentence, predicate)]


def _row(word: str) -> str:
    form, upos, head, label, *features = word.partition("@")[0].split("/")
    text, _, lemma = form.partition(":")
    names = {value: name for name, values in FEATURES.items() for value in values}
    known = "|".join(f"{names[v]}={v if v != 'Poss' else 'Yes'}" for v in features[0].split("+")) if features else "_"
    return f"{text} {lemma or text} {upos} {head} {label} {known}"


def _mentions(line: str, number: int, of: Sentence, links: Mapping[str, str]) -> Iterator[tuple[str, Mention]]:
    tags = [word.partition("@")[2] for word in line.split()]
    for first, tag in enumerate(tags):
        if not tag or tag.startswith("I"):
            continue
        end = next((i for i in range(first + 1, len(tags)) if not tags[i].startswith("I")), len(tags))
        letter, _, rest = tag.partition("-")
        kind, _, chain = rest.partition("#")
        tokens = of.tokens[first:end]
        head = next(t.i for t in tokens if not first <= t.head < end)
        text = " ".join(token.text for token in tokens)
        link = (links[text],) if text in links else ()
        span = Span(tokens[0].start, tokens[-1].end)
        yield chain or text, Mention(span, text, KINDS[letter], kind, number, head, (first, end), text, links=link)
