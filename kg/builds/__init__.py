"""A build, from addresses to a written graph: the way that every article takes.

Read `build` first (what is made, and when there is nothing to do), then `articles` (each read once and kept),
`portions` (several at a time, in this process or beside it), `stages` (one article's way through the house), `forks`.
"""
