"""Open triples by surface form, one for each argument, in the words of the sentence (`kg openie`).

Read `openie`, then `fields` (subject, relation, object), `cuts` (where they end) and `verb_complex`.
"""
