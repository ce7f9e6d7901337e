"""What an article says: the stage `Relations`, from clauses and mentions to relation mentions.

Read `relations` (the stage and its RULES), `said` (what a rule is asked and answers), `predicates` (what clauses say)
with `frames` (relations of the ontology) and `open` (all others), then `rules` with what has no verb: `attributes`,
`located`, `ages`, `bulletins`; `writing` and `confidence` last.
"""
