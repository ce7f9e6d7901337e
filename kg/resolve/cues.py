"""From a statement back to the words of an article that set its status."""

from __future__ import annotations

from kg.model import Document, Evidence, Statement


def cues(document: Document, statement: Statement, evidence: Evidence) -> tuple[str, ...]:
    """The words that made the statement's polarity and modality in the sentence of this evidence, in order."""
    text = document.article.text
    spans = {
        span
        for mention in document.relation_mentions
        if (mention.evidence, mention.surface, mention.highlights)
        == (evidence.span, evidence.surface, evidence.highlights)
        and (mention.relation.id, mention.polarity, mention.modality)
        == (statement.relation.id, statement.polarity, statement.modality)
        for span in mention.cues
    }
    return tuple(span.of(text) for span in sorted(spans))
