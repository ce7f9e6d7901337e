"""A document in the making: every mention once, chains in text order, nothing lost."""

from __future__ import annotations

import pytest

from kg.extract.draft import Draft, NewChain
from kg.model import (
    Article,
    Chain,
    ChainLink,
    Derivation,
    Document,
    Literal,
    Mention,
    MentionKind,
    Relation,
    RelationMention,
    Span,
)
from kg.model.text import Labels

TEXT = "Li Shangfu kam. Er ging. Li blieb."
RELATION = Relation("kg:visited", Labels.of({"en": "visited"}))


def mention(text: str, start: int | None = None) -> Mention:
    start = TEXT.index(text) if start is None else start
    return Mention(Span(start, start + len(text)), text, MentionKind.NAME, "Person", 0, 0, (0, 1), text)


def said(subject: int, value: str = "x") -> RelationMention:
    return RelationMention(subject, RELATION, Literal(value), 0, Span(0, 15), "kam", Derivation.CLAUSE)


FULL, SHORT, HE, LATER = mention("Li Shangfu"), mention("Li", 0), mention("Er"), mention("Li", 25)
DOCUMENT = Document(
    Article("a", TEXT), mentions=(FULL, LATER), chains=(Chain((ChainLink(0, "name"), ChainLink(1, "surname")), "Q1"),),
    relation_mentions=(said(0),),
)  # fmt: skip


def test_nothing_written_is_the_document_itself() -> None:
    assert Draft(DOCUMENT).document() == DOCUMENT


def test_anew_leaves_mentions_and_chains_out() -> None:
    made = Draft.anew(DOCUMENT).document()
    assert (made.mentions, made.chains, made.relation_mentions) == ((), (), DOCUMENT.relation_mentions)


def test_a_mention_joins_a_chain_where_it_stands_in_the_text() -> None:
    draft = Draft(DOCUMENT)
    assert draft.mention(HE, chain=0, reason="pronoun") == 2
    chain = draft.document().chains[0]
    assert [(link.mention, link.reason) for link in chain.links] == [(0, "name"), (2, "pronoun"), (1, "surname")]
    assert chain.link == "Q1"


def test_of_two_that_begin_together_the_longer_is_first() -> None:
    draft = Draft(DOCUMENT)
    draft.mention(SHORT, chain=0, reason="part")
    assert [link.mention for link in draft.document().chains[0].links] == [0, 2, 1]


def test_a_mention_that_is_there_is_found_and_stays_in_its_chain() -> None:
    draft = Draft(DOCUMENT)
    assert draft.mention(LATER, chain=NewChain("other"), reason="again") == 1
    assert draft.document() == DOCUMENT


@pytest.mark.parametrize(
    ("begins", "reasons"), [("office", [["office", "same"], ["office"]]), ("", [["same", "same"], ["same"]])]
)
def test_new_chains_are_found_again_by_their_name(begins: str, reasons: list[list[str]]) -> None:
    draft = Draft(Document(Article("a", TEXT)))
    for one, name in ((FULL, "one"), (HE, "other"), (LATER, "one")):
        draft.mention(one, chain=NewChain(name, "Q7", begins=begins), reason="same")
    chains = draft.document().chains
    assert [[link.reason for link in chain.links] for chain in chains] == reasons
    assert [[link.mention for link in chain.links] for chain in chains] == [[0, 2], [1]]
    assert {chain.link for chain in chains} == {"Q7"}


def test_only_what_is_in_a_chain_is_chained() -> None:
    draft = Draft(DOCUMENT)
    loose, linked = draft.mention(HE), draft.mention(SHORT, chain=NewChain("x"), reason="y")
    assert [draft.chained(number) for number in (0, loose, linked)] == [True, False, True]
    assert draft.document().chains[0] == DOCUMENT.chains[0]


def test_what_is_said_twice_is_said_once_and_in_order() -> None:
    draft = Draft(DOCUMENT)
    for number, value in ((1, "b"), (0, "x"), (1, "a"), (1, "b")):
        draft.say(said(number, value))
    assert draft.document().relation_mentions == (said(0), said(1, "b"), said(1, "a"))
