"""What an article says: the stage `Relations`, from clauses and mentions to relation mentions.

Read `relations` (the stage), `frames` (relations of the ontology), `open` (all others), then the statements without a
verb: `attributes`, `located`, `ages`, `bulletins`; `confidence` last.
"""
