"""Who does what to whom in one sentence: clauses with their slots, whatever the voice, order or sharing of subjects.

Read `clause` (the shape), `clauses` (all of a sentence), then `slots`, `sharing` and what they stand on.
"""
