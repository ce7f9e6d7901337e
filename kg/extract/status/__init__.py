"""How far the text commits itself to a clause: polarity, modality, and whose word it is.

Read `commitment` (the scale), `factuality` (of each clause), then the cues: `cues`, `negation`, `modality`,
`conditions`, `governing`, `attribution`, `headlines`.
"""
