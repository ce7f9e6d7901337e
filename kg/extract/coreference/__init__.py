"""Who is who in one article: the stage `Coreference`, with a reason for every merge.

Read `coreference` (the stage), `clusters`, then `names`, `roles`, `pronouns` and `metonymy`.
"""
